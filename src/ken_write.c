/* Ken as a library: every report in every form. */
#include "ken_inside.h"

#include <limits.h>

#include "render/html.h"
#include "render/markdown.h"
#include "render/text.h"
#include "report/audit.h"
#include "report/cases.h"
#include "report/consolidated.h"
#include "report/diagnostics.h"
#include "report/diff.h"
#include "report/evidence.h"
#include "report/explanation.h"
#include "report/fact_list.h"
#include "report/history.h"
#include "report/impact.h"
#include "report/lost.h"
#include "report/margins.h"
#include "report/meaning.h"
#include "report/mutants.h"
#include "report/needed.h"
#include "report/scorecard.h"
#include "report/unified.h"
#include "report/verification.h"
#include "report/whatif.h"

enum { AUDIT_LEVELS = 2 /* of the long form, unless a depth is asked for */ };

static void write_problems(ken *k, struct buffer *out, const ken_style *style,
                           struct text_style look)
{
    diags_sort(&k->diags);
    if (style->form == KEN_DATA)
        report_diagnostics_json(out, &k->diags);
    else if (style->form == KEN_SARIF)
        report_diagnostics_sarif(out, &k->diags, text_of(KEN_VERSION));
    else if (style->form == KEN_SHORT)
        report_diagnostics_short(out, &k->diags);
    else if (style->form == KEN_GITHUB)
        report_diagnostics_github(out, &k->diags);
    else
        report_diagnostics_text(out, &k->diags, look);
}

static void write_document(struct buffer *out, const struct document *d, const ken_style *style,
                           struct text_style look)
{
    if (style->form == KEN_MARKDOWN)
        render_markdown(out, d, look.thai_digits);
    else if (style->form == KEN_HTML)
        render_html(out, d, look.thai_digits);
    else
        render_text(out, d, look);
}

static void write_scorecard(ken *k, struct buffer *out, const ken_style *style,
                            struct text_style look)
{
    if (style->form == KEN_DATA) {
        report_outcome_json(out, k->arena, k->outcome, k->claims);
        return;
    }
    if (style->form == KEN_CSV) {
        report_outcome_csv(out, k->arena, k->outcome);
        return;
    }
    struct document d = document_in(k->arena);
    report_scorecard(&d, k->outcome, k->claims);
    write_document(out, &d, style, look);
}

static void write_whatif(ken *k, struct buffer *out, const ken_style *style, struct text_style look)
{
    if (style->form == KEN_DATA) {
        report_whatif_json(out, k->arena, k->whatif);
        return;
    }
    if (style->form == KEN_CSV) {
        report_whatif_csv(out, k->arena, k->whatif);
        return;
    }
    struct document d = document_in(k->arena);
    report_whatif(&d, k->whatif, style->depth);
    write_document(out, &d, style, look);
}

static void write_margins(ken *k, struct buffer *out, const ken_style *style,
                          struct text_style look)
{
    const struct criterion *about = ken_meant(k, style->about);
    struct arena *scratch = ken_arena(&k->host);
    const struct margins *m = margins_of(k->arena, k->outcome, about);
    const struct roundings *r = roundings_of(k->arena, scratch, k->outcome, about);
    arena_free(scratch);
    if (style->form == KEN_DATA) {
        report_margins_json(out, k->arena, m, r);
        return;
    }
    struct document d = document_in(k->arena);
    report_margins(&d, m, r, style->depth);
    write_document(out, &d, style, look);
}

static void write_explanation(ken *k, struct buffer *out, const ken_style *style,
                              struct text_style look)
{
    struct explaining how = {ken_meant(k, style->about), style->depth, style->all};
    if (style->form == KEN_DATA) {
        report_explanation_json(out, k->arena, k->outcome, k->claims, how);
        return;
    }
    struct document d = document_in(k->arena);
    report_explanation(&d, k->outcome, k->claims, how);
    write_document(out, &d, style, look);
}

static void write_lost(ken *k, struct buffer *out, const ken_style *style, struct text_style look)
{
    struct lost *lost = lost_of(k->arena, k->outcome, ken_meant(k, style->about));
    struct arena *scratch = ken_arena(&k->host);
    lost_find_changes(k->arena, scratch, k->outcome, lost);
    arena_free(scratch);
    if (style->form == KEN_DATA) {
        report_lost_json(out, k->arena, k->outcome, lost);
        return;
    }
    struct document d = document_in(k->arena);
    report_lost(&d, k->outcome, lost, style->all ? UINT_MAX : style->depth);
    write_document(out, &d, style, look);
}

