/* Fact files, JSON and CSV bound to a small model made by hand. */
#pragma GCC diagnostic ignored "-Wconversion"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "facts/facts.h"

/* --- a host and a model -------------------------------------------------------------------- */

static struct arena *a;
static struct sources *sources;
static struct diags diags;
static struct model *m;
static struct facts *f;
static struct source *rules, *last;
static const char *csv_content;

static struct fact *declare(const char *path, enum type_kind kind)
{
    struct fact *fact = ARENA_NEW(a, struct fact);
    *fact = (struct fact){.path = text_of(path), .type = {.kind = kind}, .decimals = -1, .key = -1};
    fact->at = source_span(rules, 0, 5);
    fact->index = m->facts.n;
    map_put(&m->fact_by_path, fact->path, fact->index);
    LIST_ADD(a, &m->facts, fact);
    return fact;
}

static struct fact *column(struct fact *table, const char *name, enum type_kind kind)
{
    struct fact *fact = ARENA_NEW(a, struct fact);
    *fact = (struct fact){
        .path = text_of(name), .type = {.kind = kind}, .decimals = -1, .key = -1, .table = table};
    fact->at = source_span(rules, 6, 9);
    fact->used = true; /* so that its values are kept */
    fact->index = fact->cell = table->columns.n;
    table->cells++;
    LIST_ADD(a, &table->columns, fact);
    return fact;
}

static void at_least_0(struct fact *fact)
{
    fact->has_least = true;
    fact->least = number_of(0);
    fact->least_words = TEXT("0");
}

static void in_million_baht(struct fact *fact)
{
    fact->unit = model_unit(m, a, TEXT("million baht"));
    fact->type.dimension = fact->unit->dimension;
    fact->decimals = 2;
    at_least_0(fact);
}

static void one_of(struct fact *fact, const char *first, const char *second)
{
    LIST_ADD(a, &fact->words, text_of(first));
    LIST_ADD(a, &fact->words, text_of(second));
}

static struct criterion *criterion(const char *path)
{
    struct criterion *c = ARENA_NEW(a, struct criterion);
    *c = (struct criterion){.id = text_of(path), .path = text_of(path), .index = m->criteria.n};
    map_put(&m->criterion_by_path, c->path, c->index);
    LIST_ADD(a, &m->criteria, c);
    return c;
}

static void declare_tables(void)
{
    struct fact *publicity = declare("publicity", TYPE_TABLE);
    column(publicity, "subject", TYPE_TEXT);
    column(publicity, "published", TYPE_DATE);
    struct fact *channels = column(publicity, "channels", TYPE_SET);
    one_of(channels, "website", "line");
    channels->optional = true;
    struct fact *reconciliation = declare("reconciliation", TYPE_TABLE);
    column(reconciliation, "month", TYPE_MONTH);
    reconciliation->key = 0;
    struct fact *reconciled = column(reconciliation, "reconciled", TYPE_NUMBER);
    struct fact *outstanding = column(reconciliation, "outstanding", TYPE_NUMBER);
    reconciled->whole = outstanding->whole = true;
    at_least_0(reconciled);
    at_least_0(outstanding);
}

static void declare_facts(void)
{
    declare("report.sent", TYPE_DATE);
    in_million_baht(declare("capital.allocated", TYPE_NUMBER));
    in_million_baht(declare("capital.used", TYPE_NUMBER));
    struct fact *own = declare("own_capital.allocated", TYPE_NUMBER);
    in_million_baht(own);
    own->may_be_na = true;
    declare_tables();
    declare("courses", TYPE_SET);
    declare("plan.reviewed", TYPE_DATE)->optional = true;
    declare("innovation.outputs", TYPE_YES_NO);
    struct fact *size = declare("size", TYPE_TEXT);
    size->is_choice = true;
    one_of(size, "small", "medium");
    struct fact *share = declare("share", TYPE_NUMBER);
    share->unit = model_unit(m, a, TEXT("percent"));
    declare("remark", TYPE_TEXT);
    declare("people", TYPE_NUMBER)->whole = true;
    declare("ratio", TYPE_NUMBER);
    declare("since", TYPE_MONTH);
}

