/* Places in made texts are those of the files that they come from. */
#include "base/source.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static struct arena *a;
static struct sources *s;
static const struct source *file, *made, *again;

/* file:  "one\ntwo\n"      made: "two\n" + "2" (for "one") + "one\n"      again: "x" + all of made
 */
static void begin(void)
{
    a = support_arena();
    s = sources_new(a);
    file = source_add(s, TEXT("file.ken"), TEXT("one\ntwo\n"));
    static struct origin first[3], second[2];
    first[0] = (struct origin){.from = source_span(file, 4, 8), .verbatim = true};
    first[1] =
        (struct origin){4, source_span(file, 0, 3), source_span(file, 4, 7), TEXT("c"), false};
    first[2] = (struct origin){.lo = 5, .from = source_span(file, 0, 4), .verbatim = true};
    made = source_add_made(s, TEXT("made.ken"), TEXT("two\n2one\n"), first, 3);
    second[0] = (struct origin){.from = source_span(file, 4, 5)};
    second[1] = (struct origin){.lo = 1, .from = source_span(made, 0, 9), .verbatim = true};
    again = source_add_made(s, TEXT("again.ken"), TEXT("xtwo\n2one\n"), second, 2);
}

static void end(void)
{
    arena_free(a);
}

TestSuite(origins, .init = begin, .fini = end);

static char *words(const struct source *of, size_t lo)
{
    return text_c(a, source_place_words(a, s, source_span(of, lo, lo)));
}

Test(origins, what_is_verbatim_has_its_own_place)
{
    cr_expect(eq(str, words(made, 1), "file.ken:2:2"));
    cr_expect(eq(str, words(made, 6), "file.ken:1:2"));
    cr_expect(eq(str, words(again, 7), "file.ken:1:2"));
}

Test(origins, what_is_made_stands_where_the_old_text_stands)
{
    cr_expect(eq(str, words(made, 4), "file.ken:1:1"));
    cr_expect(eq(str, words(again, 5), "file.ken:1:1"));
    cr_expect(eq(str, words(again, 0), "file.ken:2:1"));
}

Test(origins, a_place_over_several_origins_ends_with_the_first)
{
    struct span real = source_real(s, source_span(made, 2, 7));
    cr_expect(eq(str, text_c(a, source_text(s, real)), "o\n"));
    cr_expect(not(source_is_verbatim(s, source_span(made, 2, 7))));
    cr_expect(source_is_verbatim(s, source_span(again, 6, 9)));
    cr_expect(not(source_is_verbatim(s, source_span(again, 5, 6))));
}

Test(origins, they_say_how_far_they_reach_and_who_changed_it)
{
    uint32_t n;
    struct origin o = source_origin(s, again->base + 1, &n);
    cr_expect(eq(u32, n, 4));
    cr_expect(o.verbatim && span_is_nowhere(o.by));
    o = source_origin(s, again->base + 5, &n);
    cr_expect(eq(u32, n, 1));
    cr_expect(not(o.verbatim));
    cr_expect(eq(str, text_c(a, o.cite), "c"));
    cr_expect(eq(str, text_c(a, source_text(s, o.by)), "two"));
}
