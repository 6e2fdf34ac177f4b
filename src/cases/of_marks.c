/* Lights and grades: where one begins and another ends. */
#include "cases/seeking.h"

#include "explain/figures.h"

static void cases_at_end(struct seeking *s, enum mark mark, const struct band *b, struct number end)
{
    static const char *const where[] = {"just below {} ({} {})", "at {} ({} {})",
                                        "just above {} ({} {})"};
    struct moves whole = moves_copy(s->a, &s->held);
    struct crossing c = seek_score(s, &s->held, end);
    fill_all(s, &whole);
    if (!c.found && whole.n > s->held.n)
        c = seek_score(s, &whole, end);
    struct text score = figure_score(s->a, s->k, end);
    for (int i = 0; i < 3; i++)
        if (c.has[i])
            found(s, (struct aim){AIM_STATE, 0},
                  SAY(s->a, where[i], score, mark_noun(mark), b->name), &c.at[i]);
    if (!c.found)
        not_found(s, SAY(s->a, where[1], score, mark_noun(mark), b->name),
                  TEXT("no facts were found on both sides of it"));
}

/* Lights are the same for all that have the scale of the total: they are looked at there. */
void cases_of_marks(struct seeking *s)
{
    for (enum mark mark = 0; mark < MARKS; mark++) {
        const struct bands *bands = s->k->marks[mark];
        if (!bands || (mark == MARK_LIGHT && s->k->parent))
            continue;
        for (size_t i = 0; i < bands->n; i++) {
            const struct band *b = &bands->at[i];
            if (b->has_low && !b->otherwise)
                cases_at_end(s, mark, b, b->low);
        }
    }
}