static void begin(void)
{
    a = support_arena();
    sources = sources_new(a);
    diags = diags_in(a, sources);
    rules = source_add(sources, TEXT("rules.ken"), TEXT("facts and columns"));
    m = ARENA_NEW(a, struct model);
    *m = (struct model){.arena = a, .sources = sources, .id = TEXT("cgd-2566"), .era = ERA_BE};
    m->fact_by_path = map_in(a);
    m->criterion_by_path = map_in(a);
    m->units = map_in(a);
    map_put(&m->units, TEXT("baht"), 0);
    map_put(&m->units, TEXT("person"), 1);
    LIST_ADD(a, &m->unit_names, TEXT("baht"));
    LIST_ADD(a, &m->unit_names, TEXT("person"));
    declare_facts();
    criterion("total");
    criterion("effectiveness");
    criterion("1.1");
    criterion("1.1/use");
    struct let *let = ARENA_NEW(a, struct let);
    let->name = TEXT("sum_of_percents");
    struct criterion *reconciled = criterion("4.1");
    LIST_ADD(a, &reconciled->lets, let);
    f = facts_new(a, m, &diags);
}

static void finish(void)
{
    arena_free(a);
}

TestSuite(facts, .init = begin, .fini = finish);

/* --- reading and asking ------------------------------------------------------------------- */

static const struct source *open_csv(void *user, const struct source *from,
                                     const struct named_file *file, struct diags *d)
{
    (void)user, (void)from;
    return csv_content ? facts_source(d, file->path, text_of(csv_content), file) : NULL;
}

static const struct facts_host host = {open_csv, NULL};

static void read_as(enum facts_format format, const char *content)
{
    last = source_add(sources, TEXT("loei.facts"), text_of(content));
    facts_read(f, last, format, &host);
}

static void read_native(const char *content)
{
    read_as(FACTS_NATIVE, content);
}

static void read_json(const char *content)
{
    read_as(FACTS_JSON, content);
}

static void read_csv(const char *content)
{
    csv_content = content;
    read_native(
        "publicity from \"publicity.csv\" era CE { published = date_iso  subject = title_th }\n");
}

static const struct fact_entry *entry(const char *path)
{
    return &f->entry[model_fact(m, text_of(path))->index];
}

static const struct table *table(const char *path)
{
    cr_assert(eq(int, entry(path)->value.kind, VALUE_TABLE));
    return entry(path)->value.table;
}

static const struct table_cell *cell(const char *path, size_t row, size_t column_index)
{
    const struct table *t = table(path);
    cr_assert(row < t->rows && column_index < t->columns);
    return &t->at[row * t->columns + column_index];
}

static char *words(struct text t)
{
    return text_c(a, t);
}

static char *exact(struct value v)
{
    cr_assert(eq(int, v.kind, VALUE_NUMBER));
    return words(number_exact_words(a, v.number));
}

static char *day(struct value v)
{
    cr_assert(eq(int, v.kind, VALUE_DATE));
    return words(date_words(a, v.date, ERA_CE));
}

/* Code, message and marked text of every diagnostic, one a line. */
static char *said(void)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < diags.all.n; i++) {
        const struct diag *g = diags.all.at[i];
        buffer_add(&b, SAY(a, "{} {} [{}]\n", text_of(diag_about(g->code)->code), g->message,
                           source_text(sources, g->main.at)));
    }
    return words(buffer_text(&b));
}

static char *help(void)
{
    cr_assert(eq(sz, diags.all.n, 1));
    return words(diags.all.at[0]->help);
}

static char *fix(void)
{
    cr_assert(eq(sz, diags.all.n, 1));
    return words(diags.all.at[0]->fix);
}

static char *second_place(void)
{
    cr_assert(diags.all.n > 0 && diags.all.at[0]->more.n > 0);
    return words(source_text(sources, diags.all.at[0]->more.at[0].at));
}

static void expect_clean(void)
{
    cr_assert(eq(str, said(), ""));
}

/* --- the native format -------------------------------------------------------------------- */

