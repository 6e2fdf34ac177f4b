/* Coverage for people: how much of each criterion tests have come to, and the rules with it in
 * their margin. */
#include "report/coverage_lines.h"

struct text coverage_percent_words(struct arena *a, struct cover_count n)
{
    enum { PLACES = 2 };
    struct number percent = cover_percent(n);
    struct buffer b = buffer_in(a);
    number_print(&b, percent, number_is_whole(a, percent) ? 0 : PLACES, ROUND_DOWN,
                 (struct number_style){0});
    return SAY(a, "{} %", buffer_text(&b));
}

static enum tone tone_of(struct cover_count n)
{
    return n.covered == n.all ? TONE_GOOD : n.covered ? TONE_WARN : TONE_BAD;
}

static struct text counted(struct arena *a, size_t n, const char *one, const char *many)
{
    return SAY(a, n == 1 ? one : many, text_number(a, (long long)n));
}

/* --- by criterion ----------------------------------------------------------------------------- */

static void add_row(struct document *d, struct block *table, struct text name, unsigned depth,
                    struct cover_count n)
{
    struct arena *a = d->arena;
    struct table_row *row = table_add_row(d, table, depth);
    struct text part =
        SAY(a, "{}/{}", text_number(a, (long long)n.covered), text_number(a, (long long)n.all));
    row->cell[0] = (struct cell){name, TONE_PLAIN};
    row->cell[1] = (struct cell){part, TONE_PLAIN};
    row->cell[2] = (struct cell){coverage_percent_words(a, n), tone_of(n)};
}

static void add_table(struct document *d, const struct coverage *c)
{
    struct arena *a = d->arena;
    const struct cover_count *n = coverage_counts(a, c);
    struct block *table = document_table(d);
    table_column(d, table, TEXT(""), ALIGN_LEFT, true);
    table_column(d, table, TEXT("places"), ALIGN_RIGHT, false);
    table_column(d, table, TEXT("covered"), ALIGN_RIGHT, false);
    for (size_t i = 1; i < c->model->criteria.n; i++) {
        const struct criterion *k = c->model->criteria.at[i];
        if (n[i].all)
            add_row(d, table, SAY(a, k->title.n ? "{}  {}" : "{}", k->path, k->title), 0, n[i]);
    }
    if (n[0].all)
        add_row(d, table, TEXT("head and total"), 0, n[0]);
    add_row(d, table, TEXT("all"), 0, coverage_count(c));
    table->rows.at[table->rows.n - 1].rule_above = true;
}

/* --- the rules, line by line ------------------------------------------------------------------ */

static struct cell margin_of(struct arena *a, const struct covered_line *l)
{
    struct cover_count n = l->count;
    if (!n.all)
        return (struct cell){0};
    struct text part =
        SAY(a, "{}/{}", text_number(a, (long long)n.covered), text_number(a, (long long)n.all));
    struct text says = n.covered == n.all ? SAY(a, "✓ {}", text_number(a, (long long)l->tests))
                       : n.covered        ? SAY(a, "½ {}", part)
                       : n.all > 1        ? SAY(a, "✗ {}", part)
                                          : TEXT("✗");
    return (struct cell){says, tone_of(n)};
}

/* What of a line no test tries, or nobody can. */
static struct text places_words(struct arena *a, const struct coverage *c,
                                const struct covered_line *l, bool out_of_reach)
{
    struct text says = {0};
    for (size_t i = 0; i < l->n; i++) {
        const struct cover_place *p = &c->places.at[l->place[i]];
        if (out_of_reach ? !p->out_of_reach.n : p->out_of_reach.n || p->times)
            continue;
        struct text one = out_of_reach ? SAY(a, "{} ({})", p->says, p->out_of_reach) : p->says;
        says = says.n ? SAY(a, "{}; {}", says, one) : one;
    }
    return says;
}

static void add_remark(struct document *d, struct block *listing, const char *pattern,
                       struct text words, enum tone tone)
{
    if (words.n)
        listing_add(d, listing,
                    (struct listing_line){.body = {SAY(d->arena, pattern, words), tone}});
}

static void add_line(struct document *d, struct block *listing, const struct coverage *c,
                     const struct source *file, size_t line, const struct covered_line *l)
{
    struct arena *a = d->arena;
    struct cell margin = l ? margin_of(a, l) : (struct cell){0};
    struct text text = source_line(c->model->sources, file, line);
    listing_add(d, listing, (struct listing_line){margin, line, {text, TONE_PLAIN}});
    if (!l)
        return;
    add_remark(d, listing, "not tested: {}", places_words(a, c, l, false), TONE_BAD);
    add_remark(d, listing, "no facts come here: {}", places_words(a, c, l, true), TONE_FAINT);
}

