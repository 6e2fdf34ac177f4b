/* A JSON record, from bytes to slots.
 *
 * What comes next is guessed from the record before it, name by name, so that mostly nothing is
 * searched: a name is compared with the one expected, and its value read as the fact wants it.
 *
 * The last byte of a record is known to be `}`.  It is part of nothing else that is looked for, so
 * until it is taken there is always a byte to look at. */
#include "batch/names.h"

static inline bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* There is a byte behind the blanks. */
static inline const char *skip_blanks(const char *p)
{
    while (is_blank(*p))
        p++;
    return p;
}

/* The text that begins with the quote at `p`, and where its closing quote stands.  NULL where it
 * has escapes, no end, or letters that may not stand in facts. */
static const char *take_text(const char *p, const char *end, struct text *text)
{
    const char *from = p + 1, *close = skip_plain(from, end, '"');
    bool plain = close < end && *close == '"';
    while (close < end && *close != '"' && *close != '\\' && (unsigned char)*close >= 0x20)
        close++;
    *text = (struct text){from, (size_t)(close - from)};
    return close < end && *close == '"' && (plain || field_letters(*text)) ? close : NULL;
}

/* --- names --------------------------------------------------------------------------------- */

/* The name at `*p`, which is not the one expected at `*next`, but perhaps the one behind it; `*p`
 * goes behind its colon. */
static struct name *find_name(struct reader *r, struct scope *s, struct name **next, const char **p,
                              const char *end)
{
    const char *from = *p, *close;
    struct text key;
    struct name *skipped = *next;
    bool skips = skipped && skipped->next;
    if (skips && (*p = behind_name(skipped->next, from, end)))
        return skipped->next;
    if (*from != '"' || !(close = take_text(from, end, &key)))
        return NULL;
    struct name *n = scope_name(r, s, key);
    if (n)
        *next = n;
    *p = skip_blanks(close + 1);
    return *(*p)++ == ':' ? n : NULL;
}

/* --- values -------------------------------------------------------------------------------- */

static void put_id(const struct name *n, struct text id, struct record *out)
{
    if (!n->field->office || !out->id.n)
        out->id = id;
}

static const char *take_literal(const char *p, const char *end, struct text word)
{
    return text_starts((struct text){p, (size_t)(end - p)}, word) ? p + word.n : NULL;
}

static const char *take_truth(const struct field *f, struct slot *slot, const char *p,
                              const char *end)
{
    bool yes = *p == 't';
    slot_put(slot, yes);
    if (f->kind != FIELD_TRUTH && f->kind != FIELD_IGNORED)
        return NULL;
    return take_literal(p, end, yes ? TEXT("true") : TEXT("false"));
}

static const char *take_words(const struct reader *r, const struct name *n, const char *p,
                              const char *end, struct record *out)
{
    struct text words;
    const char *close = take_text(p, end, &words);
    if (!close)
        return NULL;
    if (n->field->kind == FIELD_ID)
        put_id(n, words, out);
    else if (!field_words(r, n->field, &r->slot[n->slot], words))
        return NULL;
    return close + 1;
}

/* A number of any length; it may be no value, but an id, or of nobody. */
static const char *take_number(const struct name *n, struct slot *slot, const char *p,
                               const char *end, struct record *out)
{
    struct decimal d;
    const char *behind = take_decimal(p, end, &d);
    if (!behind || d.padded)
        return NULL;
    if (n->field->kind == FIELD_NUMBER)
        return field_number(n->field, slot, d) ? behind : NULL;
    if (n->field->kind == FIELD_ID)
        put_id(n, (struct text){p, (size_t)(behind - p)}, out);
    return n->field->kind == FIELD_IGNORED || n->field->kind == FIELD_ID ? behind : NULL;
}

/* What is not written as most values of its field are; apart from those, which would want for
 * registers. */