Test(facts, reads_the_sample_of_the_brief)
{
    csv_content = "title_th,date_iso,extra\nข่าว,2023-01-05,x\n";
    read_native(
        "facts for cgd-2566            # the rules\n"
        "office \"สำนักงานคลังจังหวัดเลย\"\n"
        "era BE\n"
        "as of 2566-10-17\n\n"
        "report.sent  2566-10-17   evidence \"ลย 0003/730\"\n"
        "capital {\n"
        "  allocated  3,884.37 million baht       evidence \"GFMIS\"\n"
        "  used       ๓,๘๖๖.๔๓ million baht\n"
        "}\n"
        "own_capital.allocated  n/a because \"ไม่ได้รับจัดสรรงบประมาณ\"\n"
        "publicity from \"publicity.csv\" era CE { published = date_iso   subject = title_th }\n"
        "reconciliation {\n"
        "  month    reconciled  outstanding\n"
        "  2565-10  1,157       0\n"
        "  2565-11  1,486       -\n"
        "}\n"
        "courses \"course-1\", course-2\n"
        "claim 1.1/use measure 82.63%\n"
        "claim group effectiveness weighted 0.8472\n"
        "claim 4.1 sum_of_percents 1,500%\n"
        "reason 1.1 \"ช้า\"\n");
    facts_finish(f);
    expect_clean();
    cr_expect(eq(str, words(f->office), "สำนักงานคลังจังหวัดเลย"));
    cr_expect(eq(str, day(entry("report.sent")->value), "2023-10-17"));
    cr_expect(eq(str, words(entry("report.sent")->evidence), "ลย 0003/730"));
    cr_expect(eq(str, exact(entry("capital.allocated")->value), "3884370000"));
    cr_expect(eq(str, exact(entry("capital.used")->value), "3866430000"));
    cr_expect(eq(int, entry("own_capital.allocated")->value.absence, ABSENCE_NA));
    cr_expect(eq(sz, table("publicity")->rows, 1));
    cr_expect(eq(str, exact(cell("reconciliation", 1, 2)->value), "0"));
    cr_expect(eq(sz, entry("courses")->value.set->n, 2));
    cr_expect(eq(sz, f->claims.n, 3));
    cr_expect(eq(sz, f->reason_texts.n, 1));
}

Test(facts, keeps_the_words_and_the_place_of_a_value)
{
    read_native("capital.used  3,866.43 million baht evidence \"GFMIS\"\n");
    cr_expect(eq(str, words(entry("capital.used")->shown), "3,866.43 million baht"));
    cr_expect(
        eq(str, words(source_text(sources, entry("capital.used")->at)), "3,866.43 million baht"));
}

Test(facts, reads_a_file_without_a_last_line_end)
{
    read_native("capital { used 5 }");
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "5000000"));
}

Test(facts, reads_line_ends_of_windows)
{
    read_native("capital {\r\n  used 5\r\n}\r\nremark a b\r\n");
    expect_clean();
    cr_expect(eq(str, words(entry("remark")->value.text), "a b"));
}

Test(facts, reads_bare_numbers_in_the_declared_unit)
{
    read_native("capital.used 5.25\nshare 82.63\n");
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "5250000"));
    cr_expect(eq(str, exact(entry("share")->value), "8263/10000"));
}

Test(facts, reads_a_percent_of_a_pure_number)
{
    read_native("ratio 82.63%\n");
    cr_expect(eq(str, exact(entry("ratio")->value), "8263/10000"));
}

Test(facts, converts_between_scales_of_one_unit)
{
    read_native("capital.used 5,250,000 baht\n");
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "5250000"));
}

Test(facts, measures_grain_in_the_unit_of_the_fact)
{
    read_native("capital.used 5,250,001 baht\n");
    cr_expect(eq(str, said(),
                 "K0608 `5,250,001 baht` has more than the 2 decimals of `capital.used` [5,250,001 "
                 "baht]\n"));
}

Test(facts, does_not_mind_zeros_behind_the_last_decimal)
{
    read_native("capital.used 5.2500\n");
    expect_clean();
}

Test(facts, names_both_units_when_they_differ)
{
    read_native("capital.used 5 person\n");
    cr_expect(eq(str, said(),
                 "K0607 `5 person` is in person, and `capital.used` is a number in million baht [5 "
                 "person]\n"));
}

Test(facts, suggests_a_unit)
{
    read_native("capital.used 5 million bath\n");
    cr_expect(
        eq(str, said(), "K0606 `million bath` is not a unit of these rules [million bath]\n"));
    cr_expect(eq(str, help(), "did you mean `baht`?"));
}

