/* Ken as a library: what the changes of rules do to offices. */
#include <string.h>

#include "ken_inside.h"

/* An office while it is read. */
struct reading {
    struct facts *facts;
    struct diags diags;
    size_t opened; /* errors with files that its facts name: those are problems of `k` */
};

static struct reading read_office(ken *k, struct arena *a, const struct source *s,
                                  ken_format format)
{
    struct reading r = {.diags = diags_in(a, k->sources)};
    size_t before = k->diags.errors;
    r.facts = impact_facts(k->impact, a, &r.diags);
    facts_read(r.facts, s, format == KEN_NATIVE ? FACTS_NATIVE : FACTS_JSON,
               &(struct facts_host){ken_open_table, k});
    facts_finish(r.facts);
    r.opened = k->diags.errors - before;
    return r;
}

static bool has_problems(const struct reading *r)
{
    return r->diags.errors || r->diags.warnings || r->opened;
}

/* Problems outlive the facts of their office: where there are any, it is read once more into memory
 * that stays. */
static struct reading read_to_keep(ken *k, const struct source *s, ken_format format,
                                   struct diags before)
{
    diags_return(&k->diags, before);
    struct reading r = read_office(k, arena_beside(k->arena), s, format);
    for (size_t i = 0; i < r.diags.all.n && diags_have_room(&k->diags); i++)
        LIST_ADD(k->arena, &k->diags.all, r.diags.all.at[i]);
    k->diags.errors += r.diags.errors;
    k->diags.warnings += r.diags.warnings;
    return r;
}

/* What is wrong with an office; with files that it names, where nothing else is. */
static struct diags wrong_with(const ken *k, const struct reading *r)
{
    struct diags why = r->diags;
    if (why.errors)
        return why;
    why.all.at = k->diags.all.n ? &k->diags.all.at[k->diags.all.n - 1] : NULL;
    why.all.n = k->diags.all.n ? 1 : 0;
    why.errors = r->opened;
    return why;
}

static void add_office(ken *k, const struct source *s, ken_format format)
{
    struct arena *own = ken_arena(&k->host);
    struct diags before = k->diags;
    struct reading r = read_office(k, own, s, format);
    bool wrong = r.diags.errors || r.opened;
    if (has_problems(&r)) {
        struct reading kept = read_to_keep(k, s, format, before);
        struct diags why = wrong_with(k, &kept);
        if (wrong)
            impact_add_wrong(k->impact, kept.facts->office, s->name, &why);
    }
    if (!wrong)
        impact_add(k->impact, r.facts, s->name);
    arena_free(own);
}

static bool has_room(ken *k, struct span at)
{
    if (k->impact->offices.n < IMPACT_OFFICES)
        return true;
    DIAG_ADD(&k->diags, K0940, at, text_number(k->arena, IMPACT_OFFICES));
    return false;
}

/* One office a line, called by the number of its line. */
static void add_lines(ken *k, struct text name, struct text text)
{
    if (text_starts(text, TEXT("\xEF\xBB\xBF")))
        text = text_after(text, 3);
    for (long long line = 1; text.n; line++) {
        const char *end = memchr(text.at, '\n', text.n);
        struct text one = {text.at, end ? (size_t)(end - text.at) : text.n};
        text = text_after(text, one.n + (end ? 1 : 0));
        if (!text_trim(one).n)
            continue;
        struct text called = SAY(k->arena, "{}:{}", name, text_number(k->arena, line));
        const struct source *s = facts_source(&k->diags, called, one, NULL);
        if (!s || !has_room(k, source_span(s, 0, 0)))
            return;
        add_office(k, s, KEN_JSON);
    }
}

ken_status ken_impact_facts(ken *k, ken_text name, ken_text text, ken_format format)
{
    if (!k->diff)
        return KEN_RULES_WRONG;
    if (!k->impact)
        k->impact = impact_of(k->arena, k->diff);
    if (format == KEN_NDJSON)
        add_lines(k, text_in(name), text_in(text));
    else {
        const struct source *s = facts_source(&k->diags, text_in(name), text_in(text), NULL);
        if (s && has_room(k, source_span(s, 0, 0)))
            add_office(k, s, format);
    }
    return k->diags.errors ? KEN_FACTS_WRONG : KEN_OK;
}
