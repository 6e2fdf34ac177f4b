/* Ken as a library: files laid out. */
#include "facts/facts.h"
#include "format/format.h"
#include "ken_inside.h"
#include "syntax/lex.h"
#include "syntax/parse.h"

/* Only JSON begins with a brace. */
static bool is_json(struct text t)
{
    return text_starts(text_trim(t), TEXT("{"));
}

/* Whether a text that may be either is no rule file, and has the form of a fact file. */
static bool is_facts(ken *k, struct text name, struct text text)
{
    struct diags rules = diags_in(k->arena, k->sources), facts = rules;
    const struct source *s = diags_add_source(&rules, name, text);
    if (!s)
        return false;
    parse_tokens(k->arena, lex_source(k->arena, s, &rules), &rules);
    if (rules.errors)
        facts_read_form(k->arena, s, &facts);
    return rules.errors && !facts.errors;
}

static ken_status refuse_json(ken *k, const struct source *s)
{
    struct diag *g = DIAG_ADD(&k->diags, K1001, source_span(s, 0, 0), s->name);
    diag_help(g, SAY(k->arena, "`jq . {}` prints it with one value a line", s->name));
    return KEN_FACTS_WRONG;
}

ken_status ken_lay_out(ken *k, ken_text name, ken_text text, ken_kind kind)
{
    bool facts =
        kind == KEN_FACT_FILE || (kind == KEN_EITHER && is_facts(k, text_in(name), text_in(text)));
    const struct source *s =
        facts ? facts_source(&k->diags, text_in(name), text_in(text), NULL)
              : ken_add_rules(k, text_in(name), text_in(text), (struct span){0, 0});
    ken_status wrong = facts ? KEN_FACTS_WRONG : KEN_RULES_WRONG;
    if (!s)
        return wrong;
    if (kind != KEN_RULE_FILE && is_json(s->content))
        return refuse_json(k, s);
    struct formatted f =
        facts ? format_facts(k->arena, s, &k->diags) : format_rules(k->arena, s, &k->diags);
    if (!f.text.at)
        return f.fault ? KEN_FAULT : wrong;
    k->formatted = s;
    k->layout = f.text;
    return KEN_OK;
}

bool ken_layout_differs(const ken *k)
{
    return k->formatted && !text_equal(k->formatted->bytes, k->layout);
}
