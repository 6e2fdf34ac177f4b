/* Two texts, line by line.
 *
 * The lines that stay are found by Myers' greedy algorithm: the shortest way from one text to the
 * other by removing and adding lines, tried with 0, 1, 2 ... of these.  How far each try came is
 * kept to find the way back, so the steps are limited; what lies farther apart is shown as replaced
 * whole. */
#include "report/unified.h"

#include <string.h>

#include "base/list.h"

enum { STEPS = 1000, AROUND = 3 /* lines shown around a change */ };

struct lines {
    LIST_OF(struct text) all; /* with their line ends */
};

/* Line `from` of one text is line `to` of the other, or is gone, or is new. */
struct edit {
    char sign; /* ' ', '-', '+' */
    size_t was, is;
};

struct comparison {
    struct arena *arena;
    struct lines was, is;
    LIST_OF(struct edit) edits;
};

static struct lines lines_of(struct arena *a, struct text t)
{
    struct lines l = {0};
    while (t.n) {
        const char *end = memchr(t.at, '\n', t.n);
        size_t n = end ? (size_t)(end - t.at) + 1 : t.n;
        LIST_ADD(a, &l.all, (struct text){t.at, n});
        t = text_after(t, n);
    }
    return l;
}

static void add_edit(struct comparison *c, char sign, size_t was, size_t is)
{
    LIST_ADD(c->arena, &c->edits, (struct edit){sign, was, is});
}

static void replace(struct comparison *c, size_t was, size_t was_end, size_t is, size_t is_end)
{
    for (size_t i = was; i < was_end; i++)
        add_edit(c, '-', i, is);
    for (size_t i = is; i < is_end; i++)
        add_edit(c, '+', was_end, i);
}

struct search {
    const struct text *was, *is;
    long n, m;    /* lines of each */
    long **tries; /* how far try d came, on each diagonal from -d to d */
};

/* One try of d steps; true when it reaches the end. */
static bool try_steps(struct search *s, struct arena *a, long d)
{
    long *far = ARENA_ARRAY(a, long, (size_t)(2 * d + 1)), *before = d ? s->tries[d - 1] : NULL;
    s->tries[d] = far;
    for (long k = -d; k <= d; k += 2) {
        long x = 0;
        if (d) /* of d - 1 steps, diagonal j is number j + d - 1 */
            x = k == -d || (k != d && before[k + d - 2] < before[k + d]) ? before[k + d]
                                                                         : before[k + d - 2] + 1;
        while (x < s->n && x - k < s->m && text_equal(s->was[x], s->is[x - k]))
            x++;
        far[k + d] = x;
        if (x >= s->n && x - k >= s->m)
            return true;
    }
    return false;
}

/* The edits of the way back, last first. */
static void walk_back(struct search *s, struct comparison *back, long d)
{
    long x = s->n, y = s->m;
    for (; d > 0; d--) {
        long k = x - y, *before = s->tries[d - 1];
        bool adds = k == -d || (k != d && before[k + d - 2] < before[k + d]);
        long from = adds ? before[k + d] : before[k + d - 2];
        long start = adds ? from : from + 1; /* where the lines that stay begin */
        for (; x > start; x--, y--)
            add_edit(back, ' ', (size_t)x - 1, (size_t)y - 1);
        add_edit(back, adds ? '+' : '-', (size_t)from, (size_t)(adds ? y - 1 : y));
        x = from;
        y = adds ? y - 1 : y;
    }
    for (; x > 0; x--, y--)
        add_edit(back, ' ', (size_t)x - 1, (size_t)y - 1);
}

/* Lines `at` .. of both, up to `was_end` and `is_end`. */
static void compare_middle(struct comparison *c, size_t at, size_t was_end, size_t is_end)
{
    struct search s = {c->was.all.at + at, c->is.all.at + at, (long)(was_end - at),
                       (long)(is_end - at), ARENA_ARRAY(c->arena, long *, STEPS)};
    struct comparison back = {.arena = c->arena};
    long d = 0;
    while (d < STEPS && d <= s.n + s.m && !try_steps(&s, c->arena, d))
        d++;
    if (d == STEPS) {
        replace(c, at, was_end, at, is_end);
        return;
    }
    walk_back(&s, &back, d);
    for (size_t i = back.edits.n; i-- > 0;)
        add_edit(c, back.edits.at[i].sign, back.edits.at[i].was + at, back.edits.at[i].is + at);
}

