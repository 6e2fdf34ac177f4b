/* Golden cases: tests/cases/STAGE/CASE/ holds an input and what must come out of it.
 *
 * KEN_BLESS=1 rewrites what must come out; read the difference before you commit it.  Where an
 * input file carries comments
 * `#~ K0403` at the end of guilty lines, the codes found on each line must be the ones written
 * there: a statement that blessing does not touch. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/diagnostics.h"
#include "rules.tab.h"
#include "schema.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

enum { WIDTH = 100, CASES = 1000 };

struct one {
    char folder[200];
    size_t stage; /* index in `stages` */
};

/* --- producers: from a folder to a text ------------------------------------------------------- */

static struct text file_in(struct arena *a, const char *folder, const char *name)
{
    struct text content = {0};
    support_read(a, text_c(a, SAY(a, "{}/{}", text_of(folder), text_of(name))), &content);
    return content;
}

static struct text input_of(struct arena *a, const char *folder)
{
    struct text input = file_in(a, folder, "input.ken");
    cr_assert(input.at, "%s has no input.ken", folder);
    return input;
}

static void add_problems(struct buffer *b, struct diags *d)
{
    diags_sort(d);
    if (!d->all.n)
        return;
    buffer_add(b, TEXT("\n"));
    report_diagnostics_text(b, d, (struct text_style){.width = WIDTH});
}

static struct text produce_tokens(struct arena *a, const char *folder)
{
    struct sources *sources = sources_new(a);
    struct diags d = diags_in(a, sources);
    const struct source *s = source_add(sources, TEXT("input.ken"), input_of(a, folder));
    struct tokens *tokens = lex_source(a, s, &d);
    struct buffer b = buffer_in(a);
    for (size_t i = 0, c = 0; i < tokens->all.n; i++) {
        for (; c < tokens->comments.n && tokens->comments.at[c].before <= i; c++)
            buffer_add(&b,
                       SAY(a, "comment  {}\n", source_text(sources, tokens->comments.at[c].at)));
        const struct token *t = &tokens->all.at[i];
        buffer_add(
            &b, SAY(a, "{}  {}", text_of(rules_token_words(t->kind)), source_text(sources, t->at)));
        if (t->says && !text_equal(token_text(t), source_text(sources, t->at)))
            buffer_add(&b, SAY(a, "  read as {}", token_text(t)));
        buffer_add_byte(&b, '\n');
    }
    add_problems(&b, &d);
    return buffer_text(&b);
}

static struct text produce_tree(struct arena *a, const char *folder)
{
    struct sources *sources = sources_new(a);
    struct diags d = diags_in(a, sources);
    const struct source *s = source_add(sources, TEXT("input.ken"), input_of(a, folder));
    struct tree *t = parse_tokens(a, lex_source(a, s, &d), &d);
    struct buffer b = buffer_in(a);
    node_dump(&b, t->root);
    add_problems(&b, &d);
    return buffer_text(&b);
}

static struct text problems_then(struct arena *a, struct trial *t, ken_report what,
                                 const ken_style *style)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, trial_report(t, what, style));
    if (style->form == KEN_TEXT)
        buffer_add(&b, trial_problems(t));
    trial_free(t);
    return buffer_text(&b);
}

static struct text produce_layout(struct arena *a, const char *folder)
{
    struct trial *t = trial_new(folder);
    struct text input = input_of(a, folder);
    ken_lay_out(t->ken, (ken_text){"input.ken", 9}, (ken_text){input.at, input.n}, KEN_RULE_FILE);
    return problems_then(a, t, KEN_FORMATTED, &(ken_style){.width = WIDTH});
}

/* Each line of a file `ask` as --set would have it. */
static void ask(struct arena *a, struct trial *t, const char *folder)
{
    char *save = NULL, *lines = text_c(a, file_in(a, folder, "ask"));
    for (char *l = strtok_r(lines, "\n", &save); l; l = strtok_r(NULL, "\n", &save))
        trial_ask(t, text_c(t->arena, text_of(l)));
}

