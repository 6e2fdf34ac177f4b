/* Coverage: what tests have come to. */
#include "testing/covering.h"

struct text cover_word(enum cover_kind kind)
{
    static const char *const words[] = {
#define COVER(name, word) [COVER_##name] = (word),
#include "testing/covers.def"
#undef COVER
    };
    return text_of(words[kind]);
}

struct cover_place *cover_add(struct covering *c, enum cover_kind kind, const struct criterion *of,
                              struct span at, struct text says)
{
    LIST_ADD(c->a, &c->out->places,
             (struct cover_place){.kind = kind, .of = of, .at = at, .says = says});
    return &c->out->places.at[c->out->places.n - 1];
}

struct text cover_words(struct covering *c, struct span at)
{
    struct text t = source_text(c->m->sources, at);
    return text_folded(c->a, text_shortened(c->a, t, QUOTED_BYTES));
}

static void cover_weights(struct covering *c, const struct criterion *k)
{
    const struct cases *cases = k->weights ? k->weights->cases : NULL;
    for (size_t i = 0; cases && i < cases->rows.n; i++)
        cover_add(c, COVER_WEIGHTS, k, cases->rows.at[i].at,
                  SAY(c->a, "weights, case {}", text_number(c->a, (long long)i + 1)))
            ->index = i;
}

/* What an outcome can never be called has been found by the checker, as far as it can be. */
static void cover_marks(struct covering *c, const struct criterion *k)
{
    for (enum mark mark = 0; mark < MARKS; mark++) {
        const struct bands *bands = k->marks[mark];
        bool own = bands && (mark == MARK_GRADE || !k->parent);
        for (size_t i = 0; own && i < bands->n; i++) {
            const struct band *b = &bands->at[i];
            struct cover_place *p = cover_add(c, mark == MARK_LIGHT ? COVER_LIGHT : COVER_GRADE, k,
                                              b->at, SAY(c->a, "{} {}", mark_words(mark), b->name));
            p->index = i;
            if (!outcome_band_is_possible(c->a, bands, b, k->low, k->high))
                p->out_of_reach = TEXT("no score lies there");
        }
    }
}

struct coverage *coverage_of(struct arena *a, const struct model *m)
{
    struct coverage *out = ARENA_NEW(a, struct coverage);
    *out = (struct coverage){.arena = a, .scratch = arena_beside(a), .model = m};
    struct covering c = {a, m, out, fact_reader_in(a, m), map_in(a)};
    for (size_t i = 0; i < m->criteria.n; i++) {
        const struct criterion *k = m->criteria.at[i];
        cover_policies(&c, k);
        cover_scorer(&c, k);
        cover_changes(&c, k);
        cover_weights(&c, k);
        cover_branches(&c, k);
        cover_marks(&c, k);
    }
    return out;
}

/* Lights are the same for all that have the scale of the total. */
static const bool *lights_of(struct arena *a, const struct outcome *o)
{
    const struct bands *lights = o->model->criteria.at[0]->marks[MARK_LIGHT];
    bool *lit = ARENA_ARRAY(a, bool, lights ? lights->n : 0);
    for (size_t i = 0; lights && i < o->model->criteria.n; i++) {
        const struct band *b = o->result[i].mark[MARK_LIGHT].band;
        if (b && o->result[i].criterion->marks[MARK_LIGHT] == lights)
            lit[b - lights->at] = true;
    }
    return lit;
}

static void add_test(struct coverage *c, struct cover_place *p, size_t test)
{
    p->times++;
    if (p->tests.n < COVERED_TESTS)
        LIST_ADD(c->arena, &p->tests, test);
}

void coverage_add(struct coverage *c, struct text test, struct outcome *o)
{
    struct arena_mark mark = arena_mark(c->scratch);
    struct visit v = {c->scratch, o, lights_of(c->scratch, o)};
    for (size_t i = 0; i < c->places.n; i++)
        if (cover_is_visited(&v, &c->places.at[i]))
            add_test(c, &c->places.at[i], c->tests.n);
    LIST_ADD(c->arena, &c->tests, test);
    arena_return(c->scratch, mark);
}

static bool is_same(const struct cover_place *p, const struct cover_place *q)
{
    return p->kind == q->kind && text_equal(p->of->path, q->of->path) &&
           text_equal(p->says, q->says);
}

bool coverage_join(struct coverage *c, const struct coverage *other)
{
    size_t before = c->tests.n;
    if (c->places.n != other->places.n)
        return false;
    for (size_t i = 0; i < c->places.n; i++)
        if (!is_same(&c->places.at[i], &other->places.at[i]))
            return false;
    for (size_t i = 0; i < c->places.n; i++) {
        const struct cover_place *from = &other->places.at[i];
        for (size_t j = 0; j < from->tests.n; j++)
            add_test(c, &c->places.at[i], before + from->tests.at[j]);
        c->places.at[i].times += from->times - from->tests.n;
    }
    for (size_t i = 0; i < other->tests.n; i++)
        LIST_ADD(c->arena, &c->tests, text_copy(c->arena, other->tests.at[i]));
    return true;
}

void cover_count_add(struct cover_count *n, const struct cover_place *p)
{
    bool counts = !p->out_of_reach.n;
    n->out_of_reach += !counts;
    n->all += counts;
    n->covered += counts && p->times;
}

struct cover_count coverage_count(const struct coverage *c)
{
    struct cover_count n = {0};
    for (size_t i = 0; i < c->places.n; i++)
        cover_count_add(&n, &c->places.at[i]);
    return n;
}

struct cover_count *coverage_counts(struct arena *a, const struct coverage *c)
{
    struct cover_count *n = ARENA_ARRAY(a, struct cover_count, c->model->criteria.n);
    for (size_t i = 0; i < c->places.n; i++)
        cover_count_add(&n[c->places.at[i].of->index], &c->places.at[i]);
    return n;
}

struct number cover_percent(struct cover_count n)
{
    return n.all ? number_ratio((long long)n.covered * 100, (long long)n.all) : number_of(100);
}
