/* The certificate as a whole: what it was made from, its steps, the figures they lead to, and last
 * a digest of everything before. */
#include <string.h>

#include "advise/certifying.h"
#include "base/digest.h"

static void write_files(struct certifying *c, const struct certified_file *files, size_t n)
{
    buffer_add(c->out, TEXT(",\n\"files\": ["));
    for (size_t i = 0; i < n; i++) {
        const struct source *s = files[i].source;
        certify_text(c->out, i ? ",\n{\"role\": " : "\n{\"role\": ", text_of(files[i].role));
        certify_text(c->out, ", \"name\": ", s->name);
        certify_text(c->out, ", \"sha256\": ", digest_words(c->a, s->bytes));
        if (strcmp(files[i].role, "set") == 0)
            certify_text(c->out, ", \"words\": ", s->content);
        buffer_add_byte(c->out, '}');
    }
    buffer_add(c->out, TEXT("\n]"));
}

static void write_date(struct buffer *b, const char *before, struct date d)
{
    buffer_add(b, text_of(before));
    buffer_add_byte(b, '"');
    date_print(b, d, ERA_CE);
    buffer_add_byte(b, '"');
}

static void write_calendar(struct buffer *b, const struct calendar *calendar)
{
    if (!calendar) {
        buffer_add(b, TEXT(",\n\"calendar\": null"));
        return;
    }
    write_date(b, ",\n\"calendar\": {\"first\": ", calendar->first);
    write_date(b, ", \"last\": ", calendar->last);
    buffer_add(b, TEXT(", \"weekend\": ["));
    for (int day = MONDAY, n = 0; day <= SUNDAY; day++)
        if (calendar->free[day])
            certify_text(b, n++ ? ", " : "", weekday_words((enum weekday)day));
    buffer_add(b, TEXT("], \"holidays\": ["));
    for (size_t i = 0; i < calendar->holidays.n; i++)
        write_date(b, i ? ", " : "", calendar->holidays.at[i].date);
    buffer_add(b, TEXT("]}"));
}

static void write_month_ends(struct buffer *b, enum month_ends ends)
{
    switch (ends) {
    case MONTHS_CLIPPED:
        buffer_add(b, TEXT(",\n\"month ends\": \"clipped\""));
        return;
    case MONTHS_CARRIED:
        buffer_add(b, TEXT(",\n\"month ends\": \"carried\""));
        return;
    case MONTHS_UNSAID:
        break;
    }
    buffer_add(b, TEXT(",\n\"month ends\": null"));
}

static void write_head(struct certifying *c, const struct certified_file *files, size_t n,
                       const char *engine)
{
    certify_text(c->out, "{\n\"format\": ", TEXT("ken.certificate/1"));
    certify_text(c->out, ",\n\"engine\": ", text_of(engine));
    certify_text(c->out, ",\n\"criteria\": ", c->m->id);
    certify_text(c->out, ",\n\"title\": ", c->m->title);
    certify_text(c->out, ",\n\"office\": ", c->o->facts->office);
    write_files(c, files, n);
    write_calendar(c->out, c->m->calendar);
    write_month_ends(c->out, c->m->month_ends);
    buffer_add(c->out, TEXT(",\n\"steps\": ["));
}

static void write_total(struct certifying *c)
{
    const struct certified *total = &c->of[0];
    if (!total->score.step)
        derive_range(c, total->low, total->high);
    else if (total->score.left_out)
        derive_left_out(c, "total", OPERANDS(total->score.step));
    else
        derive_at(c, "total", OPERANDS(total->score.step), total->score.is, (struct span){0});
}

static void write_figure(struct certifying *c, const char *name, struct derived d)
{
    if (d.step)
        buffer_add(c->out,
                   SAY(c->a, ", \"{}\": {}", text_of(name), text_number(c->a, (long long)d.step)));
}

/* Which step is which figure of which criterion. */
static void write_figures(struct certifying *c)
{
    buffer_add(c->out, TEXT("\n],\n\"figures\": ["));
    for (size_t i = 0; i < c->m->criteria.n; i++) {
        const struct criterion *k = c->m->criteria.at[i];
        const struct certified *of = &c->of[i];
        certify_text(c->out, i ? ",\n{\"id\": " : "\n{\"id\": ", k->path);
        certify_text(c->out, ", \"title\": ", k->title);
        write_figure(c, "measure", of->measure);
        write_figure(c, "score", of->score);
        if (!of->score.step) {
            write_figure(c, "least", of->low);
            write_figure(c, "most", of->high);
        }
        write_figure(c, "weight", of->weight);
        write_figure(c, "weighted", of->weighted);
        write_figure(c, "share", of->share);
        write_figure(c, "contribution", of->contribution);
        buffer_add_byte(c->out, '}');
    }
    buffer_add(c->out, TEXT("\n]"));
}

static void derive_all(struct certifying *c)
{
    derive_nought(c);
    derive_one(c);
    for (size_t i = 0; i < c->m->criteria.n; i++)
        certify_criterion(c, c->m->criteria.at[i]);
    if (certify_is_over(c))
        return;
    certify_shares(c);
    write_total(c);
}

bool certificate_write(struct arena *a, struct outcome *o, const struct certified_file *files,
                       size_t n, const char *engine, struct certificate_text *out,
                       struct no_certificate *why)
{
    const struct model *m = o->model;
    struct buffer part = buffer_in(arena_beside(a));
    struct certifying c = {.a = a,
                           .o = o,
                           .m = m,
                           .out = &part,
                           .text = out,
                           .known = ARENA_ARRAY(a, struct derived, m->cells),
                           .lies = ARENA_ARRAY(a, struct ends, m->cells),
                           .fact = ARENA_ARRAY(a, struct derived, m->facts.n),
                           .count = ARENA_ARRAY(a, struct derived, m->facts.n),
                           .evidence = ARENA_ARRAY(a, struct derived, m->facts.n),
                           .of = ARENA_ARRAY(a, struct certified, m->criteria.n)};
    certify_begin_part(&c);
    write_head(&c, files, n, engine);
    derive_all(&c);
    if (certify_is_over(&c)) {
        *why = c.why;
        return false;
    }
    write_figures(&c);
    buffer_add(&part, TEXT(",\n"));
    certify_end_part(&c);
    certify_begin_part(&c);
    certify_text(&part, "\"sha256\": ", digest_of_parts(a, out->parts.at, out->parts.n));
    buffer_add(&part, TEXT("\n}\n"));
    certify_end_part(&c);
    return true;
}
