/* Ken as a library: the floors below, in the order of the picture in docs/architecture.md. */
#include "ken_inside.h"

#include <string.h>

#include "base/nearest.h"
#include "pages.h"
#include "report/whatif.h"

struct memory ken_memory(const ken_host *host)
{
    return (struct memory){host->get, host->put, host->exhausted, host->user, host->memory_limit};
}

struct arena *ken_arena(const ken_host *host)
{
    struct memory memory = ken_memory(host);
    return arena_new(&memory);
}

ken *ken_new(const ken_host *host)
{
    struct arena *a = ken_arena(host);
    ken *k = ARENA_NEW(a, ken);
    k->host = *host;
    k->arena = a;
    k->sources = sources_new(a);
    k->diags = diags_in(a, k->sources);
    return k;
}

void ken_free(ken *k)
{
    if (k)
        arena_free(k->arena);
}

const struct source *ken_open_table(void *user, const struct source *from,
                                    const struct named_file *file, struct diags *d)
{
    ken *k = user;
    struct text name, content, why;
    if (!ken_open(k, from, file->path, file->at, &name, &content, &why))
        return NULL;
    const struct source *s = ken_known_source(k, name, file->encoding);
    return s ? s : facts_source(d, name, content, file);
}

static ken_status facts_status(const ken *k)
{
    return k->diags.errors ? KEN_FACTS_WRONG : KEN_OK;
}

ken_status ken_facts(ken *k, ken_text name, ken_text text, ken_format format)
{
    const struct source *s = facts_source(&k->diags, text_in(name), text_in(text), NULL);
    if (s)
        facts_read(k->facts, s, format == KEN_JSON ? FACTS_JSON : FACTS_NATIVE,
                   &(struct facts_host){ken_open_table, k});
    return facts_status(k);
}

ken_status ken_set(ken *k, ken_text assignment)
{
    const struct source *s = diags_add_source(&k->diags, TEXT("--set"), text_in(assignment));
    if (s)
        facts_set(k->facts, s);
    return facts_status(k);
}

ken_status ken_ask(ken *k, ken_text assignment)
{
    if (!facts_asks(k->facts, text_in(assignment)))
        return ken_set(k, assignment);
    const struct source *s = diags_add_source(&k->diags, TEXT("--set"), text_in(assignment));
    if (s)
        facts_ask(k->facts, s);
    return facts_status(k);
}

size_t ken_questions(const ken *k)
{
    return k->facts ? k->facts->questions.n : 0;
}

static ken_status report_troubles(ken *k, const struct trouble *troubles, size_t n)
{
    static const ken_status status[] = {
        [BLAME_NOBODY] = KEN_OK, [BLAME_RULES] = KEN_RULES_WRONG, [BLAME_FACTS] = KEN_FACTS_WRONG};
    return status[troubles_report(k->arena, k->rules.model, troubles, n, &k->diags)];
}

/* That the facts as they are cannot be evaluated does not matter here: they are not what is asked
 * about. */
static ken_status try_out(ken *k)
{
    struct arena *scratch = ken_arena(&k->host);
    k->whatif = whatif_of(k->arena, scratch, k->outcome);
    arena_free(scratch);
    const struct whatif *w = k->whatif;
    size_t before = k->diags.all.n;
    ken_status status = report_troubles(k, w->troubles.at, w->troubles.n);
    struct text settings = whatif_settings(k->arena, w, &w->outcomes.at[w->outcomes.n - 1]);
    for (size_t i = before; i < k->diags.all.n; i++)
        diag_note(&k->diags, k->diags.all.at[i], SAY(k->arena, "this follows from {}", settings));
    return status;
}

ken_status ken_evaluate(ken *k)
{
    facts_finish(k->facts);
    if (k->diags.errors)
        return KEN_FACTS_WRONG;
    k->outcome = eval_model(k->arena, k->rules.model, k->facts);
    k->claims = claims_check(k->arena, k->outcome);
    return k->facts->questions.n
               ? try_out(k)
               : report_troubles(k, k->outcome->troubles.at, k->outcome->troubles.n);
}

static bool read_number(ken *k, const struct source *s, struct text t, struct number *n)
{
    bool well = number_parse(k->arena, text_trim(t), n, NULL);
    if (!well)
        diag_help(DIAG_ADD(&k->diags, K0730, source_span(s, 0, s->content.n), text_trim(t)),
                  TEXT("write a number such as 4.5 or 8000"));
    return well;
}

/* The scale has an end that the goal passes. */
static bool is_possible(ken *k, const struct source *s, const struct criterion *about,
                        struct number goal)
{
    if (number_order(k->arena, goal, about->cap) <= 0 &&
        number_order(k->arena, goal, about->floor) >= 0)
        return true;
    diag_help(DIAG_ADD(&k->diags, K0731, source_span(s, 0, s->content.n), about->path,
                       number_short_words(k->arena, goal, 6)),
              SAY(k->arena, "its score lies from {} to {}",
                  number_short_words(k->arena, about->floor, 6),
                  number_short_words(k->arena, about->cap, 6)));
    return false;
}

bool ken_needed(ken *k, ken_text about, ken_text goal)
{
    const struct criterion *of = about.size ? model_criterion(k->rules.model, text_in(about))
                                            : k->rules.model->criteria.at[0];
    const struct source *s = diags_add_source(&k->diags, TEXT("the goal"), text_in(goal));
    struct number n;
    if (!of || !s || !read_number(k, s, text_in(goal), &n) || !is_possible(k, s, of, n))
        return false;
    struct arena *scratch = ken_arena(&k->host);
    k->needed = needed_for(k->arena, scratch, k->outcome, of, n, k->costs.at, k->costs.n);
    arena_free(scratch);
    return true;
}

