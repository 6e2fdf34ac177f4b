/* What is said while facts are missing, against what comes when they are stated.
 *
 * Random rules of every kind, with random facts.  The facts are stated one after the other, in
 * random order, down to the single cell of a table: each range lies inside the one before it, and
 * what comes of all of them inside every one.  Seeds are fixed: a failure names its round. */
#include <criterion/criterion.h>

#include "advise/missing.h"
#include "check/check.h"
#include "eval/outcome.h"
#include "support.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

enum {
    ROUNDS = 4000,
    CUTS = 5,
    WEIGHTED = 5, /* so many of the totals */
    INDICATORS = 4,
    ROWS = 4,
    COLUMNS = 3,
    FACTS = 11,
    TABLE = FACTS - 1,
    PIECES = FACTS + ROWS * COLUMNS
};

static uint64_t state;

static unsigned below(unsigned n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state % n);
}

/* --- random rules ----------------------------------------------------------------------------- */

struct writing {
    struct arena *a;
    unsigned indicator; /* those before it may be asked for their score */
    bool na;            /* what is written has an answer for n/a */
    bool let;           /* the let is written already */
    bool points;
};

static struct text one_of(const char *const *words, unsigned n)
{
    return text_of(words[below(n)]);
}

static struct text number(struct writing *w, unsigned depth);

static struct text literal(struct writing *w)
{
    return below(3) ? text_number(w->a, below(7)) : SAY(w->a, "{}.5", text_number(w->a, below(6)));
}

static struct text row_condition(void)
{
    static const char *const plain[] = {"ok",
                                        "not ok",
                                        "x > 2",
                                        "ok and x < 4",
                                        "ok or x >= 3",
                                        "on < 2023-07-10",
                                        "on in 2023-06",
                                        "x > n1",
                                        "x * 2 > n2 + 1",
                                        "(if ok then x else 0) > 1",
                                        "ok or (n3 > x and not ok)"};
    return one_of(plain, sizeof plain / sizeof *plain);
}

static struct text condition(struct writing *w, unsigned depth)
{
    static const char *const plain[] = {
        "y1",      "y2",    "s1 = \"S\"", "s1 != \"M\"", "d1 < 2023-07-01", "d1 in 2023-06",
        "d1 < d2", "not y1"};
    static const char *const order[] = {"<", "<=", ">", ">=", "=", "!="};
    if (!depth)
        return one_of(plain, sizeof plain / sizeof *plain);
    switch (below(6)) {
    case 0:
        return SAY(w->a, "({} and {})", condition(w, depth - 1), condition(w, depth - 1));
    case 1:
        return SAY(w->a, "({} or {})", condition(w, depth - 1), condition(w, depth - 1));
    case 2:
        return SAY(w->a, "not ({})", condition(w, depth - 1));
    case 3:
        return SAY(w->a, "({} in {} .. 6)", number(w, depth - 1), literal(w));
    case 4:
        return SAY(w->a, "({} of t1 where {})", text_of(below(2) ? "all" : "any"), row_condition());
    default:
        return SAY(w->a, "({} {} {})", number(w, depth - 1), one_of(order, 6),
                   number(w, depth - 1));
    }
}

static struct text of_rows(struct writing *w)
{
    static const char *const column[] = {"x", "x * n1", "x - 2", "if ok then x else 1"};
    static const char *const over[] = {"sum", "mean", "min", "max"};
    struct text where = below(3) ? SAY(w->a, " where {}", row_condition()) : TEXT("");
    switch (below(6)) {
    case 0:
        return SAY(w->a, "(count of t1{})", where);
    case 1:
        return SAY(w->a, "(share of t1 where {})", row_condition());
    case 2:
        return SAY(w->a, "(count distinct x over t1{})", where);
    case 3:
        return SAY(w->a, "({} of x over t1 by on{})", text_of(below(2) ? "first" : "last"), where);
    default:
        return SAY(w->a, "({} of ({}) over t1{})", one_of(over, 4), one_of(column, 4), where);
    }
}

static struct text leaf(struct writing *w)
{
    static const char *const facts[] = {"n1", "n2", "n3", "i1"};
    static const char *const other[] = {"half(n1)",
                                        "half(half(n2))",
                                        "(days after d1 until d2)",
                                        "(months after d1 until d2)",
                                        "(days after 2023-06-10 until d1)",
                                        "(table by s1 { \"S\" : n1  otherwise : 2 })",
                                        "twice"};
    switch (below(9)) {
    case 0:
    case 1:
        return literal(w);
    case 2:
        return of_rows(w);
    case 3:
        return one_of(other, sizeof other / sizeof *other - !w->let);
    case 4:
        if (w->indicator)
            return SAY(w->a, "(score of {})", text_number(w->a, 1 + below(w->indicator)));
        return TEXT("n2");
    case 5:
        return w->na ? TEXT("a1") : TEXT("n1");
    default:
        return one_of(facts, 4);
    }
}

