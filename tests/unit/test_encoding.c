/* Texts that are not UTF-8, against iconv of the C library. */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <iconv.h>

#include "base/encoding.h"

static struct arena *a;

static void begin(void)
{
    a = support_arena();
}

static void finish(void)
{
    arena_free(a);
}

TestSuite(encoding, .init = begin, .fini = finish);

/* `bytes` as UTF-8 by iconv; empty where it refuses. */
static struct text by_iconv(struct text bytes, const char *encoding)
{
    iconv_t how = iconv_open("UTF-8", encoding);
    cr_assert(how != (iconv_t)-1, "iconv does not know %s", encoding);
    size_t room = bytes.n * 4, left = room, n = bytes.n;
    char *out = arena_alloc(a, room), *to = out, *from = text_c(a, bytes);
    bool well = iconv(how, &from, &n, &to, &left) != (size_t)-1;
    iconv_close(how);
    return well ? (struct text){out, room - left} : (struct text){0};
}

static void expect_malformed(struct text bytes, enum encoding e, size_t at, unsigned wrong)
{
    struct decoded got = encoding_decode(a, bytes, e);
    cr_expect(got.malformed && got.at == at && got.wrong == wrong,
              "should be wrong at %zu by %X, is at %zu by %X", at, wrong, got.at, got.wrong);
    cr_expect(text_starts(text_after(got.text, got.at), TEXT("\xEF\xBF\xBD")));
}

Test(encoding, knows_every_byte_of_cp874)
{
    for (unsigned byte = 0x80; byte < 0x100; byte++) {
        char c = (char)byte;
        struct text wanted = by_iconv((struct text){&c, 1}, "WINDOWS-874");
        struct decoded got = encoding_decode(a, (struct text){&c, 1}, ENCODING_CP874);
        cr_expect(got.malformed == !wanted.n, "byte %X", byte);
        cr_expect(got.malformed || text_equal(got.text, wanted), "byte %X is %s", byte,
                  text_c(a, got.text));
    }
}

Test(encoding, decodes_utf_16_of_both_orders)
{
    struct buffer all = buffer_in(a);
    for (uint32_t point = 1; point < 0x110000; point += point < 0x3000 ? 1 : 101)
        if (point < 0xD800 || point > 0xDFFF)
            buffer_add_point(&all, point);
    struct text wanted = buffer_text(&all);
    for (int big = 0; big < 2; big++) {
        iconv_t how = iconv_open(big ? "UTF-16BE" : "UTF-16LE", "UTF-8");
        size_t room = wanted.n * 2, left = room, n = wanted.n;
        char *out = arena_alloc(a, room), *to = out, *from = text_c(a, wanted);
        cr_assert(iconv(how, &from, &n, &to, &left) == 0);
        iconv_close(how);
        struct decoded got = encoding_decode(a, (struct text){out, room - left},
                                             big ? ENCODING_UTF_16BE : ENCODING_UTF_16LE);
        cr_expect(text_equal(got.text, wanted) && !got.malformed);
    }
}

Test(encoding, names_the_first_thing_that_stands_for_nothing)
{
    expect_malformed(TEXT("ab\xA1\xFC\xFD"), ENCODING_CP874, 5, 0xFC);
    expect_malformed((struct text){"a\0\0\xD8z\0", 6}, ENCODING_UTF_16LE, 1, 0xD800);
    expect_malformed((struct text){"a\0\0\xDCz\0", 6}, ENCODING_UTF_16LE, 1, 0xDC00);
    expect_malformed((struct text){"a\0\0\xD8", 4}, ENCODING_UTF_16LE, 1, 0xD800);
    expect_malformed((struct text){"\0a\xD8\0\xD8\0", 6}, ENCODING_UTF_16BE, 1, 0xD800);
    expect_malformed((struct text){"a\0z", 3}, ENCODING_UTF_16LE, 1, 'z');
}

Test(encoding, goes_on_behind_what_is_malformed)
{
    struct decoded got = encoding_decode(a, (struct text){"\0\xD8z\0", 4}, ENCODING_UTF_16LE);
    cr_expect(text_equal(got.text, TEXT("\xEF\xBF\xBDz")));
}

Test(encoding, leaves_utf_8_where_it_is)
{
    struct text t = TEXT("เกณฑ์");
    cr_expect(encoding_decode(a, t, ENCODING_UNSAID).text.at == t.at);
    cr_expect(encoding_decode(a, t, ENCODING_UTF_8).text.at == t.at);
}

Test(encoding, reads_byte_order_marks)
{
    size_t n;
    cr_expect(encoding_marked(TEXT("\xEF\xBB\xBFx"), &n) == ENCODING_UTF_8 && n == 3);
    cr_expect(encoding_marked((struct text){"\xFF\xFEx\0", 4}, &n) == ENCODING_UTF_16LE && n == 2);
    cr_expect(encoding_marked((struct text){"\xFE\xFF\0x", 4}, &n) == ENCODING_UTF_16BE && n == 2);
    cr_expect(encoding_marked(TEXT("\xFF"), &n) == ENCODING_UNSAID && n == 0);
    cr_expect(encoding_marked((struct text){0}, &n) == ENCODING_UNSAID && n == 0);
}

Test(encoding, guesses_only_what_is_plain_to_see)
{
    cr_expect(encoding_guess(TEXT("name,\xA1\xD2\xC3\n")) == ENCODING_CP874);
    cr_expect(encoding_guess((struct text){"n\0,\0m\0", 6}) == ENCODING_UTF_16LE);
    cr_expect(encoding_guess((struct text){"\0n\0,\0m", 6}) == ENCODING_UTF_16BE);
    cr_expect(encoding_guess(TEXT("caf\xE9 \xFF")) == ENCODING_UNSAID);
    cr_expect(encoding_guess(TEXT("\x80\x85")) == ENCODING_UNSAID);
    cr_expect(encoding_guess((struct text){"a\0\0b", 4}) == ENCODING_UNSAID);
    cr_expect(encoding_guess((struct text){0}) == ENCODING_UNSAID);
}

Test(encoding, has_the_names_that_people_use)
{
    cr_expect(encoding_named(TEXT("CP874")) == ENCODING_CP874);
    cr_expect(encoding_named(TEXT("Windows-874")) == ENCODING_CP874);
    cr_expect(encoding_named(TEXT("TIS-620")) == ENCODING_CP874);
    cr_expect(encoding_named(TEXT("UTF-8")) == ENCODING_UTF_8);
    cr_expect(encoding_named(TEXT("utf-16")) == ENCODING_UNSAID,
              "the order of its bytes is unsaid");
    cr_expect(text_equal(encoding_name(ENCODING_CP874), TEXT("cp874")));
}
