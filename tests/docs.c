/* Documentation: every example does what the text around it says.
 *
 * Rules without a line `criteria` or `era` of their own get HEAD in front.  A block with the name
 * of a file behind its kind ("ken holidays.ken", "csv staff.csv") is that file for the other
 * blocks; nothing else can be opened.  Pages are seen from the root of the project. */
#include <criterion/criterion.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc_pages.h"
#include "support.h"

#include "base/buffer.h"
#include "base/list.h"
#include "ken.h"

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

#define HEAD "criteria example \"ตัวอย่าง\"\nera BE\nperiod 2565-10-01 .. 2566-09-30\nscale 1 .. 5\n"

static const char *const codes[] = {
#define DIAG(code, severity, name, message) #code,
#include "base/diag.def"
#undef DIAG
};
enum { CODES = sizeof codes / sizeof *codes };

static struct arena *a;
static struct doc_page page; /* that is tried */
static size_t section; /* of the block that is tried: files of later sections cannot be seen */

static void *get(void *user, size_t size)
{
    (void)user;
    return malloc(size);
}

static void put(void *user, void *block, size_t size)
{
    (void)user, (void)size;
    free(block);
}

static void exhausted(void *user)
{
    (void)user;
    abort();
}

static void begin(void)
{
    a = arena_new(&(struct memory){.get = get, .put = put, .exhausted = exhausted});
}

static void end(void)
{
    arena_free(a);
}

TestSuite(docs, .init = begin, .fini = end);

/* The content of a page that is now tried; empty when there is none. */
static struct text open_page(const char *path)
{
    page = doc_open(a, path);
    return page.content;
}

static void check_lines(size_t line, struct text got, struct text wanted)
{
    doc_compare(&page, line, got, wanted);
}

/* --- running a block ---------------------------------------------------------------------- */

static ken_text out(struct text t)
{
    return (ken_text){t.at, t.n};
}

static const char *open_block(void *user, ken_text from, ken_text path, ken_text *name,
                              ken_text *content)
{
    (void)user, (void)from;
    for (size_t i = page.blocks.n; i-- > 0;) {
        const struct doc_block *b = &page.blocks.at[i];
        if (b->section > section || !text_equal(b->name, (struct text){path.at, path.size}))
            continue;
        *name = out(b->name);
        *content = out(b->body);
        return NULL;
    }
    return "there is no such file";
}

static bool collect(void *user, const char *bytes, size_t size)
{
    buffer_add(user, (struct text){bytes, size});
    return true;
}

static struct text written(ken *k, ken_report what, ken_style style)
{
    struct buffer b = buffer_in(a);
    ken_write(k, what, &style, collect, &b);
    return buffer_text(&b);
}

static bool has_head(struct text rules)
{
    while (rules.n) {
        struct text line = doc_line(&rules);
        if (text_starts(line, TEXT("criteria ")) || text_starts(line, TEXT("era ")) ||
            text_starts(line, TEXT("amends ")) || text_starts(line, TEXT("tests ")))
            return true;
    }
    return false;
}

static ken *new_ken(void)
{
    return ken_new(&(ken_host){.get = get, .put = put, .exhausted = exhausted, .open = open_block});
}

static struct text with_head(const struct doc_block *rules)
{
    section = rules->section;
    return SAY(a, "{}{}", has_head(rules->body) ? TEXT("") : TEXT(HEAD), rules->body);
}

static ken *load(const struct doc_block *rules)
{
    ken *k = new_ken();
    ken_load_tests(k, out(TEXT("example.ken")), out(with_head(rules)));
    return k;
}

/* With that lint alone. */
static ken *lint(const struct doc_block *rules, struct text code)
{
    ken *k = new_ken();
    ken_set_level(k, out(TEXT("all")), KEN_ALLOW);
    cr_expect(ken_set_level(k, out(code), KEN_WARN), "%s", page.path);
    ken_check(k, out(TEXT("example.ken")), out(with_head(rules)));
    return k;
}

/* One that only ken_check looks for. */
static bool is_lint(struct text code)
{
    return text_starts(code, TEXT("K106")) || text_starts(code, TEXT("K107")) ||
                   text_starts(code, TEXT("K108"))
               ? !text_equal(code, TEXT("K1060")) && !text_equal(code, TEXT("K1061")) &&
                     !text_equal(code, TEXT("K1063"))
               : false;
}

/* The rules with these facts, evaluated, with a question as --set asks one (or none); NULL where
 * the rules are wrong, which was said. */
