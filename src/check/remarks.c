/* Citations, notes, titles; rounding and display: what is said of a criterion beside its score. */
#include "check/checker.h"

static void check_title(struct checker *c, struct remarks *r, const struct node *n)
{
    struct text language = n->title.language->word.text;
    for (size_t i = 0; i < r->titles.n; i++)
        if (text_equal(r->titles.at[i].language, language)) {
            struct diag *g = DIAG_ADD(c->d, K0307, n->at, SAY(c->a, "title {}", language));
            diag_label(c->d, g, r->titles.at[i].at, TEXT("first here"));
            return;
        }
    LIST_ADD(c->a, &r->titles, (struct translation){language, check_text(n->title.text), n->at});
}

static void check_cite(struct checker *c, struct remarks *r, const struct node *n)
{
    struct cite cite = {.document = check_text(n->cite.document), .at = n->at};
    struct date last;
    if (n->cite.dated)
        cite.has_date = check_date(c, n->cite.dated, &cite.dated, &last);
    if (n->cite.page)
        cite.page = check_source(c, n->cite.page->at);
    if (n->cite.effective)
        cite.has_effect = check_date(c, n->cite.effective, &cite.effective, &last);
    LIST_ADD(c->a, &r->cites, cite);
}

void check_formerly(struct checker *c, struct formerlies *all, const struct node *n,
                    struct text rest)
{
    const struct node *was = n->formerly.was, *in = n->formerly.in;
    struct text words = was->kind == NODE_word ? check_id(c, was->word.text)
                                               : check_fact_path(c, (struct text){0}, was);
    struct formerly f = {SAY(c->a, "{}{}", words, rest), in ? in->word.text : (struct text){0},
                         rest.n > 0, n->at};
    for (size_t i = 0; i < all->n; i++) {
        if (!text_equal(all->at[i].in, f.in))
            continue;
        if (all->at[i].of_group) { /* what is nearer says it better */
            all->at[i] = f;
            return;
        }
        struct diag *g =
            DIAG_ADD(c->d, K0307, n->at,
                     f.in.n ? SAY(c->a, "what this was in `{}`", f.in) : TEXT("what this was"));
        diag_label(c->d, g, all->at[i].at, TEXT("first here"));
        return;
    }
    LIST_ADD(c->a, all, f);
}

void check_remark(struct checker *c, struct remarks *r, const struct node *n)
{
    if (n->kind == NODE_note)
        LIST_ADD(c->a, &r->notes, check_text(n->note.text));
    else if (n->kind == NODE_title)
        check_title(c, r, n);
    else if (n->kind == NODE_cite)
        check_cite(c, r, n);
}

struct rounding check_rounding(struct checker *c, const struct node *n)
{
    struct rounding r = {.set = true,
                         .mode = (enum rounding_mode)n->rounding.mode,
                         .step = number_of(1),
                         .at = n->at};
    if (n->rounding.to == ROUNDING_TO_PLACES) {
        if (check_whole(c, n->rounding.amount, DECIMALS, &r.places))
            r.step = number_places(c->a, r.places);
        return r;
    }
    r.to_multiple = true;
    if (!check_number(c, n->rounding.amount, &r.step))
        return r;
    if (number_sign(r.step) <= 0) {
        DIAG_ADD(c->d, K0402, n->rounding.amount->at, check_source(c, n->rounding.amount->at),
                 TEXT("more than 0"));
        r.step = number_of(1);
    }
    if (!number_decimals(c->a, r.step, DECIMALS, &r.places))
        r.places = DECIMALS;
    return r;
}

/* What can be rounded by that name: a figure of the criterion, or in the head all scores of one
 * height. */
static bool rounded_figure(struct checker *c, struct criterion *k, struct text name,
                           const struct rounding ***slot)
{
    static const char *const heights[] = {"total", "groups", "indicators", "parts"};
    bool measure = text_equal(name, TEXT("measure")), score = text_equal(name, TEXT("score"));
    *slot = measure ? &k->round_measure : &k->round_score;
    if (k->parent)
        return measure || score;
    int height = 0;
    while (height < 4 && !text_equal(name, text_of(heights[height])))
        height++;
    if (height < 4)
        *slot = &c->round_height[height];
    return height < 4;
}

/* `round score to 4 half up` in a criterion; `round parts, indicators, total to ...` once in the
 * head. */
void fill_round(struct checker *c, struct criterion *k, const struct node *n)
{
    const struct rounding *r =
        ARENA_KEEP(c->a, struct rounding, check_rounding(c, n->round.rounding));
    for (size_t i = 0; i < n->round.targets.n; i++) {
        const struct node *target = n->round.targets.at[i];
        struct text name = target->word.text;
        const struct rounding **slot;
        if (!rounded_figure(c, k, name, &slot))
            diag_help(
                DIAG_ADD(c->d, K0510, target->at, name),
                k->parent
                    ? TEXT("here `score` or `measure` can be rounded")
                    : TEXT(
                          "in the head `parts`, `indicators`, `groups` or `total` can be rounded"));
        else if (*slot && (*slot)->set)
            diag_label(c->d, DIAG_ADD(c->d, K0307, target->at, SAY(c->a, "rounding of {}", name)),
                       (*slot)->at, TEXT("first here"));
        else
            *slot = r;
    }
}

/* What can be shown with a number of decimals, by its name. */
static struct show *shown_figure(struct criterion *k, struct text name, size_t *index)
{
    static const char *const names[] = {"score", "measure", "weight"};
    struct show *slots[] = {&k->show_score, &k->show_measure, &k->show_weight};
    for (*index = 0; *index < 3; ++*index)
        if (text_equal(name, text_of(names[*index])))
            return slots[*index];
    return NULL;
}

/* `first` holds where each figure was set before in the same criterion. */
void fill_show(struct checker *c, struct criterion *k, const struct node *n, struct span first[3])
{
    struct rounding r = check_rounding(c, n->show.rounding);
    if (r.to_multiple) {
        diag_help(
            DIAG_ADD(c->d, K0510, n->show.rounding->at, TEXT("a multiple")),
            TEXT("`show` says a number of decimals; to change the value itself write `round`"));
        return;
    }
    for (size_t i = 0; i < n->show.targets.n; i++) {
        const struct node *target = n->show.targets.at[i];
        struct text name = target->word.text;
        size_t index;
        struct show *slot = shown_figure(k, name, &index);
        if (!slot)
            diag_help(
                DIAG_ADD(c->d, K0510, target->at, name),
                TEXT("`score`, `measure` and `weight` can be shown with a number of decimals"));
        else if (!span_is_nowhere(first[index]))
            diag_label(c->d, DIAG_ADD(c->d, K0307, target->at, SAY(c->a, "show {}", name)),
                       first[index], TEXT("first here"));
        else {
            *slot = (struct show){r.places, r.mode};
            first[index] = target->at;
        }
    }
}
