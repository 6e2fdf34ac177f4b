/* Random rules. */
#include "random_rules.h"

enum {
    INDICATORS = 4,
    WEIGHTED = 5, /* so many of the totals */
};

static uint64_t state;

void random_seed(uint64_t n)
{
    state = n * 0x9E3779B97F4A7C15u + 1;
}

unsigned random_below(unsigned n)
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
    bool no_rows; /* nothing goes over the table */
};

struct text random_word(const char *const *words, unsigned n)
{
    return text_of(words[random_below(n)]);
}

static struct text number(struct writing *w, unsigned depth);

static struct text literal(struct writing *w)
{
    return random_below(3) ? text_number(w->a, random_below(7))
                           : SAY(w->a, "{}.5", text_number(w->a, random_below(6)));
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
    return random_word(plain, sizeof plain / sizeof *plain);
}

static struct text condition(struct writing *w, unsigned depth)
{
    static const char *const plain[] = {
        "y1",      "y2",    "s1 = \"S\"", "s1 != \"M\"", "d1 < 2023-07-01", "d1 in 2023-06",
        "d1 < d2", "not y1"};
    static const char *const order[] = {"<", "<=", ">", ">=", "=", "!="};
    if (!depth)
        return random_word(plain, sizeof plain / sizeof *plain);
    switch (random_below(6)) {
    case 0:
        return SAY(w->a, "({} and {})", condition(w, depth - 1), condition(w, depth - 1));
    case 1:
        return SAY(w->a, "({} or {})", condition(w, depth - 1), condition(w, depth - 1));
    case 2:
        return SAY(w->a, "not ({})", condition(w, depth - 1));
    case 3:
        return SAY(w->a, "({} in {} .. 6)", number(w, depth - 1), literal(w));
    case 4:
        if (w->no_rows)
            return SAY(w->a, "(d2 {} 2023-06-15)", random_word(order, 6));
        return SAY(w->a, "({} of t1 where {})", text_of(random_below(2) ? "all" : "any"),
                   row_condition());
    default:
        return SAY(w->a, "({} {} {})", number(w, depth - 1), random_word(order, 6),
                   number(w, depth - 1));
    }
}