/* What is shown of a file: lines of criteria that tests leave something of, and what stands between
 * them when that is little; or all of it. */
struct shown {
    struct document *d;
    const struct coverage *c;
    struct block *listing;
    const struct source *file;
    size_t last; /* line that was shown; 0: none */
    bool all;
};

enum { BETWEEN = 3 /* lines that are shown rather than left out */ };

static void begin_file(struct shown *s, const struct source *file)
{
    document_heading(s->d, file->name, TEXT(""));
    s->listing = document_listing(s->d);
    s->file = file;
    s->last = 0;
}

/* Lines without places, up to before `line`. */
static void show_between(struct shown *s, size_t line)
{
    bool begins = !s->all && !s->last;
    if (!s->all && s->last && line - s->last > BETWEEN + 1) {
        listing_add(s->d, s->listing, (struct listing_line){.body = {TEXT("..."), TONE_FAINT}});
        begins = true;
    }
    for (size_t i = begins ? line : s->last + 1; i < line; i++)
        add_line(s->d, s->listing, s->c, s->file, i, NULL);
}

static size_t lines_in(const struct source *file)
{
    size_t n = file->content.n && file->content.at[file->content.n - 1] != '\n';
    for (size_t i = 0; i < file->content.n; i++)
        n += file->content.at[i] == '\n';
    return n;
}

static void end_file(struct shown *s)
{
    if (s->file && s->all)
        show_between(s, lines_in(s->file) + 1);
}

static void show(struct shown *s, const struct covered_line *l)
{
    if (l->file != s->file) {
        end_file(s);
        begin_file(s, l->file);
    }
    show_between(s, l->line);
    add_line(s->d, s->listing, s->c, l->file, l->line, l);
    s->last = l->line;
}

static bool is_left(const struct cover_count *n)
{
    return n->covered < n->all;
}

static bool has_gap(const struct coverage *c, const struct cover_count *n,
                    const struct covered_line *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (is_left(&n[c->places.at[l->place[i]].of->index]))
            return true;
    return l->begins && is_left(&n[l->begins->index]);
}

static void add_listing(struct document *d, const struct coverage *c, bool all)
{
    const struct covered_lines *lines = covered_lines_of(d->arena, c);
    const struct cover_count *n = coverage_counts(d->arena, c);
    struct shown s = {.d = d, .c = c, .all = all};
    for (size_t i = 0; i < lines->all.n; i++)
        if (all || has_gap(c, n, &lines->all.at[i]))
            show(&s, &lines->all.at[i]);
    end_file(&s);
}

/* ---------------------------------------------------------------------------------------------- */

static struct text sum_words(struct arena *a, const struct coverage *c, struct cover_count n)
{
    struct text out = {0};
    if (n.out_of_reach)
        out = SAY(a, "; {} that no facts can come to",
                  counted(a, n.out_of_reach, "one more", "{} more"));
    return SAY(a, "{} covered by {}: {} of {}{}", coverage_percent_words(a, n),
               counted(a, c->tests.n, "one test", "{} tests"), text_number(a, (long long)n.covered),
               counted(a, n.all, "one place", "{} places"), out);
}

/* The first criterion that something is left of, for the hint. */
static const struct criterion *first_gap(const struct coverage *c)
{
    for (size_t i = 0; i < c->places.n; i++)
        if (!c->places.at[i].times && !c->places.at[i].out_of_reach.n && c->places.at[i].of->parent)
            return c->places.at[i].of;
    return NULL;
}

void report_coverage(struct document *d, struct text name, const struct coverage *c, bool all)
{
    struct arena *a = d->arena;
    struct cover_count n = coverage_count(c);
    document_heading(d, SAY(a, "coverage of {}", name), TEXT(""));
    document_paragraph(d, sum_words(a, c, n), tone_of(n));
    add_table(d, c);
    if (!all && n.covered == n.all)
        return;
    document_paragraph(d,
                       TEXT("✓ 12: tests come to every place on the line, 12 of them; ½ 3/5: to 3 "
                            "of 5 places; ✗: to none"),
                       TONE_FAINT);
    add_listing(d, c, all);
    const struct criterion *k = first_gap(c);
    if (k)
        document_paragraph(
            d, SAY(a, "`ken cases {} {}` writes facts that come to such places", name, k->path),
            TONE_PLAIN);
}
