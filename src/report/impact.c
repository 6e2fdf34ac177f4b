/* Who is affected by the changes of rules, office by office. */
#include "report/impact.h"

#include "explain/figures.h"
#include "report/cells.h"
#include "report/diff_words.h"

enum { TOLD = 20 /* offices of a group */, NAMED = 3 /* changes in a row */ };

/* --- words --------------------------------------------------------------------------------------
 */

const struct criterion *impact_total(const struct impact *m)
{
    return m->diff->model[NEWER]->criteria.at[0];
}

/* "n/a policy": an id is written with underscores. */
static struct text kind_words(struct arena *a, enum diff_kind kind)
{
    struct text id = diff_kind_words(kind);
    struct buffer b = buffer_in(a);
    if (kind == DIFF_NA_POLICY)
        return TEXT("n/a policy");
    for (size_t i = 0; i < id.n; i++)
        buffer_add_byte(&b, id.at[i] == '_' ? ' ' : id.at[i]);
    return buffer_text(&b);
}

static struct text change_words(struct arena *a, const struct rule_change *c)
{
    const struct criterion *k = diff_criterion(c->pair);
    struct text path = k->parent ? SAY(a, "{} ", k->path) : TEXT("");
    struct text kind = kind_words(a, c->kind);
    const struct side *older = &c->side[OLDER], *newer = &c->side[NEWER];
    if (c->kind == DIFF_PENALTY)
        return SAY(a, "{}{}", path, c->what);
    if (older->fact || newer->fact)
        return SAY(a, "fact {}", c->what);
    if (older->step || newer->step || older->penalty || newer->penalty)
        return SAY(a, "{}{} {}", path, c->what, kind);
    return k->parent ? SAY(a, "{}{}", path, kind) : SAY(a, "total {}", kind);
}

struct text impact_player_words(struct arena *a, const struct player *p)
{
    struct buffer b = buffer_in(a);
    if (!p)
        return TEXT("nothing that the diff names");
    for (size_t i = 0; i < p->changes.n && i < NAMED; i++)
        buffer_add(&b, SAY(a, i ? " with {}" : "{}", change_words(a, p->changes.at[i])));
    if (p->changes.n > NAMED)
        buffer_add(&b, SAY(a, " with {} more", text_number(a, (long long)(p->changes.n - NAMED))));
    return buffer_text(&b);
}

bool impact_is_chosen(const struct diff_choice *choice, const struct player *p)
{
    for (size_t i = 0; p && i < p->changes.n; i++)
        if (diff_is_chosen(choice, p->changes.at[i]))
            return true;
    return !choice->some;
}

struct telling {
    struct document *d;
    struct arena *a;
    const struct impact *m;
    const struct diff_choice *choice;
    const struct criterion *total;
};

static struct text count_words(struct arena *a, size_t n, const char *one, const char *many)
{
    return SAY(a, "{} {}", figure_short(a, number_of((long long)n), 0, NULL),
               text_of(n == 1 ? one : many));
}

/* --- what each change takes or gives ------------------------------------------------------------
 */

/* By falling size; insertion sort, for they are few. */
static const struct attribution **by_size(struct telling *t, const struct office *o)
{
    const struct attribution **at = ARENA_ARRAY(t->a, const struct attribution *, o->attributed.n);
    for (size_t i = 0; i < o->attributed.n; i++) {
        const struct attribution *one = &o->attributed.at[i];
        struct number size = number_most(t->a, one->by, number_negate(t->a, one->by));
        size_t k = i;
        for (; k; k--) {
            struct number other =
                number_most(t->a, at[k - 1]->by, number_negate(t->a, at[k - 1]->by));
            if (number_order(t->a, other, size) >= 0)
                break;
            at[k] = at[k - 1];
        }
        at[k] = one;
    }
    return at;
}

/* The printed figure runs on from the older total to the newer one. */
static struct text amount(struct telling *t, struct number *running, struct number by)
{
    struct number next = number_add(t->a, *running, by);
    struct text says = figure_difference(t->a, t->total, *running, next);
    *running = next;
    return says;
}

