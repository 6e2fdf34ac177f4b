/* Ken as a library: what is wrong with rules, and what is suspicious in those that are right. */
#include "ken_inside.h"
#include "lint/lint.h"
#include "pages.h"

enum diag_severity *ken_levels(ken *k)
{
    if (k->level)
        return k->level;
    k->level = ARENA_ARRAY(k->arena, enum diag_severity, DIAG_CODES);
    for (size_t i = 0; i < DIAG_CODES; i++)
        k->level[i] = diag_about((enum diag_code)i)->severity;
    k->warnings = DIAG_WARNING;
    return k->level;
}

bool ken_set_level(ken *k, ken_text lint, ken_level level)
{
    static const enum diag_severity severities[] = {
        [KEN_ALLOW] = DIAG_ALLOWED, [KEN_WARN] = DIAG_WARNING, [KEN_DENY] = DIAG_ERROR};
    enum diag_severity *levels = ken_levels(k);
    enum diag_code code;
    if (text_equal(text_in(lint), TEXT("warnings"))) {
        k->warnings = severities[level];
    } else if (text_equal(text_in(lint), TEXT("all"))) {
        for (size_t i = 0; i < DIAG_CODES; i++)
            levels[i] = severities[level];
    } else if (diag_lint_named(text_in(lint), &code) && diag_about(code)->severity != DIAG_ERROR) {
        levels[code] = severities[level];
    } else {
        return false;
    }
    return true;
}

bool ken_lint(size_t i, ken_text *code, ken_text *name, ken_level *level, ken_text *title)
{
    size_t at = 0;
    while (at < DIAG_CODES && (diag_about((enum diag_code)at)->severity == DIAG_ERROR || i--))
        at++;
    if (at == DIAG_CODES)
        return false;
    const struct diag_about *about = diag_about((enum diag_code)at);
    *code = text_out(text_of(about->code));
    *name = text_out(text_of(about->name));
    *level = about->severity == DIAG_WARNING ? KEN_WARN : KEN_ALLOW;
    *title = text_out(page_heading(pages_about(text_of(about->code))));
    return true;
}

/* Those that warn, as all warnings are asked for. */
static const enum diag_severity *levels_in_all(ken *k)
{
    const enum diag_severity *asked = ken_levels(k);
    enum diag_severity *all = ARENA_ARRAY(k->arena, enum diag_severity, DIAG_CODES);
    for (size_t i = 0; i < DIAG_CODES; i++)
        all[i] = asked[i] == DIAG_WARNING ? k->warnings : asked[i];
    return all;
}

ken_status ken_check(ken *k, ken_text name, ken_text text)
{
    struct rule_set set = {0};
    struct diags before = k->diags;
    k->diags = diags_in(k->arena, k->sources);
    k->diags.level = levels_in_all(k);
    if (ken_load_either(k, &set, name, text) && !set.of_tests) {
        struct arena *scratch = ken_arena(&k->host);
        lint_rules(
            scratch,
            &(struct linted){set.model, set.trees.at, set.trees.n, set.files.at, set.files.n},
            &k->diags);
        arena_free(scratch);
    }
    bool wrong = k->diags.errors || k->diags.denied;
    diags_join(&before, &k->diags);
    k->diags = before;
    return wrong ? KEN_RULES_WRONG : KEN_OK;
}