Test(facts, refuses_commas_that_do_not_group)
{
    read_native("capital.used 12,34\ncapital.allocated 1234,567\n");
    cr_expect(eq(str, said(),
                 "K0605 the commas in `12,34` do not separate thousands [12,34]\n"
                 "K0605 the commas in `1234,567` do not separate thousands [1234,567]\n"));
}

Test(facts, refuses_what_only_begins_like_a_number)
{
    read_native("ratio 1.2.3\npeople 5-6\ncapital.used 1e5\n");
    cr_expect(eq(str, said(),
                 "K0604 `1.2.3` is not a number [1.2.3]\n"
                 "K0604 `5-6` is not a whole number [5-6]\n"
                 "K0606 `e5` is not a unit of these rules [e5]\n"));
}

Test(facts, checks_range_and_wholeness)
{
    read_native("capital.used -1\npeople 2.5\n");
    cr_expect(eq(str, said(),
                 "K0609 `-1` is below 0, the least that `capital.used` can be [-1]\n"
                 "K0611 `2.5` is not whole, and `people` is an integer [2.5]\n"));
}

Test(facts, refuses_a_number_that_is_too_long)
{
    char *text = words(SAY(a, "ratio {}\n", TEXT("")));
    struct buffer b = buffer_in(a);
    buffer_add(&b, text_of(text));
    b.n--;
    buffer_add_times(&b, TEXT("9"), 1201);
    read_native(words(buffer_text(&b)));
    cr_expect(eq(sz, diags.errors, 1));
    cr_expect(eq(int, diags.all.at[0]->code, K0637));
}

Test(facts, a_lone_dash_is_zero_for_numbers_only)
{
    read_native("capital.used -\nreport.sent -\n");
    cr_expect(eq(str, exact(entry("capital.used")->value), "0"));
    cr_expect(eq(str, said(), "K0604 `-` is not a date [-]\n"));
}

Test(facts, reads_dates_with_month_names)
{
    read_native("report.sent ๓๐ เม.ย. ๖๖\nplan.reviewed 30 เมษายน 2566\nsince Oct-65\n");
    expect_clean();
    cr_expect(eq(str, day(entry("report.sent")->value), "2023-04-30"));
    cr_expect(eq(str, day(entry("plan.reviewed")->value), "2023-04-30"));
    cr_expect(eq(str, words(month_words(a, entry("since")->value.month, ERA_BE)), "2565-10"));
}

Test(facts, offers_the_year_of_the_other_era)
{
    read_native("era BE\nreport.sent 2023-04-30\n");
    cr_expect(eq(str, said(),
                 "K0614 `2023-04-30` does not have a year of the Buddhist era [2023-04-30]\n"));
    cr_expect(eq(str, fix(), "2566-04-30"));
    cr_expect(eq(str, second_place(), "BE"));
}

Test(facts, says_that_a_day_does_not_exist)
{
    read_native("report.sent 2566-02-30\n");
    cr_expect(
        eq(str, said(), "K0613 there is no such day or month as `2566-02-30` [2566-02-30]\n"));
}

Test(facts, refuses_an_era_behind_dates_read_without_it)
{
    read_native("report.sent 2566-04-30\nera CE\n");
    cr_expect(eq(str, said(), "K0625 the era stands after dates that were read without it [CE]\n"));
}

Test(facts, suggests_a_fact)
{
    read_native("capital.usd 5\n");
    cr_expect(eq(str, said(), "K0602 the rules have no fact `capital.usd` [capital.usd]\n"));
    cr_expect(eq(str, fix(), "capital.used"));
}

Test(facts, suggests_only_the_end_of_a_path_inside_a_block)
{
    read_native("capital {\n  usd 5\n}\n");
    cr_expect(eq(str, said(), "K0602 the rules have no fact `capital.usd` [usd]\n"));
    cr_expect(eq(str, fix(), "used"));
}

Test(facts, reports_an_unknown_block_once)
{
    read_native("captial {\n  used 5\n  deep { deeper 1 }\n}\ncapital.used 1\n");
    cr_expect(eq(str, said(), "K0602 the rules have no fact `captial` [captial]\n"));
    cr_expect(eq(str, exact(entry("capital.used")->value), "1000000"));
}