static struct text why_words(struct telling *t, const struct office *o)
{
    struct buffer b = buffer_in(t->a);
    struct number running = o->total[OLDER].score;
    const struct attribution **at = by_size(t, o);
    size_t named = 0, left = 0;
    if (o->division == DIVISION_NONE)
        return TEXT("not attributed");
    for (size_t i = 0; i < o->attributed.n; i++) {
        if (named == NAMED || !impact_is_chosen(t->choice, at[i]->player)) {
            left++;
            continue;
        }
        buffer_add(&b,
                   SAY(t->a, named++ ? ", {} {}" : "{} {}",
                       impact_player_words(t->a, at[i]->player), amount(t, &running, at[i]->by)));
    }
    if (left)
        buffer_add(&b,
                   SAY(t->a, b.n ? ", {} {}" : "{} {}", count_words(t->a, left, "other", "others"),
                       figure_difference(t->a, t->total, running, o->total[NEWER].score)));
    if (o->division == DIVISION_IN_ORDER)
        buffer_add(&b, TEXT(" (in the order of the rules)"));
    return buffer_text(&b);
}

/* --- offices ------------------------------------------------------------------------------------
 */

enum { COLUMN_OFFICE, COLUMN_WAS, COLUMN_NOW, COLUMN_BY, COLUMN_WHY };

static struct block *office_table(struct telling *t)
{
    struct block *table = document_table(t->d);
    table_column(t->d, table, TEXT("office"), ALIGN_LEFT, false);
    table_column(t->d, table, TEXT("was"), ALIGN_RIGHT, false);
    table_column(t->d, table, TEXT("is"), ALIGN_RIGHT, false);
    table_column(t->d, table, TEXT("difference"), ALIGN_RIGHT, false);
    table_column(t->d, table, TEXT("because of"), ALIGN_LEFT, true);
    return table;
}

/* "● good → ◐ watch"; empty where nothing is called otherwise. */
static struct text mark_words_of(struct telling *t, const struct office *o)
{
    struct buffer b = buffer_in(t->a);
    for (enum mark mark = 0; impact_mark_changes(o) && mark < MARKS; mark++) {
        const struct band *from = o->total[OLDER].mark[mark], *to = o->total[NEWER].mark[mark];
        struct text was = cell_mark(t->a, mark, from).text, is = cell_mark(t->a, mark, to).text;
        if (!text_equal(was, is))
            buffer_add(&b, SAY(t->a, b.n ? ", {} → {}" : "{} → {}", was.n ? was : TEXT("none"),
                               is.n ? is : TEXT("none")));
    }
    return buffer_text(&b);
}

static void add_office(struct telling *t, struct block *table, const struct office *o)
{
    struct table_row *row = table_add_row(t->d, table, 0);
    struct number was = o->total[OLDER].score, is = o->total[NEWER].score;
    int sign = number_sign(o->by);
    row->cell[COLUMN_OFFICE].text = o->name;
    row->cell[COLUMN_WAS].text = figure_score(t->a, t->total, was);
    row->cell[COLUMN_NOW].text = figure_score(t->a, t->total, is);
    row->cell[COLUMN_BY] =
        (struct cell){figure_difference(t->a, t->total, was, is), sign < 0 ? TONE_BAD
                                                                  : sign   ? TONE_GOOD
                                                                           : TONE_PLAIN};
    row->cell[COLUMN_WHY] = (struct cell){why_words(t, o), TONE_FAINT};
}

/* All that are called the same on both sides, in one table. */
static void tell_group(struct telling *t, const struct office **o, size_t known,
                       const struct text *marks, size_t first, size_t most)
{
    struct text heading = marks[first].n ? marks[first] : TEXT("the same light and grade");
    size_t all = 0, told = 0;
    for (size_t i = first; i < known; i++)
        all += text_equal(marks[i], marks[first]);
    document_heading(
        t->d, SAY(t->a, "{}: {}", heading, count_words(t->a, all, "office", "offices")), TEXT(""));
    struct block *table = office_table(t);
    for (size_t i = first; i < known && told < most; i++)
        if (text_equal(marks[i], marks[first])) {
            add_office(t, table, o[i]);
            told++;
        }
    if (told < all)
        document_paragraph(t->d,
                           SAY(t->a, "and {} that {} less: `--all` shows them",
                               text_number(t->a, (long long)(all - told)),
                               all - told == 1 ? TEXT("loses") : TEXT("lose")),
                           TONE_FAINT);
}

