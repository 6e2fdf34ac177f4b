/* Who is affected, for programs, as docs/json.md describes it. */
#include "report/impact.h"

#include "explain/figures.h"
#include "render/csv.h"
#include "render/json.h"
#include "report/diff_words.h"
#include "report/fields.h"

struct writer {
    struct json *j;
    struct arena *a;
    const struct impact *m;
    const struct diff_choice *choice;
    struct show show;
};

static struct text state_words(enum office_state state)
{
    static const char *const words[] = {
        [OFFICE_KNOWN] = "known", [OFFICE_RANGE] = "range", [OFFICE_WRONG] = "wrong"};
    return text_of(words[state]);
}

static struct text division_words(const struct office *o)
{
    static const char *const words[] = {[DIVISION_EXACT] = "exact",
                                        [DIVISION_IN_ORDER] = "in the order of the rules",
                                        [DIVISION_NONE] = "not attributed"};
    return o->state == OFFICE_WRONG ? TEXT("") : text_of(words[o->division]);
}

static struct text figure(struct writer *w, bool known, struct number n)
{
    return field_figure(w->a, known, n, w->show);
}

/* That of the printed totals. */
static struct text difference(struct writer *w, const struct office *o)
{
    if (o->state != OFFICE_KNOWN)
        return TEXT("");
    return figure(
        w, true,
        figure_rise(w->a, impact_total(w->m), o->total[OLDER].score, o->total[NEWER].score));
}

/* --- JSON ---------------------------------------------------------------------------------------
 */

static void write_number(struct writer *w, const char *key, const char *exact, bool known,
                         struct number n)
{
    json_member_text(w->j, key, figure(w, known, n));
    json_member_text(w->j, exact, field_exact(w->a, known, n));
}

static void write_standing(struct writer *w, const char *key, const struct office *o, int side)
{
    const struct standing *s = &o->total[side];
    bool open = o->state != OFFICE_WRONG && !s->known;
    json_key(w->j, key);
    json_begin_object(w->j);
    write_number(w, "score", "exact", o->state != OFFICE_WRONG && s->known, s->score);
    write_number(w, "at_least", "at_least_exact", open, s->low);
    write_number(w, "at_most", "at_most_exact", open, s->high);
    json_member_text(w->j, "light", field_mark(s->mark[MARK_LIGHT]));
    json_member_text(w->j, "grade", field_mark(s->mark[MARK_GRADE]));
    json_end_object(w->j);
}

static void write_changes(struct writer *w, const struct player *p)
{
    json_key(w->j, "changes");
    json_begin_array(w->j);
    for (size_t i = 0; p && i < p->changes.n; i++) {
        const struct rule_change *c = p->changes.at[i];
        json_begin_object(w->j);
        json_member_text(w->j, "of", diff_criterion(c->pair)->path);
        json_member_text(w->j, "kind", diff_kind_words(c->kind));
        json_member_text(w->j, "what", c->what);
        json_end_object(w->j);
    }
    json_end_array(w->j);
}

static void write_attributed(struct writer *w, const struct office *o)
{
    json_key(w->j, "attributed");
    json_begin_array(w->j);
    for (size_t i = 0; i < o->attributed.n; i++) {
        const struct attribution *at = &o->attributed.at[i];
        if (!impact_is_chosen(w->choice, at->player))
            continue;
        json_begin_object(w->j);
        json_member_whole(w->j, "player", at->player != NULL,
                          at->player ? (long long)at->player->index : 0);
        write_number(w, "by", "by_exact", true, at->by);
        json_end_object(w->j);
    }
    json_end_array(w->j);
}

static void write_lacking(struct writer *w, const struct office *o)
{
    json_key(w->j, "lacking");
    json_begin_array(w->j);
    for (size_t i = 0; i < o->lacking.n; i++)
        json_text(w->j, impact_fact_words(w->a, o->lacking.at[i]));
    json_end_array(w->j);
}

