/* The records of a stream: CSV and JSON, with the names of another system. */
#include "test_facts.h"

#include "facts/record.h"

static struct columns *names;
static struct text id;

static void call(const char *name, const char *path, const char *unit)
{
    const struct fact *fact = path ? model_fact(m, text_of(path)) : NULL;
    struct column_name n = {.name = text_of(name), .fact = fact};
    n.unit = unit ? model_unit(m, a, text_of(unit)) : NULL;
    map_put(&names->by_name, n.name, names->names.n);
    LIST_ADD(a, &names->names, n);
}

static void begin_records(void)
{
    begin();
    names = ARENA_NEW(a, struct columns);
    *names = (struct columns){.by_name = map_in(a), .groups = map_in(a)};
}

TestSuite(records, .init = begin_records, .fini = finish);

static const struct csv_head *head(const char *content)
{
    const struct source *s = source_add(sources, TEXT("year.csv"), text_of(content));
    return csv_head_read(a, m, names, s, &diags);
}

static void read_line(const struct csv_head *h, const char *content)
{
    struct source *s = source_add(sources, TEXT("year.csv"), text_of(content));
    s->lines_before = 6;
    record_read_csv(f, s, h, names, &id);
}

static void read_object(const char *content)
{
    struct source *s = source_add(sources, TEXT("year.ndjson"), text_of(content));
    s->lines_before = 41;
    record_read_json(f, s, names, &id);
}

static char *where(void)
{
    cr_assert(diags.all.n > 0);
    return words(source_place_words(a, sources, diags.all.at[0]->main.at));
}

/* --- the same in every form ---------------------------------------------------------------- */

static void expect_values(void)
{
    expect_clean();
    cr_expect(eq(str, words(id), "P-1"));
    cr_expect(eq(str, words(f->office), "P-1"));
    cr_expect(eq(str, exact(entry("capital.used")->value), "3866430000"));
    cr_expect(eq(str, day(entry("report.sent")->value), "2023-10-17"));
    cr_expect(entry("innovation.outputs")->value.truth);
    cr_expect(eq(int, entry("courses")->value.kind, VALUE_SET));
    cr_expect(eq(int, entry("own_capital.allocated")->value.absence, ABSENCE_NA));
    cr_expect(eq(int, entry("plan.reviewed")->value.kind, VALUE_ABSENT));
}

Test(records, are_nested)
{
    read_object("{\"id\": \"P-1\", \"capital\": {\"used\": 3866.43}, \"report\": {\"sent\": "
                "\"2023-10-17\"}, \"innovation\": {\"outputs\": true}, \"courses\": [\"a\", \"b\"],"
                " \"own_capital\": {\"allocated\": \"n/a\"}, \"plan\": null}");
    expect_values();
}

Test(records, are_flat)
{
    read_object("{\"office\": \"P-1\", \"capital.used\": 3866.43, \"report.sent\": \"2023-10-17\","
                " \"innovation.outputs\": \"yes\", \"courses\": \"a, b\","
                " \"own_capital.allocated\": {\"na\": \"none\"}, \"plan.reviewed\": null}");
    expect_values();
}

Test(records, are_in_csv)
{
    const struct csv_head *h = head("id;capital.used;report.sent;innovation.outputs;courses;"
                                    "own_capital.allocated;plan.reviewed\r\n");
    expect_clean();
    read_line(h, "P-1;3,866.43;2023-10-17;ใช่;\"a|b\";n/a;\r\n");
    expect_values();
}

Test(records, have_names_units_and_an_era_of_their_own)
{
    names->id = TEXT("OFFICE");
    names->has_era = true;
    names->era = ERA_BE;
    call("USED", "capital.used", "baht");
    call("SENT", "report.sent", NULL);
    call("REGION", NULL, NULL);
    const struct csv_head *h = head("REGION,USED,SENT,OFFICE,innovation.outputs,courses,"
                                    "own_capital.allocated");
    expect_clean();
    read_line(h, "north,\"3,866,430,000.00\",2566-10-17,P-1,yes,a|b,N/A");
    expect_values();
}

Test(records, have_these_names_in_json_too)
{
    names->id = TEXT("OFFICE");
    names->has_era = true;
    names->era = ERA_BE;
    call("USED", "capital.used", "baht");
    call("dates.sent", "report.sent", NULL);
    map_put(&names->groups, TEXT("dates"), 0);
    call("REGION", NULL, NULL);
    read_object("{\"REGION\": {\"no\": 7}, \"USED\": {\"value\": 3866430000}, \"dates\": "
                "{\"sent\": \"2566-10-17\"}, \"OFFICE\": \"P-1\", \"innovation\": {\"outputs\": "
                "true}, \"courses\": [\"a\"], \"own_capital.allocated\": \"N/A\"}");
    expect_values();
}

Test(records, state_numbers_in_another_unit_also_with_one)
{
    call("USED", "capital.used", "baht");
    read_object("{\"USED\": \"2 million baht\"}");
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "2000000"));
}

Test(records, keep_the_grain_of_the_fact)
{
    call("USED", "capital.used", "baht");
    read_object("{\"USED\": 1}");
    cr_expect(eq(str, said(), "K0608 `1` has more than the 2 decimals of `capital.used` [1]\n"));
    cr_expect(eq(str, where(), "year.ndjson:42:10"));
}

