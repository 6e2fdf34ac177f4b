/* Rule files, the files they amend and the files they use: from texts to trees, and to a model. */
#include "ken_inside.h"
#include "syntax/allows.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

/* A byte order mark says nothing in UTF-8. */
const struct source *ken_add_rules(ken *k, struct text name, struct text content, struct span at)
{
    struct text bytes = content;
    if (text_starts(content, TEXT("\xEF\xBB\xBF")))
        content = text_after(content, 3);
    k->rules_bytes += content.n;
    if (k->rules_bytes <= RULES_BYTES) {
        struct source *s = diags_add_source(&k->diags, name, content);
        if (s)
            s->bytes = bytes;
        return s;
    }
    DIAG_ADD(&k->diags, K0806, at, name, text_number(k->arena, RULES_BYTES));
    return NULL;
}

const struct source *ken_known_source(const ken *k, struct text name, enum encoding declared)
{
    for (size_t i = 0; i < sources_count(k->sources); i++) {
        const struct source *s = sources_at(k->sources, i);
        if (!s->origin && s->declared == declared && text_equal(s->name, name))
            return s;
    }
    return NULL;
}

bool ken_open(ken *k, const struct source *from, struct text path, struct span at,
              struct text *name, struct text *content, struct text *why_not)
{
    ken_text named = {0}, held = {0};
    const char *why = k->host.open ? k->host.open(k->host.user, text_out(from->name),
                                                  text_out(path), &named, &held)
                                   : "files cannot name other files here";
    *name = text_in(named);
    *content = text_in(held);
    *why_not = why ? text_of(why) : TEXT("");
    if (why)
        DIAG_ADD(&k->diags, K0802, at, path, *why_not);
    return !why;
}

static void read_rules(ken *k, struct rule_set *set, const struct source *s,
                       const struct span *chain, size_t depth);

bool rule_set_has(const struct rule_set *set, const struct source *s)
{
    for (size_t i = 0; i < set->files.n; i++)
        if (set->files.at[i] == s)
            return true;
    return false;
}

bool rule_set_stands_on(const struct rule_set *set, const struct source *s)
{
    for (size_t i = 0; i < set->bases.n; i++)
        if (set->bases.at[i] == s)
            return true;
    return rule_set_has(set, s);
}

/* Whether `s` is one of the files on the way from the root to here: then it uses itself. */
static bool closes_circle(ken *k, const struct source *s, const struct span *chain, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        if (source_place(k->sources, chain[i].lo).source == s)
            return true;
    return false;
}

static void report_circle(ken *k, const struct source *s, const struct span *chain, size_t depth)
{
    struct diag *g = DIAG_ADD(&k->diags, K0804, chain[depth - 1], s->name);
    for (size_t i = 0; i + 1 < depth; i++)
        diag_label(&k->diags, g, chain[i], TEXT("on the way here"));
}

static void read_used(ken *k, struct rule_set *set, const struct source *from,
                      const struct node *use, const struct span *chain, size_t depth)
{
    struct span way[FILE_DEPTH + 1];
    if (use->use.file->kind != NODE_string)
        return;
    for (size_t i = 0; i < depth; i++)
        way[i] = chain[i];
    way[depth] = use->use.file->at;
    struct text name, content, why;
    if (!ken_open(k, from, use->use.file->string.text, use->use.file->at, &name, &content, &why))
        return;
    const struct source *s = ken_known_source(k, name, ENCODING_UNSAID);
    s = s ? s : ken_add_rules(k, name, content, use->use.file->at);
    if (!s)
        return;
    if (closes_circle(k, s, way, depth + 1))
        report_circle(k, s, way, depth + 1);
    else if (rule_set_has(set, s))
        return;
    else if (depth + 1 > FILE_DEPTH || set->files.n >= FILES)
        DIAG_ADD(&k->diags, K0805, use->at, text_number(k->arena, FILES),
                 text_number(k->arena, FILE_DEPTH));
    else
        read_rules(k, set, s, way, depth + 1);
}

/* The files that the rules of this tree use, by their paths from `s`; `chain` holds the `use`s that
 * led here. */
static void read_all_used(ken *k, struct rule_set *set, const struct source *s,
                          const struct tree *t, const struct span *chain, size_t depth)
{
    size_t before = k->diags.errors;
    for (size_t i = 0; i < t->root->file.items.n && !diags_are_hopeless(&k->diags, before); i++) {
        const struct node *n = t->root->file.items.at[i];
        if (n->kind == NODE_use)
            read_used(k, set, s, n, chain, depth);
    }
}

static struct rule_text parse_text(ken *k, const struct source *s)
{
    struct rule_text d = {.source = s, .tokens = lex_source(k->arena, s, &k->diags)};
    d.tree = parse_tokens(k->arena, d.tokens, &k->diags);
    return d;
}