static void write_wrong(struct writer *w, const struct office *o)
{
    json_key(w->j, "wrong");
    if (o->state != OFFICE_WRONG) {
        json_null(w->j);
        return;
    }
    json_begin_object(w->j);
    json_member_text(w->j, "code", o->wrong_code);
    json_member_text(w->j, "at", o->wrong_at);
    json_member_whole(w->j, "errors", true, (long long)o->wrong_errors);
    json_end_object(w->j);
}

static void write_office(struct writer *w, const struct office *o)
{
    json_begin_object(w->j);
    json_member_text(w->j, "office", o->name);
    json_member_text(w->j, "file", o->file);
    json_member_text(w->j, "state", state_words(o->state));
    write_standing(w, "was", o, OLDER);
    write_standing(w, "is", o, NEWER);
    json_member_text(w->j, "difference", difference(w, o));
    json_member_text(w->j, "difference_exact", field_exact(w->a, o->state == OFFICE_KNOWN, o->by));
    json_member_flag(w->j, "other_mark", impact_mark_changes(o));
    json_member_text(w->j, "attribution", division_words(o));
    write_attributed(w, o);
    write_lacking(w, o);
    write_wrong(w, o);
    json_end_object(w->j);
}

static void write_distribution(struct writer *w)
{
    struct distribution d = impact_distribution(w->a, w->m);
    json_key(w->j, "distribution");
    json_begin_object(w->j);
    json_member_whole(w->j, "offices", true, (long long)d.n);
    json_member_whole(w->j, "lose", true, (long long)d.lose);
    json_member_whole(w->j, "gain", true, (long long)d.gain);
    json_member_whole(w->j, "stay", true, (long long)d.stay);
    write_number(w, "least", "least_exact", d.n, d.least);
    write_number(w, "median", "median_exact", d.n, d.median);
    write_number(w, "greatest", "greatest_exact", d.n, d.greatest);
    json_member_text(w->j, "mean", figure(w, d.n, d.mean));
    json_end_object(w->j);
}

static void write_mean(struct writer *w, struct number sum, size_t n)
{
    struct number mean = n ? number_divide(w->a, sum, number_of((long long)n)) : number_of(0);
    json_member_text(w->j, "mean", figure(w, n, mean));
}

static void write_players(struct writer *w)
{
    json_key(w->j, "players");
    json_begin_array(w->j);
    for (size_t i = 0; i < w->m->players.n; i++) {
        const struct player_impact *p = &w->m->players.at[i];
        if (!impact_is_chosen(w->choice, p->player) || (!p->player && !p->touched))
            continue;
        json_begin_object(w->j);
        json_member_whole(w->j, "player", p->player != NULL,
                          p->player ? (long long)p->player->index : 0);
        json_member_text(w->j, "name", impact_player_words(w->a, p->player));
        write_changes(w, p->player);
        json_member_whole(w->j, "offices", true, (long long)p->touched);
        write_mean(w, p->sum, w->m->divided);
        json_end_object(w->j);
    }
    json_end_array(w->j);
}

static void write_criteria(struct writer *w)
{
    json_key(w->j, "criteria");
    json_begin_array(w->j);
    for (size_t i = 0; i < w->m->criteria.n; i++) {
        const struct criterion_impact *c = &w->m->criteria.at[i];
        json_begin_object(w->j);
        json_member_text(w->j, "path", c->pair->of[NEWER]->path);
        json_member_text(w->j, "was", c->pair->of[OLDER]->path);
        json_member_whole(w->j, "lose", true, (long long)c->lose);
        json_member_whole(w->j, "gain", true, (long long)c->gain);
        json_member_whole(w->j, "stay", true, (long long)c->stay);
        write_mean(w, c->sum, c->lose + c->gain + c->stay);
        json_end_object(w->j);
    }
    json_end_array(w->j);
}

static void write_all_lacking(struct writer *w)
{
    json_key(w->j, "lacking");
    json_begin_array(w->j);
    for (size_t i = 0; i < w->m->lacking.n; i++) {
        json_begin_object(w->j);
        json_member_text(w->j, "fact", impact_fact_words(w->a, w->m->lacking.at[i].fact));
        json_member_whole(w->j, "offices", true, (long long)w->m->lacking.at[i].offices);
        json_end_object(w->j);
    }
    json_end_array(w->j);
}

