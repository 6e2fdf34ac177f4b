/* Ken as a library: a fact file for newer rules. */
#include "diff/migrate.h"

#include "ken_inside.h"

/* Read under the rules that they were written for. */
static struct facts *read_older(ken *k, const struct source *s, enum facts_format format)
{
    struct facts *f = facts_new(k->arena, k->rules.model, &k->diags);
    f->mentions = ARENA_NEW(k->arena, struct mention_list);
    facts_read(f, s, format, &(struct facts_host){ken_open_table, k});
    facts_finish(f);
    return k->diags.errors ? NULL : f;
}

/* What the newer rules say to it. */
static void read_newer(ken *k, struct text name, struct text text, enum facts_format format)
{
    struct facts *f = facts_new(k->arena, k->newer.model, &k->diags);
    const struct source *s = diags_add_source(&k->diags, name, text);
    if (!s)
        return;
    facts_read(f, s, format, &(struct facts_host){ken_open_table, k});
    facts_finish(f);
}

ken_status ken_migrate(ken *k, ken_text name, ken_text text, ken_format form)
{
    enum facts_format format = form == KEN_JSON ? FACTS_JSON : FACTS_NATIVE;
    const struct source *s = facts_source(&k->diags, text_in(name), text_in(text), NULL);
    struct facts *older = s ? read_older(k, s, format) : NULL;
    if (!older)
        return KEN_FACTS_WRONG;
    k->migration = migrate_facts(k->arena, k->diff, older, s, format);
    for (size_t i = 0; i < k->migration->left.n; i++) {
        const struct not_carried *left = &k->migration->left.at[i];
        diag_help(DIAG_ADD(&k->diags, K0950, left->at, left->what, left->why),
                  left->commented ? TEXT("it stands as a comment in what is written")
                                  : TEXT("it is not in what is written"));
    }
    read_newer(k, text_in(name), k->migration->text, format);
    return KEN_OK;
}

size_t ken_not_carried(const ken *k)
{
    return k->migration ? k->migration->left.n + k->diags.errors : 0;
}
