/* Mutants as data. */
#include "render/json.h"
#include "report/fields.h"
#include "report/mutants.h"

struct writer {
    struct json *j;
    struct arena *a;
    const struct mutation *m;
};

static void write_count(struct writer *w, const struct mutant_count *c)
{
    struct number score;
    bool known = mutant_count_score(w->a, c, &score);
    json_member_whole(w->j, "killed", true, (long long)c->of[FATE_KILLED]);
    json_member_whole(w->j, "survived", true, (long long)c->of[FATE_SURVIVED]);
    json_member_whole(w->j, "same", true, (long long)c->of[FATE_SAME]);
    json_member_text(w->j, "score", mutant_count_words(w->a, c));
    json_member_text(w->j, "score_exact", field_exact(w->a, known, score));
}

static bool is_empty(const struct mutant_count *c)
{
    for (size_t i = 0; i < FATES; i++)
        if (c->of[i])
            return false;
    return true;
}

static void write_operators(struct writer *w)
{
    json_key(w->j, "operators");
    json_begin_array(w->j);
    for (size_t i = 0; i < OPERATORS; i++) {
        if (is_empty(&w->m->by_operator[i]))
            continue;
        json_begin_object(w->j);
        json_member_text(w->j, "operator", operator_word((enum operator)i));
        json_member_text(w->j, "does", operator_does((enum operator)i));
        write_count(w, &w->m->by_operator[i]);
        json_end_object(w->j);
    }
    json_end_array(w->j);
}

static void write_criteria(struct writer *w)
{
    const struct model *m = w->m->trials->m;
    json_key(w->j, "criteria");
    json_begin_array(w->j);
    for (size_t i = 0; i < m->criteria.n; i++) {
        if (is_empty(&w->m->by_criterion[i]))
            continue;
        json_begin_object(w->j);
        json_member_text(w->j, "path", m->criteria.at[i]->path);
        write_count(w, &w->m->by_criterion[i]);
        json_end_object(w->j);
    }
    json_end_array(w->j);
}

static void write_witness(struct writer *w, const struct mutant *x, const struct mutant_fate *v)
{
    json_key(w->j, "witness");
    if (v->fate != FATE_SURVIVED || !v->shown) {
        json_null(w->j);
        return;
    }
    struct witness witness = search_witness(w->m->trials, w->a, x, v->tried);
    json_begin_object(w->j);
    json_member_text(w->j, "path", witness.of->path);
    json_member_text(w->j, "by_rules", witness.was);
    json_member_text(w->j, "by_mutant", witness.now);
    json_member_text(w->j, "noticed_by", witness.name);
    json_member_text(w->j, "test", witness.block);
    json_end_object(w->j);
}

static void write_mutant(struct writer *w, size_t i)
{
    const struct trials *t = w->m->trials;
    const struct mutant *x = &t->mutants.all.at[i];
    const struct mutant_fate *v = &w->m->verdicts[i];
    bool killed = v->fate == FATE_KILLED, survived = v->fate == FATE_SURVIVED;
    json_begin_object(w->j);
    json_member_text(w->j, "operator", operator_word(x->operator));
    json_member_text(w->j, "path", x->of->path);
    json_member_text(w->j, "says", x->says);
    json_member_text(w->j, "rules", source_place_words(w->a, t->m->sources, x->at));
    json_member_text(w->j, "fate", fate_words(v->fate));
    json_member_text(w->j, "killed_by",
                     killed ? t->tests.at[v->killer].result->test->name : TEXT(""));
    json_member_whole(w->j, "facts_tried", survived, (long long)v->tried + (long long)v->shown);
    write_witness(w, x, v);
    json_end_object(w->j);
}

void report_mutants_json(struct buffer *out, struct arena *a, const struct mutation *m)
{
    struct writer w = {json_new(a, out, true), a, m};
    json_begin_object(w.j);
    json_member_text(w.j, "schema", TEXT("ken.mutants/1"));
    json_member_text(w.j, "rules", m->trials->m->id);
    json_member_whole(w.j, "tests", true, (long long)m->trials->tests.n);
    write_count(&w, &m->all);
    write_criteria(&w);
    write_operators(&w);
    json_key(w.j, "mutants");
    json_begin_array(w.j);
    for (size_t i = 0; i < m->trials->mutants.all.n; i++)
        write_mutant(&w, i);
    json_end_array(w.j);
    json_end_object(w.j);
    json_finish(w.j);
}
