/* What changed between two rule sets, for a committee. */
#include "report/diff.h"

#include "base/map.h"
#include "explain/words.h"
#include "report/diff_words.h"

enum { SHORT = 96 /* columns that a sentence may take for what was and what is */ };

/* The same change in many criteria, as of a policy that all of them inherit or of what is cited for
 * all of them, is told once. */
struct telling {
    struct document *d;
    struct arena *a;
    const struct diff *diff;
    const struct diff_choice *choice;
    struct map first;          /* by what is said: the change that tells it */
    const struct text *others; /* by change: the criteria for which it tells it too */
};

/* --- what is told once ------------------------------------------------------------------------ */

static bool may_be_of_many(enum diff_kind kind)
{
    return kind == DIFF_SCALE || kind == DIFF_NA_POLICY || kind == DIFF_MISSING ||
           kind == DIFF_ROUNDING || kind == DIFF_REWORDED || kind == DIFF_SHOW;
}

static void gather_others(struct telling *t)
{
    const struct diff *diff = t->diff;
    struct text *others = ARENA_ARRAY(t->a, struct text, diff->changes.n);
    struct buffer *lists = ARENA_ARRAY(t->a, struct buffer, diff->changes.n);
    t->first = map_in(t->a);
    for (size_t i = 0; i < diff->changes.n; i++) {
        const struct rule_change *c = diff->changes.at[i];
        if (!may_be_of_many(c->kind))
            continue;
        struct text key =
            SAY(t->a, "{} {}", diff_class_words(c->class), diff_change_words(t->a, c));
        size_t first = map_put(&t->first, key, i);
        if (first == i) {
            lists[i] = buffer_in(t->a);
            continue;
        }
        buffer_add(&lists[first], lists[first].n ? TEXT(", ") : TEXT(""));
        buffer_add(&lists[first], diff_criterion(c->pair)->path);
        others[first] = buffer_text(&lists[first]);
        others[i] = TEXT("told");
    }
    t->others = others;
}

/* The criterion that is new or gone; NULL where it is something in it. */
static const struct criterion *alone(const struct rule_change *c)
{
    bool is = (c->kind == DIFF_ADDED || c->kind == DIFF_REMOVED) && !c->what.n;
    return is ? c->side[c->kind == DIFF_ADDED ? NEWER : OLDER].criterion : NULL;
}

static struct text inside_words(struct telling *t, const struct rule_change *c)
{
    const struct criterion *k = alone(c);
    struct buffer b = buffer_in(t->a);
    for (size_t i = 0; k && i < k->children.n; i++)
        buffer_add(&b, SAY(t->a, i ? ", {}" : "with {}", k->children.at[i]->path));
    return buffer_text(&b);
}

static bool is_told(const struct telling *t, const struct rule_change *c)
{
    return may_be_of_many(c->kind) && text_equal(t->others[c->index], TEXT("told"));
}

/* --- one change ------------------------------------------------------------------------------- */

static enum tone tone_of(enum diff_class class)
{
    static const enum tone tones[CLASSES] = {[CLASS_NEUTRAL] = TONE_PLAIN,
                                             [CLASS_STRICTER] = TONE_BAD,
                                             [CLASS_LOOSER] = TONE_GOOD,
                                             [CLASS_MIXED] = TONE_WARN,
                                             [CLASS_UNKNOWN] = TONE_WARN};
    return tones[class];
}

static void add_line(struct telling *t, struct block *outline, unsigned depth, struct text body,
                     enum tone tone, struct span at)
{
    outline_add(t->d, outline, depth, (struct cell){body, tone},
                source_line_words(t->a, t->diff->model[NEWER]->sources, at));
}

static void add_side(struct telling *t, struct block *outline, const struct rule_change *c,
                     int side)
{
    const struct side *s = &c->side[side];
    if (!s->says.n && span_is_nowhere(s->at))
        return;
    struct text body = SAY(t->a, side == OLDER ? "was  {}" : "now  {}", diff_side_words(t->a, s));
    add_line(t, outline, 1, body, TONE_PLAIN, s->at);
}

static void add_cites(struct telling *t, struct block *outline, unsigned depth,
                      const struct remarks *r)
{
    for (size_t i = 0; i < r->cites.n; i++)
        add_line(t, outline, depth,
                 SAY(t->a, "cited  {}", words_cite(t->a, t->diff->model[NEWER], &r->cites.at[i])),
                 TONE_FAINT, r->cites.at[i].at);
}

static void add_change(struct telling *t, struct block *outline, const struct rule_change *c)
{
    const struct side *now = &c->side[NEWER];
    struct text body = diff_sentence(t->a, t->diff, c, SHORT);
    add_line(t, outline, 0, body, tone_of(c->class), (struct span){0, 0});
    add_side(t, outline, c, OLDER);
    add_side(t, outline, c, NEWER);
    struct text inside = inside_words(t, c);
    if (inside.n)
        add_line(t, outline, 1, inside, TONE_PLAIN, (struct span){0, 0});
    if (t->others[c->index].n)
        add_line(t, outline, 1, SAY(t->a, "also of {}", t->others[c->index]), TONE_PLAIN,
                 (struct span){0, 0});
    struct span by = {0, 0};
    struct text cited = diff_cited(t->diff, c, &by);
    if (cited.n)
        add_line(t, outline, 1, SAY(t->a, "by  {}", cited), TONE_FAINT, by);
    if (now->step)
        add_cites(t, outline, 1, &now->step->remarks);
    if (now->penalty)
        add_cites(t, outline, 1, &now->penalty->remarks);
}

/* --- all of them ------------------------------------------------------------------------------ */

