/* Why a measure is what it is: the formula, the values in it, and where they come from. */
#include "explain/reasons.h"

static bool is_told(const struct reason *above, const struct fact *f)
{
    for (size_t i = 0; i < above->below.n; i++)
        if (above->below.at[i]->kind == REASON_FACT && above->below.at[i]->rule.lo == f->at.lo)
            return true;
    return false;
}

/* ", at least 0, at most 400": all that is known of a missing number. */
static struct text declared_words(struct whying *w, const struct fact *f)
{
    struct text low = f->has_least ? SAY(w->a, ", at least {}", f->least_words) : TEXT("");
    return f->has_most ? SAY(w->a, "{}, at most {}", low, f->most_words) : low;
}

static void add_fact(struct whying *w, struct reason *above, const struct expr *e)
{
    const struct fact_entry *entry = &w->o->facts->entry[e->fact->index];
    if (is_told(above, e->fact))
        return;
    struct text shown = words_stated(w->a, w->m, e->fact, entry);
    if (entry->value.kind == VALUE_ABSENT && entry->value.absence == ABSENCE_MISSING)
        shown = SAY(w->a, "{}{}", shown, declared_words(w, e->fact));
    struct reason *r = reason_add(w, above, REASON_FACT, SAY(w->a, "{}  {}", e->fact->path, shown));
    r->fact = entry->at;
    r->rule = e->fact->at;
    r->evidence = evidence_words(w->a, &entry->evidence, w->m->era);
    if (entry->value.kind == VALUE_NUMBER)
        reason_figure(r, entry->value.number);
    if (entry->because.n)
        r->says = SAY(w->a, "{}: {}", r->says, entry->because);
    if (e->fact->needs_evidence && facts_unproven(w->o->facts, e->fact))
        r->says = SAY(w->a, "{}, without evidence", r->says);
}

static struct text number_words_of(struct whying *w, const struct expr *e, struct number n,
                                   bool percent, unsigned places, bool *exact)
{
    *exact = true;
    return percent                         ? figure_percent(w->a, n, places, exact)
           : e->unit && e->unit->dimension ? words_value(w->a, w->m, value_number(n), e->unit)
                                           : figure_short(w->a, n, places, exact);
}

/* "= 40 %", or "≈ 11.1111 %". */
static struct text equals_words(struct whying *w, const struct expr *e, bool percent,
                                unsigned places)
{
    struct value v = outcome_value(w->o, e);
    bool exact = true;
    struct text result = v.kind == VALUE_NUMBER
                             ? number_words_of(w, e, v.number, percent, places, &exact)
                             : words_value(w->a, w->m, v, NULL);
    return SAY(w->a, exact ? "= {}" : "≈ {}", result);
}

static struct text end_words(struct whying *w, const struct expr *e, struct number n, bool percent,
                             unsigned places)
{
    bool exact;
    struct text words = number_words_of(w, e, n, percent, places, &exact);
    return exact ? words : SAY(w->a, "≈ {}", words);
}

/* "; from 0 % to 80 %": of a number that is not known yet. */
static struct text lies_words(struct whying *w, const struct expr *e, bool percent, unsigned places)
{
    struct interval x;
    if (e->type.kind != TYPE_NUMBER || !outcome_lies(w->o, e, &x))
        return TEXT("");
    struct text low = TEXT(""), high = TEXT("");
    if (!x.low.infinite)
        low = end_words(w, e, x.low.at, percent, places);
    if (!x.high.infinite)
        high = end_words(w, e, x.high.at, percent, places);
    if (text_equal(low, high))
        return SAY(w->a, "; {} in any case", low);
    return low.n && high.n ? SAY(w->a, "; from {} to {}", low, high)
           : low.n         ? SAY(w->a, "; at least {}", low)
                           : SAY(w->a, "; at most {}", high);
}

/* A let that was told before says its value; the reasons stand where it was told first. */
static struct text told_words(struct whying *w, struct text name, const struct expr *e)
{
    struct value v = outcome_value(w->o, e);
    if (v.kind == VALUE_ABSENT)
        return SAY(w->a, "{}: {} (as above)", name, why_cause_words(w, v.cause));
    return SAY(w->a, "{} {} (as above)", name, equals_words(w, e, e->type.ratio, 4));
}

