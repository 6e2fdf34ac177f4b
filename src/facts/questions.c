/* Questions: one fact with several values, each to be tried.
 *
 *   question = piece { "|" piece }        piece = value | value ".." value [ "by" step ]
 *
 * A piece means what --set would make of it, so bounds, decimals, units and words have one rule and
 * one message. */
#include "facts/questions.h"

#include <string.h>

#include "syntax/characters.h"

/* --- pieces of the text ---------------------------------------------------------------------- */

/* Where `mark` stands in `t` for the first time; t.n for nowhere. */
static size_t find(struct text t, struct text mark)
{
    for (size_t i = 0; i + mark.n <= t.n; i++)
        if (memcmp(t.at + i, mark.at, mark.n) == 0)
            return i;
    return t.n;
}

/* The bytes `from` to `to` of `whole`, without the blanks around them. */
static struct raw cut(struct raw whole, size_t from, size_t to)
{
    struct text inner = text_trim((struct text){whole.text.at + from, to - from});
    size_t start = inner.n ? (size_t)(inner.at - whole.text.at) : from;
    return (struct raw){.kind = inner.n ? RAW_WORDS : RAW_NOTHING,
                        .text = inner,
                        .at = raw_part(whole, start, start + inner.n)};
}

static bool range_in(struct raw piece, struct range *r)
{
    size_t dots = find(piece.text, TEXT("..")), end = piece.text.n;
    if (dots == end)
        return false;
    size_t by = dots + 2 + find(text_after(piece.text, dots + 2), TEXT(" by "));
    r->all = piece;
    r->low = cut(piece, 0, dots);
    r->high = cut(piece, dots + 2, by);
    r->step = by < end ? cut(piece, by + 4, end) : (struct raw){.kind = RAW_NOTHING};
    return true;
}

static bool has_order(const struct fact *f)
{
    return f->type.kind == TYPE_NUMBER || f->type.kind == TYPE_DATE || f->type.kind == TYPE_MONTH;
}

/* A `|` in a free text is a character, in a set perhaps a part of a word. */
static bool has_choice(const struct fact *f)
{
    return has_order(f) || f->type.kind == TYPE_YES_NO || f->is_choice;
}

static bool is_word(const struct fact *f, struct text t)
{
    for (size_t i = 0; i < f->words.n; i++)
        if (text_equal(f->words.at[i], t))
            return true;
    return false;
}

bool facts_asks(const struct facts *f, struct text assignment)
{
    size_t sign = find(assignment, TEXT("="));
    const struct fact *fact = model_fact(f->model, text_trim((struct text){assignment.at, sign}));
    struct text value = text_trim(text_after(assignment, sign + 1));
    if (!fact || is_word(fact, value))
        return false;
    return (has_choice(fact) && find(value, TEXT("|")) < value.n) ||
           (has_order(fact) && find(value, TEXT("..")) < value.n);
}

/* --- single values --------------------------------------------------------------------------- */

/* Stated as --set would, looked at, and taken back. */
static void add_single(struct asking *k, struct raw raw)
{
    struct facts *f = k->b->facts;
    struct fact_entry *e = &f->entry[k->fact->index], before = *e;
    size_t errors = f->diags->errors;
    bind_line(k->b, k->fact->path, raw.at, raw);
    struct fact_entry tried = *e;
    *e = before;
    if (f->diags->errors > errors) {
        k->well = false;
        return;
    }
    bind_absence(f, k->fact, &tried);
    if (asking_has_room(k, raw.at))
        LIST_ADD(k->a, &k->question->values, tried);
}

static void add_piece(struct asking *k, struct raw piece)
{
    struct range range;
    if (has_order(k->fact) && range_in(piece, &range))
        asking_add_range(k, &range);
    else
        add_single(k, piece);
}

/* --- a question ------------------------------------------------------------------------------ */

static bool is_new(struct facts *f, const struct fact *fact, struct span at)
{
    for (size_t i = 0; i < f->questions.n; i++) {
        if (f->questions.at[i]->fact != fact)
            continue;
        struct diag *g = DIAG_ADD(f->diags, K0723, at, fact->path);
        diag_label(f->diags, g, f->questions.at[i]->at, TEXT("first asked here"));
        diag_help(g, SAY(f->arena, "put `|` between the values: `{}=1..3|7`", fact->path));
        return false;
    }
    return true;
}

void facts_ask(struct facts *f, const struct source *s)
{
    struct binder b = binder_for(f, s, f->model->era);
    if (!characters_check_text(s, f->diags))
        return;
    struct assignment set = bind_assignment(s);
    const struct fact *fact = bind_find(&b, set.path, set.path_at);
    if (!fact || !is_new(f, fact, set.path_at))
        return;
    struct asking k = {.b = &b, .a = f->arena, .fact = fact, .others = 1, .well = true};
    for (size_t i = 0; i < f->questions.n; i++)
        k.others *= (long long)f->questions.at[i]->values.n;
    k.question = ARENA_NEW(f->arena, struct question);
    *k.question = (struct question){.fact = fact, .at = set.path_at};
    struct raw all = {.kind = RAW_WORDS, .text = set.value, .at = set.value_at};
    for (size_t from = 0, to; from <= all.text.n && k.well; from = to + 1) {
        to = from + find(text_after(all.text, from), TEXT("|"));
        add_piece(&k, cut(all, from, to));
    }
    if (k.well)
        LIST_ADD(f->arena, &f->questions, k.question);
}

struct facts *facts_with(struct arena *a, const struct facts *f, const size_t *chosen)
{
    struct facts *with = facts_copy(a, f);
    for (size_t i = 0; i < f->questions.n; i++) {
        const struct question *q = f->questions.at[i];
        with->entry[q->fact->index] = q->values.at[chosen[i]];
        with->entry[q->fact->index].evidence.supposed = true;
    }
    return with;
}