Test(facts, shows_both_places_of_a_fact_stated_twice)
{
    read_native("capital.used 5\ncapital {\n  used 6\n}\n");
    cr_expect(eq(str, said(), "K0603 `capital.used` is stated twice [6]\n"));
    cr_expect(eq(str, second_place(), "5"));
}

Test(facts, checks_the_words_of_a_choice)
{
    read_native("size smal\n");
    cr_expect(eq(str, said(), "K0612 `smal` is not among the words of `size` [smal]\n"));
    cr_expect(eq(str, fix(), "small"));
}

Test(facts, reads_a_choice_with_and_without_quotes)
{
    read_native("size \"small\"\ninnovation.outputs ใช่\n");
    expect_clean();
    cr_expect(eq(str, words(entry("size")->value.text), "small"));
    cr_expect(entry("innovation.outputs")->value.truth);
}

Test(facts, refuses_other_words_for_yes)
{
    read_native("innovation.outputs true\n");
    cr_expect(eq(str, said(), "K0604 `true` is not yes or no [true]\n"));
}

Test(facts, reads_texts_with_escapes)
{
    read_native("remark \"a \\\"b\\\" # c\\n\"  # comment\n");
    expect_clean();
    cr_expect(eq(str, words(entry("remark")->value.text), "a \"b\" # c\n"));
}

Test(facts, refuses_a_text_that_is_quoted_in_part)
{
    read_native("remark a \"b\" c\n");
    cr_expect(eq(str, said(), "K0604 `a \"b\" c` is not a text [a \"b\" c]\n"));
}

Test(facts, tells_an_empty_table_from_a_missing_one)
{
    read_native("publicity { }\n");
    facts_finish(f);
    expect_clean();
    cr_expect(eq(sz, table("publicity")->rows, 0));
    cr_expect(eq(int, entry("reconciliation")->value.absence, ABSENCE_MISSING));
}

Test(facts, says_what_a_table_lacks)
{
    read_native("reconciliation {\n  month reconciled\n 2565-10 5\n}\n");
    cr_expect(eq(str, said(),
                 "K0618 `reconciliation` has no column for `outstanding` [month reconciled]\n"));
}

Test(facts, suggests_a_column)
{
    read_native("reconciliation {\n  month reconciled outstandin\n}\n");
    cr_expect(eq(sz, diags.errors, 1));
    cr_expect(eq(str, words(diags.all.at[0]->fix), "outstanding"));
}

Test(facts, shows_a_ragged_row_and_its_columns)
{
    read_native("reconciliation {\n  month reconciled outstanding\n 2565-10 5\n}\n");
    cr_expect(
        eq(str, said(), "K0620 this row has 2 cells, and the table has 3 columns [2565-10 5]\n"));
    cr_expect(eq(str, second_place(), "month reconciled outstanding"));
}

Test(facts, shows_both_rows_of_one_key)
{
    read_native("reconciliation {\n month reconciled outstanding\n 2565-10 5 0\n ต.ค.-65 6 0\n}\n");
    cr_expect(eq(str, said(), "K0621 two rows have the month `ต.ค.-65` [ต.ค.-65]\n"));
    cr_expect(eq(str, second_place(), "2565-10"));
}

Test(facts, lets_columns_have_any_name)
{
    struct fact *t = declare("trips", TYPE_TABLE);
    column(t, "from", TYPE_TEXT);
    column(t, "evidence", TYPE_TEXT);
    f = facts_new(a, m, &diags);
    read_native("trips {\n from evidence\n era because\n}\n");
    expect_clean();
    cr_expect(eq(str, words(cell("trips", 0, 1)->value.text), "because"));
}

Test(facts, refuses_na_that_the_rules_do_not_foresee)
{
    read_native("capital.used n/a because \"x\"\n");
    cr_expect(eq(str, said(),
                 "K0615 `capital.used` is n/a, and the rules do not say what follows [n/a]\n"));
}

Test(facts, refuses_na_in_a_table)
{
    read_native("reconciliation {\n month reconciled outstanding\n 2565-10 n/a 0\n}\n");
    cr_expect(eq(str, said(), "K0616 a cell of a table cannot be n/a [n/a]\n"));
}