__attribute__((noinline)) static const char *take_other(struct reader *r, const struct name *n,
                                                        const char *p, const char *end,
                                                        struct record *out)
{
    struct slot *slot = &r->slot[n->slot];
    switch (*p) {
    case 'n':
        slot->given = false;
        return take_literal(p, end, TEXT("null"));
    case 't':
    case 'f':
        return take_truth(n->field, slot, p, end);
    case '"':
        return take_words(r, n, p, end, out);
    default:
        return take_number(n, slot, p, end, out);
    }
}

static inline const char *take_value(struct reader *r, const struct name *n, const char *p,
                                     const char *end, struct record *out)
{
    const struct field *f = n->field;
    const char *behind;
    struct decimal d;
    int64_t day;
    if (f->kind == FIELD_NUMBER && (behind = take_short_decimal(p, end, &d)))
        return field_number(f, &r->slot[n->slot], d) ? behind : NULL;
    if (f->kind == FIELD_DAY && *p == '"' && (behind = take_day(&r->days, p + 1, end, &day)) &&
        *behind == '"') {
        slot_put(&r->slot[n->slot], day);
        return behind + 1;
    }
    return take_other(r, n, p, end, out);
}

/* --- records ------------------------------------------------------------------------------- */

/* Behind a value stands `,` and another name, or `}`, perhaps several of them.  `*s` becomes where
 * the next name stands, and `*next` what it is expected to be; NULL when the record ends too early.
 */
static const char *close_groups(struct scope **s, struct name ***next, const char *p,
                                const char *end)
{
    for (p = skip_blanks(p); *p == '}' && (*s)->outer; p = skip_blanks(p)) {
        *next = &(*s)->name->next;
        *s = (*s)->outer;
        if (++p == end)
            return NULL;
    }
    return p;
}

/* From behind the first `{` to the last `}`; NULL where something is not as it mostly is. */
static const char *read_members(struct reader *r, const char *p, const char *end,
                                struct record *out)
{
    struct scope *s = r->names->top;
    struct name **next = &s->first;
    for (;; p++) {
        struct name *n = *next;
        p = skip_blanks(p);
        const char *behind = n ? behind_name(n, p, end) : NULL;
        if (behind)
            p = behind;
        else if (!(n = find_name(r, s, next, &p, end)))
            return NULL;
        if (!say_once(r->names, n))
            return NULL;
        p = skip_blanks(p);
        next = &n->next;
        if (*p == '{' && n->field->inside) {
            s = n->field->inside;
            next = &s->first;
            continue;
        }
        if (!(p = take_value(r, n, p, end, out)))
            return NULL;
        if (*p != ',' && !(p = close_groups(&s, &next, p, end)))
            return NULL;
        if (*p != ',')
            return p;
    }
}

/* What this record did not say has no value. */
static void forget_unsaid(struct reader *r)
{
    size_t facts = r->batch->model->facts.n;
    for (size_t i = 0; i < facts; i += 64) {
        uint64_t unsaid = ~r->names->said[i / 64];
        if (facts - i < 64)
            unsaid &= ((uint64_t)1 << (facts - i)) - 1;
        for (; unsaid; unsaid &= unsaid - 1)
            r->slot[i + (size_t)__builtin_ctzll(unsaid)].given = false;
    }
}

bool read_ndjson(struct reader *r, struct text line, struct record *out)
{
    const char *p = line.at, *end = p + line.n;
    while (end > p && is_blank(end[-1]))
        end--;
    if (end - p < 2 || end[-1] != '}' || *(p = skip_blanks(p)) != '{' || ++p == end)
        return false;
    if (!r->names)
        r->names = names_new(r);
    memset(r->names->said, 0, (r->names->fields / 64 + 1) * sizeof *r->names->said);
    *out = (struct record){.slot = r->slot};
    p = read_members(r, p, end, out);
    if (!p || p + 1 != end)
        return false;
    forget_unsaid(r);
    return true;
}