static struct trial *run(struct arena *a, const char *folder)
{
    struct trial *t = trial_new(folder);
    trial_load(t, "input.ken", input_of(a, folder));
    static const char *const facts[] = {"facts.facts", "more.facts", "facts.json"};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        struct text content = file_in(a, folder, facts[i]);
        if (content.at)
            trial_facts(t, facts[i], content);
    }
    ask(a, t, folder);
    trial_evaluate(t);
    return t;
}

static struct text produce_problems(struct arena *a, const char *folder)
{
    struct trial *t = trial_new(folder);
    trial_load(t, "input.ken", input_of(a, folder));
    struct text found = text_copy(a, trial_problems(t));
    trial_free(t);
    return found;
}

/* As `ken check` finds them; each line of a file `levels` sets one: "warn no_title". */
static struct text linted(struct arena *a, const char *folder, ken_form form)
{
    static const char *const words[] = {
        [KEN_ALLOW] = "allow", [KEN_WARN] = "warn", [KEN_DENY] = "deny"};
    struct trial *t = trial_new(folder);
    char *save = NULL, *lines = text_c(a, file_in(a, folder, "levels"));
    for (char *l = strtok_r(lines, "\n", &save); l; l = strtok_r(NULL, "\n", &save)) {
        char word[10], lint[100];
        cr_assert(sscanf(l, "%9s %99s", word, lint) == 2, "%s: levels: %s", folder, l);
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strcmp(word, words[i]) == 0)
                cr_assert(ken_set_level(t->ken, (ken_text){lint, strlen(lint)}, (ken_level)i),
                          "%s: levels: %s", folder, l);
    }
    struct text input = input_of(a, folder);
    ken_check(t->ken, (ken_text){"input.ken", strlen("input.ken")}, (ken_text){input.at, input.n});
    ken_style style = {.form = form, .width = WIDTH};
    struct text found = text_copy(a, trial_report(t, KEN_PROBLEMS, &style));
    trial_free(t);
    return found;
}

static struct text produce_lints(struct arena *a, const char *folder)
{
    return linted(a, folder, KEN_TEXT);
}

static struct text produce_short(struct arena *a, const char *folder)
{
    return linted(a, folder, KEN_SHORT);
}

static struct text produce_github(struct arena *a, const char *folder)
{
    return linted(a, folder, KEN_GITHUB);
}

static struct text produce_sarif(struct arena *a, const char *folder)
{
    return linted(a, folder, KEN_SARIF);
}

static struct text produce_problems_of_facts(struct arena *a, const char *folder)
{
    struct trial *t = run(a, folder);
    struct text found = text_copy(a, trial_problems(t));
    trial_free(t);
    return found;
}

/* A report of one run; a file `about` holds the id of the criterion that it is about. */
static struct text produce_report(struct arena *a, const char *folder, ken_report what,
                                  ken_style style)
{
    struct text about = text_trim(file_in(a, folder, "about"));
    style.width = WIDTH;
    style.about = (ken_text){about.at, about.n};
    struct trial *t = run(a, folder);
    if (what == KEN_EVIDENCE)
        ken_evidence(t->ken, style.about);
    return problems_then(a, t, what, &style);
}

/* input.ken against the newer rules, new.ken. */
static struct text produce_diff(struct arena *a, const char *folder, ken_form form)
{
    struct trial *t = trial_new(folder);
    trial_load(t, "input.ken", input_of(a, folder));
    trial_compare(t, "new.ken", file_in(a, folder, "new.ken"));
    return problems_then(a, t, KEN_DIFF, &(ken_style){.form = form, .width = WIDTH});
}

static struct text produce_changes(struct arena *a, const char *folder)
{
    return produce_diff(a, folder, KEN_TEXT);
}

static struct text produce_changes_json(struct arena *a, const char *folder)
{
    return produce_diff(a, folder, KEN_DATA);
}

