/* Steps: read, recalculated and compared, one by one. */
#include <string.h>

#include "verify/checking.h"

static const struct {
    const char *name;
    operation *gives;
    size_t least, most;
} operations[] = {
#define ANY SIZE_MAX
#define OPERATION(name, function, least, most) {name, function, least, most},
#include "verify/operations.def"
#undef OPERATION
#undef ANY
};

const struct item *operand(const struct checker *c, size_t i)
{
    return &c->item[c->line.of[i] - 1];
}

static bool read_operands(struct reader *r, struct line *l, struct arena *a)
{
    l->operands = 0;
    if (!read_exact(r, "["))
        return false;
    while (!read_if(r, "]")) {
        if ((l->operands && !read_exact(r, ", ")) || l->operands == l->room) {
            if (r->failed)
                return false;
            size_t room = l->room ? l->room * 2 : 16;
            l->of = arena_grow(a, l->of, l->room * sizeof *l->of, room * sizeof *l->of);
            l->room = room;
        }
        size_t *step = &l->of[l->operands];
        if (!read_whole(r, step))
            return false;
        if (*step < 1 || *step >= l->number)
            return read_fails(r, "the number of a step before this one");
        l->operands++;
    }
    return true;
}

/* Where it stands in the rules and facts. */
static bool read_place(struct reader *r, struct quotation *q)
{
    *q = (struct quotation){0};
    if (read_if(r, ", \"words\": ") && !read_quoted(r, &q->words))
        return false;
    if (!read_if(r, ", \"file\": ")) {
        q->words.n = 0;
        return read_exact(r, "}");
    }
    return read_quoted(r, &q->file) && read_exact(r, ", \"line\": ") && read_whole(r, &q->line) &&
           read_exact(r, ", \"column\": ") && read_whole(r, &q->column) && read_exact(r, "}");
}

static bool read_line(struct reader *r, struct line *l, struct arena *a)
{
    size_t number, row, from = r->at;
    l->how = l->name = (struct text){0};
    if (!read_exact(r, "{\"step\": ") || !read_whole(r, &number))
        return false;
    l->at = source_span(r->source, from, r->at);
    if (number != l->number)
        return read_fails(r, "the next number");
    if (!read_exact(r, ", \"do\": ") || !read_quoted(r, &l->operation))
        return false;
    if (read_if(r, ", \"how\": ") && !read_quoted(r, &l->how))
        return false;
    if (read_if(r, ", \"name\": ") && !read_quoted(r, &l->name))
        return false;
    if (read_if(r, ", \"row\": ") && !read_whole(r, &row))
        return false;
    if (!read_exact(r, ", \"of\": ") || !read_operands(r, l, a) || !read_exact(r, ", \"is\": "))
        return false;
    from = r->at;
    if (!read_item(r, &l->is))
        return false;
    l->is_at = source_span(r->source, from, r->at);
    return read_place(r, &l->place);
}

static bool cannot_be(struct checker *c, const char *why)
{
    struct line *l = &c->line;
    DIAG_ADD(c->reader.d, K0765, l->at, text_number(c->a, (long long)l->number), l->operation,
             text_of(why));
    return false;
}

static bool differs(struct checker *c, const struct item *result)
{
    struct line *l = &c->line;
    struct diag *g = DIAG_ADD(c->reader.d, K0764, l->is_at, text_number(c->a, (long long)l->number),
                              l->operation, item_words(c->a, result), item_words(c->a, &l->is));
    for (size_t i = 0; i < l->operands && i < 3; i++)
        diag_note(c->reader.d, g,
                  SAY(c->a, "step {} is {}", text_number(c->a, (long long)l->of[i]),
                      item_words(c->a, operand(c, i))));
    return false;
}

static bool follows(struct checker *c)
{
    const char *why = "";
    struct item result;
    const size_t n = sizeof operations / sizeof *operations;
    size_t i = 0;
    while (i < n && !text_equal(c->line.operation, text_of(operations[i].name)))
        i++;
    if (i == n)
        return cannot_be(c, "there is no such operation");
    if (c->line.operands < operations[i].least || c->line.operands > operations[i].most)
        return cannot_be(c, "it has another number of operands");
    if (!operations[i].gives(c, &result, &why))
        return cannot_be(c, why);
    return item_same(&result, &c->line.is) || differs(c, &result);
}

static void keep_place(struct checker *c)
{
    struct quotation q = c->line.place;
    q.step = c->line.number;
    q.at = c->line.at;
    if (q.words.n)
        LIST_ADD(c->a, &c->out->quotations, q);
}

static void keep(struct checker *c)
{
    keep_place(c);
    if (c->items == c->room) {
        size_t room = c->room ? c->room * 2 : 256;
        c->item = arena_grow(c->a, c->item, c->room * sizeof *c->item, room * sizeof *c->item);
        c->room = room;
    }
    c->item[c->items++] = c->line.is;
}

bool check_steps(struct checker *c)
{
    struct reader *r = &c->reader;
    if (!read_exact(r, ",\n\"steps\": ["))
        return false;
    while (!read_if(r, "\n]")) {
        if ((c->items && !read_exact(r, ",")) || !read_exact(r, "\n"))
            return false;
        if (c->ended)
            return cannot_be(c, "the total is not the last step");
        c->line.number = c->items + 1;
        struct arena_mark mark = arena_mark(c->scratch);
        bool well = read_line(r, &c->line, c->a) && follows(c);
        arena_return(c->scratch, mark);
        if (!well)
            return false;
        keep(c);
    }
    return c->ended || cannot_be(c, "the last step is not the total");
}