static void write_evidence(ken *k, struct buffer *out, const ken_style *style,
                           struct text_style look)
{
    if (style->form == KEN_DATA) {
        report_evidence_json(out, k->arena, k->evidence);
        return;
    }
    struct document d = document_in(k->arena);
    report_evidence(&d, k->evidence, style->depth);
    write_document(out, &d, style, look);
}

static void write_needed(ken *k, struct buffer *out, const ken_style *style, struct text_style look)
{
    struct document d = document_in(k->arena);
    if (style->form == KEN_DATA) {
        report_needed_json(out, k->arena, k->outcome, k->needed);
        return;
    }
    report_needed(&d, k->outcome, k->needed, style->depth);
    write_document(out, &d, style, look);
}

static void write_audit(ken *k, struct buffer *out, const ken_style *style, struct text_style look)
{
    unsigned levels = style->depth > 1 ? style->depth : style->all ? AUDIT_LEVELS : 0;
    const struct audit *audit =
        audit_claims(k->arena, k->outcome, k->claims, ken_meant(k, style->about));
    if (style->form == KEN_DATA) {
        report_audit_json(out, k->arena, audit, levels);
        return;
    }
    struct document d = document_in(k->arena);
    report_audit(&d, audit, levels);
    write_document(out, &d, style, look);
}

static void write_verification(ken *k, struct buffer *out, const ken_style *style,
                               struct text_style look)
{
    struct document d = document_in(k->arena);
    if (style->form == KEN_DATA) {
        report_verification_json(out, k->arena, k->verification);
        return;
    }
    report_verification(&d, k->verification, style->depth);
    write_document(out, &d, style, look);
}

static void write_facts(ken *k, struct buffer *out, const ken_style *style, struct text_style look)
{
    const struct fact_list *list = fact_list_of(k->arena, k->rules.model);
    struct document d = document_in(k->arena);
    if (style->form == KEN_DATA)
        report_facts_json(out, k->arena, list);
    else if (style->form == KEN_SCHEMA)
        report_fact_schema(out, k->arena, list);
    else {
        report_facts(&d, list);
        write_document(out, &d, style, look);
    }
}

static void write_diff(ken *k, ken_report what, struct buffer *out, const ken_style *style,
                       struct text_style look)
{
    struct diff_choice choice = {0};
    struct document d = document_in(k->arena);
    for (struct text left = text_in(style->only); left.n;) {
        size_t n = 0;
        while (n < left.n && left.at[n] != ',')
            n++;
        diff_choose(&choice, (struct text){left.at, n});
        left = text_after(left, n + 1);
    }
    if (style->form == KEN_DATA) {
        report_diff_json(out, k->arena, k->diff, &choice, k->impact);
        return;
    }
    if (style->form == KEN_CSV && k->impact) {
        report_impact_csv(out, k->arena, k->impact, &choice);
        return;
    }
    if (k->impact)
        report_impact_wrong(&d, k->impact);
    if (what == KEN_DIFF_STAT)
        report_diff_stat(&d, k->diff, &choice);
    else
        report_diff(&d, k->diff, &choice);
    if (k->impact)
        report_impact(&d, k->impact, &choice, style->all);
    write_document(out, &d, style, look);
}

static void write_history(ken *k, struct buffer *out, const ken_style *style,
                          struct text_style look)
{
    if (style->form == KEN_DATA) {
        report_history_json(out, k->arena, k->history);
        return;
    }
    struct document d = document_in(k->arena);
    report_history(&d, k->history);
    write_document(out, &d, style, look);
}

static void write_booklet(ken *k, struct buffer *out, const ken_style *style,
                          struct text_style look)
{
    struct document d = document_in(k->arena);
    ken_booklet(k, &d, text_in(style->language));
    write_document(out, &d, style, look);
}

static void write_cases(ken *k, struct buffer *out, const ken_style *style, struct text_style look)
{
    if (style->form == KEN_DATA) {
        report_cases_json(out, k->arena, k->cases);
        return;
    }
    if (style->form == KEN_CSV) {
        report_cases_csv(out, k->arena, k->cases);
        return;
    }
    if (style->form == KEN_TESTS) {
        struct arena *scratch = ken_arena(&k->host);
        report_cases_tests(out, scratch, k->cases);
        arena_free(scratch);
        return;
    }
    struct document d = document_in(k->arena);
    report_cases(&d, k->cases);
    write_document(out, &d, style, look);
}

