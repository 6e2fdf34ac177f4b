/* What tests share. */
#define _GNU_SOURCE /* asprintf */
#include "support.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

enum { DIFFERENCE_LINES = 12 };

/* --- memory and files ------------------------------------------------------------------------ */

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

struct arena *support_arena(void)
{
    return arena_new(&(struct memory){get, put, exhausted, NULL, 0});
}

bool support_read(struct arena *a, const char *path, struct text *content)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    struct buffer b = buffer_in(a);
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        buffer_add(&b, (struct text){block, n});
    fclose(file);
    buffer_add_byte(&b, 0);
    *content = (struct text){b.at, b.n - 1};
    return true;
}

void support_write(const char *path, struct text content)
{
    FILE *file = fopen(path, "wb");
    cr_assert(file && fwrite(content.at, 1, content.n, file) == content.n && fclose(file) == 0,
              "cannot write %s", path);
}

struct text support_run(struct arena *a, const char *command, int *status)
{
    char *line, block[4096];
    const char *program = getenv("KEN");
    cr_assert(program != NULL, "KEN names the program to test");
    cr_assert(asprintf(&line, "ken() { \"%s\" \"$@\"; }; { %s ; } 2>&1", program, command) > 0);
    FILE *pipe = popen(line, "r");
    cr_assert(pipe != NULL);
    struct buffer b = buffer_in(a);
    for (size_t n; (n = fread(block, 1, sizeof block, pipe)) > 0;)
        buffer_add(&b, (struct text){block, n});
    int ended = pclose(pipe);
    *status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128;
    free(line);
    return buffer_text(&b);
}

/* --- texts ----------------------------------------------------------------------------------- */

const char *support_find(struct text in, struct text t)
{
    for (size_t i = 0; i + t.n <= in.n; i++) {
        const char *first = memchr(in.at + i, t.at[0], in.n - i - t.n + 1);
        if (!first)
            return NULL;
        if (memcmp(first, t.at, t.n) == 0)
            return first;
        i = (size_t)(first - in.at);
    }
    return NULL;
}

struct text support_replace(struct arena *a, struct text in, const char *old, const char *new)
{
    struct text wanted = text_of(old);
    const char *found = support_find(in, wanted);
    cr_assert(found, "`%s` stands nowhere", old);
    struct text rest = text_after(in, (size_t)(found - in.at) + wanted.n);
    cr_assert(!support_find(rest, wanted), "`%s` stands twice", old);
    struct buffer b = buffer_in(a);
    buffer_add(&b, (struct text){in.at, (size_t)(found - in.at)});
    buffer_add(&b, text_of(new));
    buffer_add(&b, rest);
    return buffer_text(&b);
}

static struct text next_line(struct text *t)
{
    const char *end = t->n ? memchr(t->at, '\n', t->n) : NULL;
    size_t n = end ? (size_t)(end - t->at) : t->n;
    struct text line = {t->at, n};
    *t = text_after(*t, end ? n + 1 : n);
    return line;
}

static void add_lines(struct buffer *b, const char *mark, struct text t)
{
    for (int i = 0; i < DIFFERENCE_LINES && t.n; i++) {
        buffer_add(b, text_of(mark));
        buffer_add(b, next_line(&t));
        buffer_add_byte(b, '\n');
    }
    if (t.n)
        buffer_add(b, TEXT("  ...\n"));
}

/* Without the lines at the end that both have. */
static void drop_common_end(struct text *one, struct text *other)
{
    while (one->n && other->n && one->at[one->n - 1] == other->at[other->n - 1]) {
        one->n--;
        other->n--;
    }
    struct text *both[] = {one, other};
    for (int i = 0; i < 2; i++) {
        const char *end = strchr(both[i]->at + both[i]->n, '\n');
        both[i]->n =
            end ? (size_t)(end - both[i]->at) + 1 : both[i]->n + strlen(both[i]->at + both[i]->n);
    }
}

char *support_difference(struct arena *a, struct text wanted, struct text got)
{
    struct text w = text_of(text_c(a, wanted)), g = text_of(text_c(a, got));
    long long line = 1;
    for (;; line++) {
        struct text w_rest = w, g_rest = g;
        if (!w.n || !g.n || !text_equal(next_line(&w_rest), next_line(&g_rest)))
            break;
        w = w_rest;
        g = g_rest;
    }
    drop_common_end(&w, &g);
    struct buffer b = buffer_in(a);
    buffer_add(&b, SAY(a, "differs from line {} on (- expected, + got)\n", text_number(a, line)));
    add_lines(&b, "- ", w);
    add_lines(&b, "+ ", g);
    return text_c(a, buffer_text(&b));
}

struct text support_without_places(struct arena *a, struct text json)
{
    struct buffer b = buffer_in(a);
    while (json.n) {
        struct text line = next_line(&json), trimmed = text_trim(line);
        if (text_starts(trimmed, TEXT("\"facts\": ")) || text_starts(trimmed, TEXT("\"rules\": ")))
            continue;
        buffer_add(&b, line);
        buffer_add_byte(&b, '\n');
    }
    return buffer_text(&b);
}

