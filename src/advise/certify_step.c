/* Steps: one line each, as docs/certificate.md says. */
#include <assert.h>

#include "advise/certifying.h"

static void write_text(struct buffer *b, struct text t)
{
    static const char hex[] = "0123456789abcdef";
    buffer_add_byte(b, '"');
    for (size_t i = 0, from = 0; i <= t.n; i++) {
        if (i < t.n && (unsigned char)t.at[i] >= ' ' && t.at[i] != '"' && t.at[i] != '\\')
            continue;
        buffer_add(b, (struct text){t.at + from, i - from});
        from = i + 1;
        if (i == t.n)
            break;
        unsigned char at = (unsigned char)t.at[i];
        if (at >= ' ')
            buffer_add_byte(b, '\\');
        else {
            buffer_add(b, TEXT("\\u00"));
            buffer_add_byte(b, hex[at >> 4]);
            at = (unsigned char)hex[at & 15];
        }
        buffer_add_byte(b, (char)at);
    }
    buffer_add_byte(b, '"');
}

void certify_text(struct buffer *b, const char *before, struct text t)
{
    buffer_add(b, text_of(before));
    write_text(b, t);
}

static void write_whole(struct buffer *b, size_t n)
{
    char digits[24];
    size_t i = sizeof digits;
    do
        digits[--i] = (char)('0' + n % 10);
    while ((n /= 10));
    buffer_add(b, (struct text){digits + i, sizeof digits - i});
}

static void write_set(struct buffer *b, const struct set *set)
{
    buffer_add(b, TEXT("{\"set\": ["));
    for (size_t i = 0; i < set->n; i++)
        certify_text(b, i ? ", " : "", set->at[i]);
    buffer_add(b, TEXT("]}"));
}

const char *certify_absence(enum absence kind)
{
    static const char *const words[] = {[ABSENCE_NONE] = "none",
                                        [ABSENCE_UNDEFINED] = "undefined",
                                        [ABSENCE_MISSING] = "missing",
                                        [ABSENCE_NA] = "n/a"};
    return words[kind];
}

static void write_value(struct buffer *b, const struct derived *d)
{
    const struct value *v = &d->is;
    if (d->range.n) {
        buffer_add(b, d->range);
        return;
    }
    if (d->left_out) {
        buffer_add(b, TEXT("{\"absent\": \"left out\"}"));
        return;
    }
    switch (v->kind) {
    case VALUE_ABSENT:
        certify_text(b, "{\"absent\": ", text_of(certify_absence(v->absence)));
        break;
    case VALUE_NUMBER:
        buffer_add_byte(b, '"');
        number_print_exact(b, v->number);
        buffer_add_byte(b, '"');
        return;
    case VALUE_TEXT:
        certify_text(b, "{\"text\": ", v->text);
        break;
    case VALUE_DATE:
        buffer_add(b, TEXT("{\"date\": \""));
        date_print(b, v->date, ERA_CE);
        buffer_add_byte(b, '"');
        break;
    case VALUE_MONTH:
        buffer_add(b, TEXT("{\"month\": \""));
        month_print(b, v->month, ERA_CE);
        buffer_add_byte(b, '"');
        break;
    case VALUE_TRUTH:
        buffer_add(b, v->truth ? TEXT("true") : TEXT("false"));
        return;
    case VALUE_SET:
        write_set(b, v->set);
        return;
    case VALUE_TABLE: /* a table is never the value of a step */
        assert(false);
        return;
    }
    buffer_add_byte(b, '}');
}

/* What is quoted stands in a file: of what an amendment has made, what it was made from. */
static struct text quoted(const struct certifying *c, const struct beside *beside)
{
    struct sources *s = c->m->sources;
    if (source_is_verbatim(s, beside->at) || !text_equal(beside->words, source_text(s, beside->at)))
        return beside->words;
    return text_trim(source_text(s, source_real(s, beside->at)));
}

static void write_beside(struct certifying *c, struct operands of, const struct beside *beside)
{
    struct buffer *b = c->out;
    struct text words = quoted(c, beside);
    if (words.n)
        certify_text(b, ", \"words\": ", words);
    bool again = c->rows && of.n; /* the same place row after row: the aggregate says it */
    if (span_is_nowhere(beside->at) || again)
        return;
    struct place p = source_place(c->m->sources, beside->at.lo);
    certify_text(b, ", \"file\": ", p.source->name);
    buffer_add(b, TEXT(", \"line\": "));
    write_whole(b, p.line);
    buffer_add(b, TEXT(", \"column\": "));
    write_whole(b, p.column);
}

enum { PART_BYTES = 1024 * 1024, STEP_BYTES = 64 * 1024 /* usually less */ };

