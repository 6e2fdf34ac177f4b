/* Evidence: an act of a step that counts with evidence is done only where there is some of every
 * fact that it reads.  That there is some is stated, like a fact. */
#include "advise/certifying.h"

static struct derived evidence_of_fact(struct certifying *c, const struct fact *f)
{
    struct derived *kept = &c->evidence[f->index];
    const struct fact_entry *e = &c->o->facts->entry[f->index];
    if (!kept->step)
        *kept = derive(c, "fact", (struct operands){NULL, 0},
                       value_truth(!facts_unproven(c->o->facts, f)),
                       (struct beside){.name = SAY(c->a, "evidence of {}", f->path),
                                       .words = evidence_words(c->a, &e->evidence, ERA_CE)});
    return *kept;
}

/* As `and` has it: a no decides, then what is missing. */
struct derived certify_proof(struct certifying *c, const struct expr *e)
{
    struct fact_reader reads = fact_reader_in(c->a, c->m);
    struct steps all = {0};
    struct value is = value_truth(true);
    fact_reader_begin(&reads);
    fact_reader_add(&reads, e);
    for (size_t i = 0; i < reads.facts.n; i++) {
        const struct fact *f = reads.facts.at[i];
        struct value v = c->o->facts->entry[f->index].value;
        bool missing = v.kind == VALUE_ABSENT && v.absence == ABSENCE_MISSING;
        if (v.kind == VALUE_ABSENT && !missing)
            continue;
        struct derived one = missing ? certify_fact(c, f) : evidence_of_fact(c, f);
        steps_add(c, &all, one);
        bool decided = is.kind == VALUE_TRUTH && !is.truth;
        if (!decided && (missing || !one.is.truth))
            is = one.is;
    }
    return derive_at(c, "and", steps_all(&all), is, e->at);
}