Test(facts, a_name_alone_is_without_a_value)
{
    read_native("plan.reviewed\nreport.sent\n");
    facts_finish(f);
    expect_clean();
    cr_expect(entry("report.sent")->stated);
    cr_expect(eq(int, entry("report.sent")->value.absence, ABSENCE_MISSING));
    cr_expect(eq(int, entry("plan.reviewed")->value.absence, ABSENCE_NONE));
    cr_expect(eq(int, entry("capital.used")->value.absence, ABSENCE_MISSING));
}

Test(facts, names_both_criteria_when_the_facts_are_for_others)
{
    read_native("facts for cgd-2567\n");
    cr_expect(
        eq(str, said(),
           "K0601 these facts are for `cgd-2567`, and the rules are `cgd-2566` [cgd-2567]\n"));
}

Test(facts, warns_of_a_date_after_the_day_described)
{
    read_native("as of 2566-10-01\nreport.sent 2566-10-02\n");
    facts_finish(f);
    cr_expect(eq(sz, diags.warnings, 1));
    cr_expect(eq(sz, diags.errors, 0));
}

Test(facts, goes_on_behind_a_line_that_is_wrong)
{
    read_native("capital = 5\n} \nreport.sent 2566-10-02\nremark x { y\nz }\nsize small\n");
    cr_expect(eq(sz, diags.errors, 3));
    cr_expect(eq(str, day(entry("report.sent")->value), "2023-10-02"));
    cr_expect(eq(str, words(entry("size")->value.text), "small"));
}

Test(facts, names_the_block_that_is_not_closed)
{
    read_native("capital {\n used 5\n");
    cr_expect(eq(sz, diags.errors, 1));
    cr_expect(eq(str, second_place(), "capital"));
}

Test(facts, refuses_blocks_nested_too_deep)
{
    struct buffer b = buffer_in(a);
    buffer_add_times(&b, TEXT("capital {\n"), 100000);
    read_native(words(buffer_text(&b)));
    cr_expect(ge(sz, diags.errors, 1));
}

Test(facts, names_characters_from_word_processors)
{
    read_native("capital.used\xC2\xA0"
                "5\n");
    cr_expect(eq(int, diags.all.at[0]->code, K0111));
    cr_expect(eq(str, words(diags.all.at[0]->fix), " "));
}

Test(facts, stops_after_a_thousand_errors)
{
    struct buffer b = buffer_in(a);
    buffer_add_times(&b, TEXT("nonsense 1\n"), 100000);
    read_native(words(buffer_text(&b)));
    cr_expect(eq(sz, diags.errors, ERRORS_READ));
}

/* --- claims and reasons ------------------------------------------------------------------- */

Test(facts, keeps_how_a_claim_is_written)
{
    read_native("claim ๑.๑ measure 82.63%\n");
    expect_clean();
    cr_expect(eq(str, words(f->claims.at[0].target), "1.1"));
    cr_expect(eq(uint, f->claims.at[0].decimals, 2));
    cr_expect(eq(str, exact(value_number(f->claims.at[0].value)), "8263/10000"));
    cr_expect(eq(str, exact(value_number(f->claims.at[0].unit)), "1/100"));
}

Test(facts, checks_what_is_claimed)
{
    read_native("claim 1.2 score 4\nclaim 1.1 scor 4\nclaim 1.1 score\nclaim 1.1 score x\nclaim "
                "total score 3\n"
                "claim total score 4\n");
    cr_expect(eq(str, said(),
                 "K0627 the rules have no criterion `1.2` [1.2]\n"
                 "K0628 `1.1` has no figure `scor` [scor]\n"
                 "K0629 a claim needs a criterion, a figure and a value [1.1 score]\n"
                 "K0604 `x` is not a number [x]\n"
                 "K0630 `score` of `total` is claimed twice [total score 4]\n"));
}

Test(facts, refuses_a_second_reason)
{
    read_native("reason 1.1 \"a\"\nreason 1.1 \"b\"\n");
    cr_expect(eq(str, said(), "K0631 there are two reasons for `1.1` [1.1]\n"));
}

/* --- one fact from outside ---------------------------------------------------------------- */

Test(facts, a_set_fact_replaces_what_a_file_says)
{
    read_native("capital.used 5\n");
    facts_set(f, source_add(sources, TEXT("--set"), TEXT("capital.used = 7")));
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "7000000"));
}

Test(facts, a_set_fact_needs_a_sign)
{
    facts_set(f, source_add(sources, TEXT("--set"), TEXT("capital.used")));
    cr_expect(eq(str, said(), "K0201 a fact is set; expected `path=value` [capital.used]\n"));
}

