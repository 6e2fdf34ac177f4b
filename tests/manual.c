/* The manual pages: with the commands as the program has them, and well-formed.  $KEN is the
 * program. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

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
    check_page("ken.1", ".SS ken eval RULES");
    check_page("ken.1", "--color auto|always|never");
    check_page("ken-language.5", "How a score is computed");
}