static struct text number(struct writing *w, unsigned depth)
{
    static const char *const sign[] = {"+", "-", "*", "/"};
    if (!depth || below(5) == 0)
        return leaf(w);
    switch (below(8)) {
    case 0:
        return SAY(w->a, "{}({}, {})", text_of(below(2) ? "min" : "max"), number(w, depth - 1),
                   number(w, depth - 1));
    case 1:
        return SAY(w->a, "(if {} then {} else {})", condition(w, depth - 1), number(w, depth - 1),
                   number(w, depth - 1));
    case 2:
        return SAY(w->a, "(table {  when {} : {}  otherwise : {} })", condition(w, depth - 1),
                   number(w, depth - 1), number(w, depth - 1));
    case 3:
        return SAY(w->a, "round({} to 0 half up)", number(w, depth - 1));
    default:
        return SAY(w->a, "({} {} {})", number(w, depth - 1), one_of(sign, 4), number(w, depth - 1));
    }
}

static struct text scorer(struct writing *w)
{
    static const char *const levels[] = {"1, 2, 3, 4, 5",           "5, 4, 3, 2, 1 stepped",
                                         "1: 0, 3: 4, 5: 9",        "1, 2, 3, 4, 5 below 2.5",
                                         "2: 1, 4: 3 extrapolated", "2: 5, 3: 2, 5: -1 below 4",
                                         "0%, 30%, 60%, 80%, 90%",  "5, 4, 3, 2, 1 below 1.5"};
    static const char *const bands[] = {"below 1 : 2  from 1 below 3 : 5  from 3 : 1",
                                        "to 2 : 1  above 2 below 4 : 4  otherwise : 3",
                                        "exactly 3 : 5  otherwise : 2",
                                        "from 0 to 0.5 : 2  above 0.5 to 1 : 4  otherwise : 1"};
    static const char *const shares[] = {"n1 / n2", "share of t1 where ok", "i1 / 7", "n3 / 4"};
    static const char *const rounding[] = {"", "", " round measure to 0 half up"};
    switch (below(6)) {
    case 0:
        return SAY(w->a, "measure {} bands {  {} }{}", number(w, 2), one_of(bands, 4),
                   one_of(rounding, 3));
    case 1:
        return SAY(w->a, "score {}", number(w, 3));
    case 2:
        return SAY(
            w->a,
            "{}steps {  1 done y1  2 when {} done {}  3 done d1 by 2023-06 late 0.02 per day "
            " 4 achieved {}  5 done {} }",
            text_of(below(2) ? "independent " : ""), condition(w, 1), condition(w, 1),
            one_of(shares, 4), condition(w, 1));
    case 3:
        return SAY(w->a, "measure {} levels by y1 {  yes : {}  no : {} }", number(w, 2),
                   one_of(levels, 6), one_of(levels, 3));
    default:
        return SAY(w->a, "measure {} levels {}{}", number(w, 2), one_of(levels, 8),
                   one_of(rounding, 3));
    }
}

static struct text changes(struct writing *w)
{
    static const char *const bounds[] = {"", "floor 0 ", "cap 4 floor 2 ", "round score to 0 up "};
    switch (below(7)) {
    case 0:
        return SAY(w->a, "penalty p {  amount {} when {} cap 2 } ", number(w, 1), condition(w, 1));
    case 1:
        return SAY(w->a, "bonus b {  0.4 per t1 where {} } {}", row_condition(), one_of(bounds, 4));
    case 2:
        return SAY(w->a,
                   "penalty p {  0.02 per day after {} until d1 cap 1 } penalty q {  amount {} } ",
                   text_of(below(2) ? "d2" : "2023-05-20"), number(w, 1));
    case 3:
        return SAY(w->a, "adjust {  plus {} at most {} minus {} when {} round to 1 half up } ",
                   number(w, 1), number(w, 1), number(w, 1), condition(w, 1));
    default:
        return one_of(bounds, 4);
    }
}

