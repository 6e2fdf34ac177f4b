/* The quick readers, form by form: what they leave to the long way, and the names of other systems.
 */
#include "batch_read.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

enum { STRANGE_NAMES = 3000 };

/* --- what is declined ------------------------------------------------------------------------ */

/* Each of these alone sends a record the long way, where it is right or its mistake is said. */
static const char *const declined[] = {
    "",
    "{}",
    "[]",
    "{\"n\":1",
    "{\"n\":1}}",
    "{\"n\":1} x",
    "{\"n\":1,}",
    "{,\"n\":1}",
    "{\"n\" 1}",
    "{n:1}",
    "{\"n\":}",
    "{\"n\":1 \"any\":2}",
    "{\"n\":1,\"n\":1}",
    "{\"n\":null,\"n\":1}",
    "{\"capital\":{\"used\":1},\"capital.used\":1}",
    "{\"capital\":{\"used\":1},\"capital\":{}}",
    "{\"capital\":{\"used\":1},\"capital\":{\"plan.share\":1}}",
    "{\"capital\":{}}",
    "{\"capital\":5}",
    "{\"n\":{\"value\":1}}",
    "{\"ken\":{\"office\":\"a\"},\"n\":1}",
    "{\"nn\":1}",
    "{\"id\":true,\"n\":1}",
    "{\"id\":\"a\\u0062\",\"n\":1}",
    "{\"n\":1001}",
    "{\"n\":-1}",
    "{\"n\":1.5}",
    "{\"n\":01}",
    "{\"n\":1e2}",
    "{\"n\":1.}",
    "{\"n\":-}",
    "{\"n\":1a}",
    "{\"n\":\"1 000\"}",
    "{\"n\":true}",
    "{\"n\":nul}",
    "{\"n\":12345678901234567890}",
    "{\"capital.used\":3.141}",
    "{\"capital.used\":\"3 million baht\"}",
    "{\"any\":0.12345678901234567}",
    "{\"low\":-5.501}",
    "{\"capital.plan.approved\":\"2023-02-29\"}",
    "{\"capital.plan.approved\":\"2566-02-28\"}",
    "{\"capital.plan.approved\":\"2023-02-28}",
    "{\"capital.plan.approved\":\"2023-02\"}",
    "{\"capital.plan.approved\":20230228}",
    "{\"since\":\"2023-02-28\"}",
    "{\"since\":\"2023-13\"}",
    "{\"ok\":1}",
    "{\"ok\":\"1\"}",
    "{\"capital.plan.approved\":\"2023-02-28 00:00.0\"}",
    "{\"capital.plan.approved\":\"2023-02-28 09:30:00\"}",
    "{\"ok\":truth}",
    "{\"size\":\"L\"}",
    "{\"size\":\"n/a\"}",
    "{\"size\":\"\\u0053\"}",
    "{\"note\":\"n/a\"}",
    "{\"note\":7}",
    "{\"note\":\"a\tb\"}",
    "{\"note\":\"a\xE2\x80\xAE\"}",
    "{\"note\":\"\xFF\"}",
    "{\"kinds\":\"a\"}",
    "{\"kinds\":[\"a\"]}",
    "{\"rows\":[]}",
};

Test(batch_read_forms, whatever_is_not_ordinary_is_declined)
{
    struct quick *q = quick_new(false, NULL);
    for (size_t i = 0; i < sizeof declined / sizeof *declined; i++)
        cr_expect_not(quick_reads(q, text_of(declined[i])), "%s", declined[i]);
    quick_free(q);
}

static const char *const declined_rows[] = {
    "P1,1",
    "P1,1,S,x,y",
    "P1,1,S x,a",
    "P1,1 ,S,a",
    "P1, 1,S,a",
    "P1,1001,S,a",
    "P1,n/a,S,a",
    "P1,\"1,S,a",
    "P1,\"1\"x,S,a",
    "P1,1,\"S\"\"\",a",
    "P1,1,S,a\"b",
    "P1,1,S,\"a\nb\"",
    "P1,1,S,a\xFF",
    "P1,1,S,n/a",
    "P1,1,S,a\xE2\x80\xAE",
    "P1,-,S,a",
    "P1,1;000,S,a",
    "",
};

Test(batch_read_forms, whatever_is_no_ordinary_row_is_declined)
{
    struct quick *q = quick_new(false, "id,n,size,note");
    for (size_t i = 0; i < sizeof declined_rows / sizeof *declined_rows; i++)
        cr_expect_not(quick_reads(q, text_of(declined_rows[i])), "%s", declined_rows[i]);
    cr_expect(quick_reads(q, TEXT("P1,1,S,a b")));
    cr_expect(quick_reads(q, TEXT("\"P1\",\"1\",\"S\",\"a,b\"\r\n")));
    cr_expect(quick_reads(q, TEXT(",,,")));
    cr_expect(quick_reads(q, TEXT(" P1,\"\",,")));
    quick_free(q);
}