static ken *evaluate_asking(const struct doc_block *rules, const struct doc_block *facts,
                            struct text question)
{
    ken *k = load(rules);
    if (ken_errors(k)) {
        ken_free(k);
        return NULL;
    }
    bool json = text_equal(facts->kind, TEXT("json"));
    ken_facts(k, out(TEXT("example.facts")), out(facts->body), json ? KEN_JSON : KEN_NATIVE);
    if (question.n)
        ken_ask(k, out(question));
    ken_evaluate(k);
    return k;
}

static ken *evaluate(const struct doc_block *rules, const struct doc_block *facts)
{
    return evaluate_asking(rules, facts, TEXT(""));
}

/* --- what it raises ----------------------------------------------------------------------- */

static bool is_code(struct text name)
{
    return name.n == 5 && name.at[0] == 'K';
}

/* Whether all that was raised, warnings only where they matter, is `code`, or nothing when empty.
 */
static bool raises_only(ken *k, struct text code, bool warnings)
{
    static const char mark[] = "\"code\": \"", warning[] = "\"severity\": \"warning\"";
    const char *at = text_c(a, written(k, KEN_PROBLEMS, (ken_style){.form = KEN_DATA}));
    bool found = !code.n;
    while ((at = strstr(at, mark))) {
        at += sizeof mark - 1;
        const char *next = strstr(at, mark), *soft = strstr(at, warning);
        bool is_warning = soft && (!next || soft < next);
        bool right = text_equal((struct text){at, 5}, code);
        if (!right && (!is_warning || warnings))
            return false;
        found = found || right;
    }
    return found;
}

static void check_raised(ken *k, const struct doc_block *b, struct text code, bool warnings)
{
    if (!raises_only(k, code, warnings))
        cr_expect(false, "%s:%zu: should raise %s and raises:\n%s", page.path, b->line,
                  code.n ? text_c(a, code) : "nothing",
                  text_c(a, written(k, KEN_PROBLEMS, (ken_style){.width = 100})));
}

/* --- pages about diagnostics -------------------------------------------------------------- */

static bool is_rules(const struct doc_block *b)
{
    return text_equal(b->kind, TEXT("ken")) && (!b->name.n || is_code(b->name));
}

/* The rules under `heading` and, where there are any, the facts: the last of them raises `code`, of
 * which the page is, or nothing. */
static void try_section(const char *heading, struct text of, bool raises)
{
    struct text code = raises ? of : TEXT("");
    const struct doc_block *rules = NULL, *facts = NULL;
    for (size_t i = 0; i < page.blocks.n; i++) {
        const struct doc_block *b = &page.blocks.at[i];
        if (!text_equal(b->heading, text_of(heading)))
            continue;
        if (is_rules(b))
            rules = b;
        else if (text_equal(b->kind, TEXT("facts")) || text_equal(b->kind, TEXT("json")))
            facts = b;
    }
    cr_expect(rules, "%s: there are no rules under `%s`", page.path, heading);
    ken *k = !rules ? NULL : is_lint(of) ? lint(rules, of) : load(rules);
    if (k)
        check_raised(k, rules, facts ? TEXT("") : code, true);
    ken_free(k);
    k = rules && facts ? evaluate(rules, facts) : NULL;
    if (k)
        check_raised(k, facts, code, true);
    ken_free(k);
}

Test(docs, every_diagnostic_has_its_page)
{
    for (size_t i = 0; i < CODES; i++) {
        struct text code = text_of(codes[i]);
        const char *path = text_c(a, SAY(a, "docs/diagnostics/{}.md", code));
        struct text content = open_page(path);
        cr_expect(text_starts(content, SAY(a, "# {}: ", code)),
                  "%s:1: there should be a page that begins with `# %s: `", path, codes[i]);
        if (!content.n || strstr(text_c(a, content), "<!-- no example: "))
            continue;
        try_section("## Wrong", code, true);
        try_section("## Right", code, false);
    }
}

Test(docs, every_page_has_its_diagnostic)
{
    glob_t pages;
    cr_assert(glob("docs/diagnostics/*", 0, NULL, &pages) == 0);
    for (size_t i = 0, j; i < pages.gl_pathc; i++) {
        const char *name = strrchr(pages.gl_pathv[i], '/') + 1;
        for (j = 0; j < CODES; j++)
            if (text_equal(text_of(name), SAY(a, "{}.md", text_of(codes[j]))))
                break;
        cr_expect(j < CODES, "%s is about no diagnostic", pages.gl_pathv[i]);
    }
    globfree(&pages);
}

