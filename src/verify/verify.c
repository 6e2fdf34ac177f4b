/* A certificate from its first byte to its last: the digest, the head, the steps, the figures. */
#include <string.h>

#include "base/digest.h"
#include "verify/checking.h"

static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};

/* --- the last line --------------------------------------------------------------------------- */

/* What begins otherwise is no certificate at all, cut off or not. */
static bool check_beginning(struct reader *r)
{
    struct text begins = TEXT("{\n\"format\": \"ken.certificate/1\""), all = r->source->content;
    size_t n = all.n < begins.n ? all.n : begins.n;
    return text_starts(all, (struct text){begins.at, n}) || read_fails(r, "its beginning");
}

/* The digest stands in a line of its own, of everything before that line. */
static bool check_digest(struct reader *r)
{
    static const char before[] = "\"sha256\": \"", behind[] = "\"\n}\n";
    const size_t length = sizeof before - 1 + DIGEST_LETTERS + sizeof behind - 1;
    struct text all = r->source->content,
                tail = text_after(all, all.n > length ? all.n - length : 0);
    if (!text_starts(tail, text_of(before)) || !text_ends(tail, text_of(behind))) {
        DIAG_PLAIN(r->d, K0762, source_span(r->source, all.n, all.n));
        return false;
    }
    struct text recorded = {tail.at + sizeof before - 1, DIGEST_LETTERS};
    r->t = (struct text){all.at, all.n - length};
    struct text digest = digest_words(r->a, r->t);
    size_t at = r->t.n + sizeof before - 1;
    if (!text_equal(digest, recorded))
        DIAG_ADD(r->d, K0763, source_span(r->source, at, at + DIGEST_LETTERS), digest, recorded);
    return true;
}

/* --- the head -------------------------------------------------------------------------------- */

static bool read_member(struct reader *r, const char *before, struct text *plain)
{
    struct text raw;
    if (!read_exact(r, before) || !read_quoted(r, &raw))
        return false;
    *plain = read_plain(r->a, raw);
    return true;
}

static bool read_file(struct checker *c, struct recorded_file *f)
{
    struct reader *r = &c->reader;
    struct text words;
    if (!read_member(r, "{\"role\": ", &f->role))
        return false;
    size_t from = r->at;
    if (!read_member(r, ", \"name\": ", &f->name))
        return false;
    f->at = source_span(r->source, from + strlen(", \"name\": "), r->at);
    if (!read_member(r, ", \"sha256\": ", &f->digest))
        return false;
    if (!text_equal(f->role, TEXT("set")))
        return read_exact(r, "}");
    if (!read_member(r, ", \"words\": ", &words) || !read_exact(r, "}"))
        return false;
    verify_file(c->out, f, words, NULL, r->d);
    return true;
}

static bool read_files(struct checker *c)
{
    struct reader *r = &c->reader;
    if (!read_exact(r, ",\n\"files\": ["))
        return false;
    while (!read_if(r, "\n]")) {
        struct recorded_file f = {0};
        if ((c->out->files.n && !read_exact(r, ",")) || !read_exact(r, "\n") || !read_file(c, &f))
            return false;
        LIST_ADD(c->a, &c->out->files, f);
    }
    return true;
}

static bool read_day(struct reader *r, const char *before, int32_t *day)
{
    struct text raw;
    if (!read_exact(r, before) || !read_quoted(r, &raw))
        return false;
    return day_read(raw, day) || read_fails(r, "a date before this");
}

static bool read_weekend(struct reader *r, bool free[7])
{
    if (!read_exact(r, ", \"weekend\": ["))
        return false;
    for (bool any = false; !read_if(r, "]"); any = true) {
        struct text raw;
        int day = 0;
        if ((any && !read_exact(r, ", ")) || !read_quoted(r, &raw))
            return false;
        while (day < 7 && !text_equal(raw, text_of(weekdays[day])))
            day++;
        if (day == 7)
            return read_fails(r, "a day of the week before this");
        free[day] = true;
    }
    return true;
}

static bool read_holidays(struct reader *r, struct workdays *w)
{
    if (!read_exact(r, ", \"holidays\": ["))
        return false;
    for (bool any = false; !read_if(r, "]"); any = true) {
        int32_t day;
        if (!read_day(r, any ? ", " : "", &day))
            return false;
        if (day < w->first || day > w->last)
            return read_fails(r, "a holiday that the calendar covers before this");
        w->before[day - w->first] = 0;
    }
    return read_exact(r, "}");
}

