/* Titles and citations that are not there. */
#include "lint/linting.h"

static bool is_cited(const struct criterion *k)
{
    for (; k && k->parent; k = k->parent)
        if (k->remarks.cites.n)
            return true;
    return false;
}

static struct text height_words(enum height height)
{
    static const char *const words[] = {[HEIGHT_TOTAL] = "total",
                                        [HEIGHT_GROUP] = "group",
                                        [HEIGHT_INDICATOR] = "indicator",
                                        [HEIGHT_PART] = "part"};
    return text_of(words[height]);
}

static void look_at_dates(struct linting *l, const struct remarks *r)
{
    for (size_t i = 0; i < r->cites.n; i++)
        if (!r->cites.at[i].has_date)
            diag_help(DIAG_ADD(l->d, K1081, r->cites.at[i].at, r->cites.at[i].document),
                      TEXT("say of which day it is, `dated 2565-09-01`: documents of one name are "
                           "told apart by it"));
}

static void look_at_criterion(struct linting *l, const struct criterion *k)
{
    look_at_dates(l, &k->remarks);
    if (!k->parent)
        return;
    if (k->height == HEIGHT_INDICATOR && !is_cited(k))
        diag_help(DIAG_ADD(l->d, K1070, k->at, k->path),
                  TEXT("name the document in a line `cite`, here or in the group"));
    if (!k->title.n)
        diag_help(DIAG_ADD(l->d, K1071, k->at, height_words(k->height), k->path),
                  TEXT("write it behind the id, in quotes: it stands in the scorecard"));
}

void lint_documents(struct linting *l)
{
    for (size_t i = 0; i < l->m->criteria.n; i++)
        look_at_criterion(l, l->m->criteria.at[i]);
    for (size_t i = 0; i < l->m->facts.n; i++) {
        const struct fact *f = l->m->facts.at[i];
        if (!f->title.n)
            diag_help(DIAG_ADD(l->d, K1072, f->at, f->path),
                      TEXT("write it behind the name, in quotes: offices read it in the form that "
                           "they fill in"));
    }
}