static struct rule_text read_text(ken *k, const struct source *s)
{
    struct rule_text d = parse_text(k, s);
    allows_of(d.tree, s, &k->diags);
    return d;
}

/* Of rules that nobody amends the tree is enough, and the model may lie where the tokens were. */
static void forget_tokens(ken *k, struct rule_text *d)
{
    arena_absorb(k->arena, d->tokens->arena);
    d->tokens = NULL;
}

/* Whether these are rules, and not tests of others. */
static bool are_rules(ken *k, const struct tree *t, const struct source *s)
{
    const struct node *line = tree_tests(t);
    if (!line)
        return true;
    struct text file =
        line->tests.file->kind == NODE_string ? line->tests.file->string.text : TEXT("");
    diag_help(DIAG_ADD(&k->diags, K1021, line->at, s->name),
              SAY(k->arena, "name the rules, `{}`; `ken test {}` runs the tests", file, s->name));
    return false;
}

/* Parse one rule file that another one uses, then the files it uses. */
static void read_rules(ken *k, struct rule_set *set, const struct source *s,
                       const struct span *chain, size_t depth)
{
    LIST_ADD(k->arena, &set->files, s);
    struct rule_text read = read_text(k, s);
    struct tree *t = read.tree;
    forget_tokens(k, &read);
    t->used_at = chain[depth - 1];
    if (!are_rules(k, t, s))
        return;
    LIST_ADD(k->arena, &set->trees, t);
    amend_refuse_changes(t, &k->diags);
    read_all_used(k, set, s, t, chain, depth);
}

/* --- amendments ----------------------------------------------------------------------------------
 */

/* The line `amends` that led to a file, and the one before it. */
struct amends {
    const struct node *line;
    const struct source *file; /* that it stands in */
    const struct amends *before;
    size_t depth;
};

static bool amends_itself(ken *k, const struct amends *way, const struct source *s)
{
    const struct amends *first = way;
    while (first && first->file != s)
        first = first->before;
    if (!first)
        return false;
    struct diag *g = DIAG_ADD(&k->diags, K0900, way->line->at, s->name);
    for (const struct amends *w = way->before; w; w = w == first ? NULL : w->before)
        diag_label(&k->diags, g, w->line->at, TEXT("on the way here"));
    diag_help(g, TEXT("an amendment names the older rules"));
    return true;
}

/* The source that a line `amends` names; NULL after reporting why there is none. */
static const struct source *open_base(ken *k, const struct amends *way)
{
    const struct node *file = way->line->amends.file;
    struct text name, content, why;
    if (way->depth > AMENDMENTS) {
        DIAG_ADD(&k->diags, K0901, way->line->at, text_number(k->arena, AMENDMENTS));
        return NULL;
    }
    if (!ken_open(k, way->file, file->string.text, file->at, &name, &content, &why))
        return NULL;
    const struct source *s = ken_known_source(k, name, ENCODING_UNSAID);
    s = s ? s : ken_add_rules(k, name, content, file->at);
    return !s || amends_itself(k, way, s) ? NULL : s;
}

/* A text that was made, as rules.  False when it does not fit, or cannot be read. */
static bool read_made(ken *k, struct text name, const struct amended *made, struct span at,
                      struct rule_text *result)
{
    size_t errors = k->diags.errors;
    const struct source *s =
        source_add_made(k->sources, name, made->text, made->origins.at, made->origins.n);
    if (s)
        *result = read_text(k, s);
    else
        DIAG_ADD(&k->diags, K0803, at, name);
    return k->diags.errors == errors;
}

/* Take in the first file that `base` uses and the amendment changes something in.  False when there
 * is none, or after an error. */
static bool take_in_one(ken *k, struct rule_set *set, const struct rule_text *amendment,
                        struct rule_text *base)
{
    const struct nodes *items = &base->tree->root->file.items;
    for (size_t i = 0; i < items->n; i++) {
        const struct node *n = items->at[i];
        struct text name, content, why;
        if (n->kind != NODE_use || n->use.file->kind != NODE_string ||
            !ken_open(k, base->source, n->use.file->string.text, n->use.file->at, &name, &content,
                      &why))
            continue;
        const struct source *s = ken_known_source(k, name, ENCODING_UNSAID);
        s = s ? s : ken_add_rules(k, name, content, n->use.file->at);
        size_t errors = k->diags.errors;
        struct rule_text used = s ? read_text(k, s) : (struct rule_text){0};
        if (!s || k->diags.errors != errors)
            return false;
        struct amended *made = ARENA_NEW(k->arena, struct amended);
        if (!amend_reaches(k->arena, base, amendment, &used, &k->diags))
            continue;
        LIST_ADD(k->arena, &set->bases, s);
        return amend_take_in(k->arena, base, n, &used, &k->diags, made) &&
               read_made(k, base->source->name, made, n->at, base);
    }
    return false;
}

