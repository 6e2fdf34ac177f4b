/* A quick reader beside the one that says what is wrong. */
#include "batch_read.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "ken_inside.h"

#define FACTS                                                                                      \
    "facts {\n"                                                                                    \
    "  capital {\n"                                                                                \
    "    used : number in million baht, 2 decimals, at least 0\n"                                  \
    "    plan { approved : date, optional   share : number in percent, 1 decimals, at least 0, "   \
    "at most 100 }\n"                                                                              \
    "  }\n"                                                                                        \
    "  n : integer, at least 0, at most 1000\n"                                                    \
    "  any : number\n"                                                                             \
    "  low : number, 3 decimals, at least -5.5\n"                                                  \
    "  size : one of (\"S\", \"M\", \"ก ข\")\n"                                                \
    "  ok : yes/no\n"                                                                              \
    "  since : month\n"                                                                            \
    "  note : text, optional\n"                                                                    \
    "  kinds : set of text, optional\n"                                                            \
    "  rows : table { name : text, key name }, optional\n"                                         \
    "}\n"
#define RULES                                                                                      \
    "criteria t \"t\"\nera BE\nscale 1 .. 5\nunits { baht }\n" FACTS                               \
    "indicator 1 { points 1   score min(5, 1 + n / 1000) }\n"

#define COLUMNS                                                                                    \
    "columns { id from \"code\"   capital.used from \"USED\" in baht\n"                            \
    "  capital.plan.share from \"x.share\"   era BE   ignore others }\n"

static const struct values {
    const char *path;
    bool quoted; /* in JSON */
    const char *plain[6], *odd[12];
} values[] = {
    {"capital.used",
     false,
     {"0", "3884.37", "12.5", "1234567.89", "123456789.01", "5.00"},
     {"-1", "-0", "3.141", "3.140", "1e3", "12345678901234567890", "007", "\"12.50\"",
      "\"3,884.37 million baht\"", "5.", ".5", "99999999999999.99"}},
    {"capital.plan.approved",
     true,
     {"2023-04-30", "2024-02-29", "1900-01-01", "2200-12-31", "2023-12-01 00:00:00",
      "2022-10-01T00:00"},
     {"2566-04-30", "2023-02-29", "2023-04-31", "1899-12-31", "2201-01-01", "30 Apr 2023",
      "2023-4-30", "2023-04", "2023-04-30 00:00:00.000", "", "2023-04-30 09:30", "2023-04-00"}},
    {"capital.plan.share",
     false,
     {"0", "100", "99.9", "47.5", "1", "50.0"},
     {"100.1", "-0.1", "47.55", "47.50", "\"47.5%\"", "\"0.475\"", "1E1", "--5", "1.5.5", "+5",
      "100.0000", "\"-\""}},
    {"n",
     false,
     {"0", "1000", "7", "12", "999", "500"},
     {"1001", "-1", "7.0", "7.5", "00", "true", "null7", "๗", "\"๗\"", "\"1,000\"", "-", "0x10"}},
    {"any",
     false,
     {"0", "-1.5", "123456.7891", "-99999999", "0.0001", "1000000000000"},
     {"0.00001", "123456789012345678", "-123456789012345678.5", "1.23456789", "0.1234567",
      "9223372036854775807", "99999999999999999", "\"abc\"", "[1]", "{}", "1e-400", "\"1 baht\""}},
    {"low",
     false,
     {"-5.5", "-5.499", "0", "1.001", "-1", "2.50"},
     {"-5.501", "-5.5010", "-5.50", "1.0001", "1.0010", "\"-5.5\"", "\" -5.5\"", "-", "- 5", "-.5",
      "5 ", "\"\""}},
    {"size",
     true,
     {"S", "M", "ก ข", "S", "M", "S"},
     {"L", " S", "s", "", "n/a", "N/A", "S\\u0020", "ก", "ก ข ", "\\\"", "\\u0053", "-"}},
    {"ok",
     false,
     {"true", "false", "\"T\"", "\"n\"", "\"yes\"", "\"ไม่ใช่\""},
     {"yes", "True", "1", "\"FALSE\"", "\"no \"", "tru", "\"ใช่\"", "falsee", "0", "\"n/a\"",
      "\"no\"", "\"\""}},
    {"since",
     true,
     {"2023-04", "2022-10", "1900-01", "2200-12", "2024-02", "2023-09"},
     {"2566-04", "2023-13", "2023-00", "2023-4", "2023-04-30", "Apr 2023", "1899-12", "2201-01", "",
      "-", "2023-04 ", "เม.ย. 2566"}},
    {"note",
     true,
     {"ก", "some words", "x", "7", "true", "2023-04-30"},
     {"", " ", " n/a ", "n/a", "a\\\"b", "a\\u200eb",
      "a\xE2\x80\x8E"
      "b",
      "“a”", "a\x7F", "a\xFF", "a\\nb", "ล้าน\t"}},
    {"kinds",
     true,
     {NULL},
     {"a", "a, b", "a|b", "", "n/a", "\\u0061", "-", "ก", ",", "|", " ", "b"}},
    {"rows", true, {NULL}, {"a", "", "n/a", "N/A", "-", "[]", "1", "ก", ",", "|", " ", "b"}},
};
enum { VALUES = sizeof values / sizeof *values, EDITS = 3 };

