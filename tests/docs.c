/* Documentation: every example does what the text around it says.
 *
 * A block of a page is rules, facts, or what comes out.  Rules without a line `criteria` or `era`
 * of their own get HEAD in front.  A block with the name of a file behind its kind ("ken
 * holidays.ken", "csv staff.csv") is that file for the other blocks; nothing else can be opened. */
#include <criterion/criterion.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

struct block {
    struct text kind, name; /* of "ken holidays.ken": "ken" and "holidays.ken" */
    struct text heading;    /* the last one above it */
    struct text body;
    size_t line, section;
};

struct document {
    struct arena *arena;
    const char *path;
    struct text content;
    LIST_OF(struct block) blocks;
    size_t section; /* the one that is tried now: files of later ones cannot be seen */
};

/* --- a host ------------------------------------------------------------------------------- */

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

static ken_text out(struct text t)
{
    return (ken_text){t.at, t.n};
}

static const char *open_block(void *user, ken_text from, ken_text path, ken_text *name,
                              ken_text *content)
{
    const struct document *d = user;
    (void)from;
    for (size_t i = d->blocks.n; i-- > 0;)
        if (d->blocks.at[i].section <= d->section &&
            text_equal(d->blocks.at[i].name, (struct text){path.at, path.size})) {
            *name = out(d->blocks.at[i].name);
            *content = out(d->blocks.at[i].body);
            return NULL;
        }
    return "there is no such file";
}

static ken *new_ken(struct document *d)
{
    return ken_new(
        &(ken_host){.get = get, .put = put, .exhausted = exhausted, .open = open_block, .user = d});
}

static bool collect(void *user, const char *bytes, size_t size)
{
    buffer_add(user, (struct text){bytes, size});
    return true;
}

static struct text written(struct document *d, ken *k, ken_report what, ken_style style)
{
    struct buffer b = buffer_in(d->arena);
    ken_write(k, what, &style, collect, &b);
    return buffer_text(&b);
}

/* --- pages -------------------------------------------------------------------------------- */

/* The line at `*from`, which moves behind it. */
static struct text next_line(struct text t, size_t *from)
{
    struct text rest = text_after(t, *from);
    const char *end = rest.n ? memchr(rest.at, '\n', rest.n) : NULL;
    size_t n = end ? (size_t)(end - rest.at) : rest.n;
    *from += n + (end != NULL);
    return (struct text){rest.at, n};
}

static struct text read_all(struct arena *a, FILE *file)
{
    struct buffer b = buffer_in(a);
    char bytes[4096];
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
        buffer_add(&b, (struct text){bytes, n});
    return buffer_text(&b);
}

static struct block block_named(struct text info)
{
    const char *blank = info.n ? memchr(info.at, ' ', info.n) : NULL;
    size_t n = blank ? (size_t)(blank - info.at) : info.n;
    return (struct block){.kind = {info.at, n}, .name = text_trim(text_after(info, n))};
}

static void find_blocks(struct document *d)
{
    struct block open = {{0}, {0}, {0}, {0}, 0, 0};
    struct text heading = {0};
    size_t section = 0, number = 0, start = 0;
    for (size_t at = 0, line_at; at < d->content.n;) {
        line_at = at;
        struct text line = next_line(d->content, &at);
        number++;
        if (!text_starts(line, TEXT("```"))) {
            if (!open.line && text_starts(line, TEXT("#"))) {
                heading = line;
                section++;
            }
        } else if (open.line) {
            open.body = (struct text){d->content.at + start, line_at - start};
            LIST_ADD(d->arena, &d->blocks, open);
            open.line = 0;
        } else {
            open = block_named(text_after(line, 3));
            open.line = number;
            open.section = section;
            open.heading = heading;
            start = at;
        }
    }
    cr_expect(!open.line, "%s:%zu: this block is not closed", d->path, open.line);
}

/* False when there is no such file. */
static bool document_read(struct document *d, const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    *d = (struct document){.path = path};
    d->arena = arena_new(&(struct memory){.get = get, .put = put, .exhausted = exhausted});
    d->content = read_all(d->arena, file);
    fclose(file);
    find_blocks(d);
    return true;
}

/* --- what a block raises ------------------------------------------------------------------ */

static bool is_code(struct text name)
{
    return name.n == 5 && name.at[0] == 'K';
}

/* "K0403 K0512 " for all errors, or all errors and warnings. */
static struct text raised(struct document *d, ken *k, bool warnings)
{
    static const char code[] = "\"code\": \"", warning[] = "\"severity\": \"warning\"";
    char *at = text_c(d->arena, written(d, k, KEN_PROBLEMS, (ken_style){.json = true}));
    struct buffer b = buffer_in(d->arena);
    while ((at = strstr(at, code))) {
        at += sizeof code - 1;
        const char *next = strstr(at, code), *soft = strstr(at, warning);
        if (soft && (!next || soft < next) && !warnings)
            continue;
        buffer_add(&b, (struct text){at, 5});
        buffer_add_byte(&b, ' ');
    }
    return buffer_text(&b);
}