/* --- the language and the tutorial -------------------------------------------------------- */

/* "text" is a scorecard, "text explain ID" the reasons, "text margins ID" in full what is near,
 * "text lost ID" what took the points, "text evidence ID" what is behind them, "text problems"
 * errors and warnings, "text consolidate [--blame]" the rules in full. */
static void check_text(ken *k, const struct doc_block *b)
{
    ken_report what = KEN_SCORECARD;
    ken_style style = {.width = 80};
    if (text_starts(b->name, TEXT("explain"))) {
        what = KEN_EXPLANATION;
        style.about = out(text_trim(text_after(b->name, 7)));
    } else if (text_starts(b->name, TEXT("margins"))) {
        what = KEN_MARGINS;
        style.depth = 2;
        style.about = out(text_trim(text_after(b->name, 7)));
    } else if (text_starts(b->name, TEXT("lost"))) {
        what = KEN_LOST;
        style.about = out(text_trim(text_after(b->name, 4)));
    } else if (text_starts(b->name, TEXT("evidence"))) {
        what = KEN_EVIDENCE;
        style.about = out(text_trim(text_after(b->name, 8)));
        ken_evidence(k, style.about);
    } else if (text_starts(b->name, TEXT("audit"))) {
        what = KEN_AUDIT;
        style.about = out(text_trim(text_after(b->name, 5)));
    } else if (text_equal(b->name, TEXT("consolidate"))) {
        what = KEN_CONSOLIDATED;
    } else if (text_equal(b->name, TEXT("consolidate --blame"))) {
        what = KEN_CONSOLIDATED;
        style.all = true;
    } else if (text_equal(b->name, TEXT("problems")))
        what = KEN_PROBLEMS;
    check_lines(b->line, written(k, what, style), b->body);
}

/* "text whatif visits=18..22": what these values would make of the facts. */
static void check_whatif(const struct doc_block *rules, const struct doc_block *facts,
                         const struct doc_block *b)
{
    ken *k = evaluate_asking(rules, facts, text_trim(text_after(b->name, 6)));
    if (k)
        check_lines(b->line, written(k, KEN_WHAT_IF, (ken_style){.width = 80}), b->body);
    ken_free(k);
}

/* "text needed ID GOAL": what reaches it. */
static void check_needed(ken *k, const struct doc_block *b)
{
    struct text about = text_trim(text_after(b->name, 6)), goal = about;
    for (about.n = 0; about.n < goal.n && about.at[about.n] != ' '; about.n++)
        ;
    goal = text_trim(text_after(goal, about.n));
    cr_expect(ken_needed(k, out(about), out(goal)), "%s:%zu", page.path, b->line);
    check_lines(b->line, written(k, KEN_NEEDED, (ken_style){.width = 80}), b->body);
}

static void try_examples(const char *path)
{
    const struct doc_block *rules = NULL, *stated = NULL;
    ken *k = NULL;
    bool shows = false; /* something was evaluated, or is wrong on purpose */
    if (!open_page(path).n)
        return;
    for (size_t i = 0; i < page.blocks.n; i++) {
        const struct doc_block *b = &page.blocks.at[i];
        bool json = text_equal(b->kind, TEXT("json")) && b->name.n; /* "json facts", "json K0602" */
        bool facts = rules && (json || text_equal(b->kind, TEXT("facts")));
        if (is_rules(b) || facts) {
            ken_free(k);
            rules = facts ? rules : b;
            stated = facts ? b : NULL;
            k = facts ? evaluate(rules, b) : load(b);
            shows = k && (facts || is_code(b->name));
            if (k)
                check_raised(k, b, is_code(b->name) ? b->name : TEXT(""), false);
        } else if (stated && text_starts(b->name, TEXT("whatif")))
            check_whatif(rules, stated, b);
        else if (shows && text_starts(b->name, TEXT("needed")))
            check_needed(k, b);
        else if (k && text_equal(b->kind, TEXT("text")) &&
                 (shows || text_starts(b->name, TEXT("consolidate"))))
            check_text(k, b);
    }
    ken_free(k);
}

Test(docs, examples_of_the_language_hold)
{
    try_examples("docs/language.md");
}

Test(docs, examples_of_the_answers_hold)
{
    try_examples("docs/answers.md");
}

Test(docs, examples_of_the_tutorial_hold)
{
    try_examples("docs/tutorial.md");
}
