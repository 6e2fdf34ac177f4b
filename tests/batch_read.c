/* The quick readers: what they read is right, and means what the long way says; ordinary lines are
 * read quickly; nobody looks behind the end of a line. */
#include "batch_read.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

enum { ORDINARY = 3000, ODD = 30000, SHUFFLED_IN = 8, STATED_IN = 10, ODD_IN = 16 };

static const char *const paths[] = {"capital.used",
                                    "capital.plan.approved",
                                    "capital.plan.share",
                                    "n",
                                    "any",
                                    "low",
                                    "size",
                                    "ok",
                                    "since",
                                    "note",
                                    "kinds",
                                    "rows"};
enum { PATHS = sizeof paths / sizeof *paths, GROUPED = 3 };

/* --- records at random ----------------------------------------------------------------------- */

struct writing {
    struct quick *q;
    struct buffer out;
    bool odd;   /* values may be */
    bool loose; /* blanks stand between signs, as some programs write them */
    bool some;
};

static struct writing writing_of(struct quick *q, bool odd)
{
    return (struct writing){
        .q = q, .out = buffer_in(q->scratch), .odd = odd, .loose = random_below(2)};
}

static void put_key(struct writing *w, const char *key)
{
    if (w->some)
        buffer_add(&w->out, w->loose ? TEXT(", ") : TEXT(","));
    w->some = true;
    buffer_add(&w->out, SAY(w->q->scratch, w->loose ? "\"{}\": " : "\"{}\":", text_of(key)));
}

static void put_fact(struct writing *w, const char *key, const char *path)
{
    if (!random_below(STATED_IN))
        return;
    put_key(w, key);
    bool odd = w->odd && !random_below(ODD_IN);
    buffer_add(&w->out,
               random_below(STATED_IN) ? quick_value(w->q, path, true, odd) : TEXT("null"));
}

static void open_group(struct writing *w, const char *key)
{
    put_key(w, key);
    buffer_add_byte(&w->out, '{');
    w->some = false;
}

static void close_group(struct writing *w)
{
    buffer_add_byte(&w->out, '}');
    w->some = true;
}

/* The facts of a group under their paths, or in objects. */
static void put_group(struct writing *w, unsigned style)
{
    if (style == 0) {
        for (size_t i = 0; i < GROUPED; i++)
            put_fact(w, paths[i], paths[i]);
        return;
    }
    open_group(w, "capital");
    put_fact(w, "used", paths[0]);
    if (style == 1) {
        put_key(w, "plan.share");
        buffer_add(&w->out, quick_value(w->q, paths[2], true, false));
    }
    if (style > 1) {
        open_group(w, "plan");
        put_key(w, "approved");
        buffer_add(&w->out, quick_value(w->q, paths[1], true, false));
        put_fact(w, style == 2 ? "share" : "approved", paths[style == 2 ? 2 : 1]);
        close_group(w);
    }
    close_group(w);
}

static struct text record(struct quick *q, unsigned style, bool odd)
{
    struct writing w = writing_of(q, odd);
    buffer_add_byte(&w.out, '{');
    put_key(&w, "id");
    buffer_add(&w.out, random_below(2) ? TEXT("\"P0000001\"") : TEXT("17"));
    size_t from = random_below(SHUFFLED_IN) ? GROUPED : GROUPED + random_below(PATHS - GROUPED);
    if (random_below(2))
        put_group(&w, style);
    for (size_t i = 0; i < PATHS - GROUPED; i++) {
        size_t at = GROUPED + (from - GROUPED + i) % (PATHS - GROUPED);
        put_fact(&w, paths[at], paths[at]);
    }
    buffer_add(&w.out, w.loose ? TEXT("} \r") : TEXT("}"));
    return (struct text){w.out.at, w.out.n};
}

static struct text row(struct quick *q, bool odd)
{
    struct buffer b = buffer_in(q->scratch);
    buffer_add(&b, random_below(2) ? TEXT("P0000001") : TEXT("\"หน่วย 7\""));
    bool all_quoted = !random_below(SHUFFLED_IN);
    for (size_t i = 0; i < PATHS - 1; i++) { /* a table is no cell */
        bool stated = random_below(STATED_IN), is_odd = odd && !random_below(ODD_IN);
        struct text cell = stated ? quick_value(q, paths[i], false, is_odd) : TEXT("");
        bool quoted = all_quoted && !(cell.n && cell.at[0] == '"');
        buffer_add(&b, SAY(q->scratch, quoted ? ";\"{}\"" : ";{}", cell));
    }
    buffer_add(&b, random_below(2) ? TEXT("\r") : TEXT(""));
    return (struct text){b.at, b.n};
}

