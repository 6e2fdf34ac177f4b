/* The manual pages: of what is there, and well-formed.  $KEN is the program. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#define PAGE "docs/man/ken.1.md"
#define BEGIN "<!-- commands: what `ken help commands` prints -->\n"
#define END "<!-- end of commands -->\n"

static struct text between(struct text page)
{
    const char *begin = support_find(page, TEXT(BEGIN)), *end = support_find(page, TEXT(END));
    cr_assert(begin && end);
    begin += sizeof BEGIN - 1;
    return (struct text){begin, (size_t)(end - begin)};
}

/* KEN_BLESS=1 puts what is printed into the page. */
Test(manual, shows_the_commands_as_the_program_has_them)
{
    struct arena *a = support_arena();
    int status;
    struct text page, printed = support_run(a, "ken help commands", &status);
    cr_assert(support_read(a, PAGE, &page));
    struct text shown = between(page);
    if (getenv("KEN_BLESS")) {
        struct text before = {page.at, (size_t)(shown.at - page.at)};
        support_write(PAGE,
                      SAY(a, "{}{}{}", before, printed, text_after(page, before.n + shown.n)));
    } else
        cr_expect(text_equal(shown, printed), "KEN_BLESS=1 writes them");
    arena_free(a);
}

static void check_page(const char *page, const char *heading)
{
    struct arena *a = support_arena();
    int status;
    struct text name = text_of(page);
    struct text wrong = support_run(
        a, text_c(a, SAY(a, "tools/manual {} | mandoc -T lint -W error", name)), &status);
    cr_expect(eq(int, status, 0), "%s: %s", page, text_c(a, wrong));
    struct text made = support_run(a, text_c(a, SAY(a, "tools/manual {}", name)), &status);
    cr_expect(support_find(made, TEXT("\n.SH NAME")) != NULL, "%s", page);
    cr_expect(support_find(made, text_of(heading)) != NULL, "%s: %s", page, heading);
    arena_free(a);
}

Test(manual, pages_are_well_formed)
{
    check_page("ken.1", ".SH EXIT STATUS");
    check_page("ken-language.5", "How a score is computed");
}