static struct text of_rows(struct writing *w)
{
    static const char *const column[] = {"x", "x * n1", "x - 2", "if ok then x else 1"};
    static const char *const over[] = {"sum", "mean", "min", "max"};
    if (w->no_rows)
        return TEXT("n3");
    struct text where = random_below(3) ? SAY(w->a, " where {}", row_condition()) : TEXT("");
    switch (random_below(6)) {
    case 0:
        return SAY(w->a, "(count of t1{})", where);
    case 1:
        return SAY(w->a, "(share of t1 where {})", row_condition());
    case 2:
        return SAY(w->a, "(count distinct x over t1{})", where);
    case 3:
        return SAY(w->a, "({} of x over t1 by on{})", text_of(random_below(2) ? "first" : "last"),
                   where);
    default:
        return SAY(w->a, "({} of ({}) over t1{})", random_word(over, 4), random_word(column, 4),
                   where);
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
    switch (random_below(9)) {
    case 0:
    case 1:
        return literal(w);
    case 2:
        return of_rows(w);
    case 3:
        return random_word(other, sizeof other / sizeof *other - !w->let);
    case 4:
        if (w->indicator)
            return SAY(w->a, "(score of {})", text_number(w->a, 1 + random_below(w->indicator)));
        return TEXT("n2");
    case 5:
        return w->na ? TEXT("a1") : TEXT("n1");
    default:
        return random_word(facts, 4);
    }
}

static struct text number(struct writing *w, unsigned depth)
{
    static const char *const sign[] = {"+", "-", "*", "/"};
    if (!depth || random_below(5) == 0)
        return leaf(w);
    switch (random_below(8)) {
    case 0:
        return SAY(w->a, "{}({}, {})", text_of(random_below(2) ? "min" : "max"),
                   number(w, depth - 1), number(w, depth - 1));
    case 1:
        return SAY(w->a, "(if {} then {} else {})", condition(w, depth - 1), number(w, depth - 1),
                   number(w, depth - 1));
    case 2:
        return SAY(w->a, "(table {  when {} : {}  otherwise : {} })", condition(w, depth - 1),
                   number(w, depth - 1), number(w, depth - 1));
    case 3:
        return SAY(w->a, "round({} to 0 half up)", number(w, depth - 1));
    default:
        return SAY(w->a, "({} {} {})", number(w, depth - 1), random_word(sign, 4),
                   number(w, depth - 1));
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
    switch (random_below(6)) {
    case 0:
        return SAY(w->a, "measure {} bands {  {} }{}", number(w, 2), random_word(bands, 4),
                   random_word(rounding, 3));
    case 1:
        return SAY(w->a, "score {}", number(w, 3));
    case 2:
        return SAY(
            w->a,
            "{}steps {  1 done y1  2 when {} done {}  3 done d1 by 2023-06 late 0.02 per day "
            " 4 achieved {}  5 done {} }",
            text_of(random_below(2) ? "independent " : ""), condition(w, 1), condition(w, 1),
            w->no_rows ? text_of(shares[0]) : random_word(shares, 4), condition(w, 1));
    case 3:
        return SAY(w->a, "measure {} levels by y1 {  yes : {}  no : {} }", number(w, 2),
                   random_word(levels, 6), random_word(levels, 3));
    default:
        return SAY(w->a, "measure {} levels {}{}", number(w, 2), random_word(levels, 8),
                   random_word(rounding, 3));
    }
}

static struct text changes(struct writing *w)
{
    static const char *const bounds[] = {"", "floor 0 ", "cap 4 floor 2 ", "round score to 0 up "};
    switch (random_below(7)) {
    case 0:
        return SAY(w->a, "penalty p {  amount {} when {} cap 2 } ", number(w, 1), condition(w, 1));
    case 1:
        if (w->no_rows)
            return TEXT("bonus b {  0.4 per month after d1 until d2 } ");
        return SAY(w->a, "bonus b {  0.4 per t1 where {} } {}", row_condition(),
                   random_word(bounds, 4));
    case 2:
        return SAY(w->a,
                   "penalty p {  0.02 per day after {} until d1 cap 1 } penalty q {  amount {} } ",
                   text_of(random_below(2) ? "d2" : "2023-05-20"), number(w, 1));
    case 3:
        return SAY(w->a, "adjust {  plus {} at most {} minus {} when {} round to 1 half up } ",
                   number(w, 1), number(w, 1), number(w, 1), condition(w, 1));
    default:
        return random_word(bounds, 4);
    }
}

static struct text indicator(struct writing *w)
{
    static const char *const neighbours[INDICATORS] = {"2", "1", "g", "3"};
    const char *na[] = {"drop", "score 2", "drop"};
    struct text policy = TEXT("");
    if (w->points)
        na[2] = text_c(w->a, SAY(w->a, "give weight to {}", text_of(neighbours[w->indicator])));
    w->na = random_below(3) == 0;
    if (w->na)
        policy = SAY(w->a, "not applicable {} ", random_word(na, 3));
    if (!w->na && random_below(3) == 0)
        policy = SAY(w->a, "applies when {} otherwise {} ", condition(w, 1), random_word(na, 3));
    struct text scored = scorer(w);
    w->na = false;
    struct text says =
        SAY(w->a, "indicator {} { {} {}{} {}}\n", text_number(w->a, w->indicator + 1),
            w->points ? SAY(w->a, "points {}", text_number(w->a, 1 + random_below(3))) : TEXT(""),
            policy, scored, changes(w));
    w->indicator++;
    return says;
}

static struct text bounds(void)
{
    static const char *const words[] = {"", ", at least 0", ", at least 1, at most 7",
                                        ", at least 0.5, at most 12", ", at most 6.5"};
    return random_word(words, 5);
}

static struct text rules_of(struct arena *a, bool no_rows)
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
        ("weights 1, 2, 3, 4 { when n1 > 3 : 1, 0, 2, 1  when y2 : 1, 1, 1, 4 "
         "otherwise : 2, 3, 0, 1 }\n"),
    };
    struct writing w = {.a = a, .no_rows = no_rows};
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria r \"r\"\nera CE\nperiod 2023-01-01 .. 2023-12-31\nscale 1 .. 5\n"
                        "month ends clipped\ndefine half(v) = v / 2 + v - v\n"));
    buffer_add(&b, SAY(a,
                       "facts {  n1 : number{}  n2 : number{}  n3 : number{}  i1 : integer{}\n"
                       "y1, y2 : yes/no  d1, d2 : date  s1 : one of (\"S\", \"M\", \"L\")  a1 : "
                       "number{}\nt1 : table {  x : number{}  ok : yes/no  on : date } }\n",
                       bounds(), bounds(), bounds(), text_of(random_below(2) ? ", at least 0" : ""),
                       bounds(), bounds()));
    buffer_add(&b, SAY(a, "let twice = {}\n", number(&w, 2)));
    w.let = true;
    unsigned kind = random_below(sizeof total / sizeof *total);
    w.points = kind < WEIGHTED;
    buffer_add(&b, text_of(total[kind]));
    for (unsigned i = 0; i < INDICATORS; i++) {
        buffer_add(&b, text_of(w.points && i == 0 ? "group g {\n" : ""));
        buffer_add(&b, indicator(&w));
        buffer_add(&b, text_of(w.points && i == 1 ? "}\n" : ""));
    }
    return buffer_text(&b);
}

struct text random_rules(struct arena *a)
{
    return rules_of(a, false);
}

struct text random_rules_without_rows(struct arena *a)
{
    return rules_of(a, true);
}