bool ken_cost(ken *k, ken_text assignment)
{
    const struct source *s = diags_add_source(&k->diags, TEXT("--cost"), text_in(assignment));
    struct text t = text_in(assignment);
    const char *equals = t.n ? memchr(t.at, '=', t.n) : NULL;
    struct text id = {t.at, equals ? (size_t)(equals - t.at) : 0};
    struct cost cost = {.of = model_criterion(k->rules.model, text_trim(id))};
    if (!s)
        return false;
    if (!cost.of) {
        diag_help(DIAG_ADD(&k->diags, K0732, source_span(s, 0, id.n ? id.n : t.n), text_trim(id)),
                  TEXT("write the id of a criterion and a number, as `2.1=3`"));
        return false;
    }
    if (!read_number(k, s, text_after(t, id.n + 1), &cost.cost))
        return false;
    LIST_ADD(k->arena, &k->costs, cost);
    return true;
}

bool ken_certify(ken *k)
{
    LIST_OF(struct certified_file) files = {0};
    for (size_t i = 0; i < sources_count(k->sources); i++) {
        const struct source *s = sources_at(k->sources, i);
        if (s->origin)
            continue; /* made of files that are among them */
        const char *role = rule_set_stands_on(&k->rules, s)     ? "rules"
                           : text_equal(s->name, TEXT("--set")) ? "set"
                                                                : "facts";
        LIST_ADD(k->arena, &files, (struct certified_file){role, s});
    }
    struct no_certificate why;
    k->certificate = (struct certificate_text){0};
    if (certificate_write(k->arena, k->outcome, files.at, files.n, KEN_VERSION, &k->certificate,
                          &why))
        return true;
    k->certificate = (struct certificate_text){0};
    struct span at = why.of ? why.of->at : (struct span){0, 0};
    struct text what = why.of ? why.of->path : TEXT("total");
    diag_help(DIAG_ADD(&k->diags, K0760, at, what, why.why),
              TEXT("`ken explain` gives its reasons all the same"));
    return false;
}

static void compare_files(ken *k, ken_text name, struct verification *v)
{
    for (size_t i = 0; k->host.open && i < v->files.n; i++) {
        const struct recorded_file *f = &v->files.at[i];
        ken_text named = {0}, held = {0};
        if (text_equal(f->role, TEXT("set")))
            continue;
        const char *why = k->host.open(k->host.user, name, text_out(f->name), &named, &held);
        if (why || held.at)
            verify_file(v, f, text_in(held), why, &k->diags);
    }
}

bool ken_verify(ken *k, ken_text name, ken_text text)
{
    const struct source *s = diags_add_source(&k->diags, text_in(name), text_in(text));
    if (!s)
        return false;
    struct verification *v = verify_certificate(k->arena, s, &k->diags);
    compare_files(k, name, v);
    k->verification = k->diags.errors ? NULL : v;
    return k->verification;
}

bool ken_is_complete(const ken *k)
{
    return k->outcome && k->outcome->complete;
}

bool ken_has(const ken *k, ken_text id, ken_text *nearest)
{
    if (k->rules.model && model_criterion(k->rules.model, text_in(id)))
        return true;
    struct nearest near = nearest_to(text_in(id));
    for (size_t i = 0; k->rules.model && i < k->rules.model->criteria.n; i++)
        nearest_offer(&near, k->rules.model->criteria.at[i]->path);
    if (nearest)
        *nearest = text_out(near.best);
    return false;
}

bool ken_criterion(const ken *k, size_t i, ken_text *path, ken_text *title)
{
    if (!k->rules.model || i >= k->rules.model->criteria.n)
        return false;
    *path = text_out(k->rules.model->criteria.at[i]->path);
    *title = text_out(k->rules.model->criteria.at[i]->title);
    return true;
}

bool ken_fact(const ken *k, size_t i, ken_text *path, ken_text *title)
{
    if (!k->rules.model || i >= k->rules.model->facts.n)
        return false;
    *path = text_out(k->rules.model->facts.at[i]->path);
    *title = text_out(k->rules.model->facts.at[i]->title);
    return true;
}

const struct criterion *ken_meant(const ken *k, ken_text about)
{
    const struct criterion *named =
        about.size ? model_criterion(k->rules.model, text_in(about)) : NULL;
    return named ? named : k->rules.model->criteria.at[0];
}

size_t ken_disagreements(const ken *k, ken_text about)
{
    size_t n = 0;
    for (size_t i = 0; k->claims && i < k->claims->all.n; i++) {
        const struct claim_result *c = &k->claims->all.at[i];
        n += claim_is_off(c) && criterion_is_within(c->criterion, ken_meant(k, about));
    }
    return n;
}

size_t ken_errors(const ken *k)
{
    return k->diags.errors + k->diags.denied;
}

size_t ken_warnings(const ken *k)
{
    return k->diags.warnings;
}

ken_text ken_help(ken_text topic)
{
    const struct page *page = pages_about(text_in(topic));
    return page ? text_out(page->text) : (ken_text){0};
}

bool ken_topic(size_t i, ken_text *name, ken_text *title)
{
    const struct page *p = pages;
    while (p->name.n && (p->kind == PAGE_CODE || i--))
        p++;
    *name = text_out(p->name);
    *title = text_out(p->title);
    return p->name.n;
}

ken_text ken_nearest_topic(ken_text topic)
{
    return text_out(pages_nearest(text_in(topic)));
}

ken_text ken_nearest(ken_text wanted, const ken_text *names, size_t n)
{
    struct nearest near = nearest_to(text_in(wanted));
    for (size_t i = 0; i < n; i++)
        nearest_offer(&near, text_in(names[i]));
    return text_out(near.best);
}
