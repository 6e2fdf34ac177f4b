/* Answers as people ask for them: tests/cases/answers/NAME/commands has a command a line, and
 * answers.txt what they print and with which exit status.
 *
 * KEN_BLESS=1 rewrites the answers; read the difference before you commit it.  An answer that is
 * JSON must be what its schema in docs/schemas/ says.  Lines that begin with # are comments. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schema.h"

#define FOLDERS "tests/cases/answers"

enum { FEWEST_FOLDERS = 10 };

static struct text answers(struct arena *a, const char *folder)
{
    struct text commands;
    struct buffer b = buffer_in(a);
    char *save = NULL, *path = text_c(a, SAY(a, "{}/commands", text_of(folder)));
    cr_assert(support_read(a, path, &commands), "%s is missing", path);
    for (char *l = strtok_r(text_c(a, commands), "\n", &save); l; l = strtok_r(NULL, "\n", &save)) {
        int status;
        if (*l == '#')
            continue;
        struct text out = support_run(a, l, &status);
        cr_expect(eq(str, text_c(a, schema_own_problem(a, out)), ""), "%s", l);
        buffer_add(&b, SAY(a, "$ {}\n{}", text_of(l), out));
        buffer_add(&b, status ? SAY(a, "exit {}\n\n", text_number(a, status)) : TEXT("\n"));
    }
    return buffer_text(&b);
}

Test(answers, are_what_they_were)
{
    glob_t found;
    const char *bless = getenv("KEN_BLESS");
    cr_assert(glob(FOLDERS "/*", 0, NULL, &found) == 0);
    cr_expect(found.gl_pathc >= FEWEST_FOLDERS);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct arena *a = support_arena();
        struct text got = answers(a, found.gl_pathv[i]), wanted = {0};
        char *path = text_c(a, SAY(a, "{}/answers.txt", text_of(found.gl_pathv[i])));
        if (bless && *bless == '1')
            support_write(path, got);
        cr_expect(support_read(a, path, &wanted), "%s is missing", path);
        cr_expect(text_equal(wanted, got), "%s %s", path, support_difference(a, wanted, got));
        arena_free(a);
    }
    globfree(&found);
}