static void tell_offices(struct telling *t, bool all)
{
    const struct office **o = impact_order(t->a, t->m);
    struct text *marks = ARENA_ARRAY(t->a, struct text, t->m->offices.n);
    struct map seen = map_in(t->a);
    size_t known = 0;
    while (known < t->m->offices.n && o[known]->state == OFFICE_KNOWN) {
        marks[known] = mark_words_of(t, o[known]);
        known++;
    }
    for (size_t i = 0; i < known; i++)
        if (map_put(&seen, marks[i], i) == i)
            tell_group(t, o, known, marks, i, all ? known : TOLD);
}

/* --- the head -----------------------------------------------------------------------------------
 */

static struct text number_words_of(struct telling *t, size_t n)
{
    return figure_short(t->a, number_of((long long)n), 0, NULL);
}

static struct text sums_words(struct telling *t, const size_t *n, size_t marks)
{
    struct text all = count_words(t->a, t->m->offices.n, "office", "offices");
    struct distribution d = impact_distribution(t->a, t->m);
    struct buffer b = buffer_in(t->a);
    if (n[OFFICE_WRONG] == t->m->offices.n)
        return SAY(t->a, "{}, and nothing is known of any: their facts are wrong", all);
    buffer_add(&b, SAY(t->a, "{}: {} lose, {} gain, {} stay; {} another light or grade", all,
                       number_words_of(t, d.lose), number_words_of(t, d.gain),
                       number_words_of(t, d.stay),
                       SAY(t->a, marks == 1 ? "{} gets" : "{} get", number_words_of(t, marks))));
    if (n[OFFICE_RANGE])
        buffer_add(&b, SAY(t->a, "; {} not known", number_words_of(t, n[OFFICE_RANGE])));
    if (n[OFFICE_WRONG])
        buffer_add(&b, SAY(t->a, "; {} left out, for their facts are wrong",
                           number_words_of(t, n[OFFICE_WRONG])));
    return buffer_text(&b);
}

static struct text how_words(struct telling *t)
{
    size_t exact = t->m->divided - t->m->in_order;
    struct text how = SAY(t->a, "Of {} the difference is attributed exactly (Shapley values)",
                          count_words(t->a, exact, "office", "offices"));
    return t->m->in_order ? SAY(t->a, "{}, of {} in the order of the rules", how,
                                count_words(t->a, t->m->in_order, "office", "offices"))
                          : how;
}

static void tell_head(struct telling *t)
{
    size_t n[OFFICE_WRONG + 1] = {0}, marks = 0;
    long months = t->m->diff->months;
    for (size_t i = 0; i < t->m->offices.n; i++) {
        n[t->m->offices.at[i]->state]++;
        marks += impact_mark_changes(t->m->offices.at[i]);
    }
    document_heading(t->d, TEXT("who is affected"), TEXT(""));
    document_paragraph(t->d, sums_words(t, n, marks), TONE_STRONG);
    if (months)
        document_paragraph(t->d,
                           SAY(t->a,
                               "Both rules are evaluated on the facts and the days of the first: "
                               "all dates of the second are taken {} months {}.",
                               text_number(t->a, months < 0 ? -months : months),
                               months < 0 ? TEXT("later") : TEXT("earlier")),
                           TONE_PLAIN);
    if (t->m->divided)
        document_paragraph(t->d, how_words(t), TONE_FAINT);
}

void report_impact_wrong(struct document *d, const struct impact *m)
{
    size_t wrong = 0, n = m->offices.n;
    struct text all = text_number(d->arena, (long long)n);
    for (size_t i = 0; i < n; i++)
        wrong += m->offices.at[i]->state == OFFICE_WRONG;
    if (!wrong)
        return;
    struct text says =
        wrong == n ? SAY(d->arena,
                         n == 1 ? "the facts are wrong, and nothing is known of the office"
                                : "the facts of all {} offices are wrong: nothing is known of any",
                         all)
                   : SAY(d->arena, "the facts of {} of {} offices are wrong: they are left out",
                         text_number(d->arena, (long long)wrong), all);
    document_paragraph(d, says, TONE_BAD);
}

void report_impact(struct document *d, const struct impact *m, const struct diff_choice *choice,
                   bool all)
{
    struct telling t = {d, d->arena, m, choice, impact_total(m)};
    tell_head(&t);
    tell_offices(&t, all);
    report_impact_sums(d, m, choice);
    report_impact_gaps(d, m);
}