/* `code` and no other, however often; nothing at all when it is empty. */
static bool raises_only(struct document *d, ken *k, struct text code, bool warnings)
{
    struct text all = raised(d, k, warnings || code.n);
    if (!all.n || !code.n)
        return all.n == code.n;
    for (size_t i = 0; i < all.n; i += 6)
        if (!text_equal((struct text){all.at + i, 5}, code))
            return false;
    return true;
}

static void check_raised(struct document *d, ken *k, const struct block *b, struct text code,
                         bool warnings)
{
    if (raises_only(d, k, code, warnings))
        return;
    struct text problems = written(d, k, KEN_PROBLEMS, (ken_style){.width = 100});
    cr_expect(false, "%s:%zu: should raise %s and raises:\n%s", d->path, b->line,
              code.n ? text_c(d->arena, code) : "nothing", text_c(d->arena, problems));
}

static bool has_head(struct text rules)
{
    for (size_t at = 0; at < rules.n;) {
        struct text line = next_line(rules, &at);
        if (text_starts(line, TEXT("criteria ")) || text_starts(line, TEXT("era ")))
            return true;
    }
    return false;
}

static ken *load(struct document *d, const struct block *rules)
{
    struct text text = rules->body;
    if (!has_head(text))
        text = SAY(d->arena, "{}{}", TEXT(HEAD), text);
    ken *k = new_ken(d);
    d->section = rules->section;
    ken_load(k, out(TEXT("example.ken")), out(text));
    return k;
}

/* The rules with these facts, evaluated; NULL where the rules are wrong, which was said. */
static ken *evaluate(struct document *d, const struct block *rules, const struct block *facts)
{
    ken *k = load(d, rules);
    if (ken_errors(k)) {
        ken_free(k);
        return NULL;
    }
    bool json = text_equal(facts->kind, TEXT("json"));
    ken_facts(k, out(json ? TEXT("example.json") : TEXT("example.facts")), out(facts->body),
              json ? KEN_JSON : KEN_NATIVE);
    ken_evaluate(k);
    return k;
}

/* --- pages about diagnostics -------------------------------------------------------------- */

static bool is_rules(const struct block *b)
{
    return text_equal(b->kind, TEXT("ken")) && (!b->name.n || is_code(b->name));
}

static bool is_facts(const struct block *b)
{
    return text_equal(b->kind, TEXT("facts")) || text_equal(b->kind, TEXT("json"));
}

/* The rules under `heading` and, where there are any, the facts: the last of them raises `code`. */
static void try_section(struct document *d, const char *heading, struct text code)
{
    const struct block *rules = NULL, *facts = NULL;
    for (size_t i = 0; i < d->blocks.n; i++) {
        const struct block *b = &d->blocks.at[i];
        if (text_equal(b->heading, text_of(heading)) && is_rules(b))
            rules = b;
        else if (text_equal(b->heading, text_of(heading)) && is_facts(b))
            facts = b;
    }
    cr_expect(rules, "%s: there are no rules under `%s`", d->path, heading);
    if (!rules)
        return;
    ken *k = load(d, rules);
    check_raised(d, k, rules, facts ? TEXT("") : code, true);
    ken_free(k);
    k = facts ? evaluate(d, rules, facts) : NULL;
    if (k)
        check_raised(d, k, facts, code, true);
    ken_free(k);
}

Test(docs, every_diagnostic_has_its_page)
{
    for (size_t i = 0; i < CODES; i++) {
        struct document d;
        char path[64];
        snprintf(path, sizeof path, "docs/diagnostics/%s.md", codes[i]);
        bool there = document_read(&d, path);
        cr_expect(there, "there is no %s", path);
        if (!there)
            continue;
        cr_expect(text_starts(d.content, SAY(d.arena, "# {}: ", text_of(codes[i]))),
                  "%s:1: the headline should begin with `# %s: `", path, codes[i]);
        if (!strstr(text_c(d.arena, d.content), "<!-- no example: ")) {
            try_section(&d, "## Wrong", text_of(codes[i]));
            try_section(&d, "## Right", TEXT(""));
        }
        arena_free(d.arena);
    }
}

Test(docs, every_page_has_its_diagnostic)
{
    glob_t pages;
    cr_assert(glob("docs/diagnostics/*", 0, NULL, &pages) == 0);
    for (size_t i = 0; i < pages.gl_pathc; i++) {
        const char *name = strrchr(pages.gl_pathv[i], '/') + 1;
        size_t j = 0;
        while (j < CODES && (strncmp(name, codes[j], 5) != 0 || strcmp(name + 5, ".md") != 0))
            j++;
        cr_expect(j < CODES, "%s is about no diagnostic", pages.gl_pathv[i]);
    }
    globfree(&pages);
}

/* --- the language and the tutorial -------------------------------------------------------- */

static struct text without_end(struct text line)
{
    while (line.n && strchr(" \t\r", line.at[line.n - 1]))
        line.n--;
    return line;
}

