/* What the checker claims of the rows of a table, against every set of facts there is.
 *
 * Random tables over a choice, a yes/no and two small integers.  A last row `otherwise` shows
 * whether the others leave a gap: it is said to be reached just when they do. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

enum { TABLES = 400, ROWS = 6, ATOMS = 3, LEAST = 1, MOST = 5, SIZES = 3, ALL = SIZES * 2 * 5 * 5 };

static uint64_t state = 2566;

static int below(int n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (int)(state % (uint64_t)n);
}

/* One set of facts. */
struct facts {
    int size, special, a, b;
};

static struct facts facts_of(int i)
{
    return (struct facts){i % SIZES, i / SIZES % 2, LEAST + i / SIZES / 2 % 5,
                          LEAST + i / SIZES / 2 / 5 % 5};
}

struct atom {
    bool denied;
    int about, op, low, high; /* about: size, special, a, b, a against b */
};

struct row {
    bool any; /* `or` instead of `and` */
    int n;
    struct atom atom[ATOMS];
    int reached;
};

static const char *const ops[] = {"=", "!=", "<", "<=", ">", ">=", "in"};

static bool compares(int x, int op, int y, int high)
{
    bool holds[] = {x == y, x != y, x<y, x <= y, x> y, x >= y, y <= x && x <= high};
    return holds[op];
}

static bool atom_holds(const struct atom *t, struct facts f)
{
    int value[] = {f.size, f.special, f.a, f.b, f.a};
    int against = t->about == 4 ? f.b : t->low;
    return compares(value[t->about], t->op, against, t->high) != t->denied;
}

static bool row_holds(const struct row *r, struct facts f)
{
    for (int i = 0; i < r->n; i++)
        if (atom_holds(&r->atom[i], f) == r->any)
            return r->any;
    return !r->any;
}

static struct atom random_atom(void)
{
    struct atom t = {.denied = below(4) == 0, .about = below(5)};
    bool word = t.about < 2;
    t.op = below(word ? 2 : t.about == 4 ? 6 : 7);
    t.low = t.about == 0 ? below(SIZES) : t.about == 1 ? below(2) : below(MOST + 2);
    t.high = t.low + below(3);
    return t;
}

static void write_atom(struct buffer *b, const struct atom *t)
{
    static const char *const names[] = {"size", "special", "a", "b", "a"};
    static const char *const words[][SIZES] = {{"\"S\"", "\"M\"", "\"L\""}, {"no", "yes", ""}};
    struct text name = text_of(names[t->about]), op = text_of(ops[t->op]);
    if (t->denied)
        buffer_add(b, TEXT("not ("));
    if (t->about == 4)
        buffer_add(b, SAY(b->arena, "{} {} b", name, op));
    else if (t->about < 2)
        buffer_add(b, SAY(b->arena, "{} {} {}", name, op, text_of(words[t->about][t->low])));
    else if (t->op == 6)
        buffer_add(b, SAY(b->arena, "{} in {} .. {}", name, text_number(b->arena, t->low),
                          text_number(b->arena, t->high)));
    else
        buffer_add(b, SAY(b->arena, "{} {} {}", name, op, text_number(b->arena, t->low)));
    if (t->denied)
        buffer_add(b, TEXT(")"));
}

static struct text rules_of(struct arena *a, struct row *row, int rows)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("criteria t \"t\" era CE scale 0 .. 9 facts { size : one of (\"S\", \"M\", "
                        "\"L\") special : yes/no a, b : integer, at least 1, at most 5 }\n"
                        "indicator 1 { score table {\n"));
    for (int i = 0; i < rows; i++) {
        buffer_add(&b, TEXT("when "));
        for (int j = 0; j < row[i].n; j++) {
            if (j)
                buffer_add(&b, row[i].any ? TEXT(" or ") : TEXT(" and "));
            write_atom(&b, &row[i].atom[j]);
        }
        buffer_add(&b, SAY(a, " : {}\n", text_number(a, i)));
    }
    buffer_add(&b, SAY(a, "otherwise : {} } }\n", text_number(a, rows)));
    return buffer_text(&b);
}

static int first_row(const struct row *row, int rows, struct facts f)
{
    int i = 0;
    while (i < rows && !row_holds(&row[i], f))
        i++;
    return i;
}

/* Rows stand on lines 3, 4, ...: those never reached are reported there.  A table where `a` and `b`
 * are also compared with each other may hold rows of which the checker cannot know. */
static void expect_claims(struct trial *t, int rows, const int *reached, bool exact)
{
    struct text problems = trial_problems(t);
    for (int i = 0; i <= rows; i++) {
        struct text place = SAY(t->arena, "K0541]: this row is never reached\n --> input.ken:{}:",
                                text_number(t->arena, i + 3));
        bool said = support_find(problems, place) != NULL;
        bool false_claim = said && reached[i], silent = exact && !said && !reached[i];
        cr_expect(not(false_claim), "row %d is reached: %s", i, text_c(t->arena, problems));
        cr_expect(not(silent), "row %d is never reached, and nothing is said", i);
    }
}

static void expect_scores(struct trial *t, struct text rules, const struct row *row, int rows)
{
    static const char *const size[] = {"S", "M", "L"};
    for (int i = 0; i < 3; i++) {
        struct facts f = facts_of(below(ALL));
        struct arena *a = t->arena;
        struct text facts =
            SAY(a, "size {}\nspecial {}\na {}\nb {}\n", text_of(size[f.size]),
                f.special ? TEXT("yes") : TEXT("no"), text_number(a, f.a), text_number(a, f.b));
        struct trial *one = trial_of("tests", rules, facts);
        cr_assert(eq(int, one->status, KEN_OK));
        cr_expect(eq(str, trial_figure(one, "1", "exact"),
                     (char *)text_c(a, text_number(a, first_row(row, rows, f)))),
                  "%s", text_c(a, rules));
        trial_free(one);
    }
}

Test(situations, claims_about_rows_hold_for_all_facts)
{
    int refused = 0;
    for (int n = 0; n < TABLES; n++) {
        struct row row[ROWS] = {0};
        int rows = 1 + below(ROWS), reached[ROWS + 1] = {0};
        bool exact = true;
        for (int i = 0; i < rows; i++) {
            row[i] = (struct row){.any = below(2), .n = 1 + below(ATOMS)};
            for (int j = 0; j < row[i].n; j++) {
                row[i].atom[j] = random_atom();
                exact = exact && row[i].atom[j].about != 4;
            }
        }
        for (int i = 0; i < ALL; i++)
            reached[first_row(row, rows, facts_of(i))]++;
        struct trial *t = trial_new("tests");
        struct text rules = rules_of(t->arena, row, rows);
        trial_load(t, "input.ken", rules);
        expect_claims(t, rows, reached, exact);
        refused += t->status != KEN_OK;
        if (t->status == KEN_OK)
            expect_scores(t, rules, row, rows);
        trial_free(t);
    }
    cr_expect(refused > TABLES / 4 && refused < TABLES, "%d refused", refused);
}
