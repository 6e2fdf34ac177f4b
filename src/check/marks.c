/* Marks: `status` and `grade`, bands over a score that call it something.
 *
 * The two are one construct.  They differ in whose score is called so: that of every group and
 * indicator on the scale of the total, or that of one criterion. */
#include "check/banding.h"

struct text mark_words(enum mark mark)
{
    static const char *const words[MARKS] = {[MARK_LIGHT] = "status", [MARK_GRADE] = "grade"};
    return text_of(words[mark]);
}

struct text mark_noun(enum mark mark)
{
    static const char *const noun[MARKS] = {[MARK_LIGHT] = "light", [MARK_GRADE] = "grade"};
    return text_of(noun[mark]);
}

bool mark_named(struct text word, enum mark *mark)
{
    for (enum mark m = 0; m < MARKS; m++)
        if (text_equal(word, mark_words(m))) {
            *mark = m;
            return true;
        }
    return false;
}

static struct band *band_called(struct checker *c, const struct node *n, struct map *names,
                                const struct nodes *bands, size_t i)
{
    struct band *band = ARENA_NEW(c->a, struct band);
    *band = (struct band){.name = n->band.name->word.text,
                          .title = check_text(n->band.title),
                          .needs_reason = n->band.needs_reason,
                          .at = n->at};
    size_t first = map_put(names, band->name, i);
    if (first != i)
        diag_label(c->d, DIAG_ADD(c->d, K0307, n->band.name->at, SAY(c->a, "band {}", band->name)),
                   bands->at[first]->at, TEXT("first here"));
    return band;
}

static bool is_lit(struct checker *c, const struct criterion *k)
{
    return k->height != HEIGHT_PART && criterion_same_scale(c->a, k, c->m->criteria.at[0]);
}

/* Gives the bands to every score that is called by them; what these scores can be. */
static struct interval give(struct checker *c, enum mark mark, struct criterion *owner,
                            const struct bands *bands)
{
    struct interval r = range_of_score(c, owner);
    owner->marks[mark] = bands;
    for (size_t i = 0; mark == MARK_LIGHT && i < c->m->criteria.n; i++) {
        struct criterion *k = c->m->criteria.at[i];
        if (!is_lit(c, k))
            continue;
        k->marks[mark] = bands;
        r = interval_join(c->a, r, range_of_score(c, k));
    }
    return r;
}

static void fill_mark(struct checker *c, const struct pending *p)
{
    bool grade = p->node->kind == NODE_grade;
    const struct nodes *bands = grade ? &p->node->grade.bands : &p->node->status.bands;
    struct banding b = {.c = c, .all = ARENA_ARRAY(c->a, struct stretch, bands->n + 1)};
    struct bands *all = ARENA_NEW(c->a, struct bands);
    struct map names = map_in(c->a);
    bool whole = !c->scale_spoilt && !check_has_broken(bands);
    *all = (struct bands){0};
    for (size_t i = 0; i < bands->n; i++) {
        const struct node *n = bands->at[i];
        if (n->kind == NODE_band &&
            !banding_take(&b, band_called(c, n, &names, bands, i), n, n->band.stretch, all))
            whole = false;
    }
    if (whole && !bands->n)
        diag_help(DIAG_ADD(c->d, K0554, p->node->at, mark_words(grade ? MARK_GRADE : MARK_LIGHT)),
                  TEXT("write bands such as `from 4 : good`, or delete it"));
    struct interval r = give(c, grade ? MARK_GRADE : MARK_LIGHT, p->thing, all);
    if (whole)
        banding_settle(&b, r);
    banding_put(&b, all);
}

void fill_marks(struct checker *c)
{
    for (size_t i = 0; i < c->marks.n; i++)
        fill_mark(c, &c->marks.at[i]);
}
