/* A migrated fact file: the text, with its edits, and with what moves or is left taken out of it.
 */
#include <string.h>

#include "diff/migrating.h"
#include "facts/written.h"

/* --- lines ------------------------------------------------------------------------------------ */

static char byte_at(const struct writing *w, uint32_t address)
{
    return w->at[address - w->base];
}

static uint32_t line_start(const struct writing *w, uint32_t at)
{
    while (at > w->base && byte_at(w, at - 1) != '\n')
        at--;
    return at;
}

static uint32_t line_end(const struct writing *w, uint32_t at)
{
    while (at < w->end && byte_at(w, at) != '\n')
        at++;
    return at;
}

static bool is_blank(const struct writing *w, uint32_t lo, uint32_t hi)
{
    for (; lo < hi; lo++)
        if (byte_at(w, lo) != ' ' && byte_at(w, lo) != '\t' && byte_at(w, lo) != '\r')
            return byte_at(w, lo) == '#';
    return true;
}

/* Nothing but comments stands beside it. */
static bool is_alone(const struct writing *w, struct span at)
{
    return is_blank(w, line_start(w, at.lo), at.lo) && is_blank(w, at.hi, line_end(w, at.hi));
}

/* Every line of it behind a `#`. */
static struct text commented(struct writing *w, uint32_t lo, uint32_t hi, struct text why)
{
    struct buffer b = buffer_in(w->m->a);
    uint32_t begin = line_start(w, lo);
    struct text indent = is_blank(w, begin, lo) ? writing_stretch(w, begin, lo) : TEXT("");
    buffer_add(&b, SAY(w->m->a, "# not carried: {}\n{}", why, indent));
    for (uint32_t from = line_start(w, lo); from < hi; from = line_end(w, from) + 1) {
        uint32_t start = from < lo ? lo : from, stop = line_end(w, start);
        buffer_add(&b, start > lo ? TEXT("\n# ") : TEXT("# "));
        buffer_add(&b, writing_stretch(w, start, stop < hi ? stop : hi));
    }
    return buffer_text(&b);
}

/* --- statements ------------------------------------------------------------------------------- */

static const struct text *why_left(const struct writing *w, const struct mention *s)
{
    for (size_t i = 0; i < w->m->out->left.n; i++)
        if (w->m->out->left.at[i].at.lo == s->name.lo)
            return &w->m->out->left.at[i].why;
    return NULL;
}

static void take_left(struct writing *w, const struct mention *s)
{
    struct span all = s->all;
    bool alone = is_alone(w, all);
    struct text why = commented(w, all.lo, alone ? line_end(w, all.hi) : all.hi, *why_left(w, s));
    if (alone) {
        writing_cut(w, all.lo, line_end(w, all.hi), why);
        return;
    }
    uint32_t end = line_end(w, all.hi);
    writing_cut(w, all.lo, all.hi, TEXT(""));
    writing_cut(w, end, end, SAY(w->m->a, "\n{}", why));
}

/* The document behind it may stand behind its block. */
static struct text proof(struct writing *w, size_t i)
{
    const struct mention *s = &w->m->mentions->all.at[i];
    const struct fact *f = model_fact(w->m->d->model[OLDER], s->path);
    const struct evidence *e = &w->m->facts->entry[f->index].evidence;
    struct text own = source_text(w->m->sources, s->all);
    for (size_t j = 0; j + 8 <= own.n; j++)
        if (memcmp(own.at + j, "evidence", 8) == 0)
            return TEXT("");
    return written_evidence(w->m->a, e, w->m->facts->era);
}

static void take_moved(struct writing *w, size_t i)
{
    const struct mention *s = &w->m->mentions->all.at[i], *block = s;
    while (block->inside != MENTION_OUTSIDE)
        block = &w->m->mentions->all.at[block->inside];
    bool alone = is_alone(w, s->all);
    struct text line = writing_edited(w, s->name.hi, s->all.hi);
    struct text aside = alone ? writing_stretch(w, s->all.hi, line_end(w, s->all.hi)) : TEXT("");
    if (alone && line_end(w, s->all.hi) < w->end)
        writing_cut(w, line_start(w, s->all.lo), line_end(w, s->all.hi) + 1, TEXT(""));
    else
        writing_cut(w, s->all.lo, s->all.hi, TEXT(""));
    uint32_t end = line_end(w, block->all.hi);
    writing_cut(w, end, end, SAY(w->m->a, "\n{}{}{}{}", w->m->now[i], line, proof(w, i), aside));
}

static void take_group(struct writing *w, size_t group)
{
    const struct mention *s = &w->m->mentions->all.at[group];
    bool left = false;
    if (!writing_is_empty(w, group, &left))
        return;
    uint32_t open = line_start(w, s->all.lo), close = line_start(w, s->all.hi);
    uint32_t open_end = line_end(w, open), close_end = line_end(w, close);
    bool lines = open < close && byte_at(w, close_end - 1) != '{' && open_end < w->end;
    if (!lines) {
        writing_cut(w, s->all.lo, s->all.lo, TEXT("# "));
    } else if (left) {
        writing_cut(w, s->all.lo, s->all.lo, TEXT("# "));
        writing_cut(w, close, close, TEXT("# "));
    } else {
        writing_cut(w, open, open_end + 1, TEXT(""));
        writing_cut(w, close, close_end < w->end ? close_end + 1 : close_end, TEXT(""));
    }
}

struct text migrating_text(struct migrating *m)
{
    struct writing w = writing_of(m);
    for (size_t i = 0; i < m->mentions->all.n; i++) {
        if (m->mentions->all.at[i].kind == MENTION_GROUP)
            take_group(&w, i);
        else if (m->fate[i] == FATE_LEFT)
            take_left(&w, &m->mentions->all.at[i]);
        else if (m->fate[i] == FATE_MOVED)
            take_moved(&w, i);
    }
    return writing_text(&w);
}