void certify_begin_part(struct certifying *c)
{
    size_t room = PART_BYTES + STEP_BYTES;
    *c->out = buffer_in(c->out->arena);
    c->out->at = ARENA_ARRAY(c->out->arena, char, room);
    c->out->room = room;
}

void certify_end_part(struct certifying *c)
{
    LIST_ADD(c->a, &c->text->parts, buffer_text(c->out));
}

static struct derived write_step(struct certifying *c, const char *operation, struct operands of,
                                 struct derived d, struct beside beside)
{
    struct buffer *b = c->out;
    d.step = ++c->steps;
    if (c->steps > CERTIFICATE_STEPS)
        certify_refuse(c, NULL, TEXT("it would have too many steps"));
    if (d.is.kind == VALUE_NUMBER && number_is_over(d.is.number))
        certify_refuse(c, NULL,
                       TEXT("a step between two figures gives a number that is too large"));
    if (certify_is_over(c))
        return d;
    buffer_add(b, d.step > 1 ? TEXT(",\n{\"step\": ") : TEXT("\n{\"step\": "));
    write_whole(b, d.step);
    certify_text(b, ", \"do\": ", text_of(operation));
    if (beside.how)
        certify_text(b, ", \"how\": ", text_of(beside.how));
    if (beside.table.n) {
        buffer_add(b, TEXT(", \"name\": \""));
        buffer_add(b, beside.table);
        buffer_add_byte(b, '.');
        buffer_add(b, beside.name);
        buffer_add_byte(b, '"');
    } else if (beside.name.n)
        certify_text(b, ", \"name\": ", beside.name);
    if (beside.row) {
        buffer_add(b, TEXT(", \"row\": "));
        write_whole(b, beside.row);
    }
    buffer_add(b, TEXT(", \"of\": ["));
    for (size_t i = 0; i < of.n; i++) {
        if (i)
            buffer_add(b, TEXT(", "));
        write_whole(b, of.at[i]);
    }
    buffer_add(b, TEXT("], \"is\": "));
    write_value(b, &d);
    write_beside(c, of, &beside);
    buffer_add_byte(b, '}');
    if (b->n >= PART_BYTES) {
        certify_end_part(c);
        certify_begin_part(c);
    }
    return d;
}

struct derived derive(struct certifying *c, const char *operation, struct operands of,
                      struct value is, struct beside beside)
{
    return write_step(c, operation, of, (struct derived){.is = is}, beside);
}

struct derived derive_at(struct certifying *c, const char *operation, struct operands of,
                         struct value is, struct span at)
{
    return derive(c, operation, of, is, (struct beside){.at = at});
}

struct derived derive_value(struct certifying *c, const char *operation, struct derived x,
                            const struct expr *e)
{
    return derive_at(c, operation, OPERANDS(x.step), outcome_value(c->o, e), e->at);
}

struct derived derive_value_of_two(struct certifying *c, const char *operation, struct derived x,
                                   struct derived y, const struct expr *e)
{
    return derive_at(c, operation, OPERANDS(x.step, y.step), outcome_value(c->o, e), e->at);
}

struct derived derive_left_out(struct certifying *c, const char *operation, struct operands of)
{
    return write_step(c, operation, of,
                      (struct derived){.left_out = true, .is = value_truth(false)},
                      (struct beside){0});
}

static void write_end(struct buffer *b, const char *before, struct derived end)
{
    buffer_add(b, text_of(before));
    if (end.step)
        write_value(b, &end);
    else
        buffer_add(b, TEXT("null"));
}

void derive_range(struct certifying *c, struct derived low, struct derived high)
{
    static const char *const hows[] = {"open", "at least", "at most", "between"};
    struct steps of = {0};
    struct derived *end[] = {&low, &high};
    int how = 0;
    for (int i = 0; i < 2; i++)
        if (end[i]->step) {
            steps_add(c, &of, *end[i]);
            how += 1 << i;
        }
    struct buffer range = buffer_in(c->a);
    write_end(&range, "{\"least\": ", low);
    write_end(&range, ", \"most\": ", high);
    buffer_add_byte(&range, '}');
    write_step(c, "total", steps_all(&of), (struct derived){.range = buffer_text(&range)},
               (struct beside){.how = hows[how]});
}

void steps_add(struct certifying *c, struct steps *s, struct derived d)
{
    LIST_ADD(c->a, s, d.step);
}

struct operands steps_all(const struct steps *s)
{
    return (struct operands){s->at, s->n};
}

bool certify_is_over(const struct certifying *c)
{
    return c->refused;
}

struct derived certify_refuse(struct certifying *c, const struct criterion *k, struct text why)
{
    if (!c->refused)
        c->why = (struct no_certificate){k, why};
    c->refused = true;
    return (struct derived){.is = value_number(number_of(0))};
}
