/* One criterion through the years. */
#include "report/history.h"

#include "explain/figures.h"
#include "explain/words.h"
#include "render/json.h"
#include "report/diff_words.h"

static struct text share_words(struct arena *a, const struct history_year *y)
{
    return y->has_share ? figure_weight(a, y->criterion, y->share) : TEXT("");
}

/* "points 3, 4.62 % of the total"; empty where it does not count by weight. */
static struct text weight_words(struct arena *a, const struct history_year *y)
{
    const struct criterion *k = y->criterion;
    struct text share = share_words(a, y), points = {0};
    if (k->has_points && !k->by_weight)
        points = SAY(a, "points {}", number_short_words(a, k->points, 6));
    if (!share.n || !k->parent)
        return points;
    return points.n ? SAY(a, "{}, {} of the total", points, share)
                    : SAY(a, "{} of the total", share);
}

static void add_line(struct document *d, struct block *outline, unsigned depth, struct text body,
                     enum tone tone, struct text aside)
{
    if (body.n)
        outline_add(d, outline, depth, (struct cell){body, tone}, aside);
}

static void add_cites(struct document *d, struct block *outline, const struct history_year *y)
{
    const struct remarks *r = &y->criterion->remarks;
    for (size_t i = 0; i < r->cites.n; i++)
        add_line(d, outline, 1,
                 SAY(d->arena, "by  {}", words_cite(d->arena, y->rules->model, &r->cites.at[i])),
                 TONE_FAINT,
                 source_line_words(d->arena, y->rules->model->sources, r->cites.at[i].at));
}

static void add_change(struct document *d, struct block *outline, const struct diff *diff,
                       const struct rule_change *c)
{
    struct text says = diff_change_words(d->arena, c),
                effect = diff_effect_words(d->arena, diff, c);
    if (effect.n)
        says = SAY(d->arena, "{}: {}", says, effect);
    add_line(d, outline, 1,
             SAY(d->arena, "{}  {}",
                 diff_has_meaning(c) ? diff_class_words(c->class) : TEXT("wording"), says),
             TONE_PLAIN,
             source_line_words(d->arena, diff->model[NEWER]->sources, c->side[NEWER].at));
    struct span by = {0, 0};
    struct text cited = diff_cited(diff, c, &by);
    if (cited.n)
        add_line(d, outline, 2, SAY(d->arena, "by  {}", cited), TONE_FAINT,
                 source_line_words(d->arena, diff->model[NEWER]->sources, by));
}

static bool has_meaning(const struct pair *p)
{
    for (size_t i = 0; i < p->changes.n; i++)
        if (diff_has_meaning(p->changes.at[i]))
            return true;
    return false;
}

static void add_changes(struct document *d, struct block *outline, const struct history_year *y)
{
    if (!y->pair)
        return;
    if (!y->pair->changes.n)
        add_line(d, outline, 0, TEXT("no change"), TONE_FAINT, TEXT(""));
    else if (!has_meaning(y->pair))
        add_line(d, outline, 0, TEXT("no change of meaning"), TONE_FAINT, TEXT(""));
    else if (y->pair->of[OLDER] && y->pair->of[NEWER])
        add_line(d, outline, 0, diff_class_words(y->pair->class), TONE_STRONG, TEXT(""));
    for (size_t i = 0; i < y->pair->changes.n; i++)
        add_change(d, outline, y->rules->diff, y->pair->changes.at[i]);
}

static void add_year(struct document *d, const struct history_year *y)
{
    struct arena *a = d->arena;
    const struct model *m = y->rules->model;
    const struct criterion *k = y->criterion;
    struct text name = k && k->parent ? SAY(a, "{}  {}", m->id, k->path) : m->id;
    if (k && k->title.n)
        name = SAY(a, "{}  {}", name, text_folded(a, k->title));
    document_heading(d, name, k ? source_line_words(a, m->sources, k->at) : TEXT(""));
    struct block *outline = document_outline(d);
    if (!k)
        add_line(d, outline, 0, TEXT("it is not there"), TONE_FAINT, TEXT(""));
    add_changes(d, outline, y);
    if (!k)
        return;
    add_line(d, outline, 0, weight_words(a, y), TONE_PLAIN, TEXT(""));
    add_line(d, outline, 0, y->scored, TONE_PLAIN, TEXT(""));
    add_cites(d, outline, y);
}

void report_history(struct document *d, const struct history *h)
{
    for (size_t i = 0; i < h->years.n; i++)
        add_year(d, &h->years.at[i]);
}
