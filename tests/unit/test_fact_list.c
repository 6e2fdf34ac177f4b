/* The list of facts: what is wanted, and who reads it. */
#include "test_report.h"

#include "report/fact_list.h"

TestSuite(fact_list, .init = begin, .fini = finish);

static struct model *model(const char *rules)
{
    struct source *r = source_add(sources, TEXT("trial.ken"), text_of(rules));
    struct tree *t = parse_tokens(a, lex_source(a, r, &diags), &diags);
    struct model *m = check_trees(a, &t, 1, sources, &diags);
    cr_assert(m != NULL, "the rules are right");
    return m;
}

/* Who reads the fact or column of that name. */
static char *readers(const struct fact_list *l, const char *name)
{
    for (size_t i = 0; i < l->lines.n; i++)
        if (text_equal(l->lines.at[i].fact->path, text_of(name)))
            return text_c(a, fact_readers(a, &l->lines.at[i]));
    return NULL;
}

static char *read_by(const char *rules, const char *name)
{
    return readers(fact_list_of(a, model(rules)), name);
}

static char *words(const char *type)
{
    const char *rules = text_c(a, SAY(a,
                                      "criteria t \"t\" era CE scale 1 .. 5 units { baht }\n"
                                      "facts { x : {} }\nindicator 1 { score 5 }\n",
                                      text_of(type)));
    return text_c(a, fact_words(a, model(rules)->facts.at[0]));
}

Test(fact_list, says_types_in_words)
{
    cr_expect(eq(str, words("number in million baht, 2 decimals, at least 0"),
                 "number in million baht, 2 decimals, at least 0"));
    cr_expect(eq(str, words("integer, at most 10, fixed"), "whole number, at most 10, fixed"));
    cr_expect(eq(str, words("date, optional"), "date, optional"));
    cr_expect(eq(str, words("set of (\"a\", \"b\")"), "set of \"a\", \"b\""));
    cr_expect(eq(str, words("one of (\"a\", \"b\")"), "one of \"a\", \"b\""));
}

Test(fact_list, names_criteria_and_penalties_that_read_a_fact)
{
    const char *rules = HEAD LATE OWN "bonus long { 1 per day after y until x }\n"
                                      "indicator 1 { points 1 part p { measure a / b "
                                      "levels 1, 2, 3, 4, 5 } part q { measure b "
                                      "levels 1, 2, 3, 4, 5 } score mean of parts }\n";
    struct fact_list *l = fact_list_of(a, model(rules));
    cr_expect(eq(str, readers(l, "a"), "1/p"));
    cr_expect(eq(str, readers(l, "b"), "1/p, 1/q"));
    cr_expect(eq(str, readers(l, "own"), "10"));
    cr_expect(eq(str, readers(l, "sent"), "penalty late"));
    cr_expect(eq(str, readers(l, "x"), "bonus long"));
}

Test(fact_list, looks_through_lets)
{
    const char *rules = HEAD "let one = a\nlet two = one + b\n"
                             "indicator 1 { points 1 measure two levels 1, 2, 3, 4, 5 }\n";
    cr_expect(eq(str, read_by(rules, "a"), "1"));
}

Test(fact_list, counts_a_let_that_a_criterion_only_shows)
{
    const char *rules = HEAD "indicator 1 { points 1 let seen = own "
                             "measure a levels 1, 2, 3, 4, 5 }\n";
    cr_expect(eq(str, read_by(rules, "own"), "1"));
}

Test(fact_list, tells_columns_apart)
{
    const char *rules = "criteria t \"t\" era CE scale 1 .. 5\n"
                        "facts { t : table { id : text, key id  n : number } }\n"
                        "indicator 1 { measure sum of n over t levels 1, 2, 3, 4, 5 }\n";
    struct fact_list *l = fact_list_of(a, model(rules));
    cr_expect(eq(str, readers(l, "t"), "1"));
    cr_expect(eq(str, readers(l, "n"), "1"));
    cr_expect(eq(str, readers(l, "id"), ""));
}

/* 40 lets, each naming the one before twice: a walk without memory would take 2^40 steps. */
Test(fact_list, is_as_long_as_the_rules)
{
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT(HEAD "let l0 = a\n"));
    for (long long i = 1; i <= 40; i++)
        buffer_add(&b, SAY(a, "let l{} = l{} + l{}\n", text_number(a, i), text_number(a, i - 1),
                           text_number(a, i - 1)));
    buffer_add(&b, TEXT("indicator 1 { measure l40 levels 1, 2, 3, 4, 5 }\n"));
    cr_expect(eq(str, read_by(text_c(a, buffer_text(&b)), "a"), "1"));
}

Test(fact_list, is_a_table_with_columns_below_their_table)
{
    const char *rules =
        "criteria t \"Trial\" era CE scale 1 .. 5\nfacts {\n"
        "  t \"Things\" : table { id : text, key id  w : set of (\"a\", \"b\", \"c\") }\n"
        "  n \"Number\" : number, at least 0\n}\n"
        "indicator 1 { measure n / (count of t) levels 1, 2, 3, 4, 5 }\n";
    struct document d = document_in(a);
    report_facts(&d, fact_list_of(a, model(rules)));
    struct buffer out = buffer_in(a);
    render_text(&out, &d, (struct text_style){0});
    cr_expect(eq(str, text_c(a, buffer_text(&out)),
                 "Trial\n"
                 "path  title   type                used by\n"
                 "t     Things  table               1\n"
                 "  id          text, key\n"
                 "  w           set of \"a\", ...\n"
                 "n     Number  number, at least 0  1\n"));
}