/* The facts of the older rules, input.ken, for the newer ones, new.ken. */
static struct text produce_migrated(struct arena *a, const char *folder)
{
    struct trial *t = trial_new(folder);
    struct text newer = file_in(a, folder, "new.ken"), facts = file_in(a, folder, "facts.facts");
    bool json = !facts.at;
    facts = json ? file_in(a, folder, "facts.json") : facts;
    trial_load(t, "input.ken", input_of(a, folder));
    trial_compare(t, "new.ken", newer);
    if (!t->status)
        ken_migrate(t->ken, (ken_text){"facts", 5}, (ken_text){facts.at, facts.n},
                    json ? KEN_JSON : KEN_NATIVE);
    return problems_then(a, t, KEN_MIGRATED, &(ken_style){.width = WIDTH});
}

static struct text consolidated(struct arena *a, const char *folder, ken_style style)
{
    struct trial *t = trial_new(folder);
    trial_load(t, "input.ken", input_of(a, folder));
    struct text found = text_copy(a, trial_report(t, KEN_CONSOLIDATED, &style));
    trial_free(t);
    return found;
}

static struct text produce_consolidated(struct arena *a, const char *folder)
{
    return consolidated(a, folder, (ken_style){0});
}

static struct text produce_blame(struct arena *a, const char *folder)
{
    return consolidated(a, folder, (ken_style){.all = true});
}

static struct text produce_consolidated_json(struct arena *a, const char *folder)
{
    return consolidated(a, folder, (ken_style){.form = KEN_DATA});
}

static struct text booklet(struct arena *a, const char *folder, ken_style style)
{
    struct trial *t = trial_new(folder);
    trial_load(t, "input.ken", input_of(a, folder));
    struct text found = text_copy(a, trial_report(t, KEN_BOOKLET, &style));
    trial_free(t);
    return found;
}

static struct text produce_booklet(struct arena *a, const char *folder)
{
    return booklet(a, folder, (ken_style){.form = KEN_MARKDOWN});
}

static struct text produce_booklet_page(struct arena *a, const char *folder)
{
    return booklet(a, folder, (ken_style){.form = KEN_HTML});
}

static struct text produce_booklet_thai(struct arena *a, const char *folder)
{
    ken_style style = {.form = KEN_MARKDOWN, .thai_digits = true, .language = {"th", 2}};
    return booklet(a, folder, style);
}

/* --- codes written beside the guilty lines ---------------------------------------------------- */

/* "line code" for each comment `#~ code code`. */
static struct text codes_written(struct arena *a, struct text input)
{
    struct buffer b = buffer_in(a);
    long long line = 0;
    for (const char *at = input.at, *end = at + input.n; at < end; at++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        line++;
        const char *mark = support_find((struct text){at, (size_t)(stop - at)}, TEXT("#~"));
        for (const char *c = mark; c && c + 5 <= stop; c++)
            if (*c == 'K')
                buffer_add(&b, SAY(a, "line {} {}\n", text_number(a, line), ((struct text){c, 5})));
        at = stop;
    }
    return buffer_text(&b);
}

static int by_line_and_code(const void *one, const void *other)
{
    const char *const *x = one, *const *y = other;
    long difference = strtol(*x + 5, NULL, 10) - strtol(*y + 5, NULL, 10);
    return difference ? (difference > 0) - (difference < 0) : strcmp(*x, *y);
}

static struct text sorted_lines(struct arena *a, struct text t)
{
    LIST_OF(char *) lines = {0};
    char *save = NULL;
    for (char *l = strtok_r(text_c(a, t), "\n", &save); l; l = strtok_r(NULL, "\n", &save))
        LIST_ADD(a, &lines, l);
    if (lines.n)
        qsort(lines.at, lines.n, sizeof *lines.at, by_line_and_code);
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < lines.n; i++)
        buffer_add(&b, SAY(a, "{}\n", text_of(lines.at[i])));
    return buffer_text(&b);
}

/* The same of a report: "error[K0403]: ..." and behind it "--> input.ken:12:5"; without a place it
 * counts for line 1. */