static void compare(struct comparison *c)
{
    size_t n = c->was.all.n, m = c->is.all.n, start = 0;
    while (start < n && start < m && text_equal(c->was.all.at[start], c->is.all.at[start]))
        add_edit(c, ' ', start, start), start++;
    while (n > start && m > start && text_equal(c->was.all.at[n - 1], c->is.all.at[m - 1]))
        n--, m--;
    compare_middle(c, start, n, m);
    for (; n < c->was.all.n; n++, m++)
        add_edit(c, ' ', n, m);
}

static void write_span(struct buffer *out, char sign, size_t first, size_t n)
{
    buffer_add_byte(out, sign);
    buffer_add_number(out, (long long)(n ? first + 1 : first));
    if (n != 1) {
        buffer_add_byte(out, ',');
        buffer_add_number(out, (long long)n);
    }
}

static void write_tinted(struct buffer *out, const char *tint, struct text t, bool colour)
{
    if (colour)
        buffer_add(out, text_of(tint));
    buffer_add(out, t);
    if (colour)
        buffer_add(out, TEXT("\x1b[0m"));
}

static struct text line_at(const struct lines *l, size_t i)
{
    return i < l->all.n ? l->all.at[i] : TEXT("");
}

static void write_edit(struct buffer *out, const struct comparison *c, const struct edit *e,
                       bool colour)
{
    static const char *const tints[] = {"", "\x1b[31m", "\x1b[32m"};
    int tint = e->sign == '-' ? 1 : e->sign == '+' ? 2 : 0;
    struct text line = e->sign == '+' ? line_at(&c->is, e->is) : line_at(&c->was, e->was);
    bool whole = text_ends(line, TEXT("\n"));
    line.n -= whole;
    struct text shown = SAY(c->arena, "{}{}", ((struct text){&e->sign, 1}), line);
    write_tinted(out, tints[tint], shown, colour && tint);
    buffer_add(out, whole ? TEXT("\n") : TEXT("\n\\ No newline at end of file\n"));
}

/* Edits `from` to `to`, with how many lines of each text they are. */
static void write_hunk(struct buffer *out, const struct comparison *c, size_t from, size_t to,
                       bool colour)
{
    size_t was = 0, is = 0;
    for (size_t i = from; i < to; i++) {
        was += c->edits.at[i].sign != '+';
        is += c->edits.at[i].sign != '-';
    }
    struct buffer head = buffer_in(c->arena);
    buffer_add(&head, TEXT("@@ "));
    write_span(&head, '-', c->edits.at[from].was, was);
    buffer_add_byte(&head, ' ');
    write_span(&head, '+', c->edits.at[from].is, is);
    buffer_add(&head, TEXT(" @@"));
    write_tinted(out, "\x1b[36m", buffer_text(&head), colour);
    buffer_add_byte(out, '\n');
    for (size_t i = from; i < to; i++)
        write_edit(out, c, &c->edits.at[i], colour);
}

/* The edit behind those that belong to the change that begins with edit `first`. */
static size_t end_of_change(const struct comparison *c, size_t first)
{
    size_t end = first + 1;
    for (size_t i = first; i < c->edits.n && i <= end + 2 * AROUND; i++)
        if (c->edits.at[i].sign != ' ')
            end = i + 1;
    return end;
}

void report_unified(struct buffer *out, struct text name, struct text was, struct text is,
                    bool colour)
{
    struct comparison c = {.arena = out->arena};
    c.was = lines_of(c.arena, was);
    c.is = lines_of(c.arena, is);
    compare(&c);
    bool any = false;
    for (size_t i = 0; i < c.edits.n; i++) {
        if (c.edits.at[i].sign == ' ')
            continue;
        if (!any)
            buffer_add(out, SAY(c.arena, "--- {}\n+++ {}\n", name, name));
        any = true;
        size_t end = end_of_change(&c, i);
        size_t from = i > AROUND ? i - AROUND : 0;
        size_t to = end + AROUND < c.edits.n ? end + AROUND : c.edits.n;
        write_hunk(out, &c, from, to, colour);
        i = to - 1;
    }
}
