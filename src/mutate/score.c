/* Counting what became of mutants. */
#include "mutate/score.h"

struct mutation *mutation_of(struct arena *a, struct trials *t, const struct mutant_fate *verdicts)
{
    struct mutation *m = ARENA_NEW(a, struct mutation);
    *m = (struct mutation){.trials = t, .verdicts = verdicts};
    m->by_criterion = ARENA_ARRAY(a, struct mutant_count, t->m->criteria.n);
    for (size_t i = 0; i < t->mutants.all.n; i++) {
        const struct mutant *x = &t->mutants.all.at[i];
        m->all.of[verdicts[i].fate]++;
        m->by_operator[x->operator].of[verdicts[i].fate]++;
        m->by_criterion[x->of->index].of[verdicts[i].fate]++;
    }
    return m;
}

size_t mutant_count_counted(const struct mutant_count *c)
{
    return c->of[FATE_KILLED] + c->of[FATE_SURVIVED];
}

bool mutant_count_score(struct arena *a, const struct mutant_count *c, struct number *score)
{
    size_t counted = mutant_count_counted(c);
    if (counted)
        *score = number_divide(a, number_of((long long)c->of[FATE_KILLED]),
                               number_of((long long)counted));
    return counted;
}

struct text mutant_count_words(struct arena *a, const struct mutant_count *c)
{
    struct number score;
    struct buffer b = buffer_in(a);
    if (!mutant_count_score(a, c, &score))
        return TEXT("");
    number_print(&b, number_multiply(a, score, number_of(100)), 2, ROUND_DOWN,
                 (struct number_style){0});
    buffer_add_byte(&b, '%');
    return buffer_text(&b);
}

struct text fate_words(enum fate fate)
{
    static const char *const words[] = {[FATE_UNTRIED] = "untried",
                                        [FATE_KILLED] = "killed",
                                        [FATE_SURVIVED] = "survived",
                                        [FATE_SAME] = "same"};
    return text_of(words[fate]);
}