/* --- one run of the library ------------------------------------------------------------------ */

static ken_text out(struct text t)
{
    return (ken_text){t.at, t.n};
}

static struct text beside(struct arena *a, ken_text from, ken_text path)
{
    size_t n = from.size;
    while (n && from.at[n - 1] != '/')
        n--;
    return SAY(a, "{}{}", ((struct text){from.at, n}), ((struct text){path.at, path.size}));
}

static const char *open_named(void *user, ken_text from, ken_text path, ken_text *name,
                              ken_text *content)
{
    struct trial *t = user;
    struct text shown = beside(t->arena, from, path), found;
    const char *below[] = {t->folder, "rules"};
    *name = out(shown);
    for (int i = 0; i < 2; i++) {
        if (!support_read(t->arena,
                          text_c(t->arena, SAY(t->arena, "{}/{}", text_of(below[i]), shown)),
                          &found))
            continue;
        *content = out(found);
        return NULL;
    }
    return "there is no such file";
}

static struct trial *trial_with(const char *folder, bool files)
{
    struct arena *a = support_arena();
    struct trial *t = ARENA_NEW(a, struct trial);
    *t = (struct trial){.arena = a, .folder = folder};
    t->ken = ken_new(&(ken_host){.get = get,
                                 .put = put,
                                 .exhausted = exhausted,
                                 .open = files ? open_named : NULL,
                                 .user = t});
    return t;
}

struct trial *trial_new(const char *folder)
{
    return trial_with(folder, true);
}

struct trial *trial_without_files(void)
{
    return trial_with(".", false);
}

void trial_free(struct trial *t)
{
    ken_free(t->ken);
    arena_free(t->arena);
}

void trial_load(struct trial *t, const char *name, struct text rules)
{
    if (!t->status)
        t->status = ken_load(t->ken, out(text_of(name)), out(rules));
}

void trial_facts(struct trial *t, const char *name, struct text facts)
{
    if (!t->status)
        t->status = ken_facts(t->ken, out(text_of(name)), out(facts),
                              text_ends(text_of(name), TEXT(".json")) ? KEN_JSON : KEN_NATIVE);
}

void trial_compare(struct trial *t, const char *name, struct text newer)
{
    if (!t->status)
        t->status = ken_compare(t->ken, out(text_of(name)), out(newer));
}

void trial_set(struct trial *t, const char *assignment)
{
    if (!t->status)
        t->status = ken_set(t->ken, out(text_of(assignment)));
}

void trial_ask(struct trial *t, const char *assignment)
{
    if (!t->status)
        t->status = ken_ask(t->ken, out(text_of(assignment)));
}

void trial_evaluate(struct trial *t)
{
    if (!t->status)
        t->status = ken_evaluate(t->ken);
}

struct trial *trial_of(const char *folder, struct text rules, struct text facts)
{
    struct trial *t = trial_new(folder);
    trial_load(t, "input.ken", rules);
    if (facts.at)
        trial_facts(t, "facts.facts", facts);
    trial_evaluate(t);
    return t;
}

static bool add_bytes(void *user, const char *bytes, size_t size)
{
    buffer_add(user, (struct text){bytes, size});
    return true;
}

struct text trial_report(struct trial *t, ken_report what, const ken_style *style)
{
    struct buffer b = buffer_in(t->arena);
    cr_assert(ken_write(t->ken, what, style, add_bytes, &b));
    return buffer_text(&b);
}

struct text trial_problems(struct trial *t)
{
    return trial_report(t, KEN_PROBLEMS, &(ken_style){.width = 100});
}

struct text trial_json(struct trial *t)
{
    return trial_report(t, KEN_SCORECARD, &(ken_style){.form = KEN_DATA, .width = 100});
}

struct text support_figure(struct arena *a, struct text json, const char *path, const char *key)
{
    struct text start = path ? SAY(a, "\"path\": \"{}\"", text_of(path)) : TEXT("\"total\": {");
    const char *found = support_find(json, start);
    if (!found)
        return (struct text){0};
    struct text at = text_after(json, (size_t)(found - json.at) + start.n);
    struct text wanted = SAY(a, "\"{}\": ", text_of(key));
    found = support_find(at, wanted);
    if (!found)
        return (struct text){0};
    at = text_after(at, (size_t)(found - at.at) + wanted.n);
    bool quoted = text_starts(at, TEXT("\""));
    at = text_after(at, quoted);
    size_t n = 0;
    while (n < at.n && !strchr(quoted ? "\"" : ",}]\n", at.at[n]))
        n++;
    return (struct text){at.at, n};
}

char *trial_figure(struct trial *t, const char *path, const char *key)
{
    return text_c(t->arena, support_figure(t->arena, trial_json(t), path, key));
}
