/* What is said while facts are missing, against what comes when they are stated.
 *
 * Random rules of every kind, with random facts.  The facts are stated one after the other, in
 * random order, down to the single cell of a table: each range lies inside the one before it, and
 * what comes of all of them inside every one.  Seeds are fixed: a failure names its round. */
#include <criterion/criterion.h>

#include "advise/missing.h"
#include "check/check.h"
#include "eval/outcome.h"
#include "random_rules.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

enum {
    ROUNDS = 4000,
    CUTS = 5,
    ROWS = 4,
    COLUMNS = 3,
    FACTS = 11,
    TABLE = FACTS - 1,
    PIECES = FACTS + ROWS * COLUMNS
};

/* --- random facts ----------------------------------------------------------------------------- */

/* The pieces are the facts, the table among them last, then its cells. */
struct pieces {
    struct text value[PIECES];
    unsigned order[PIECES], rows;
};

static const char *const names[FACTS] = {"n1", "n2", "n3", "i1", "y1", "y2",
                                         "d1", "d2", "s1", "a1", "t1"};

static struct text random_value(struct arena *a, char kind, bool na)
{
    static const char *const sizes[] = {"\"S\"", "\"M\"", "\"L\""};
    switch (kind) {
    case 'y':
        return text_of(random_below(2) ? "true" : "false");
    case 'd': /* after the `as of` day */
        return SAY(a, "\"2023-0{}-1{}\"", text_number(a, 5 + random_below(4)),
                   text_number(a, random_below(10)));
    case 's':
        return random_word(sizes, 3);
    case 'i':
        return text_number(a, 1 + random_below(6));
    case 'a':
        if (na && random_below(3) == 0)
            return TEXT("{\"na\": \"no budget\"}");
        break;
    }
    return SAY(a, "{}.{}", text_number(a, 1 + random_below(5)),
               text_number(a, 5 * random_below(2)));
}

static struct pieces random_pieces(struct arena *a, bool na)
{
    static const char column[] = "xyd";
    struct pieces p = {.rows = random_below(ROWS + 1)};
    for (unsigned i = 0; i < TABLE; i++)
        p.value[i] = random_value(a, names[i][0], na);
    for (unsigned i = FACTS; i < PIECES; i++)
        p.value[i] = random_value(a, column[(i - FACTS) % COLUMNS], false);
    for (unsigned i = 0; i < PIECES; i++) {
        unsigned j = random_below(i + 1);
        p.order[i] = p.order[j];
        p.order[j] = i;
    }
    return p;
}

static void write_table(struct buffer *b, const struct pieces *p, const bool *stated)
{
    static const char *const column[COLUMNS] = {"x", "ok", "on"};
    buffer_add(b, TEXT(", \"t1\": ["));
    for (unsigned i = 0; i < p->rows; i++) {
        buffer_add(b, i ? TEXT(", {") : TEXT("{"));
        for (unsigned j = 0; j < COLUMNS; j++) {
            unsigned piece = FACTS + i * COLUMNS + j;
            buffer_add(b, SAY(b->arena, "{}\"{}\": {}", text_of(j ? ", " : ""), text_of(column[j]),
                              stated[piece] ? p->value[piece] : TEXT("null")));
        }
        buffer_add(b, TEXT("}"));
    }
    buffer_add(b, TEXT("]"));
}

/* The facts of the first `n` pieces in their order. */
static struct text facts_of(struct arena *a, const struct pieces *p, unsigned n)
{
    bool stated[PIECES] = {false};
    struct buffer b = buffer_in(a);
    for (unsigned i = 0; i < n; i++)
        stated[p->order[i]] = true;
    buffer_add(&b, TEXT("{\"ken\": {\"as_of\": \"2023-04-20\"}"));
    for (unsigned i = 0; i < TABLE; i++)
        if (stated[i])
            buffer_add(&b, SAY(a, ", \"{}\": {}", text_of(names[i]), p->value[i]));
    if (stated[TABLE])
        write_table(&b, p, stated);
    buffer_add(&b, TEXT("}"));
    return buffer_text(&b);
}

/* --- what comes of them ----------------------------------------------------------------------- */

struct trying {
    struct arena *a;
    struct sources *sources;
    struct diags diags;
    struct model *model;
    struct text rules;
    unsigned round;
};

/* NULL when the facts are refused, or nothing can be calculated. */
static struct outcome *outcome_of(struct trying *t, struct text json)
{
    struct facts *f = facts_new(t->a, t->model, &t->diags);
    facts_read(f, source_add(t->sources, TEXT("f.json"), json), FACTS_JSON, NULL);
    facts_finish(f);
    struct outcome *o = t->diags.errors ? NULL : eval_model(t->a, t->model, f);
    return o && !o->troubles.n ? o : NULL;
}

/* Whether `x` lies between the ends, of which an open one is over. */
static bool lies_within(struct arena *a, struct number low, struct number high, struct number x_low,
                        struct number x_high)
{
    bool below_high =
        number_is_over(high) || (!number_is_over(x_high) && number_order(a, x_high, high) <= 0);
    return below_high &&
           (number_is_over(low) || (!number_is_over(x_low) && number_order(a, x_low, low) >= 0));
}

