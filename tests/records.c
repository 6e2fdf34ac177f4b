/* The same facts in every form of a record: nested, flat, in the names of another system, and in
 * CSV, are the same facts, and the same mistakes. */
#include "support.h"

#include <criterion/criterion.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "facts/record.h"
#include "facts/written.h"
#include "ken_inside.h"
#include "random_rules.h"

enum { ROUNDS = 12, FEWEST = 150 };

/* --- random values -------------------------------------------------------------------------- */

/* What stands in a record for one fact. */
struct stated {
    const struct fact *fact;
    struct text words; /* empty: nothing */
    struct text
        in_thousand; /* a number in thousands of what the fact is in millions of; or empty */
};

static struct text digits(struct arena *a, unsigned n, int least)
{
    char words[40];
    snprintf(words, sizeof words, "%0*u", least, n);
    return text_copy(a, text_of(words));
}

static struct stated some_number(struct arena *a, const struct fact *f)
{
    struct stated s = {.fact = f};
    unsigned whole = random_below(random_below(2) ? 120 : 90000), cents = random_below(100);
    bool fine = !f->whole && f->decimals && random_below(2);
    s.words = digits(a, whole, 1);
    if (fine)
        s.words = SAY(a, "{}.{}", s.words, digits(a, cents, 2));
    if (f->unit && text_starts(f->unit->words, TEXT("million ")))
        s.in_thousand = SAY(a, "{}{}0", digits(a, whole, 1), digits(a, fine ? cents : 0, 2));
    return s;
}

static struct text some_words(struct arena *a, const struct fact *f)
{
    static const char *const truths[] = {"yes", "no", "ใช่", "ไม่ใช่", "maybe"};
    static const char *const texts[] = {"a b", "\"", "ลย, เลย", "x;y", "n/a"};
    switch (f->type.kind) {
    case TYPE_DATE:
        return SAY(a, "2023-{}-{}", digits(a, 1 + random_below(12), 2),
                   digits(a, 1 + random_below(30), 2));
    case TYPE_MONTH:
        return SAY(a, "2023-{}", digits(a, 1 + random_below(13), 2));
    case TYPE_YES_NO:
        return random_word(truths, 5);
    default:
        return f->words.n && random_below(8) ? f->words.at[random_below((unsigned)f->words.n)]
                                             : random_word(texts, 5);
    }
}

static struct stated something(struct arena *a, const struct fact *f)
{
    unsigned dice = random_below(20);
    if (dice == 0)
        return (struct stated){.fact = f};
    if (dice == 1)
        return (struct stated){.fact = f, .words = TEXT("n/a")};
    if (f->type.kind == TYPE_NUMBER && dice > 2)
        return some_number(a, f);
    return (struct stated){.fact = f, .words = some_words(a, f)};
}

/* --- forms ---------------------------------------------------------------------------------- */

struct forms {
    struct trial *t;
    struct arena *a;
    LIST_OF(struct stated) all;
};

static struct text quoted(struct arena *a, struct text t)
{
    struct buffer b = buffer_in(a);
    buffer_add_byte(&b, '"');
    for (size_t i = 0; i < t.n; i++) {
        if (t.at[i] == '"')
            buffer_add_byte(&b, '\\');
        buffer_add_byte(&b, t.at[i]);
    }
    buffer_add_byte(&b, '"');
    return buffer_text(&b);
}

static struct text json_value(struct arena *a, struct text words)
{
    if (!words.n)
        return TEXT("null");
    bool number = words.n < 15 && strspn(text_c(a, words), "0123456789.") == words.n;
    return number && random_below(2) ? words : quoted(a, words);
}

static struct text name_of(const struct forms *f, size_t i, bool mapped)
{
    return mapped ? SAY(f->a, "COL_{}", text_number(f->a, (long long)i)) : f->all.at[i].fact->path;
}

static struct text value_of(const struct stated *s, bool mapped)
{
    return mapped && s->in_thousand.n ? s->in_thousand : s->words;
}