static struct text indicator(struct writing *w)
{
    static const char *const neighbours[INDICATORS] = {"2", "1", "g", "3"};
    const char *na[] = {"drop", "score 2", "drop"};
    struct text policy = TEXT("");
    if (w->points)
        na[2] = text_c(w->a, SAY(w->a, "give weight to {}", text_of(neighbours[w->indicator])));
    w->na = below(3) == 0;
    if (w->na)
        policy = SAY(w->a, "not applicable {} ", one_of(na, 3));
    if (!w->na && below(3) == 0)
        policy = SAY(w->a, "applies when {} otherwise {} ", condition(w, 1), one_of(na, 3));
    struct text scored = scorer(w);
    w->na = false;
    struct text says =
        SAY(w->a, "indicator {} { {} {}{} {}}\n", text_number(w->a, w->indicator + 1),
            w->points ? SAY(w->a, "points {}", text_number(w->a, 1 + below(3))) : TEXT(""), policy,
            scored, changes(w));
    w->indicator++;
    return says;
}

static struct text bounds(void)
{
    static const char *const words[] = {"", ", at least 0", ", at least 1, at most 7",
                                        ", at least 0.5, at most 12", ", at most 6.5"};
    return one_of(words, 5);
}

static struct text random_rules(struct arena *a)
{
    static const char *const total[] = {
        "",
        "",
        "penalty late { 0.01 per day after 2023-05-15 until d2 cap 0.5 }\n",
        "adjust { at most 3 when (score of 1) < 2  plus i1 / 10 }\n",
        "round total to 1 half up\n",
        "score min of parts\n",
        "score sum of parts floor 0 cap 5\n",
        "score mean of parts\n",
        "score best 2 of parts\n",
        "weights 1, 2, 3, 4 { when n1 > 3 : 1, 0, 2, 1  when y2 : 1, 1, 1, 4  otherwise : 2, 3, 0, "
        "1 }\n",
    };
    struct writing w = {.a = a};
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria r \"r\"\nera CE\nperiod 2023-01-01 .. 2023-12-31\nscale 1 .. 5\n"
                        "month ends clipped\ndefine half(v) = v / 2 + v - v\n"));
    buffer_add(&b, SAY(a,
                       "facts {  n1 : number{}  n2 : number{}  n3 : number{}  i1 : integer{}\n"
                       "y1, y2 : yes/no  d1, d2 : date  s1 : one of (\"S\", \"M\", \"L\")  a1 : "
                       "number{}\nt1 : table {  x : number{}  ok : yes/no  on : date } }\n",
                       bounds(), bounds(), bounds(), text_of(below(2) ? ", at least 0" : ""),
                       bounds(), bounds()));
    buffer_add(&b, SAY(a, "let twice = {}\n", number(&w, 2)));
    w.let = true;
    unsigned kind = below(sizeof total / sizeof *total);
    w.points = kind < WEIGHTED;
    buffer_add(&b, text_of(total[kind]));
    for (unsigned i = 0; i < INDICATORS; i++) {
        buffer_add(&b, text_of(w.points && i == 0 ? "group g {\n" : ""));
        buffer_add(&b, indicator(&w));
        buffer_add(&b, text_of(w.points && i == 1 ? "}\n" : ""));
    }
    return buffer_text(&b);
}

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
        return text_of(below(2) ? "true" : "false");
    case 'd': /* after the `as of` day */
        return SAY(a, "\"2023-0{}-1{}\"", text_number(a, 5 + below(4)), text_number(a, below(10)));
    case 's':
        return one_of(sizes, 3);
    case 'i':
        return text_number(a, 1 + below(6));
    case 'a':
        if (na && below(3) == 0)
            return TEXT("{\"na\": \"no budget\"}");
        break;
    }
    return SAY(a, "{}.{}", text_number(a, 1 + below(5)), text_number(a, 5 * below(2)));
}

static struct pieces random_pieces(struct arena *a, bool na)
{
    static const char column[] = "xyd";
    struct pieces p = {.rows = below(ROWS + 1)};
    for (unsigned i = 0; i < TABLE; i++)
        p.value[i] = random_value(a, names[i][0], na);
    for (unsigned i = FACTS; i < PIECES; i++)
        p.value[i] = random_value(a, column[(i - FACTS) % COLUMNS], false);
    for (unsigned i = 0; i < PIECES; i++) {
        unsigned j = below(i + 1);
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
    for (unsigned n = 0, step = 1 + below(PIECES / CUTS * 2); n < PIECES + step; n += step) {
        struct text now = facts_of(t->a, &p, n < PIECES ? n : PIECES);
        struct outcome *is = outcome_of(t, now);
        if (!is)
            return false;
        if (was)
            expect_nested(t, was, is, before, now);
        was = is;
        before = now;
    }
    expect_move(t, &p, below(PIECES));
    return true;
}

static bool try_rules(unsigned round)
{
    struct trying t = {.a = support_arena(), .round = round};
    state = round * 0x9E3779B97F4A7C15u + 1;
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