/* Working days are counted once, day by day. */
static bool read_calendar(struct checker *c)
{
    struct reader *r = &c->reader;
    struct workdays *w = &c->workdays;
    bool free[7] = {false};
    if (read_if(r, ",\n\"calendar\": null"))
        return true;
    if (!read_day(r, ",\n\"calendar\": {\"first\": ", &w->first) ||
        !read_day(r, ", \"last\": ", &w->last) || !read_weekend(r, free))
        return false;
    if (w->first > w->last)
        return read_fails(r, "a calendar that ends behind its first day");
    size_t n = (size_t)(w->last - w->first) + 1;
    w->before = ARENA_ARRAY(c->a, int32_t, n);
    for (size_t i = 0; i < n; i++)
        w->before[i] = !free[weekday_of(w->first + (int32_t)i)];
    if (!read_holidays(r, w))
        return false;
    for (size_t i = 1; i < n; i++)
        w->before[i] += w->before[i - 1];
    w->there = true;
    return true;
}

static bool read_month_ends(struct checker *c)
{
    struct reader *r = &c->reader;
    c->carried = read_if(r, ",\n\"month ends\": \"carried\"");
    return c->carried || read_if(r, ",\n\"month ends\": \"clipped\"") ||
           read_exact(r, ",\n\"month ends\": null");
}

static bool read_head(struct checker *c)
{
    struct reader *r = &c->reader;
    struct text ignored;
    return read_exact(r, "{\n\"format\": \"ken.certificate/1\"") &&
           read_member(r, ",\n\"engine\": ", &c->out->engine) &&
           read_member(r, ",\n\"criteria\": ", &ignored) &&
           read_member(r, ",\n\"title\": ", &c->out->title) &&
           read_member(r, ",\n\"office\": ", &c->out->office) && read_files(c) &&
           read_calendar(c) && read_month_ends(c);
}

/* --- the figures ----------------------------------------------------------------------------- */

const char *verified_words(enum verified_value which)
{
    static const char *const words[] = {
#define VALUE(name) #name,
        VERIFIED_VALUES(VALUE)
#undef VALUE
    };
    return words[which];
}

static bool read_figure(struct checker *c)
{
    struct reader *r = &c->reader;
    struct verified_figure f = {0};
    if (!read_member(r, "{\"id\": ", &f.id) || !read_member(r, ", \"title\": ", &f.title))
        return false;
    for (enum verified_value i = 0; i < VERIFIED_KINDS; i++) {
        size_t step;
        struct text name = text_of(verified_words(i));
        if (!read_if(r, text_c(c->scratch, SAY(c->scratch, ", \"{}\": ", name))))
            continue;
        if (!read_whole(r, &step))
            return false;
        if (step < 1 || step > c->items)
            return read_fails(r, "the number of a step");
        f.value[i] = item_words(c->a, &c->item[step - 1]);
    }
    LIST_ADD(c->a, &c->out->figures, f);
    return read_exact(r, "}");
}

static bool read_figures(struct checker *c)
{
    struct reader *r = &c->reader;
    if (!read_exact(r, ",\n\"figures\": ["))
        return false;
    for (bool any = false; !read_if(r, "\n]"); any = true)
        if ((any && !read_exact(r, ",")) || !read_exact(r, "\n") || !read_figure(c))
            return false;
    return read_exact(r, ",\n") && (r->at == r->t.n || read_fails(r, "the digest"));
}

/* --- all of it ------------------------------------------------------------------------------- */

/* The line is still the last one. */
static void note_total(struct checker *c, const struct item *total)
{
    struct verification *v = c->out;
    bool most_alone = text_equal(c->line.how, TEXT("at most"));
    if (total->kind != ITEM_RANGE) {
        v->total = item_words(c->a, total);
        return;
    }
    if (c->line.operands && !most_alone)
        v->least = operand(c, 0)->words;
    if (c->line.operands == 2 || most_alone)
        v->most = operand(c, c->line.operands - 1)->words;
}

static void check(struct checker *c)
{
    if (!read_head(c) || !check_steps(c))
        return;
    c->out->steps = c->items;
    note_total(c, &c->item[c->items - 1]);
    read_figures(c);
}

struct verification *verify_certificate(struct arena *a, const struct source *s, struct diags *d)
{
    struct verification *v = ARENA_NEW(a, struct verification);
    struct checker c = {.a = a, .scratch = arena_beside(a), .out = v, .facts = map_in(a)};
    c.reader = (struct reader){.a = a, .source = s, .d = d, .t = s->content};
    mpq_inits(c.x, c.y, c.z, (mpq_ptr)NULL);
    mpz_init(c.whole);
    if (check_beginning(&c.reader) && check_digest(&c.reader))
        check(&c);
    mpq_clears(c.x, c.y, c.z, (mpq_ptr)NULL);
    mpz_clear(c.whole);
    return v;
}