static struct text flat(const struct forms *f, bool mapped)
{
    struct buffer b = buffer_in(f->a);
    buffer_add(&b, TEXT("{\"id\":\"P-1\""));
    for (size_t i = 0; i < f->all.n; i++)
        buffer_add(&b, SAY(f->a, ",\"{}\":{}", name_of(f, i, mapped),
                           json_value(f->a, value_of(&f->all.at[i], mapped))));
    buffer_add_byte(&b, '}');
    return buffer_text(&b);
}

/* One object for each fact and each group around it would state a group twice: so only the first
 * name of a path is a group, and facts of it stand together. */
static struct text nested(const struct forms *f)
{
    struct arena *a = f->a;
    struct buffer b = buffer_in(a);
    bool *done = ARENA_ARRAY(a, bool, f->all.n);
    buffer_add(&b, TEXT("{ \"id\" : \"P-1\""));
    for (size_t i = 0; i < f->all.n; i++) {
        struct text path = f->all.at[i].fact->path;
        const char *dot = memchr(path.at, '.', path.n);
        struct text group = {path.at, dot ? (size_t)(dot - path.at) + 1 : 0};
        if (done[i])
            continue;
        buffer_add(&b, group.n ? SAY(a, ", \"{}\": {", (struct text){group.at, group.n - 1})
                               : TEXT(""));
        bool first = true;
        for (size_t j = i; j < f->all.n; j++) {
            struct text other = f->all.at[j].fact->path;
            if (done[j] || (j != i && (!group.n || !text_starts(other, group))))
                continue;
            done[j] = true;
            buffer_add(&b, SAY(a, "{}\"{}\": {}", first && group.n ? TEXT("") : TEXT(", "),
                               text_after(other, group.n), json_value(a, f->all.at[j].words)));
            first = false;
        }
        buffer_add(&b, group.n ? TEXT("}") : TEXT(""));
    }
    buffer_add(&b, TEXT(" }"));
    return buffer_text(&b);
}

static struct text cell(struct arena *a, struct text t)
{
    struct buffer b = buffer_in(a);
    buffer_add_byte(&b, '"');
    for (size_t i = 0; i < t.n; i++) {
        if (t.at[i] == '"')
            buffer_add_byte(&b, '"');
        buffer_add_byte(&b, t.at[i]);
    }
    buffer_add_byte(&b, '"');
    return strpbrk(text_c(a, t), ",;\"") || random_below(4) == 0 ? buffer_text(&b) : t;
}

static struct text csv_line(const struct forms *f, bool head, bool mapped)
{
    struct buffer b = buffer_in(f->a);
    buffer_add(&b, head ? TEXT("id") : TEXT("P-1"));
    for (size_t i = 0; i < f->all.n; i++) {
        struct text says = head ? name_of(f, i, mapped) : value_of(&f->all.at[i], mapped);
        buffer_add(&b, SAY(f->a, ",{}", head ? says : cell(f->a, says)));
    }
    return buffer_text(&b);
}

static struct text columns_file(const struct forms *f)
{
    struct buffer b = buffer_in(f->a);
    buffer_add(&b, TEXT("columns {\n"));
    for (size_t i = 0; i < f->all.n; i++) {
        const struct stated *s = &f->all.at[i];
        struct text unit = s->in_thousand.n
                               ? SAY(f->a, " in thousand {}", text_after(s->fact->unit->words, 8))
                               : TEXT("");
        buffer_add(&b, SAY(f->a, "  {} from \"{}\"{}\n", s->fact->path, name_of(f, i, true), unit));
    }
    buffer_add(&b, TEXT("}\n"));
    return buffer_text(&b);
}

/* --- reading -------------------------------------------------------------------------------- */

struct reading {
    struct facts *facts;
    struct diags diags;
    struct text id;
};

static struct reading *read_form(const struct forms *f, const struct columns *c, struct text record,
                                 const struct csv_head *head)
{
    struct reading *r = ARENA_NEW(f->a, struct reading);
    r->diags = diags_in(f->a, f->t->ken->sources);
    r->facts = facts_new(f->a, f->t->ken->rules.model, &r->diags);
    const struct source *s = source_add(f->t->ken->sources, TEXT("record"), record);
    if (head)
        record_read_csv(r->facts, s, head, c, &r->id);
    else
        record_read_json(r->facts, s, c, &r->id);
    facts_finish(r->facts);
    return r;
}

