/* JSON facts: the objects whose keys are fixed: a fact with its evidence, `ken`, a claim. */
#include "base/nearest.h"
#include "facts/json.h"

void json_wrong_shape(struct json *j, struct text what, struct span at, struct text is,
                      const char *found)
{
    DIAG_ADD(j->facts->diags, K0623, at, what, is, text_of(found));
}

static void unknown_key(struct json *j, struct text key, struct span at, const char *of,
                        const char *const *known)
{
    struct diag *g = DIAG_ADD(j->facts->diags, K0636, at, key, text_of(of));
    struct nearest near = nearest_to(key);
    for (size_t i = 0; known[i]; i++)
        nearest_offer(&near, text_of(known[i]));
    if (!near.best.n)
        return;
    diag_help(g, SAY(j->facts->arena, "did you mean `{}`?", near.best));
    diag_fix(g, at, near.best);
}

static bool is_text(struct raw raw)
{
    return raw.kind == RAW_WORDS;
}

/* --- facts with evidence ------------------------------------------------------------------ */

static const char *const fact_keys[] = {"value", "evidence", "file", "dated", "na", NULL};

static bool is_fact_key(struct text key)
{
    for (size_t i = 0; fact_keys[i]; i++)
        if (text_equal(key, text_of(fact_keys[i])))
            return true;
    return false;
}

void json_fact_scalar(struct json *j, struct json_frame *f, struct raw raw)
{
    if (text_equal(f->key, TEXT("value"))) {
        f->value = raw;
        f->value.unit = f->unit;
        if (f->mention)
            j->facts->mentions->all.at[f->mention - 1].value = raw.at;
    } else if (!is_fact_key(f->key))
        unknown_key(j, f->key, f->key_at, "a fact", fact_keys);
    else if (raw.kind == RAW_NOTHING)
        return;
    else if (!is_text(raw))
        json_wrong_shape(j, f->key, raw.at, TEXT("a text"), "another value");
    else if (text_equal(f->key, TEXT("evidence")))
        f->aside.evidence.says = raw.text;
    else if (text_equal(f->key, TEXT("file"))) {
        f->aside.evidence.file = raw.text;
        f->aside.evidence.file_at = raw.at;
    } else if (text_equal(f->key, TEXT("dated")))
        bind_dated(j->binder, raw, &f->aside.evidence);
    else {
        f->aside.because = raw.text;
        f->is_na = true;
        f->na_at = raw.at;
    }
}

void json_fact_done(struct json *j, const struct json_frame *f)
{
    bool has_value = f->value.kind != RAW_NOTHING;
    if (f->is_na && (has_value || f->is_table))
        json_wrong_shape(j, f->fact->path, f->na_at, TEXT("given a value"),
                         "the reason why it has none");
    else if (f->is_table)
        bind_aside(j->binder, f->fact, f->aside);
    else if (f->is_na)
        bind_na(j->binder, f->fact, f->na_at, f->aside);
    else
        bind_fact(j->binder, f->fact, f->at, f->value, f->aside);
}

/* --- the reserved key --------------------------------------------------------------------- */

static const char *const ken_keys[] = {"for", "office", "era", "as_of", "claims", "reasons", NULL};
static const char *const claim_keys[] = {"of", "aspect", "value", NULL};

void json_ken_scalar(struct json *j, struct json_frame *f, struct raw raw)
{
    struct text key = f->key;
    bool known = false;
    for (size_t i = 0; ken_keys[i]; i++)
        known = known || text_equal(key, text_of(ken_keys[i]));
    if (!known)
        unknown_key(j, key, f->key_at, "`ken`", ken_keys);
    else if (raw.kind == RAW_NOTHING)
        return;
    else if (text_equal(key, TEXT("claims")))
        json_wrong_shape(j, key, raw.at, TEXT("an array of objects"), "a single value");
    else if (text_equal(key, TEXT("reasons")))
        json_wrong_shape(j, key, raw.at, TEXT("an object"), "a single value");
    else if (!is_text(raw))
        json_wrong_shape(j, key, raw.at, TEXT("a text"), "another value");
    else if (text_equal(key, TEXT("for")))
        bind_criteria(j->binder, raw.text, raw.at);
    else if (text_equal(key, TEXT("office")))
        bind_office(j->binder, raw.text, raw.at);
    else if (text_equal(key, TEXT("era")))
        bind_era(j->binder, raw.text, raw.at);
    else
        f->as_of = raw; /* until the era is known */
}

void json_claim_scalar(struct json *j, struct json_frame *f, struct raw raw)
{
    bool number = raw.kind == RAW_NUMBER;
    if (text_equal(f->key, TEXT("of")) && is_text(raw))
        f->claim.target = raw;
    else if (text_equal(f->key, TEXT("aspect")) && is_text(raw))
        f->claim.aspect = raw;
    else if (text_equal(f->key, TEXT("value")) && (number || is_text(raw)))
        f->claim.value = raw;
    else if (text_equal(f->key, TEXT("of")) || text_equal(f->key, TEXT("aspect")) ||
             text_equal(f->key, TEXT("value")))
        json_wrong_shape(j, f->key, raw.at, TEXT("a text"), "another value");
    else
        unknown_key(j, f->key, f->key_at, "a claim", claim_keys);
}

void json_claim_done(struct json *j, struct json_frame *f, struct span end)
{
    size_t before = json_mentions(j);
    if (!f->claim.value.text.n)
        f->claim.value.at = f->at;
    bind_claim(j->binder, f->claim);
    json_mention_ends(j, before, f->at, end);
}
