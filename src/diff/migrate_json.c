/* Migrated facts in JSON: what moves stands at the end of the whole object, under its path as a
 * key. */
#include "diff/migrating.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Where the text in quotes that begins at `i` ends. */
static size_t behind_text(struct text t, size_t i)
{
    for (i++; i < t.n && t.at[i] != '"'; i++)
        i += t.at[i] == '\\';
    return i + 1;
}

/* What was taken out has left commas with nothing behind or before them, and empty lines. */
static bool is_stray(const struct buffer *b, struct text t, size_t i)
{
    size_t before = b->n, behind = i + 1;
    while (before && is_space(b->at[before - 1]))
        before--;
    while (behind < t.n && is_space(t.at[behind]))
        behind++;
    char last = before ? b->at[before - 1] : '{', next = behind < t.n ? t.at[behind] : '}';
    return last == '{' || last == '[' || next == ',' || next == '}' || next == ']';
}

static struct text without_strays(struct arena *a, struct text t)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < t.n;) {
        size_t end = t.at[i] == '"' ? behind_text(t, i) : i + 1;
        bool taken = t.at[i] == ',' && is_stray(&b, t, i);
        if (t.at[i] == '\n') { /* a line of blanks goes with what stood in it */
            size_t line = b.n;
            while (line && (b.at[line - 1] == ' ' || b.at[line - 1] == '\t'))
                line--;
            taken = line && b.at[line - 1] == '\n';
            b.n = taken ? line : b.n;
        }
        if (!taken)
            buffer_add(&b, (struct text){t.at + i, end - i});
        i = end;
    }
    return buffer_text(&b);
}

static void add_moved(struct writing *w, struct buffer *moved, size_t i)
{
    const struct mention *s = &w->m->mentions->all.at[i];
    buffer_add(moved, SAY(w->m->a, ",\n  \"{}\"{}", w->m->now[i],
                          writing_edited(w, s->name.hi + 1, s->all.hi)));
}

struct text migrating_json(struct migrating *m)
{
    struct writing w = writing_of(m);
    struct buffer moved = buffer_in(m->a);
    for (size_t i = 0; i < m->mentions->all.n; i++) {
        const struct mention *s = &m->mentions->all.at[i];
        bool left = false;
        bool gone =
            s->kind == MENTION_GROUP ? writing_is_empty(&w, i, &left) : m->fate[i] != FATE_STAYS;
        if (m->fate[i] == FATE_MOVED)
            add_moved(&w, &moved, i);
        if (gone)
            writing_cut(&w, s->all.lo, s->all.hi, TEXT(""));
    }
    uint32_t close = w.end - 1;
    while (close > w.base && w.at[close - w.base] != '}')
        close--;
    uint32_t last = close;
    while (last > w.base && is_space(w.at[last - 1 - w.base]))
        last--;
    writing_cut(&w, last, last, buffer_text(&moved));
    return without_strays(m->a, writing_text(&w));
}