/* --- names of other systems ------------------------------------------------------------------ */

Test(batch_read_forms, names_and_units_of_columns_are_read)
{
    struct quick *q = quick_new(true, NULL);
    cr_expect(
        quick_reads(q, TEXT("{\"code\":\"A\",\"USED\":3884370000,\"n\":7,\"x\":{\"share\":5.5},"
                            "\"capital.plan.approved\":\"2566-04-30\"}")));
    cr_expect(eq(str, quick_slot(q, "capital.used"), "388437"));
    cr_expect(eq(str, quick_slot(q, "capital.plan.share"), "55"));
    cr_expect(eq(str, quick_slot(q, "capital.plan.approved"), "738640"));
    cr_expect(quick_reads(q, TEXT("{\"USED\":120000.00}")));
    cr_expect(eq(str, quick_slot(q, "capital.used"), "12"));
    cr_expect(eq(str, quick_slot(q, "n"), "-"));
    cr_expect_not(quick_reads(q, TEXT("{\"USED\":120001}")));
    cr_expect_not(quick_reads(q, TEXT("{\"USED\":10000,\"capital.used\":0.01}")));
    cr_expect(quick_reads(q, TEXT("{\"capital\":{\"used\":0.02}}")));
    cr_expect(eq(str, quick_slot(q, "capital.used"), "2"));
    quick_free(q);
}

Test(batch_read_forms, names_of_nobody_may_be_ignored)
{
    struct quick *q = quick_new(true, NULL);
    for (int i = 0; i < 2; i++) {
        cr_expect(quick_reads(q, TEXT("{\"region\":\"ก\",\"other\":-1.50,\"n\":1,\"more\":true,"
                                      "\"capital\":{\"of\":null,\"used\":1}}")));
        cr_expect(eq(str, quick_slot(q, "capital.used"), "100"));
        cr_expect_not(quick_reads(q, TEXT("{\"other\":1,\"n\":1,\"other\":1}")));
        cr_expect_not(quick_reads(q, TEXT("{\"other\":[1],\"n\":1}")));
        cr_expect_not(quick_reads(q, TEXT("{\"other\":\"a\xFF\",\"n\":1}")));
        cr_expect_not(quick_reads(q, TEXT("{\"oth\xFF\":1,\"n\":1}")));
        cr_expect_not(quick_reads(q, TEXT("{\"other\":1.,\"n\":1}")));
    }
    quick_free(q);
}

/* A stream that makes up names does not fill the memory. */
Test(batch_read_forms, names_are_not_learned_without_end)
{
    struct quick *q = quick_new(true, NULL);
    unsigned read = 0;
    for (unsigned i = 0; i < STRANGE_NAMES; i++)
        read += quick_reads(q, SAY(q->scratch, "{\"n\":1,\"x{}\":1}", text_number(q->scratch, i)));
    cr_expect(read > 1000 && read < STRANGE_NAMES, "%u", read);
    cr_expect(quick_reads(q, TEXT("{\"n\":1,\"x7\":1}")));
    quick_free(q);
}

Test(batch_read_forms, names_without_a_meaning_do_not_keep_others_out)
{
    struct quick *q = quick_new(false, NULL);
    for (unsigned i = 0; i < STRANGE_NAMES; i++)
        cr_expect_not(
            quick_reads(q, SAY(q->scratch, "{\"n\":1,\"x{}\":1}", text_number(q->scratch, i))));
    cr_expect(quick_reads(q, TEXT("{\"any\":1,\"capital\":{\"used\":1}}")));
    quick_free(q);
}

Test(batch_read_forms, columns_of_csv_have_their_names_and_units)
{
    struct quick *q = quick_new(true, "code;region;USED;n;capital.plan.approved");
    cr_expect(quick_reads(q, TEXT("A;\"what, ever\";3884370000;;2566-04-30")));
    cr_expect(eq(str, quick_slot(q, "capital.used"), "388437"));
    cr_expect(eq(str, quick_slot(q, "capital.plan.approved"), "738640"));
    cr_expect_not(quick_reads(q, TEXT("A;;1;1;")));
    quick_free(q);
}

Test(batch_read_forms, the_id_comes_before_the_office)
{
    struct quick *q = quick_new(false, NULL);
    cr_expect(quick_reads(q, TEXT("{\"office\":\"a\",\"id\":7,\"n\":1}")));
    cr_expect(quick_reads(q, TEXT("{\"id\":7,\"office\":\"a\",\"n\":1}")));
    cr_expect(quick_reads(q, TEXT("{\"id\":\"\",\"office\":\"a\",\"n\":1}")));
    cr_expect(quick_reads(q, TEXT("{\"office\":null,\"n\":1}")));
    quick_free(q);
}