/* --- CSV ---------------------------------------------------------------------------------- */

Test(facts, csv_maps_columns_and_ignores_others)
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

Test(facts, csv_keeps_texts_as_slices)
{
    read_csv("title_th\tdate_iso\n\"abc\"\t2023-05-01\n");
    expect_clean();
    const char *content = sources_at(sources, sources_count(sources) - 1)->content.at;
    cr_expect(cell("publicity", 0, 0)->value.text.at == content + strlen("title_th\tdate_iso\n\""));
}

Test(facts, csv_empty_cells_are_missing)
{
    read_csv("title_th,date_iso\nx,\n");
    expect_clean();
    struct value v = cell("publicity", 0, 1)->value;
    cr_expect(eq(int, v.absence, ABSENCE_MISSING));
    cr_expect(eq(int, v.cause->kind, CAUSE_CELL));
    cr_expect(eq(sz, v.cause->row, 1));
}

Test(facts, csv_shows_a_ragged_row)
{
    read_csv("title_th,date_iso\nx,2023-05-01,more\n");
    cr_expect(eq(str, said(),
                 "K0620 this row has 3 cells, and the table has 2 columns [x,2023-05-01,more]\n"));
}

Test(facts, csv_needs_its_columns)
{
    read_csv("title,date_iso\nx,2023-05-01\n");
    cr_expect(eq(str, said(),
                 "K0617 `publicity.csv` has no column `title_th` [title_th]\n"
                 "K0618 `publicity` has no column for `subject` [title,date_iso]\n"));
}

Test(facts, csv_refuses_a_column_that_stands_twice)
{
    read_csv("title_th,date_iso,title_th\nx,2023-05-01,y\n");
    cr_expect(eq(str, said(), "K0619 column `title_th` stands here twice [title_th]\n"));
}

Test(facts, csv_refuses_what_quotes_do_not_say_clearly)
{
    read_csv("title_th,date_iso\n\"x\"y,2023-05-01\n");
    cr_expect(eq(int, diags.all.at[0]->code, K0632));
}

Test(facts, csv_names_an_open_quote)
{
    read_csv("title_th,date_iso\n\"x,2023-05-01\n");
    cr_expect(eq(str, said(),
                 "K0632 the quotes of this cell do not match: the one that opens here is not "
                 "closed [\"]\n"));
}

Test(facts, csv_says_when_it_is_empty)
{
    read_csv("");
    cr_expect(
        eq(str, said(), "K0633 `publicity.csv` has no line with the names of its columns []\n"));
}

Test(facts, csv_refuses_other_encodings)
{
    read_csv("title_th,date_iso\n\xFF\xA2,2023-05-01\n");
    cr_expect(eq(int, diags.all.at[0]->code, K0101));
}

Test(facts, csv_names_the_encoding_that_it_needs_declared)
{
    read_csv("title_th,date_iso\n\xA1\xA2,2023-05-01\n");
    cr_expect(eq(str, said(),
                 "K0642 `publicity.csv` is not UTF-8 and looks like cp874 [\"publicity.csv\"]\n"));
    cr_expect(eq(str, fix(), " encoding cp874"));
}

Test(facts, csv_says_the_era)
{
    read_csv("title_th,date_iso\nx,2566-05-01\n");
    cr_expect(eq(str, fix(), "2023-05-01"));
}

/* --- JSON --------------------------------------------------------------------------------- */