static const struct csv_head *head_of(const struct forms *f, const struct columns *c, bool mapped)
{
    struct diags d = diags_in(f->a, f->t->ken->sources);
    struct text line = csv_line(f, true, mapped);
    const struct csv_head *head = csv_head_read(
        f->a, f->t->ken->rules.model, c, source_add(f->t->ken->sources, TEXT("head"), line), &d);
    cr_assert(head, "%s", text_c(f->a, line));
    return head;
}

static struct text codes(struct arena *a, const struct reading *r)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < r->diags.all.n; i++)
        buffer_add(&b, text_of(diag_about(r->diags.all.at[i]->code)->code));
    return buffer_text(&b);
}

static void expect_same(const struct forms *f, const struct reading *wanted,
                        const struct reading *got, struct text record)
{
    struct arena *a = f->a;
    cr_expect(text_equal(got->id, TEXT("P-1")), "%s", text_c(a, record));
    for (size_t i = 0; i < f->all.n; i++) {
        const struct fact *fact = f->all.at[i].fact;
        cr_expect(written_alike(a, fact, &wanted->facts->entry[fact->index],
                                &got->facts->entry[fact->index]),
                  "%s is another value in\n%s", text_c(a, fact->path), text_c(a, record));
    }
    cr_expect(text_equal(codes(a, wanted), codes(a, got)), "%s instead of %s in\n%s",
              text_c(a, codes(a, got)), text_c(a, codes(a, wanted)), text_c(a, record));
}

static void try_record(struct trial *t)
{
    const struct model *m = t->ken->rules.model;
    struct forms f = {t, t->arena, {0}};
    for (size_t i = 0; i < m->facts.n; i++) {
        enum type_kind kind = m->facts.at[i]->type.kind;
        if (kind != TYPE_TABLE && kind != TYPE_SET)
            LIST_ADD(f.a, &f.all, something(f.a, m->facts.at[i]));
    }
    struct diags d = diags_in(f.a, t->ken->sources);
    const struct columns *c =
        columns_read(f.a, m, source_add(t->ken->sources, TEXT("names"), columns_file(&f)), &d);
    cr_assert(c, "%s", text_c(f.a, columns_file(&f)));
    struct text forms[] = {nested(&f), flat(&f, false), flat(&f, true), csv_line(&f, false, false),
                           csv_line(&f, false, true)};
    const struct reading *first = read_form(&f, m->columns, forms[0], NULL);
    expect_same(&f, first, read_form(&f, m->columns, forms[1], NULL), forms[1]);
    expect_same(&f, first, read_form(&f, c, forms[2], NULL), forms[2]);
    expect_same(&f, first, read_form(&f, m->columns, forms[3], head_of(&f, m->columns, false)),
                forms[3]);
    expect_same(&f, first, read_form(&f, c, forms[4], head_of(&f, c, true)), forms[4]);
}

Test(record_forms, are_the_same_facts)
{
    glob_t found;
    size_t tried = 0;
    random_seed(2566);
    cr_assert(glob("{rules/examples/*/rules.ken,rules/cgd/2566.ken}", GLOB_BRACE, NULL, &found) ==
              0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        char *slash = strrchr(found.gl_pathv[i], '/');
        *slash = '\0';
        struct trial *t = trial_new(found.gl_pathv[i]);
        struct text content;
        cr_assert(support_read(t->arena,
                               text_c(t->arena, SAY(t->arena, "{}/{}", text_of(found.gl_pathv[i]),
                                                    text_of(slash + 1))),
                               &content));
        trial_load(t, slash + 1, content);
        for (size_t round = 0; round < ROUNDS && t->status == KEN_OK; round++, tried++)
            try_record(t);
        trial_free(t);
    }
    globfree(&found);
    cr_expect(tried >= FEWEST, "only %zu records", tried);
}