/* --- heads --------------------------------------------------------------------------------- */

Test(records, of_nobodys_names_are_refused_at_the_head)
{
    call("SENT", "report.sent", NULL);
    cr_expect(head("SENTT,capital.used") == NULL);
    cr_expect(eq(str, said(),
                 "K1105 the column `SENTT` is nobody's: no fact and no name in "
                 "`columns` is called so [SENTT]\n"));
    cr_expect(eq(str, help(), "did you mean `SENT`?"));
}

Test(records, leave_out_others_when_told)
{
    names->ignore_others = true;
    const struct csv_head *h = head("\"a \"\"b\"\"\",capital.used,");
    expect_clean();
    read_line(h, "x,1,y");
    read_object("{\"a\": {\"b\": [1]}, \"capital\": {\"x\": 5, \"allocated\": 2}, \"c\": 0, "
                "\"reconciliation\": [{\"month\": \"2022-10\", \"by\": 7}]}");
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "1000000"));
    cr_expect(eq(str, exact(entry("capital.allocated")->value), "2000000"));
    cr_expect(eq(sz, table("reconciliation")->rows, 1));
}

Test(records, take_no_fact_from_two_columns)
{
    call("USED", "capital.used", NULL);
    cr_expect(head("USED,capital.used") == NULL);
    cr_expect(eq(str, said(), "K1107 `capital.used` stands in two columns [capital.used]\n"));
    cr_expect(eq(str, second_place(), "USED"));
}

Test(records, have_each_column_once)
{
    cr_expect(head("size,ratio,size") == NULL);
    cr_expect(eq(str, said(), "K0619 column `size` stands here twice [size]\n"));
}

Test(records, in_csv_have_no_tables)
{
    cr_expect(head("publicity") == NULL);
    cr_expect(eq(str, said(),
                 "K1106 `publicity` is a table, which does not fit into one column "
                 "[publicity]\n"));
}

Test(records, are_of_the_id_rather_than_the_office)
{
    const struct csv_head *h = head("office,id,size");
    read_line(h, "Loei,P-1,small");
    cr_expect(eq(str, words(id), "P-1"));
    read_object("{\"id\": 7, \"office\": \"Loei\"}");
    cr_expect(eq(str, words(id), "7"));
    read_object("{\"office\": \"Loei\", \"id\": 7}");
    cr_expect(eq(str, words(id), "7"));
    expect_clean();
}

Test(records, have_a_head)
{
    cr_expect(head("\n") == NULL);
    cr_expect(eq(str, said(), "K0633 `year.csv` has no line with the names of its columns []\n"));
}

Test(records, have_so_many_columns_and_no_more)
{
    struct buffer b = buffer_in(a);
    buffer_add_times(&b, TEXT(";"), RECORD_COLUMNS - 1);
    cr_expect(head(words(buffer_text(&b))) != NULL);
    buffer_add(&b, TEXT(";"));
    cr_expect(head(words(buffer_text(&b))) == NULL);
    cr_expect(eq(str, said(), "K0637 this has more than 100000 columns []\n"));
}

/* --- mistakes in records ------------------------------------------------------------------- */

Test(records, say_line_and_column_of_the_stream)
{
    const struct csv_head *h = head("id,remark,capital.used,size");
    read_line(h, "P-1,ลย,3.866,smal\n");
    cr_expect(eq(str, said(),
                 "K0608 `3.866` has more than the 2 decimals of `capital.used` [3.866]"
                 "\nK0612 `smal` is not among the words of `size` [smal]\n"));
    cr_expect(eq(str, where(), "year.csv:7:8"));
}

Test(records, have_a_cell_for_each_column)
{
    const struct csv_head *h = head("id,size,ratio");
    read_line(h, "P-1,small");
    cr_expect(
        eq(str, said(), "K0620 this row has 2 cells, and the table has 3 columns [P-1,small]\n"));
}

Test(records, are_one_a_line)
{
    const struct csv_head *h = head("id,size");
    read_line(h, "P-1,small\rP-2,medium");
    cr_expect(eq(str, said(), "K1108 a second record begins in the same line [P]\n"));
}

Test(records, state_a_fact_once_whatever_it_is_called)
{
    call("SIZE", "size", NULL);
    read_object("{\"SIZE\": \"small\", \"size\": \"medium\"}");
    cr_expect(eq(str, said(), "K0603 `size` is stated twice [medium]\n"));
    cr_expect(eq(str, second_place(), "small"));
}

Test(records, are_of_one_office)
{
    read_object("{\"id\": true, \"office\": {\"name\": 1}}");
    cr_expect(eq(str, said(),
                 "K0623 `id` is a text, and this is another value [true]\n"
                 "K0623 `office` is a text, and this is an object [{]\n"));
}

Test(records, call_nothing_that_is_not_there)
{
    read_object("{\"sise\": 1}");
    cr_expect(eq(str, said(), "K0602 the rules have no fact `sise` [sise]\n"));
    cr_expect(eq(str, where(), "year.ndjson:42:3"));
}

Test(records, keep_bad_characters_out)
{
    const struct csv_head *h = head("id,size");
    read_line(h, "P-1,\xC3\x28");
    cr_expect(eq(str, said(), "K0101 this is not UTF-8 text: byte 195 cannot stand here [\xC3]\n"));
}