static void add_let(struct whying *w, struct reason *above, const struct let *let)
{
    struct text name = let->title.n ? SAY(w->a, "let {} \"{}\"", let->name, let->title)
                                    : SAY(w->a, "let {}", let->name);
    bool told = w->told_let[let->index] == w->round;
    struct reason *r =
        reason_add(w, above, REASON_LET, told ? told_words(w, name, let->value) : name);
    r->rule = let->at;
    w->told_let[let->index] = w->round;
    if (!told)
        why_measure(w, r, REASON_MEASURE, let->value, let->value->type.ratio, 4);
}

static void visit_operand(void *user, const struct expr *e);

struct operands {
    struct whying *w;
    struct reason *above;
};

void why_operands(struct whying *w, struct reason *above, const struct expr *e)
{
    struct operands o = {w, above};
    visit_operand(&o, e);
}

/* A date that is made of others, or a formula with its values: the pencil starts from it. */
static bool has_its_line(const struct expr *e)
{
    return e->kind == EXPR_SHIFT || e->kind == EXPR_DATE_PART || e->kind == EXPR_CALL;
}

/* What a parameter stands for: by its name where it has one, else calculated on a line of its own,
 * once. */
static void why_value(struct operands *o, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_NUMBER:
    case EXPR_LITERAL:
        return;
    case EXPR_FACT:
    case EXPR_LET:
    case EXPR_SCORE:
    case EXPR_PARAMETER:
        visit_operand(o, e);
        return;
    default:
        break;
    }
    bool told = o->w->told_value[e->cell] == o->w->round;
    o->w->told_value[e->cell] = o->w->round;
    if (!told)
        why_measure(o->w, o->above, REASON_MEASURE, e, e->type.ratio, 4);
    else
        reason_add(o->w, o->above, REASON_MEASURE,
                   told_words(o->w, words_formula(o->w->a, o->w->m, e), e))
            ->rule = e->at;
}

/* Of a false `and` the false operand decided, of a true `or` the true one. */
static void visit_logic(struct operands *o, const struct expr *e)
{
    struct value whole = outcome_value(o->w->o, e);
    bool decides = e->op == OP_OR;
    for (size_t i = 0; i < e->args.n; i++) {
        struct value v = outcome_value(o->w->o, e->args.at[i]);
        bool decisive = v.kind == VALUE_TRUTH && v.truth == decides;
        if (whole.kind == VALUE_TRUTH && whole.truth == decides && v.kind == VALUE_TRUTH &&
            !decisive)
            continue;
        visit_operand(o, e->args.at[i]);
        if (decisive)
            return;
    }
}

static void visit_operand(void *user, const struct expr *e)
{
    struct operands *o = user;
    if (!outcome_was_needed(o->w->o, e) && e->kind != EXPR_RANGE)
        return;
    if (has_its_line(e)) {
        why_measure(o->w, o->above, REASON_MEASURE, e, e->type.ratio, 4);
        return;
    }
    switch (e->kind) {
    case EXPR_FACT:
        add_fact(o->w, o->above, e);
        return;
    case EXPR_LET:
        add_let(o->w, o->above, e->let);
        return;
    case EXPR_AGGREGATE:
        if (o->w->o->facts->entry[e->fact->index].value.kind == VALUE_TABLE)
            why_rows(o->w, o->above, e);
        else
            add_fact(o->w, o->above, e);
        return;
    case EXPR_PARAMETER:
        why_value(o, e->argument);
        return;
    case EXPR_SCORE:
        LIST_ADD(o->w->a, &o->above->below, why_criterion(o->w, e->criterion));
        return;
    case EXPR_PARTS:
        why_measure(o->w, o->above, REASON_FORMULA, e, false, 4);
        return;
    case EXPR_LOGIC:
        visit_logic(o, e);
        return;
    case EXPR_TABLE:
        why_measure(o->w, o->above, REASON_MEASURE, e, e->type.ratio, 4);
        return;
    default:
        expr_operands(e, visit_operand, o);
    }
}

/* Its rows are reasons of their own. */
static struct text table_words(struct whying *w, const struct expr *e)
{
    return e->cases->by ? SAY(w->a, "table by {}", words_formula(w->a, w->m, e->cases->by))
                        : TEXT("table");
}