#define HEAD                                                                                       \
    "id;capital.used;capital.plan.approved;capital.plan.share;n;any;low;size;ok;since;note;kinds"

Test(batch_read, ordinary_records_are_read)
{
    random_seed(1);
    struct quick *q = quick_new(false, NULL);
    for (unsigned i = 0; i < ORDINARY; i++) {
        struct text line = record(q, i % 3, false);
        cr_assert(quick_reads(q, line), "declined: %s", text_c(q->scratch, line));
    }
    quick_free(q);
}

Test(batch_read, ordinary_rows_are_read)
{
    random_seed(2);
    struct quick *q = quick_new(false, HEAD);
    for (unsigned i = 0; i < ORDINARY; i++) {
        struct text line = row(q, false);
        cr_assert(quick_reads(q, line), "declined: %s", text_c(q->scratch, line));
    }
    quick_free(q);
}

/* How many of so many odd lines are read: those must be right (quick_reads). */
static unsigned odd_lines_read(struct quick *q, struct text (*line_of)(struct quick *, unsigned))
{
    unsigned n = 0;
    for (unsigned i = 0; i < ODD; i++) {
        struct arena_mark mark = arena_mark(q->scratch);
        struct text line = line_of(q, i);
        n += quick_reads(q, i % 2 ? quick_mutant(q, line) : line);
        arena_return(q->scratch, mark);
    }
    return n;
}

static struct text odd_record(struct quick *q, unsigned i)
{
    return record(q, i % 4, true);
}

static struct text odd_row(struct quick *q, unsigned i)
{
    return row(q, i % 4 != 0);
}

Test(batch_read, what_is_read_of_odd_records_is_right)
{
    random_seed(3);
    struct quick *q = quick_new(false, NULL);
    unsigned n = odd_lines_read(q, odd_record);
    cr_expect(n > ODD / 10 && n < ODD, "%u of %u", n, ODD);
    quick_free(q);
}

/* Most of their days are of the other era. */
Test(batch_read, what_is_read_of_odd_records_of_another_system_is_right)
{
    random_seed(5);
    struct quick *q = quick_new(true, NULL);
    cr_expect(odd_lines_read(q, odd_record) > 0);
    quick_free(q);
}

Test(batch_read, what_is_read_of_odd_rows_is_right)
{
    random_seed(4);
    struct quick *q = quick_new(false, HEAD);
    unsigned n = odd_lines_read(q, odd_row);
    cr_expect(n > ODD / 10 && n < ODD, "%u of %u", n, ODD);
    quick_free(q);
}

/* --- ends ------------------------------------------------------------------------------------ */

/* Under AddressSanitizer a look behind the last byte fails. */
Test(batch_read, a_record_cut_anywhere_is_declined)
{
    struct quick *q = quick_new(false, NULL);
    struct text line =
        TEXT("{\"id\":\"P1\",\"capital\":{\"used\":3884.37,\"plan\":{\"approved\":\"2023-04-30\","
             "\"share\":47.5}},\"n\":12,\"any\":-1.5,\"size\":\"ก ข\",\"ok\":true,\"since\":"
             "\"2023-04\",\"note\":null,\"kinds\":null}");
    for (int warm = 0; warm < 2; warm++) {
        for (size_t n = 0; n < line.n; n++)
            cr_expect_not(quick_reads(q, (struct text){line.at, n}), "%zu bytes", n);
        cr_expect(quick_reads(q, line));
    }
    quick_free(q);
}

Test(batch_read, a_row_cut_anywhere_means_what_is_left)
{
    struct quick *q = quick_new(false, "id,n,capital.used,capital.plan.approved,size,ok");
    struct text line = TEXT("P1,12,3884.37,2023-04-30,\"ก ข\",yes");
    for (size_t n = 0; n <= line.n; n++)
        quick_reads(q, (struct text){line.at, n});
    cr_expect(eq(str, quick_slot(q, "capital.used"), "388437"));
    quick_free(q);
}
