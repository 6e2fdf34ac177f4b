/* Two texts, line by line. */
#include "report/unified.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "random_rules.h"

enum { ROUNDS = 2000, LINES = 30 };

static struct text unified(struct arena *a, struct text was, struct text is)
{
    struct buffer b = buffer_in(a);
    report_unified(&b, TEXT("a"), was, is, false);
    return b.n ? buffer_text(&b) : TEXT("");
}

Test(unified, shows_three_lines_around_a_change)
{
    struct arena *a = support_arena();
    struct text got =
        unified(a, TEXT("1\n2\n3\n4\n5\n6\n7\n8\n9\n"), TEXT("1\n2\n3\n4\nV\n6\n7\n8\n9\n"));
    cr_expect(
        eq(str, text_c(a, got), "--- a\n+++ a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+V\n 6\n 7\n 8\n"));
    cr_expect(eq(sz, unified(a, TEXT("same\n"), TEXT("same\n")).n, 0));
    arena_free(a);
}

Test(unified, says_where_a_last_line_has_no_end)
{
    struct arena *a = support_arena();
    cr_expect(eq(str, text_c(a, unified(a, TEXT("x"), TEXT("x\n"))),
                 "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n"));
    arena_free(a);
}

static struct text random_lines(struct arena *a)
{
    struct buffer b = buffer_in(a);
    for (unsigned n = random_below(LINES); n > 0; n--)
        buffer_add(&b, SAY(a, "{}\n", text_number(a, random_below(5))));
    return b.n ? buffer_text(&b) : TEXT("");
}

static struct text line_of(struct text *t)
{
    const char *end = t->n ? memchr(t->at, '\n', t->n) : NULL;
    struct text line = {t->at, end ? (size_t)(end - t->at) + 1 : t->n};
    *t = text_after(*t, line.n);
    return line;
}

/* What `was` becomes by these hunks, and what it must have been. */
static struct text patched(struct arena *a, struct text was, struct text hunks)
{
    struct buffer b = buffer_in(a);
    size_t at = 1;
    line_of(&hunks), line_of(&hunks);
    while (hunks.n) {
        struct text line = line_of(&hunks);
        size_t first, n = 1;
        if (sscanf(text_c(a, line), "@@ -%zu,%zu", &first, &n) >= 1) {
            for (first += n == 0; at < first; at++)
                buffer_add(&b, line_of(&was));
            continue;
        }
        if (*line.at != '+') {
            struct text old = line_of(&was);
            cr_expect(text_equal(old, text_after(line, 1)), "line %zu", at);
            at++;
        }
        if (*line.at != '-')
            buffer_add(&b, text_after(line, 1));
    }
    buffer_add(&b, was);
    return b.n ? buffer_text(&b) : TEXT("");
}

Test(unified, leads_from_one_text_to_the_other)
{
    for (uint64_t i = 0; i < ROUNDS; i++) {
        struct arena *a = support_arena();
        random_seed(i + 1);
        struct text was = random_lines(a), is = random_lines(a), hunks = unified(a, was, is);
        struct text got = hunks.n ? patched(a, was, hunks) : was;
        cr_expect(text_equal(got, is), "round %lu:\n%s", (unsigned long)i, text_c(a, hunks));
        arena_free(a);
    }
}

Test(unified, shows_what_lies_far_apart_as_replaced)
{
    struct arena *a = support_arena();
    struct buffer was = buffer_in(a), is = buffer_in(a);
    for (int i = 0; i < 3000; i++) {
        buffer_add(&was, SAY(a, "was {}\n", text_number(a, i)));
        buffer_add(&is, i % 7 ? SAY(a, "is {}\n", text_number(a, i))
                              : SAY(a, "was {}\n", text_number(a, i)));
    }
    struct text hunks = unified(a, buffer_text(&was), buffer_text(&is));
    cr_expect(text_equal(patched(a, buffer_text(&was), hunks), buffer_text(&is)));
    arena_free(a);
}