static struct text codes_found(struct arena *a, struct text report, const char *name)
{
    struct buffer b = buffer_in(a);
    char *save = NULL, code[6] = "", *text = text_c(a, report);
    char *arrow = text_c(a, SAY(a, "--> {}:", text_of(name)));
    for (char *l = strtok_r(text, "\n", &save); l; l = strtok_r(NULL, "\n", &save)) {
        const char *open = strstr(l, "[K"), *place = strstr(l, arrow);
        bool head = strncmp(l, "error[K", 7) == 0 || strncmp(l, "warning[K", 9) == 0;
        if (head && *code)
            buffer_add(&b, SAY(a, "line 1 {}\n", text_of(code)));
        if (head)
            snprintf(code, sizeof code, "%.5s", open + 1);
        if (!*code || (!place && !strstr(l, "--> ")))
            continue;
        if (place)
            buffer_add(&b,
                       SAY(a, "line {} {}\n",
                           text_number(a, strtol(place + strlen(arrow), NULL, 10)), text_of(code)));
        *code = 0;
    }
    if (*code)
        buffer_add(&b, SAY(a, "line 1 {}\n", text_of(code)));
    return buffer_text(&b);
}

static void compare_codes(struct arena *a, const struct one *o, struct text report,
                          const char *name)
{
    struct text input = file_in(a, o->folder, name);
    if (!input.at)
        return;
    struct text wanted = sorted_lines(a, codes_written(a, input));
    struct text got = sorted_lines(a, codes_found(a, report, name));
    cr_expect(text_equal(wanted, got),
              "%s/%s: the codes in comments `#~` are not the ones found: %s", o->folder, name,
              support_difference(a, wanted, got));
}

/* --- figures stated by hand ------------------------------------------------------------------- */

/* `#= 1.1 score 4.9538` in the rules: what that member of the JSON result must be. */
static void compare_figures(struct arena *a, const struct one *o, struct text result,
                            const char *name)
{
    char *save = NULL, *input = text_c(a, file_in(a, o->folder, name));
    for (char *l = strtok_r(input, "\n", &save); l; l = strtok_r(NULL, "\n", &save)) {
        char path[100], key[100], wanted[100];
        if (sscanf(l, "#= %99s %99s %99s", path, key, wanted) != 3)
            continue;
        struct text got = support_figure(a, result, strcmp(path, "total") ? path : NULL, key);
        cr_expect(text_equal(got, text_of(wanted)), "%s: %s is %s", o->folder, l, text_c(a, got));
    }
}

/* --- the table of stages and the one test ----------------------------------------------------- */