Test(facts, json_states_the_same)
{
    read_json(
        "{\"ken\": {\"for\": \"cgd-2566\", \"as_of\": \"2566-10-17\", \"era\": \"BE\","
        " \"claims\": [{\"of\": \"1.1\", \"aspect\": \"score\", \"value\": 4.95}], \"reasons\": "
        "{\"1.1\": \"ช้า\"}},\n"
        " \"report\": {\"sent\": {\"value\": \"2566-10-17\", \"evidence\": \"ลย 1\"}},\n"
        " \"capital.used\": 3866.43, \"capital\": {\"allocated\": \"3,884.37 million baht\"},\n"
        " \"own_capital\": {\"allocated\": {\"na\": \"none\"}},\n"
        " \"innovation\": {\"outputs\": true}, \"courses\": [\"a\", \"b\"], \"size\": \"small\",\n"
        " \"reconciliation\": [{\"month\": \"2565-10\", \"reconciled\": 1157, \"outstanding\": 0},"
        " {\"month\": \"2565-11\", \"reconciled\": null}]}");
    facts_finish(f);
    expect_clean();
    cr_expect(eq(str, exact(entry("capital.used")->value), "3866430000"));
    cr_expect(eq(str, words(entry("capital.used")->shown), "3866.43"));
    cr_expect(eq(str, words(entry("report.sent")->evidence), "ลย 1"));
    cr_expect(eq(int, entry("own_capital.allocated")->value.absence, ABSENCE_NA));
    cr_expect(eq(sz, table("reconciliation")->rows, 2));
    cr_expect(eq(str, words(source_text(sources, cell("reconciliation", 0, 1)->at)), "1157"));
    cr_expect(eq(int, cell("reconciliation", 1, 2)->value.absence, ABSENCE_MISSING));
    cr_expect(eq(sz, f->claims.n, 1));
    cr_expect(eq(sz, f->reason_texts.n, 1));
}

Test(facts, json_finds_the_era_wherever_it_stands)
{
    read_json("{\"report.sent\": \"2566-10-17\", \"ken\": {\"era\": \"BE\"}}");
    expect_clean();
}

Test(facts, json_dates_are_of_the_common_era)
{
    read_json("{\"report.sent\": \"2566-10-17\"}");
    cr_expect(eq(str, fix(), "2023-10-17"));
}

Test(facts, json_reads_exponents_exactly)
{
    read_json("{\"ratio\": -1.25e-3, \"share\": 1e2, \"people\": 12E+1}");
    expect_clean();
    cr_expect(eq(str, exact(entry("ratio")->value), "-1/800"));
    cr_expect(eq(str, exact(entry("share")->value), "1"));
    cr_expect(eq(str, exact(entry("people")->value), "120"));
}

Test(facts, json_refuses_huge_exponents)
{
    read_json("{\"ratio\": 1e999999999}");
    cr_expect(eq(int, diags.all.at[0]->code, K0637));
}

Test(facts, json_refuses_a_key_that_stands_twice)
{
    read_json("{\"capital\": {\"used\": 1}, \"capital\": {\"used\": 2}}");
    cr_expect(eq(str, said(), "K0635 `capital` stands twice in one object [capital]\n"));
}

Test(facts, json_refuses_a_column_that_stands_twice)
{
    read_json("{\"reconciliation\": [{\"month\": \"2022-10\", \"month\": \"2022-11\"}]}");
    cr_expect(eq(str, said(), "K0635 `month` stands twice in one object [month]\n"));
}

Test(facts, json_names_broken_text)
{
    read_json("{\"ratio\": 01}");
    cr_expect(eq(sz, diags.errors, 1));
    cr_expect(eq(int, diags.all.at[0]->code, K0634));
}

Test(facts, json_refuses_text_behind_its_end)
{
    read_json("{\"ratio\": 1} x");
    cr_expect(eq(sz, diags.errors, 1));
    cr_expect(eq(str, words(source_text(sources, diags.all.at[0]->main.at)), "x"));
}

Test(facts, json_refuses_depth)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("{\"nothing\":"));
    buffer_add_times(&b, TEXT("["), 100000);
    read_json(words(buffer_text(&b)));
    cr_expect(eq(int, diags.all.at[diags.all.n - 1]->code, K0205));
}

Test(facts, json_refuses_half_a_surrogate_pair)
{
    read_json("{\"remark\": \"a\\ud800b\"}");
    cr_expect(
        eq(str, said(),
           "K0634 this is not JSON: half of a surrogate pair stands for no character [\\ud800]\n"));
}

Test(facts, json_says_what_a_value_should_be)
{
    read_json("{\"capital\": 5, \"publicity\": 1, \"ratio\": [1], \"size\": 5, \"courses\": [5], "
              "\"innovation\": {\"outputs\": \"true\"}}");
    cr_expect(eq(sz, diags.errors, 6));
}

Test(facts, json_must_be_an_object)
{
    read_json("[1]");
    cr_expect(eq(str, said(), "K0634 this is not JSON: facts are one object, `{ ... }` [[]\n"));
}
