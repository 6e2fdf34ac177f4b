/* The audit for people. */
#include "report/audit.h"

#include "explain/figures.h"
#include "report/explanation.h"

struct telling {
    struct arena *a;
    struct document *d;
    const struct audit *audit;
    struct block *outline;
    struct whying *why; /* of the long form */
    unsigned levels;
};

/* --- one sentence for all --------------------------------------------------------------------- */

static struct text count_words(struct arena *a, size_t n, const char *one, const char *several)
{
    return SAY(a, n == 1 ? one : several, text_number(a, (long long)n));
}

static struct text summary(struct arena *a, const struct audit *audit)
{
    struct text about = audit->about->parent ? SAY(a, " in {}", audit->about->path) : TEXT("");
    if (!audit->findings.n)
        return SAY(a, "no printed figures are claimed{}", about);
    struct text says = SAY(
        a, "{}{}: {}", count_words(a, audit->findings.n, "{} printed figure", "{} printed figures"),
        about, claims_words(a, &audit->counts));
    if (audit->explained)
        says = SAY(a, "{}; {}", says,
                   count_words(a, audit->explained, "{} has a probable cause",
                               "{} have a probable cause"));
    return says;
}

/* --- one line for each ------------------------------------------------------------------------ */

static struct text verdict_words_of(struct telling *t, const struct finding *f)
{
    const struct claim_result *c = f->claim;
    struct arena *a = t->a;
    struct text apart = f->apart.n ? SAY(a, ", {}", f->apart) : TEXT("");
    struct text recomputed = SAY(a, ", recomputed {}", claim_recomputed(a, c));
    switch (c->verdict) {
    case VERDICT_AGREES:
        return TEXT(", agrees");
    case VERDICT_DISAGREES:
        return SAY(a, "{}{}", recomputed, apart);
    case VERDICT_ROUNDED:
    case VERDICT_IMPOSSIBLE:
        return SAY(a, "{}{}; {}", recomputed, apart, claim_verdict(a, c));
    case VERDICT_UNKNOWN:
        break;
    }
    const struct cause *cause = outcome_result(t->audit->outcome, c->criterion)->cause;
    struct text why = cause_words(a, t->audit->outcome, cause, CAUSE_BY_ITSELF);
    return why.n ? SAY(a, "; {}: {}", claim_verdict(a, c), why)
                 : SAY(a, "; {}", claim_verdict(a, c));
}

static enum tone tone_of(const struct claim_result *c)
{
    switch (c->verdict) {
    case VERDICT_AGREES:
        return TONE_PLAIN;
    case VERDICT_ROUNDED:
    case VERDICT_UNKNOWN:
        return TONE_FAINT;
    case VERDICT_DISAGREES:
        return TONE_WARN;
    case VERDICT_IMPOSSIBLE:
        return TONE_BAD;
    }
    return TONE_PLAIN;
}

static void add_arithmetic(struct telling *t, const struct finding *f)
{
    const struct claim_result *c = f->claim;
    const struct reason *figure = why_figure(t->why, c->criterion, c->claim->aspect);
    struct explaining how = {.depth = t->levels + 2};
    for (size_t i = 0; i < figure->below.n; i++)
        report_reason(t->d, t->outline, t->audit->outcome->model->sources, figure->below.at[i], 2,
                      how);
    struct text undecided = finding_undecided(t->a, f);
    if (undecided.n)
        outline_add(t->d, t->outline, 2,
                    (struct cell){SAY(t->a, "undecided: {}", undecided), TONE_WARN}, TEXT(""));
}

static void add_finding(struct telling *t, const struct finding *f)
{
    const struct claim *claim = f->claim->claim;
    const struct guess *cause = finding_cause(f);
    struct text says =
        SAY(t->a, "{}: printed {}{}", claim->aspect, claim->shown, verdict_words_of(t, f));
    if (cause)
        says = SAY(t->a, "{}; probably {}", says, cause->says);
    outline_add(t->d, t->outline, 1, (struct cell){says, tone_of(f->claim)},
                source_line_words(t->a, t->audit->outcome->model->sources, claim->at));
    if (t->levels)
        add_arithmetic(t, f);
}

static void add_criterion(struct telling *t, const struct criterion *k)
{
    struct text name = k->title.n ? SAY(t->a, "{} {}", k->path, k->title) : k->path;
    outline_add(t->d, t->outline, 0, (struct cell){name, TONE_STRONG}, TEXT(""));
}

void report_audit(struct document *d, const struct audit *audit, unsigned levels)
{
    struct outcome *o = audit->outcome;
    struct telling t = {.a = d->arena, .d = d, .audit = audit, .levels = levels};
    document_heading(d, o->model->title.n ? o->model->title : o->model->id, o->facts->office);
    document_paragraph(d, summary(t.a, audit), TONE_PLAIN);
    t.outline = document_outline(d);
    t.why = levels ? whying_of_figures(t.a, o) : NULL;
    const struct criterion *told = NULL;
    for (size_t i = 0; i < audit->findings.n; i++) {
        const struct finding *f = &audit->findings.at[i];
        if (!levels && f->claim->verdict == VERDICT_AGREES)
            continue;
        if (f->claim->criterion != told)
            add_criterion(&t, f->claim->criterion);
        told = f->claim->criterion;
        add_finding(&t, f);
    }
    if (audit->exhausted)
        document_paragraph(d, TEXT("too much to look through: not every cause was looked for"),
                           TONE_FAINT);
}
