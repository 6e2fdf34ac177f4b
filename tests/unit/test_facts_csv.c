/* Tables in CSV. */
#include "test_facts.h"

TestSuite(facts_csv, .init = begin, .fini = finish);

Test(facts_csv, maps_columns_and_ignores_others)
{
    read_csv("\xEF\xBB\xBFid;title_th;date_iso;channels\r\n1;\"a;\"\"b\"\"\r\nc\";2023-05-01;"
             "website|line\r\n2;x;2023-05-02;\r\n\r\n");
    facts_finish(f);
    expect_clean();
    cr_expect(eq(sz, table("publicity")->rows, 2));
    cr_expect(eq(str, words(cell("publicity", 0, 0)->value.text), "a;\"b\"\r\nc"));
    cr_expect(eq(sz, cell("publicity", 0, 2)->value.set->n, 2));
    cr_expect(eq(int, cell("publicity", 1, 2)->value.absence, ABSENCE_NONE));
    cr_expect(eq(str, words(source_text(sources, cell("publicity", 1, 0)->at)), "x"));
}

Test(facts_csv, keeps_texts_as_slices)
{
    read_csv("title_th\tdate_iso\n\"abc\"\t2023-05-01\n");
    expect_clean();
    const char *content = sources_at(sources, sources_count(sources) - 1)->content.at;
    cr_expect(cell("publicity", 0, 0)->value.text.at == content + strlen("title_th\tdate_iso\n\""));
}

Test(facts_csv, empty_cells_are_missing)
{
    read_csv("title_th,date_iso\nx,\n");
    expect_clean();
    struct value v = cell("publicity", 0, 1)->value;
    cr_expect(eq(int, v.absence, ABSENCE_MISSING));
    cr_expect(eq(int, v.cause->kind, CAUSE_CELL));
    cr_expect(eq(sz, v.cause->row, 1));
}

Test(facts_csv, shows_a_ragged_row)
{
    read_csv("title_th,date_iso\nx,2023-05-01,more\n");
    cr_expect(eq(str, said(),
                 "K0620 this row has 3 cells, and the table has 2 columns [x,2023-05-01,more]\n"));
}

Test(facts_csv, needs_its_columns)
{
    read_csv("title,date_iso\nx,2023-05-01\n");
    cr_expect(eq(str, said(),
                 "K0617 `publicity.csv` has no column `title_th` [title_th]\n"
                 "K0618 `publicity` has no column for `subject` [title,date_iso]\n"));
}

Test(facts_csv, refuses_a_column_that_stands_twice)
{
    read_csv("title_th,date_iso,title_th\nx,2023-05-01,y\n");
    cr_expect(eq(str, said(), "K0619 column `title_th` stands here twice [title_th]\n"));
}

Test(facts_csv, refuses_what_quotes_do_not_say_clearly)
{
    read_csv("title_th,date_iso\n\"x\"y,2023-05-01\n");
    cr_expect(eq(int, diags.all.at[0]->code, K0632));
}

Test(facts_csv, names_an_open_quote)
{
    read_csv("title_th,date_iso\n\"x,2023-05-01\n");
    cr_expect(eq(str, said(),
                 "K0632 the quotes of this cell do not match: the one that opens here is not "
                 "closed [\"]\n"));
}

Test(facts_csv, says_when_it_is_empty)
{
    read_csv("");
    cr_expect(
        eq(str, said(), "K0633 `publicity.csv` has no line with the names of its columns []\n"));
}

Test(facts_csv, refuses_other_encodings)
{
    read_csv("title_th,date_iso\n\xFF\xA2,2023-05-01\n");
    cr_expect(eq(int, diags.all.at[0]->code, K0101));
}

Test(facts_csv, names_the_encoding_that_it_needs_declared)
{
    read_csv("title_th,date_iso\n\xA1\xA2,2023-05-01\n");
    cr_expect(eq(str, said(),
                 "K0642 `publicity.csv` is not UTF-8 and looks like cp874 [\"publicity.csv\"]\n"));
    cr_expect(eq(str, fix(), " encoding cp874"));
}

Test(facts_csv, says_the_era)
{
    read_csv("title_th,date_iso\nx,2566-05-01\n");
    cr_expect(eq(str, fix(), "2023-05-01"));
}
