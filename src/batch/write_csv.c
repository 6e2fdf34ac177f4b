/* A line of CSV for each record, for spreadsheets and for whatever joins by the id.
 *
 * `id`, the scores, and behind them what is said of the whole: the ends of a total that is not
 * known, its light and grade, and what is wrong.  A column for a light is there when the rules have
 * one. */
#include <string.h>

#include "batch/write.h"
#include "render/csv.h"

static bool has_mark(const struct batch *b, enum mark which)
{
    return !b->wants.bare && b->wants.total && b->model->criteria.at[0]->marks[which];
}

void write_csv_head(const struct batch *b, struct buffer *out)
{
    struct csv csv = {.out = out};
    csv_cell(&csv, TEXT("id"));
    for (size_t i = 0; i < b->wants.scores.n; i++)
        csv_cell(&csv, b->wants.scores.at[i]->path);
    if (!b->wants.bare && b->wants.total) {
        csv_cell(&csv, TEXT("at_least"));
        csv_cell(&csv, TEXT("at_most"));
    }
    for (enum mark which = 0; which < MARKS; which++)
        if (has_mark(b, which))
            csv_cell(&csv, which == MARK_LIGHT ? TEXT("light") : TEXT("grade"));
    if (!b->wants.bare)
        csv_cell(&csv, TEXT("error"));
    csv_end_row(&csv);
}

/* --- cells -------------------------------------------------------------------------------------
 */

/* Without line ends: a record is a line. */
static struct text one_line(struct arena *a, struct text t)
{
    char *at = text_c(a, t);
    for (size_t i = 0; i < t.n; i++)
        at[i] = at[i] == '\n' || at[i] == '\r' || at[i] == '\t' ? ' ' : at[i];
    return (struct text){at, t.n};
}

static struct text who(struct arena *a, const struct judged *record)
{
    return record->id.n ? one_line(a, record->id) : SAY(a, "line {}", text_number(a, record->line));
}

static void add_figure(struct csv *csv, bool known, struct number n, struct show show)
{
    struct buffer b = buffer_in(csv->out->arena);
    if (known && !number_is_over(n))
        number_print(&b, n, show.places, show.mode, (struct number_style){0});
    csv_cell(csv, buffer_text(&b));
}

/* "K0605 17:33 staff.pay: the commas in `1,23` do not separate thousands" */
static struct text error_words(struct arena *a, const struct batch *b, const struct judged *record)
{
    const struct diag *g = judged_error(record);
    struct place p = source_place(record->diags->sources, g->main.at.lo);
    struct text where = {0};
    if (p.source)
        where = SAY(a, " {}:{}", text_number(a, (long long)p.line),
                    text_number(a, (long long)p.column));
    if (p.source && !batch_is_record(b, p.source))
        where = SAY(a, " {}{}", p.source->name, where);
    struct text fact = g->fact.n ? SAY(a, " {}", g->fact) : TEXT("");
    return one_line(
        a, SAY(a, "{}{}{}: {}", text_of(diag_about(g->code)->code), where, fact, g->message));
}

static void add_scores(struct csv *csv, const struct batch *b, const struct judged *record)
{
    for (size_t i = 0; i < b->wants.scores.n; i++) {
        const struct criterion *k = b->wants.scores.at[i];
        const struct score *s = record->score ? &record->score[k->index] : NULL;
        bool known = s && score_state(s) == SCORE_KNOWN;
        add_figure(csv, known, known ? score_number(s) : number_of(0), k->show_score);
    }
}

static void write_in_full(const struct batch *b, struct arena *a, const struct judged *record,
                          struct buffer *out)
{
    struct buffer line = buffer_in(a); /* what grows in `out` stays there */
    struct csv csv = {.out = &line};
    const struct score *total = record->score;
    bool open = total && score_state(total) == SCORE_OPEN;
    (b->wants.bare ? csv_cell_as_is : csv_cell)(&csv, who(a, record));
    add_scores(&csv, b, record);
    if (!b->wants.bare && b->wants.total) {
        struct show show = b->model->criteria.at[0]->show_score;
        add_figure(&csv, open, open ? total->number[0] : number_of(0), show);
        add_figure(&csv, open, open ? total->number[1] : number_of(0), show);
    }
    for (enum mark which = 0; which < MARKS; which++)
        if (has_mark(b, which)) {
            const struct band *band = total ? judged_mark(b, a, record, which) : NULL;
            csv_cell(&csv, band ? band->name : TEXT(""));
        }
    if (!b->wants.bare)
        csv_cell(&csv, total ? TEXT("") : error_words(a, b, record));
    csv_end_row(&csv);
    buffer_add(out, buffer_text(&line));
}

/* --- the quick way ------------------------------------------------------------------------------
 */

/* It is the same as a cell: letters and digits, and what joins them. */
static bool is_plain(struct text t)
{
    for (size_t i = 0; i < t.n; i++) {
        char c = t.at[i];
        bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!letter && (!i || (c != '-' && c != '_' && c != '.' && c != '/')))
            return false;
    }
    return t.n;
}

/* False, with nothing written, when something in it is not as most are. */
static bool write_quick(const struct batch *b, struct arena *a, const struct judged *record,
                        struct buffer *out)
{
    const struct batch_wants *w = &b->wants;
    if (!record->score || !is_plain(record->id) || score_state(&record->score[0]) == SCORE_OPEN)
        return false;
    char *start = buffer_room(out, record->id.n + w->room), *at = start;
    memcpy(at, record->id.at, record->id.n);
    at += record->id.n;
    for (size_t i = 0; i < w->scores.n; i++) {
        const struct score *s = &record->score[w->figure[i].index];
        *at++ = ',';
        bool known = score_state(s) == SCORE_KNOWN;
        size_t n = known ? digits_put(at, a, s, w->figure[i].show) : 0;
        if (known && !n)
            return false;
        at += n;
    }
    for (size_t i = 0; !w->bare && w->total && i < 2; i++)
        *at++ = ',';
    for (enum mark which = 0; which < MARKS; which++)
        if (has_mark(b, which)) {
            const struct band *band = judged_mark(b, a, record, which);
            struct text name = band ? band->name : TEXT("");
            if (name.n && !is_plain(name))
                return false;
            *at++ = ',';
            memcpy(at, name.at, name.n);
            at += name.n;
        }
    if (!w->bare)
        *at++ = ',';
    *at++ = '\n';
    out->n += (size_t)(at - start);
    return true;
}

void write_csv(const struct batch *b, struct arena *a, const struct judged *j, struct buffer *out)
{
    if (!write_quick(b, a, j, out))
        write_in_full(b, a, j, out);
}