/* What was said before allows what is said now. */
static bool allows(struct arena *a, const struct result *was, const struct result *is)
{
    if (was->status != STATUS_INCOMPLETE)
        return was->status == is->status &&
               (!result_has_score(was) || number_equal(a, was->score, is->score));
    if (is->status == STATUS_DROPPED)
        return was->maybe_out || was->maybe_no_weight;
    return lies_within(a, was->low, was->high, is->low, is->high);
}

static char *ends_words(struct arena *a, const struct result *r)
{
    return text_c(a, SAY(a, "{} .. {} (status {})", number_exact_words(a, r->low),
                         number_exact_words(a, r->high), text_number(a, r->status)));
}

static void expect_nested(struct trying *t, const struct outcome *was, const struct outcome *is,
                          struct text before, struct text now)
{
    for (size_t i = 0; i < t->model->criteria.n; i++) {
        const struct result *r = &was->result[i], *s = &is->result[i];
        bool nested = !result_counts(is, s) || allows(t->a, r, s);
        cr_expect(nested, "round %u: %s was said to be %s, then %s\n%s\nfrom %s\nto   %s", t->round,
                  text_c(t->a, r->criterion->path), ends_words(t->a, r), ends_words(t->a, s),
                  text_c(t->a, t->rules), text_c(t->a, before), text_c(t->a, now));
    }
}

/* --- how much a fact could move the total ----------------------------------------------------- */

/* Scores that only rise with each other, and all of them count. */
static bool is_plain(struct text rules)
{
    static const char *const words[] = {"score of", "applies", "not applicable", "weights"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (support_find(rules, text_of(words[i])))
            return false;
    return true;
}

static const struct missing *missing_fact(const struct missing_list *list, const char *name)
{
    for (size_t i = 0; i < list->all.n; i++)
        if (text_equal(list->all.at[i]->what, text_of(name)))
            return list->all.at[i];
    return NULL;
}

static bool is_further(struct arena *a, struct number from, struct number to, struct number most)
{
    return number_order(a, number_subtract(a, to, from), most) > 0;
}

/* Neither end of the total moves further than was said when one more fact is stated. */
static void expect_move(struct trying *t, struct pieces *p, unsigned n)
{
    unsigned piece = p->order[n];
    if (piece >= FACTS || !is_plain(t->rules))
        return;
    const struct outcome *was = outcome_of(t, facts_of(t->a, p, n)),
                         *is = outcome_of(t, facts_of(t->a, p, n + 1));
    if (!was || !is || was->result[0].status != STATUS_INCOMPLETE)
        return;
    const struct missing *m = missing_fact(missing_of(t->a, was), names[piece]);
    const struct result *before = &was->result[0], *now = &is->result[0];
    struct number most = m ? m->move : number_of(0);
    if (m && m->kind != MOVE_KNOWN)
        return;
    cr_expect(!is_further(t->a, before->low, now->low, most) &&
                  !is_further(t->a, now->high, before->high, most),
              "round %u: %s was said to move the total by %s, from %s, to %s\n%s\n%s", t->round,
              names[piece], text_c(t->a, number_exact_words(t->a, most)), ends_words(t->a, before),
              ends_words(t->a, now), text_c(t->a, t->rules), text_c(t->a, facts_of(t->a, p, n)));
}

/* Whether there was something to try. */
static bool try_facts(struct trying *t)
{
    struct pieces p = random_pieces(t->a, model_fact(t->model, TEXT("a1"))->may_be_na);
    if (!outcome_of(t, facts_of(t->a, &p, PIECES)))
        return false;
    struct outcome *was = NULL;
    struct text before = {0};
    for (unsigned n = 0, step = 1 + random_below(PIECES / CUTS * 2); n < PIECES + step; n += step) {
        struct text now = facts_of(t->a, &p, n < PIECES ? n : PIECES);
        struct outcome *is = outcome_of(t, now);
        if (!is)
            return false;
        if (was)
            expect_nested(t, was, is, before, now);
        was = is;
        before = now;
    }
    expect_move(t, &p, random_below(PIECES));
    return true;
}

static bool try_rules(unsigned round)
{
    struct trying t = {.a = support_arena(), .round = round};
    random_seed(round);
    t.sources = sources_new(t.a);
    t.diags = diags_in(t.a, t.sources);
    t.rules = random_rules(t.a);
    const struct source *s = source_add(t.sources, TEXT("r.ken"), t.rules);
    struct tree *tree = parse_tokens(t.a, lex_source(t.a, s, &t.diags), &t.diags);
    t.model = check_trees(t.a, &tree, 1, t.sources, &t.diags);
    bool tried = t.model && try_facts(&t);
    arena_free(t.a);
    return tried;
}

Test(ranges, stating_a_fact_never_leaves_the_range)
{
    unsigned tried = 0;
    for (unsigned round = 0; round < ROUNDS; round++)
        tried += try_rules(round);
    cr_expect(tried > ROUNDS / 2, "only %u of %u rules were tried", tried, ROUNDS);
}
