/* Documentation: every command does what stands below it.  $KEN is the program. */
#include <criterion/criterion.h>
#include <string.h>

#include "doc_pages.h"
#include "support.h"

#include "base/buffer.h"

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

/* A line "$ ken ..." or "$ tests/bench/..." as a command of support_run; empty for any other line.
 */
static struct text command_in(struct arena *a, struct text line)
{
    static const struct text path = {"build/ken ", 10};
    struct text starts[] = {TEXT("$ ken "), TEXT("$ build/ken "), TEXT("$ tests/bench/")};
    struct buffer b = buffer_in(a);
    bool runs = false;
    for (size_t i = 0; i < 3; i++)
        runs = runs || text_starts(line, starts[i]);
    for (size_t i = 2; runs && i < line.n;) {
        bool here = text_starts(text_after(line, i), path);
        buffer_add(&b, here ? TEXT("ken ") : (struct text){line.at + i, 1});
        i += here ? path.n : 1;
    }
    return buffer_text(&b);
}

/* A status of 1 says that the answer is no, as of `diff`. */
static void try_command(const struct doc_page *p, size_t line, struct text command,
                        struct text wanted)
{
    int status;
    struct text got = support_run(p->arena, text_c(p->arena, command), &status);
    cr_expect(status == 0 || (status == 1 && text_trim(wanted).n),
              "%s:%zu: ends with status %d:\n%s", p->path, line, status, text_c(p->arena, got));
    if (text_trim(wanted).n)
        doc_compare(p, line, got, wanted);
}

static void try_commands(const struct doc_page *p, const struct doc_block *b)
{
    struct text rest = b->body;
    for (size_t number = b->line + 1; rest.n; number++) {
        struct text command = command_in(p->arena, doc_line(&rest)), wanted = {rest.at, 0};
        size_t of_command = number;
        for (; rest.n && !text_starts(rest, TEXT("$ ")); number++)
            wanted.n += doc_line(&rest).n + 1;
        if (command.n)
            try_command(p, of_command, command, wanted);
    }
}

static void try_commands_of(const char *path)
{
    struct arena *a = support_arena();
    struct doc_page p = doc_open(a, path);
    cr_expect(p.blocks.n > 0, "%s: there are no commands", path);
    for (size_t i = 0; i < p.blocks.n; i++)
        if (text_equal(p.blocks.at[i].kind, TEXT("sh")))
            try_commands(&p, &p.blocks.at[i]);
    arena_free(a);
}

Test(doc_commands, work)
{
    static const char *const pages[] = {"README.md",     "docs/diff.md",   "docs/impact.md",
                                        "docs/fmt.md",   "docs/lint.md",   "docs/test.md",
                                        "docs/years.md", "docs/doc.md",    "docs/coverage.md",
                                        "docs/cases.md", "docs/mutate.md", "docs/batch.md"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        try_commands_of(pages[i]);
}
