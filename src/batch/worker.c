/* A worker: the records of some lines, one after the other. */
#include "batch/batch.h"
#include "batch/long_way.h"
#include "batch/read.h"
#include "batch/slot_facts.h"

/* Places in rules are found again by every worker, since looking for one keeps what was seen; so
 * it has texts of its own, and a model that names them. */
struct worker {
    const struct batch *batch;
    struct memory memory;
    struct arena *arena;   /* for as long as the worker is there */
    struct arena *scratch; /* for a record */
    struct sources *sources;
    struct model model;
    struct reader *reader; /* NULL: there is no short way */
    struct plan_run *run;
    struct score *score;
    struct slot_facts *facts; /* of records whose derivation is wanted */
};

struct worker *worker_new(const struct memory *memory, const struct batch *b)
{
    struct arena *a = arena_new(memory);
    struct worker *w = ARENA_NEW(a, struct worker);
    *w = (struct worker){.batch = b, .memory = *memory, .arena = a, .model = *b->model};
    w->scratch = arena_beside(a);
    w->model.sources = w->sources = sources_copy(a, b->sources);
    if (plan_is_whole(b->plan, NULL) && (w->reader = reader_new(a, b))) {
        w->run = plan_run_new(a, b->plan);
        w->score = ARENA_ARRAY(a, struct score, b->model->criteria.n);
        w->facts = slot_facts_new(a, &w->model, b->plan, w->sources);
    }
    return w;
}

void worker_free(struct worker *w)
{
    if (w)
        arena_free(w->arena);
}

/* --- a record ----------------------------------------------------------------------------------
 */

static void write(const struct worker *w, struct arena *a, const struct judged *j,
                  struct buffer *out)
{
    switch (w->batch->wants.form) {
    case BATCH_NDJSON:
        write_ndjson(w->batch, a, j, out);
        break;
    case BATCH_CSV:
        write_csv(w->batch, a, j, out);
        break;
    }
}

/* A plan gives no reasons, but its slots are the facts. */
static bool explain(struct worker *w, const struct record *got, long long line, struct buffer *out)
{
    struct arena *a = w->scratch;
    const struct facts *f = slot_facts(w->facts, got->slot);
    struct arena_mark mark = arena_mark(a);
    const struct outcome *o = f ? eval_model(a, &w->model, f) : NULL;
    bool complete = o && o->complete;
    if (complete)
        write(w, a,
              &(struct judged){.id = got->id, .line = line, .score = scores_of(a, o), .outcome = o},
              out);
    arena_return(a, mark);
    return complete;
}

static bool go_short(struct worker *w, struct text record, long long line, struct buffer *out)
{
    struct record got;
    const struct batch *b = w->batch;
    bool reads = w->reader && (b->from == BATCH_CSV ? read_csv(w->reader, record, &got)
                                                    : read_ndjson(w->reader, record, &got));
    if (reads && b->derivation)
        return explain(w, &got, line, out);
    if (!reads || !plan_score(b->plan, w->run, got.slot, w->score))
        return false;
    struct arena_mark mark = arena_mark(w->scratch);
    write(w, w->scratch, &(struct judged){.id = got.id, .line = line, .score = w->score}, out);
    arena_return(w->scratch, mark);
    return true;
}

/* Its memory is given back whole: what reads facts has arenas beside this one. */
static void go_long(struct worker *w, struct text record, long long line, struct buffer *out,
                    struct batch_sum *sum)
{
    struct judged j;
    struct arena *a = arena_new(&w->memory);
    struct sources_mark mark = sources_mark(w->sources, a);
    long_way(a, w->batch, &w->model, w->sources, record, line, &j);
    write(w, a, &j, out);
    sum->long_way++;
    sum->wrong += !j.score;
    sum->incomplete += j.score && !j.outcome->complete;
    sources_return(w->sources, mark);
    arena_free(a);
}

void worker_run(struct worker *w, struct text lines, long long line, struct buffer *out,
                struct batch_sum *sum)
{
    struct text record;
    for (long long went; lines.n; line += went) {
        went = batch_next(w->batch, &lines, &record);
        if (batch_is_blank(record))
            continue;
        sum->records++;
        if (!go_short(w, record, line, out))
            go_long(w, record, line, out, sum);
    }
}