/* These rules, and where they amend others, those with all that is changed in them.  False after an
 * error in one of them; before theirs there were `errors`. */
static bool read_amended(ken *k, struct rule_set *set, const struct rule_text *own, size_t errors,
                         const struct amends *before, struct rule_text *result)
{
    const struct source *s = own->source;
    if (before)
        LIST_ADD(k->arena, &set->bases, s);
    else
        LIST_ADD(k->arena, &set->files, s);
    struct rule_text older, base;
    *result = *own;
    const struct node *line = amend_base(own->tree);
    allows_of(own->tree, s, &k->diags);
    amend_refuse_changes(own->tree, &k->diags);
    if (!line || line->amends.file->kind != NODE_string)
        return k->diags.errors == errors;
    struct amends way = {line, s, before, before ? before->depth + 1 : 1};
    const struct source *amended = open_base(k, &way);
    if (!before)
        set->amended = amended;
    if (!amended)
        return false;
    older = parse_text(k, amended);
    if (!read_amended(k, set, &older, errors, &way, &base) || k->diags.errors != errors)
        return false;
    while (amend_reaches(k->arena, &base, own, NULL, &k->diags) && take_in_one(k, set, own, &base))
        ;
    struct amended *made = ARENA_NEW(k->arena, struct amended);
    return k->diags.errors == errors && amend_apply(k->arena, &base, own, &k->diags, made) &&
           read_made(k, s->name, made, line->at, result);
}

/* The rule file itself. An amendment that cannot be applied has said why; nothing is checked. */
static void read_root(ken *k, struct rule_set *set, const struct rule_text *own, size_t errors)
{
    bool well = read_amended(k, set, own, errors, NULL, &set->root);
    if (!are_rules(k, set->root.tree, own->source) || (!well && amend_base(set->root.tree)))
        return;
    if (!amend_base(own->tree))
        forget_tokens(k, &set->root);
    LIST_ADD(k->arena, &set->trees, set->root.tree);
    read_all_used(k, set, own->source, set->root.tree, NULL, 0);
}

bool ken_load_set(ken *k, struct rule_set *set, ken_text name, ken_text text)
{
    k->rules_bytes = 0;
    const struct source *s = ken_add_rules(k, text_in(name), text_in(text), (struct span){0, 0});
    return ken_load_source(k, set, s);
}

static bool check_set(ken *k, struct rule_set *set)
{
    if (set->trees.n)
        set->model = check_trees(k->arena, set->trees.at, set->trees.n, k->sources, &k->diags);
    return set->model;
}

bool ken_load_source(ken *k, struct rule_set *set, const struct source *s)
{
    size_t errors = k->diags.errors;
    if (!s)
        return false;
    struct rule_text own = parse_text(k, s);
    read_root(k, set, &own, errors);
    return check_set(k, set);
}

/* The rules that a file of tests names, and its tree behind theirs. */
static bool load_tested(ken *k, struct rule_set *set, const struct rule_text *tests)
{
    const struct node *file = tree_tests(tests->tree)->tests.file;
    size_t errors = k->diags.errors;
    struct text name, content, why;
    if (file->kind != NODE_string ||
        !ken_open(k, tests->source, file->string.text, file->at, &name, &content, &why))
        return false;
    const struct source *rules = ken_known_source(k, name, ENCODING_UNSAID);
    rules = rules ? rules : ken_add_rules(k, name, content, file->at);
    if (!rules)
        return false;
    struct rule_text own = parse_text(k, rules);
    read_root(k, set, &own, errors);
    if (!set->trees.n)
        return false;
    LIST_ADD(k->arena, &set->files, tests->source);
    LIST_ADD(k->arena, &set->trees, tests->tree);
    return check_set(k, set);
}

bool ken_load_either(ken *k, struct rule_set *set, ken_text name, ken_text text)
{
    k->rules_bytes = 0;
    size_t errors = k->diags.errors;
    const struct source *s = ken_add_rules(k, text_in(name), text_in(text), (struct span){0, 0});
    if (!s)
        return false;
    struct rule_text own = parse_text(k, s);
    set->of_tests = tree_tests(own.tree) != NULL;
    if (set->of_tests)
        return load_tested(k, set, &own);
    read_root(k, set, &own, errors);
    return check_set(k, set);
}

ken_status ken_load_tests(ken *k, ken_text name, ken_text text)
{
    if (!ken_load_either(k, &k->rules, name, text))
        return KEN_RULES_WRONG;
    k->facts = facts_new(k->arena, k->rules.model, &k->diags);
    return KEN_OK;
}

ken_status ken_load(ken *k, ken_text name, ken_text text)
{
    if (!ken_load_set(k, &k->rules, name, text))
        return KEN_RULES_WRONG;
    k->facts = facts_new(k->arena, k->rules.model, &k->diags);
    return KEN_OK;
}
