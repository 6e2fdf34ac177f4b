/* What the tests of reports share: from a text of rules and a text of facts to what is shown. */
#ifndef KEN_TESTS_REPORT_H
#define KEN_TESTS_REPORT_H

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "check/check.h"
#include "explain/figures.h"
#include "render/text.h"
#include "report/scorecard.h"
#include "support.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

#pragma GCC diagnostic ignored "-Wconversion"

static struct arena *a;
static struct sources *sources;
static struct diags diags;

static inline void begin(void)
{
    a = support_arena();
    sources = sources_new(a);
    diags = diags_in(a, sources);
}

static inline void finish(void)
{
    arena_free(a);
}

#define HEAD                                                                                       \
    "criteria trial \"Trial\"\n"                                                                   \
    "era CE  period 2023-01-01 .. 2023-12-31  closes 2024-01-31  scale 1 .. 5\n"                   \
    "facts { a, b, own : number, at least 0  x, y : date, optional  sent : date }\n"

#define RATIO "indicator 1 \"Ratio\" { points 2 measure a / b levels 20%, 40%, 60%, 80%, 100% }\n"
#define OWN                                                                                        \
    "indicator 10 \"Own\" { points 1 applies when own > 0 otherwise drop "                         \
    "measure own levels 1, 2, 3, 4, 5 }\n"
#define LATE "penalty late \"Late report\" { 0.01 per day after 2024-01-15 until sent cap 0.1 }\n"
#define LIGHTS                                                                                     \
    "status { from 4 : green \"met\" from 3 : yellow \"watch\" "                                   \
    "otherwise : red \"missed\" requires reason }\n"

#define CHECKLIST                                                                                  \
    "indicator 1 \"Steps\" { points 1 steps { 1 \"one\" done x by 2023-06 late 0.1 per day "       \
    "2 \"two\" done a > b 3 \"\" done y 4 \"\" done y 5 \"\" done y } }\n"

static inline struct outcome *outcome(const char *rules, const char *facts)
{
    struct source *r = source_add(sources, TEXT("trial.ken"), text_of(rules));
    struct tree *t = parse_tokens(a, lex_source(a, r, &diags), &diags);
    struct model *m = check_trees(a, &t, 1, sources, &diags);
    cr_assert(m != NULL, "the rules are right");
    struct facts *f = facts_new(a, m, &diags);
    facts_read(f, source_add(sources, TEXT("trial.facts"), text_of(facts)), FACTS_NATIVE, NULL);
    facts_finish(f);
    cr_assert(eq(sz, diags.errors, 0), "the facts are right");
    return eval_model(a, m, f);
}

static inline char *scorecard(const char *rules, const char *facts)
{
    struct outcome *o = outcome(rules, facts);
    struct document d = document_in(a);
    report_scorecard(&d, o, claims_check(a, o));
    struct buffer out = buffer_in(a);
    render_text(&out, &d, (struct text_style){0});
    return text_c(a, buffer_text(&out));
}

static inline char *json(const char *rules, const char *facts)
{
    struct outcome *o = outcome(rules, facts);
    struct buffer out = buffer_in(a);
    report_outcome_json(&out, a, o, claims_check(a, o));
    return text_c(a, buffer_text(&out));
}

#endif