/* Line by line, without blanks at the ends; a line `...` stands for any number of lines. */
static bool lines_match(struct text got, struct text wanted)
{
    size_t from = 0;
    for (size_t at = 0, rest; at < wanted.n;) {
        struct text line = without_end(next_line(wanted, &at));
        if (text_equal(line, TEXT("..."))) {
            for (rest = from; rest < got.n; next_line(got, &rest))
                if (lines_match(text_after(got, rest), text_after(wanted, at)))
                    return true;
            return lines_match(TEXT(""), text_after(wanted, at));
        }
        if (from >= got.n || !text_equal(line, without_end(next_line(got, &from))))
            return false;
    }
    return from >= got.n;
}

static void check_lines(struct document *d, size_t line, struct text got, struct text wanted)
{
    if (lines_match(text_trim(got), text_trim(wanted)))
        return;
    const char *bless = getenv("KEN_BLESS");
    cr_expect(false, "%s:%zu: something else comes out%s%s", d->path, line,
              bless ? ":\n" : "; KEN_BLESS=1 shows it", bless ? text_c(d->arena, got) : "");
}

/* "text" is a scorecard, "text explain ID" reasons, "text problems" errors and warnings. */
static void check_text(struct document *d, ken *k, const struct block *b)
{
    ken_report what = KEN_SCORECARD;
    ken_style style = {.width = 80};
    if (text_starts(b->name, TEXT("explain"))) {
        what = KEN_EXPLANATION;
        style.about = out(text_trim(text_after(b->name, 7)));
    } else if (text_equal(b->name, TEXT("problems")))
        what = KEN_PROBLEMS;
    check_lines(d, b->line, written(d, k, what, style), b->body);
}

static struct text expected_code(const struct block *b)
{
    return is_code(b->name) ? b->name : TEXT("");
}

static void try_examples(const char *path)
{
    struct document d;
    const struct block *rules = NULL;
    ken *k = NULL;
    bool done = false; /* something was evaluated, or is wrong on purpose */
    if (!document_read(&d, path))
        return;
    for (size_t i = 0; i < d.blocks.n; i++) {
        const struct block *b = &d.blocks.at[i];
        if (is_rules(b)) {
            ken_free(k);
            rules = b;
            k = load(&d, b);
            done = is_code(b->name);
            check_raised(&d, k, b, expected_code(b), false);
        } else if (rules && text_equal(b->kind, TEXT("facts"))) {
            ken_free(k);
            k = evaluate(&d, rules, b);
            done = k;
            if (k)
                check_raised(&d, k, b, expected_code(b), false);
        } else if (done && text_equal(b->kind, TEXT("text")))
            check_text(&d, k, b);
    }
    ken_free(k);
    arena_free(d.arena);
}

Test(docs, examples_of_the_language_hold)
{
    try_examples("docs/language.md");
}

Test(docs, examples_of_the_tutorial_hold)
{
    try_examples("docs/tutorial.md");
}

/* --- the front page ----------------------------------------------------------------------- */

/* The command of a line "$ ken ..." with the program that is tested; empty for any other line. */
static struct text command_in(struct arena *a, struct text line)
{
    const char *program = getenv("KEN");
    struct text with = program ? text_of(program) : TEXT("build/ken");
    if (text_starts(line, TEXT("$ ken ")))
        return SAY(a, "{ {} {}; } 2>&1", with, text_after(line, 6));
    if (text_starts(line, TEXT("$ build/ken ")))
        return SAY(a, "{ {} {}; } 2>&1", with, text_after(line, 12));
    return TEXT("");
}

static void try_command(struct document *d, size_t line, struct text command, struct text wanted)
{
    FILE *pipe = popen(text_c(d->arena, command), "r");
    cr_assert(pipe, "%s:%zu: cannot run it", d->path, line);
    struct text got = read_all(d->arena, pipe);
    int status = pclose(pipe);
    cr_expect(status == 0, "%s:%zu: ends with status %d:\n%s", d->path, line, status,
              text_c(d->arena, got));
    if (text_trim(wanted).n)
        check_lines(d, line, got, wanted);
}

static void try_commands(struct document *d, const struct block *b)
{
    for (size_t at = 0, number = b->line; at < b->body.n;) {
        struct text line = next_line(b->body, &at), command = command_in(d->arena, line);
        size_t of_command = ++number, from = at;
        if (!text_starts(line, TEXT("$ ")))
            continue;
        while (at < b->body.n && !text_starts(text_after(b->body, at), TEXT("$ "))) {
            next_line(b->body, &at);
            number++;
        }
        if (command.n)
            try_command(d, of_command, command, (struct text){b->body.at + from, at - from});
    }
}

Test(docs, commands_of_the_front_page_work)
{
    struct document d;
    if (!document_read(&d, "README.md"))
        return;
    for (size_t i = 0; i < d.blocks.n; i++)
        if (text_equal(d.blocks.at[i].kind, TEXT("sh")))
            try_commands(&d, &d.blocks.at[i]);
    arena_free(d.arena);
}
