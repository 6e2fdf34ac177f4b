/* Rule files and the files they use: from texts to trees, and to a model. */
#include "ken_inside.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

/* Rules are UTF-8; a byte order mark says nothing in it.  `at` is the place that names the file. */
static const struct source *add_rules(ken *k, struct text name, struct text content, struct span at)
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
        if (s->declared == declared && text_equal(s->name, name))
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

/* Whether `s` is one of the files on the way from the root to here: then it uses itself. */
static bool closes_circle(ken *k, const struct source *s, const struct span *chain, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        if (source_of(k->sources, chain[i]) == s)
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
    s = s ? s : add_rules(k, name, content, use->use.file->at);
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

/* Parse one rule file, then the files it uses; `chain` holds the `use`s that led here. */
static void read_rules(ken *k, struct rule_set *set, const struct source *s,
                       const struct span *chain, size_t depth)
{
    LIST_ADD(k->arena, &set->files, s);
    struct tree *t = parse_tokens(k->arena, lex_source(k->arena, s, &k->diags), &k->diags);
    t->used_at = depth ? chain[depth - 1] : (struct span){0, 0};
    LIST_ADD(k->arena, &set->trees, t);
    size_t before = k->diags.errors;
    for (size_t i = 0; i < t->root->file.items.n && !diags_are_hopeless(&k->diags, before); i++)
        if (t->root->file.items.at[i]->kind == NODE_use)
            read_used(k, set, s, t->root->file.items.at[i], chain, depth);
}

bool ken_load_set(ken *k, struct rule_set *set, ken_text name, ken_text text)
{
    const struct source *s = add_rules(k, text_in(name), text_in(text), (struct span){0, 0});
    if (s)
        read_rules(k, set, s, NULL, 0);
    if (set->trees.n)
        set->model = check_trees(k->arena, set->trees.at, set->trees.n, k->sources, &k->diags);
    return set->model;
}

ken_status ken_load(ken *k, ken_text name, ken_text text)
{
    if (!ken_load_set(k, &k->rules, name, text))
        return KEN_RULES_WRONG;
    k->facts = facts_new(k->arena, k->rules.model, &k->diags);
    return KEN_OK;
}