/* The formula, the same with its values where that says more, and what it gives. */
static struct text measure_words(struct whying *w, const struct expr *e, bool percent,
                                 unsigned places)
{
    struct value v = outcome_value(w->o, e);
    struct text formula = e->kind == EXPR_TABLE ? table_words(w, e) : words_formula(w->a, w->m, e);
    if (v.kind == VALUE_ABSENT)
        return SAY(w->a, "{}: {}{}", formula, why_cause_words(w, v.cause),
                   lies_words(w, e, percent, places));
    if (e->kind == EXPR_PARTS)
        return why_parts_words(w, e);
    bool exact = true;
    struct text values = e->kind == EXPR_IF ? TEXT("") : words_substituted(w->a, w->o, e, &exact);
    struct text equals = equals_words(w, e, percent, places);
    bool says_more = values.n && !text_equal(equals, SAY(w->a, "= {}", values));
    return says_more ? SAY(w->a, exact ? "{} = {} {}" : "{} ≈ {} {}", formula, values, equals)
                     : SAY(w->a, "{} {}", formula, equals);
}

void why_condition(struct whying *w, struct reason *above, enum reason_kind kind, const char *word,
                   const struct expr *when)
{
    if (!when)
        return;
    struct value v = outcome_value(w->o, when);
    struct text answer =
        v.kind == VALUE_TRUTH ? words_value(w->a, w->m, v, NULL) : why_cause_words(w, v.cause);
    struct text says = words_formula(w->a, w->m, when);
    bool known = v.kind == VALUE_TRUTH && when->kind == EXPR_COMPARE;
    bool exact = true;
    struct text values = known ? words_substituted(w->a, w->o, when, &exact) : TEXT("");
    if (values.n)
        says = SAY(w->a, exact ? "{}, {}" : "{}, ≈ {}", says, values);
    struct reason *r =
        reason_add(w, above, kind, SAY(w->a, "{} {}: {}", text_of(word), says, answer));
    r->rule = when->at;
    why_operands(w, r, when);
}

/* What was chosen, where its value alone does not say it. */
static void why_chosen(struct whying *w, struct reason *above, const struct expr *e, bool percent,
                       unsigned places)
{
    if (e->kind != EXPR_NUMBER && e->kind != EXPR_LITERAL)
        why_measure(w, above, REASON_MEASURE, e, percent, places);
}

/* Which branch was taken and why; the other one decided nothing. */
static void why_choice(struct whying *w, struct reason *above, const struct expr *e, bool percent,
                       unsigned places)
{
    struct value when = outcome_value(w->o, e->left);
    why_condition(w, above, REASON_CHOICE, "if", e->left);
    if (when.kind == VALUE_TRUTH)
        why_chosen(w, above, when.truth ? e->right : e->third, percent, places);
}

/* Which row holds; while that is not known, every result that was looked at. */
static void why_table(struct whying *w, struct reason *above, const struct expr *e, bool percent,
                      unsigned places)
{
    why_cases(w, above, e->cases);
    for (size_t i = 0; i < e->args.n; i++)
        if (outcome_was_needed(w->o, e->args.at[i]))
            why_chosen(w, above, e->args.at[i], percent, places);
}

void why_measure(struct whying *w, struct reason *above, enum reason_kind kind,
                 const struct expr *e, bool percent, unsigned places)
{
    struct value v = outcome_value(w->o, e);
    struct reason *r = reason_add(w, above, kind, measure_words(w, e, percent, places));
    r->rule = e->at;
    if (v.kind == VALUE_NUMBER)
        reason_figure(r, v.number);
    if (e->kind == EXPR_IF)
        why_choice(w, r, e, percent, places);
    else if (e->kind == EXPR_CALL)
        why_measure(w, r, REASON_MEASURE, e->left, percent, places);
    else if (has_its_line(e))
        expr_operands(e, visit_operand, &(struct operands){w, r});
    else if (e->kind == EXPR_PARTS)
        why_each_part(w, r, e);
    else if (e->kind == EXPR_TABLE)
        why_table(w, r, e, percent, places);
    else
        why_operands(w, r, e);
}