struct quick *quick_new(bool mapped, const char *head)
{
    struct arena *a = support_arena();
    struct quick *q = ARENA_NEW(a, struct quick);
    q->scratch = a;
    q->trial = trial_of(".", SAY(a, RULES "{}", mapped ? TEXT(COLUMNS) : TEXT("")),
                        (struct text){NULL, 0});
    cr_assert(q->trial->status == KEN_OK, "%s", text_c(a, trial_problems(q->trial)));
    a = q->trial->arena;
    const struct model *m = q->trial->ken->rules.model;
    q->batch = (struct batch){.model = m, .plan = plan_of(a, m), .columns = m->columns};
    if (head) {
        struct diags d = diags_in(a, sources_new(a));
        const struct source *s = source_add(d.sources, TEXT("head"), text_of(head));
        q->batch.from = BATCH_CSV;
        q->batch.head = csv_head_read(a, m, q->batch.columns, s, &d);
        cr_assert(q->batch.head, "%s", head);
    }
    q->reader = reader_new(a, &q->batch);
    return q;
}

void quick_free(struct quick *q)
{
    trial_free(q->trial);
    arena_free(q->scratch); /* `q` is in it */
}

static bool read_quickly(struct quick *q, struct text line, struct record *out)
{
    return (q->batch.head ? read_csv : read_ndjson)(q->reader, line, out);
}

/* --- both ways ------------------------------------------------------------------------------- */

static bool same_number(struct arena *a, const struct quick *q, const struct fact *f,
                        const struct slot *slot, struct number n)
{
    struct slot_form form = plan_slot(q->batch.plan, f);
    struct number said =
        number_multiply(a, number_of(slot->value), number_places(a, form.decimals));
    return number_equal(a, n, f->unit ? number_multiply(a, said, f->unit->scale) : said);
}

static bool same_value(struct arena *a, const struct quick *q, const struct fact *f,
                       const struct slot *slot, const struct value *v)
{
    switch (v->kind) {
    case VALUE_ABSENT:
        return !slot->given && v->absence != ABSENCE_NA;
    case VALUE_NUMBER:
        return slot->given && same_number(a, q, f, slot, v->number);
    case VALUE_TEXT:
        return slot->given && (!f->is_choice || text_equal(f->words.at[slot->value], v->text));
    case VALUE_DATE:
        return slot->given && slot->value == v->date.day;
    case VALUE_MONTH:
        return slot->given && slot->value == v->month.month;
    case VALUE_TRUTH:
        return slot->given && slot->value == v->truth;
    case VALUE_SET:
    case VALUE_TABLE:
        break;
    }
    return false;
}

