/* The long way: facts, eval_model, and the diagnostics of both. */
#include "batch/long_way.h"

static struct score score_of(struct arena *a, const struct result *r)
{
    struct number *number = ARENA_ARRAY(a, struct number, 2);
    struct score score = {SCORE_DROPPED, {.number = number}};
    if (result_has_score(r)) {
        score.under = SCORE_KNOWN;
        number[0] = r->score;
    } else if (r->status == STATUS_INCOMPLETE) {
        score.under = SCORE_OPEN;
        number[0] = r->low;
        number[1] = r->high;
    }
    return score;
}

const struct score *scores_of(struct arena *a, const struct outcome *o)
{
    struct score *score = ARENA_ARRAY(a, struct score, o->model->criteria.n);
    for (size_t i = 0; i < o->model->criteria.n; i++)
        score[i] = score_of(a, &o->result[i]);
    return score;
}

static struct source *add_record(const struct batch *b, struct sources *s, struct text record,
                                 long long line, struct diags *d)
{
    bool fits = record.n <= RECORD_BYTES;
    struct span at = {0, 0};
    struct source *got = source_add(s, b->name, fits ? record : (struct text){record.at, 0});
    if (got)
        got->lines_before = (size_t)line - 1, at = source_span(got, 0, 0);
    if (!got || !fits)
        DIAG_ADD(d, K0637, at, text_number(d->arena, RECORD_BYTES), TEXT("bytes"));
    return fits ? got : NULL;
}

static void read_record(const struct batch *b, struct facts *f, const struct source *s,
                        struct text *id)
{
    if (b->from == BATCH_CSV)
        record_read_csv(f, s, b->head, b->columns, id);
    else
        record_read_json(f, s, b->columns, id);
    if (!id->n)
        *id = f->office;
    facts_finish(f);
}

void long_way(struct arena *a, const struct batch *b, const struct model *m, struct sources *s,
              struct text record, long long line, struct judged *j)
{
    struct diags *d = ARENA_NEW(a, struct diags);
    *d = diags_in(a, s);
    *j = (struct judged){.line = line, .diags = d};
    const struct source *source = add_record(b, s, record, line, d);
    if (!source)
        return;
    struct facts *f = facts_new(a, m, d);
    read_record(b, f, source, &j->id);
    if (d->errors)
        return;
    j->outcome = eval_model(a, m, f);
    troubles_report(a, m, j->outcome->troubles.at, j->outcome->troubles.n, d);
    if (!d->errors) /* else the evaluation is stopped by somebody's mistake */
        j->score = scores_of(a, j->outcome);
}