static const struct stage {
    const char *folder, *expectation;
    struct text (*produce)(struct arena *a, const char *folder); /* NULL: the report of a run */
    ken_report what;
    ken_style style;
    /* What else was said about it, in comments of the file `commented`. */
    void (*compare)(struct arena *a, const struct one *o, struct text got, const char *commented);
    const char *commented;
} stages[] = {
    {"lex", "tokens.txt", .produce = produce_tokens},
    {"parse", "tree.txt", .produce = produce_tree},
    {"check", "problems.txt", .produce = produce_problems, .compare = compare_codes,
     .commented = "input.ken"},
    {"lint", "problems.txt", .produce = produce_lints, .compare = compare_codes,
     .commented = "input.ken"},
    {"annotations", "short.txt", .produce = produce_short},
    {"annotations", "github.txt", .produce = produce_github},
    {"annotations", "sarif.json", .produce = produce_sarif},
    {"fmt", "output.ken", .produce = produce_layout},
    {"amend", "consolidated.txt", .produce = produce_consolidated},
    {"amend", "blame.txt", .produce = produce_blame},
    {"amend", "consolidated.json", .produce = produce_consolidated_json},
    {"amend", "problems.txt", .produce = produce_problems, .compare = compare_codes,
     .commented = "input.ken"},
    {"facts", "problems.txt", .produce = produce_problems_of_facts, .compare = compare_codes,
     .commented = "facts.facts"},
    {"eval", "scorecard.txt", .what = KEN_SCORECARD},
    {"eval", "result.json", .what = KEN_SCORECARD, .style = {.form = KEN_DATA},
     .compare = compare_figures, .commented = "input.ken"},
    {"why", "explanation.txt", .what = KEN_EXPLANATION},
    {"whatif", "whatif.txt", .what = KEN_WHAT_IF, .style = {.depth = 2}},
    {"whatif", "whatif.json", .what = KEN_WHAT_IF, .style = {.form = KEN_DATA}},
    {"margins", "margins.txt", .what = KEN_MARGINS, .style = {.depth = 2}},
    {"margins", "margins.json", .what = KEN_MARGINS, .style = {.form = KEN_DATA}},
    {"lost", "lost.txt", .what = KEN_LOST},
    {"lost", "whole.txt", .what = KEN_LOST, .style = {.depth = 2}},
    {"lost", "lost.json", .what = KEN_LOST, .style = {.form = KEN_DATA}},
    {"evidence", "evidence.txt", .what = KEN_EVIDENCE},
    {"evidence", "short.txt", .what = KEN_EVIDENCE, .style = {.depth = 1}},
    {"evidence", "evidence.md", .what = KEN_EVIDENCE, .style = {.form = KEN_MARKDOWN}},
    {"evidence", "evidence.json", .what = KEN_EVIDENCE, .style = {.form = KEN_DATA}},
    {"booklet", "booklet.md", .produce = produce_booklet},
    {"booklet", "thai.md", .produce = produce_booklet_thai},
    {"booklet", "booklet.html", .produce = produce_booklet_page},
    {"diff", "changes.txt", .produce = produce_changes},
    {"diff", "changes.json", .produce = produce_changes_json},
    {"migrate", "migrated.txt", .produce = produce_migrated},
    {"audit", "audit.txt", .what = KEN_AUDIT},
    {"audit", "whole.txt", .what = KEN_AUDIT, .style = {.all = true}},
    {"audit", "audit.json", .what = KEN_AUDIT, .style = {.form = KEN_DATA, .all = true}},
};
enum { STAGES = sizeof stages / sizeof *stages };

ParameterizedTestParameters(golden, cases)
{
    struct one *all = cr_malloc(CASES * sizeof *all);
    size_t n = 0;
    for (size_t s = 0; s < STAGES; s++) {
        char pattern[100];
        glob_t found;
        snprintf(pattern, sizeof pattern, "tests/cases/%s/*/input.ken", stages[s].folder);
        if (glob(pattern, 0, NULL, &found) != 0)
            continue;
        for (size_t i = 0; i < found.gl_pathc && n < CASES; i++) {
            all[n] = (struct one){.stage = s};
            int length = (int)(strrchr(found.gl_pathv[i], '/') - found.gl_pathv[i]);
            snprintf(all[n++].folder, sizeof all->folder, "%.*s", length, found.gl_pathv[i]);
        }
        globfree(&found);
    }
    return cr_make_param_array(struct one, all, n, NULL);
}

ParameterizedTest(struct one *o, golden, cases)
{
    const struct stage *stage = &stages[o->stage];
    struct arena *a = support_arena();
    struct text got = stage->produce ? stage->produce(a, o->folder)
                                     : produce_report(a, o->folder, stage->what, stage->style);
    struct text wanted = {0};
    char *path = text_c(a, SAY(a, "{}/{}", text_of(o->folder), text_of(stage->expectation)));
    const char *bless = getenv("KEN_BLESS");
    if (bless && *bless == '1')
        support_write(path, got);
    cr_expect(support_read(a, path, &wanted),
              "%s is missing: look at the case, then run it with KEN_BLESS=1", path);
    if (wanted.at)
        cr_expect(text_equal(wanted, got), "%s %s", path, support_difference(a, wanted, got));
    if (stage->compare)
        stage->compare(a, o, got, stage->commented);
    struct text wrong = schema_own_problem(a, got);
    cr_expect(!wrong.n, "%s: %s", path, text_c(a, wrong));
    arena_free(a);
}