static void write_mutants(ken *k, ken_report what, struct buffer *out, const ken_style *style,
                          struct text_style look)
{
    const struct mutation *m = mutation_of(k->arena, k->trials, k->verdicts);
    struct document d = document_in(k->arena);
    if (what == KEN_MUTANT_TESTS) {
        report_survivor_tests(out, k->arena, m);
        return;
    }
    if (style->form == KEN_DATA) {
        report_mutants_json(out, k->arena, m);
        return;
    }
    if (what == KEN_MUTANT_LIST)
        report_mutant_list(&d, m);
    else
        report_mutants(&d, m);
    write_document(out, &d, style, look);
    if (what == KEN_MUTANTS && style->form == KEN_MARKDOWN)
        report_survivors_markdown(out, k->arena, m);
    else if (what == KEN_MUTANTS)
        report_survivors_text(out, k->arena, m, look);
}

static void write_consolidated(ken *k, struct buffer *out, const ken_style *style)
{
    const struct source *rules = k->rules.root.source;
    if (style->form == KEN_DATA)
        report_consolidated_json(out, k->sources, rules);
    else
        report_consolidated(out, k->sources, rules, style->all);
}

bool ken_write(ken *k, ken_report what, const ken_style *style,
               bool (*write)(void *user, const char *bytes, size_t size), void *user)
{
    struct buffer out = buffer_in(k->arena);
    struct text_style look = {
        .width = style->width, .colour = style->colour, .thai_digits = style->thai_digits};
    if (what == KEN_PROBLEMS)
        write_problems(k, &out, style, look);
    else if (k->rules.model && what == KEN_FACTS)
        write_facts(k, &out, style, look);
    else if (k->rules.model && what == KEN_CONSOLIDATED)
        write_consolidated(k, &out, style);
    else if (k->rules.model && what == KEN_BOOKLET)
        write_booklet(k, &out, style, look);
    else if (k->rules.model && what == KEN_FACT_TEMPLATE)
        report_fact_template(&out, k->arena, k->rules.model);
    else if (k->cases && what == KEN_CASES)
        write_cases(k, &out, style, look);
    else if (k->history && what == KEN_HISTORY)
        write_history(k, &out, style, look);
    else if (k->migration && what == KEN_MIGRATED)
        buffer_add(&out, k->migration->text);
    else if (k->formatted && what == KEN_FORMATTED)
        buffer_add(&out, k->layout);
    else if (k->formatted && what == KEN_FORMAT_DIFF)
        report_unified(&out, k->formatted->name, k->formatted->bytes, k->layout, look.colour);
    else if (k->rules.model && what == KEN_MEANING)
        report_meaning(&out, k->arena, diff_tell(k->arena, k->rules.model));
    else if (k->outcome && what == KEN_SCORECARD)
        write_scorecard(k, &out, style, look);
    else if (k->outcome && what == KEN_LOST)
        write_lost(k, &out, style, look);
    else if (k->outcome && what == KEN_MARGINS)
        write_margins(k, &out, style, look);
    else if (k->whatif && what == KEN_WHAT_IF)
        write_whatif(k, &out, style, look);
    else if (k->evidence && what == KEN_EVIDENCE)
        write_evidence(k, &out, style, look);
    else if (k->needed && what == KEN_NEEDED)
        write_needed(k, &out, style, look);
    else if (k->verification && what == KEN_VERIFICATION)
        write_verification(k, &out, style, look);
    else if (k->outcome && what == KEN_EXPLANATION)
        write_explanation(k, &out, style, look);
    else if (k->outcome && what == KEN_AUDIT)
        write_audit(k, &out, style, look);
    else if (k->trials &&
             (what == KEN_MUTANTS || what == KEN_MUTANT_TESTS || what == KEN_MUTANT_LIST))
        write_mutants(k, what, &out, style, look);
    else if (k->diff && (what == KEN_DIFF || what == KEN_DIFF_STAT))
        write_diff(k, what, &out, style, look);
    for (size_t i = 0; what == KEN_CERTIFICATE && i < k->certificate.parts.n; i++)
        if (!write(user, k->certificate.parts.at[i].at, k->certificate.parts.at[i].n))
            return false;
    return !out.n || write(user, out.at, out.n);
}