void report_impact_value(struct json *j, struct arena *a, const struct impact *m,
                         const struct diff_choice *choice)
{
    struct writer w = {j, a, m, choice, impact_total(m)->show_score};
    const struct office **o = impact_order(a, m);
    json_begin_object(j);
    json_member_text(j, "schema", TEXT("ken.impact/1"));
    json_member_text(j, "older", m->diff->model[OLDER]->id);
    json_member_text(j, "newer", m->diff->model[NEWER]->id);
    json_member_whole(j, "months_earlier", true, m->diff->months);
    write_distribution(&w);
    write_players(&w);
    write_criteria(&w);
    write_all_lacking(&w);
    json_key(j, "offices");
    json_begin_array(j);
    for (size_t i = 0; i < m->offices.n; i++)
        write_office(&w, o[i]);
    json_end_array(j);
    json_end_object(j);
}

/* --- CSV ----------------------------------------------------------------------------------------
 */

#define COLUMNS(each)                                                                              \
    each(office) each(file) each(state) each(was) each(was_exact) each(is) each(is_exact)          \
        each(difference) each(difference_exact) each(was_light) each(is_light) each(was_grade)     \
            each(is_grade) each(is_at_least) each(is_at_most) each(lacking) each(wrong)            \
                each(attribution) each(change) each(by) each(by_exact)

struct row {
#define CELL(name) struct text name;
    COLUMNS(CELL)
#undef CELL
};

static void write_row(struct csv *csv, const struct row *row)
{
#define CELL(name) csv_cell(csv, row->name);
    COLUMNS(CELL)
#undef CELL
    csv_end_row(csv);
}

static struct row row_of(struct writer *w, const struct office *o)
{
    const struct standing *was = &o->total[OLDER], *is = &o->total[NEWER];
    bool evaluated = o->state != OFFICE_WRONG, known = o->state == OFFICE_KNOWN;
    return (struct row){
        .office = o->name,
        .file = o->file,
        .state = state_words(o->state),
        .was = figure(w, evaluated && was->known, was->score),
        .was_exact = field_exact(w->a, evaluated && was->known, was->score),
        .is = figure(w, evaluated && is->known, is->score),
        .is_exact = field_exact(w->a, evaluated && is->known, is->score),
        .difference = difference(w, o),
        .difference_exact = field_exact(w->a, known, o->by),
        .was_light = field_mark(was->mark[MARK_LIGHT]),
        .is_light = field_mark(is->mark[MARK_LIGHT]),
        .was_grade = field_mark(was->mark[MARK_GRADE]),
        .is_grade = field_mark(is->mark[MARK_GRADE]),
        .is_at_least = figure(w, evaluated && !is->known, is->low),
        .is_at_most = figure(w, evaluated && !is->known, is->high),
        .lacking = impact_lacking_words(w->a, o),
        .wrong = o->wrong_code.n ? SAY(w->a, "{} {}", o->wrong_code, o->wrong_at) : TEXT(""),
        .attribution = division_words(o),
    };
}

void report_impact_csv(struct buffer *out, struct arena *a, const struct impact *m,
                       const struct diff_choice *choice)
{
    struct csv csv = {.out = out};
    struct writer w = {NULL, a, m, choice, impact_total(m)->show_score};
    const struct office **o = impact_order(a, m);
#define NAME(name) csv_cell(&csv, TEXT(#name));
    COLUMNS(NAME)
#undef NAME
    csv_end_row(&csv);
    for (size_t i = 0; i < m->offices.n; i++) {
        struct row row = row_of(&w, o[i]);
        size_t told = 0;
        for (size_t k = 0; k < o[i]->attributed.n; k++) {
            const struct attribution *at = &o[i]->attributed.at[k];
            if (!impact_is_chosen(choice, at->player))
                continue;
            row.change = impact_player_words(a, at->player);
            row.by = figure(&w, true, at->by);
            row.by_exact = field_exact(a, true, at->by);
            write_row(&csv, &row);
            told++;
        }
        if (!told)
            write_row(&csv, &row);
    }
}