static void expect_same(struct quick *q, struct text line, const struct record *quick)
{
    struct arena *a = q->scratch;
    struct diags d = diags_in(a, sources_new(a));
    struct facts *f = facts_new(a, q->batch.model, &d);
    const struct source *s = source_add(d.sources, TEXT("line"), line);
    struct text id = {0};
    if (q->batch.head)
        record_read_csv(f, s, q->batch.head, q->batch.columns, &id);
    else
        record_read_json(f, s, q->batch.columns, &id);
    facts_finish(f);
    const char *words = text_c(a, line);
    cr_assert(!d.errors, "%s is wrong, and was read", words);
    cr_assert(text_equal(id, quick->id), "another id: %s", words);
    for (size_t i = 0; i < q->batch.model->facts.n; i++)
        cr_assert(
            same_value(a, q, q->batch.model->facts.at[i], &quick->slot[i], &f->entry[i].value),
            "%s differs: %s", text_c(a, q->batch.model->facts.at[i]->path), words);
}

/* The bytes stand alone, so that whoever looks behind them is found out. */
bool quick_reads(struct quick *q, struct text line)
{
    struct arena_mark mark = arena_mark(q->scratch);
    struct text alone = {malloc(line.n ? line.n : 1), line.n};
    memcpy((char *)(uintptr_t)alone.at, line.at, line.n);
    bool reads = read_quickly(q, alone, &q->last);
    if (reads)
        expect_same(q, alone, &q->last);
    q->last.id = (struct text){NULL, 0};
    free((char *)(uintptr_t)alone.at);
    arena_return(q->scratch, mark);
    return reads;
}

char *quick_slot(struct quick *q, const char *path)
{
    const struct fact *f = model_fact(q->batch.model, text_of(path));
    const struct slot *slot = &q->last.slot[f->index];
    return text_c(q->scratch, slot->given ? text_number(q->scratch, slot->value) : TEXT("-"));
}

/* --- lines ----------------------------------------------------------------------------------- */

struct text quick_value(struct quick *q, const char *path, bool json, bool odd)
{
    for (size_t i = 0; i < VALUES; i++) {
        if (strcmp(values[i].path, path) != 0)
            continue;
        const struct values *v = &values[i];
        if (!odd && !v->plain[0])
            return json ? TEXT("null") : TEXT("");
        struct text t = text_of(odd ? v->odd[random_below(12)] : v->plain[random_below(6)]);
        if (json)
            return v->quoted ? SAY(q->scratch, "\"{}\"", t) : t;
        return text_equal(t, TEXT("true"))    ? TEXT("yes")
               : text_equal(t, TEXT("false")) ? TEXT("no")
                                              : t;
    }
    cr_assert(false, "no values of %s", path);
    return TEXT("");
}

struct text quick_mutant(struct quick *q, struct text line)
{
    static const char bytes[] = "{}[]\",:.-+0129eEnN/a \t\\\x7F\xFF\xE0\xB8\x81tfu|;\r\n";
    struct buffer b = buffer_in(q->scratch);
    buffer_add(&b, line);
    for (unsigned i = random_below(EDITS) + 1; i && b.n; i--) {
        size_t at = random_below((unsigned)b.n), n = random_below(12) + 1;
        n = at + n > b.n ? b.n - at : n;
        struct text before = text_copy(q->scratch, (struct text){b.at, b.n});
        unsigned what = random_below(4);
        if (what == 0) {
            b.at[at] = bytes[random_below(sizeof bytes - 1)];
            continue;
        }
        b = buffer_in(q->scratch);
        buffer_add(&b, (struct text){before.at, what == 1 ? at + n : at});
        if (what == 3)
            buffer_add_byte(&b, bytes[random_below(sizeof bytes - 1)]);
        buffer_add(&b, text_after(before, what == 2 ? at + n : at));
    }
    return (struct text){b.at, b.n};
}
