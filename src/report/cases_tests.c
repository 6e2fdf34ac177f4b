/* Boundary cases as a file of tests. */
#include "facts/written.h"
#include "report/cases.h"
#include "testing/block.h"

struct naming {
    struct arena *a;
    struct map names; /* of tests: each stands once */
};

/* "2.1: step 3 not done", and with a number behind it where that is told already. */
static struct text name_of(struct naming *n, const struct boundary *b)
{
    struct text first = SAY(n->a, "{}: {}", b->of->path, b->says), name = first;
    for (long long i = 2; map_find(&n->names, name, NULL); i++)
        name = SAY(n->a, "{} ({})", first, text_number(n->a, i));
    map_put(&n->names, name, 0);
    return name;
}

static void write_test(struct buffer *out, struct arena *scratch, const struct cases_report *c,
                       const struct boundary *b, struct text name)
{
    struct arena_mark mark = arena_mark(scratch);
    const struct facts *f = boundary_facts(scratch, c->base, b);
    struct ready_expectation expected = {.of = b->of, .because = b->because};
    struct ready_test test = {.name = name, .outcome = eval_model(scratch, c->model, f)};
    if (c->facts.n) {
        test.facts_file = c->facts;
        test.base = c->base;
    }
    LIST_ADD(scratch, &test.expects, expected);
    if (test.outcome->troubles.n)
        buffer_add(out, SAY(out->arena, "# {}: the evaluation stops there\n", name));
    else
        test_block(out, scratch, &test);
    arena_return(scratch, mark);
}

void report_cases_tests(struct buffer *out, struct arena *scratch, const struct cases_report *c)
{
    struct arena *a = out->arena;
    struct naming names = {a, map_in(a)};
    if (c->rules.n)
        buffer_add(out, SAY(a, "tests {}\n", written_quoted(a, c->rules)));
    for (size_t i = 0; i < c->boundaries->all.n; i++) {
        const struct boundary *b = &c->boundaries->all.at[i];
        buffer_add_byte(out, '\n');
        if (b->why_not.n)
            buffer_add(out,
                       SAY(a, "# {}: {}: {}\n", b->of->path, text_folded(a, b->says), b->why_not));
        else
            write_test(out, scratch, c, b, name_of(&names, b));
    }
}