static void add_pair(struct telling *t, const struct pair *p)
{
    struct block *outline = NULL;
    for (size_t i = 0; i < p->changes.n; i++) {
        const struct rule_change *c = p->changes.at[i];
        if (!diff_has_meaning(c) || !diff_is_chosen(t->choice, c) || is_told(t, c))
            continue;
        if (!outline) {
            document_heading(t->d, diff_pair_words(t->a, p), TEXT(""));
            outline = document_outline(t->d);
        }
        add_change(t, outline, c);
    }
    if (outline && p->of[NEWER])
        add_cites(t, outline, 0, &p->of[NEWER]->remarks);
}

/* What people read, without any effect on a score: last, and one line each. */
static void add_words(struct telling *t)
{
    struct block *outline = NULL;
    for (size_t i = 0; i < t->diff->changes.n; i++) {
        const struct rule_change *c = t->diff->changes.at[i];
        if (diff_has_meaning(c) || !diff_is_chosen(t->choice, c) || is_told(t, c))
            continue;
        if (!outline) {
            document_heading(t->d, TEXT("words and display, without a change of meaning"),
                             TEXT(""));
            outline = document_outline(t->d);
        }
        struct span at = c->side[NEWER].at;
        const struct criterion *k = diff_criterion(c->pair);
        struct text of = k->parent ? k->path : TEXT("total");
        if (t->others[i].n)
            of = SAY(t->a, "{}, {}", of, t->others[i]);
        add_line(t, outline, 0, SAY(t->a, "{}  {}", of, diff_change_words(t->a, c)), TONE_FAINT,
                 span_is_nowhere(at) ? c->side[OLDER].at : at);
    }
}

static void add_head(struct telling *t)
{
    const struct diff *diff = t->diff;
    document_heading(t->d,
                     diff->unrelated ? TEXT("different criteria altogether: nothing of the older "
                                            "rules is in the newer ones")
                                     : diff_total_words(t->a, diff),
                     TEXT(""));
    struct block *outline = document_outline(t->d);
    for (int side = 0; side < SIDES; side++) {
        struct text body = SAY(t->a, side == OLDER ? "was  {}" : "now  {}",
                               diff_rules_words(t->a, diff->model[side]));
        outline_add(t->d, outline, 0, (struct cell){body, TONE_PLAIN},
                    diff_file_words(diff->model[side]));
    }
    if (diff->unrelated)
        document_paragraph(t->d, diff_total_words(t->a, diff), TONE_STRONG);
    if (diff->months)
        document_paragraph(t->d, diff_months_words(t->a, diff), TONE_PLAIN);
}

void report_diff(struct document *d, const struct diff *diff, const struct diff_choice *choice)
{
    struct telling t = {.d = d, .a = d->arena, .diff = diff, .choice = choice};
    gather_others(&t);
    add_head(&t);
    for (size_t i = 0; i < diff->pairs.n; i++)
        add_pair(&t, diff->pairs.at[i]);
    add_words(&t);
}

/* --- in short --------------------------------------------------------------------------------- */

enum { COLUMN_CRITERION, COLUMN_CLASS, COLUMN_CHANGES };

/* "level, deadline 2, reworded" */
static struct text kinds_words(struct arena *a, const struct pair *p,
                               const struct diff_choice *choice)
{
    long count[DIFF_KINDS] = {0};
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < p->changes.n; i++)
        count[p->changes.at[i]->kind] += diff_is_chosen(choice, p->changes.at[i]);
    for (enum diff_kind kind = 0; kind < DIFF_KINDS; kind++) {
        if (!count[kind])
            continue;
        buffer_add(&b, b.n ? TEXT(", ") : TEXT(""));
        buffer_add(&b, diff_kind_words(kind));
        if (count[kind] > 1)
            buffer_add(&b, SAY(a, " {}", text_number(a, count[kind])));
    }
    return buffer_text(&b);
}

static bool has_meaning(const struct pair *p)
{
    bool has = false;
    for (size_t i = 0; i < p->changes.n; i++)
        has = has || diff_has_meaning(p->changes.at[i]);
    return has;
}

/* What it does to its score and to the total. */
static enum diff_class class_of(const struct pair *p)
{
    enum diff_class class = p->class;
    for (size_t i = 0; i < p->changes.n; i++) {
        enum diff_class of = p->changes.at[i]->class;
        if (!p->changes.at[i]->on_total || of == CLASS_NEUTRAL || of == class)
            continue;
        class = class == CLASS_NEUTRAL                          ? of
                : class == CLASS_UNKNOWN || of == CLASS_UNKNOWN ? CLASS_UNKNOWN
                                                                : CLASS_MIXED;
    }
    return class;
}

void report_diff_stat(struct document *d, const struct diff *diff, const struct diff_choice *choice)
{
    struct arena *a = d->arena;
    struct block *table = NULL;
    for (size_t i = 0; i < diff->pairs.n; i++) {
        const struct pair *p = diff->pairs.at[i];
        struct text kinds = kinds_words(a, p, choice);
        if (!kinds.n)
            continue;
        if (!table) {
            table = document_table(d);
            table_column(d, table, TEXT(""), ALIGN_LEFT, false);
            table_column(d, table, TEXT(""), ALIGN_LEFT, false);
            table_column(d, table, TEXT(""), ALIGN_LEFT, true);
        }
        bool means = has_meaning(p);
        struct table_row *row = table_add_row(d, table, 0);
        row->cell[COLUMN_CRITERION].text =
            diff_criterion(p)->parent ? diff_criterion(p)->path : TEXT("total");
        row->cell[COLUMN_CLASS] =
            (struct cell){means ? diff_class_words(class_of(p)) : TEXT("words"),
                          means ? tone_of(class_of(p)) : TONE_FAINT};
        row->cell[COLUMN_CHANGES].text = kinds;
    }
    document_paragraph(d, diff_total_words(a, diff), TONE_STRONG);
}
