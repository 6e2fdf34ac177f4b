/* Ken as a library: what has one safe fix, mended. */
#include "ken_inside.h"
#include "lint/fix.h"

/* A text on its way. */
struct mending {
    struct text text;
    size_t errors; /* in it */
    size_t fixes;  /* that led to it */
};

/* Mend what can be mended at once; false when there is nothing, or more would be wrong than in
 * `before`, which `now` then is again. */
static bool mend(ken *k, ken_text name, struct mending *before, struct mending *now)
{
    ken *trial = ken_new(&k->host);
    struct text mended = {0};
    size_t n = 0;
    trial->level = k->level;
    trial->warnings = k->warnings;
    ken_check(trial, name, text_out(now->text));
    now->errors = ken_errors(trial);
    const struct source *s = ken_known_source(trial, text_in(name), ENCODING_UNSAID);
    bool worse = before->text.at && now->errors > before->errors;
    if (s && !worse)
        n = lint_fix(k->arena, &trial->diags, s, &mended);
    ken_free(trial);
    if (worse)
        *now = *before;
    if (!n)
        return false;
    *before = *now;
    *now = (struct mending){.text = mended, .fixes = before->fixes + n};
    return true;
}

ken_status ken_fix(ken *k, ken_text name, ken_text text, size_t *fixes)
{
    struct mending before = {0}, now = {.text = text_in(text)};
    ken_levels(k);
    for (size_t i = 0; i < FIX_ROUNDS && mend(k, name, &before, &now); i++)
        ;
    ken_status status = ken_check(k, name, text_out(now.text));
    struct source *was = diags_add_source(&k->diags, text_in(name), text_in(text));
    if (was) {
        was->bytes = text_in(text);
        k->formatted = was;
        k->layout = now.text;
    }
    *fixes = now.fixes;
    return status;
}
