/* Certificates in tests. */
#include "certified.h"

#include <criterion/criterion.h>
#include <string.h>

struct text certified(struct trial *t, const char *about)
{
    cr_assert(t->status == KEN_OK, "%s: %s", about, text_c(t->arena, trial_problems(t)));
    bool made = ken_certify(t->ken);
    cr_assert(made, "%s: %s", about, text_c(t->arena, trial_problems(t)));
    return trial_report(t, KEN_CERTIFICATE, &(ken_style){.form = KEN_DATA});
}

bool certificate_holds(struct arena *a, struct text certificate, struct text *problems)
{
    struct trial *t = trial_without_files();
    bool holds =
        ken_verify(t->ken, (ken_text){"score.cert", 10}, (ken_text){certificate.at, certificate.n});
    struct text said = trial_problems(t);
    cr_assert(holds == (said.n == 0), "it holds, and yet: %s", text_c(a, said));
    if (problems)
        *problems = text_copy(a, said);
    trial_free(t);
    return holds;
}

/* What stands behind `"is": ` in the last step; without quotes. */
static struct text total_of(struct text certificate)
{
    static const char before[] = "\"do\": \"total\"", is[] = "\"is\": ";
    const char *at = support_find(certificate, text_of(before));
    cr_assert(at);
    struct text rest = text_after(certificate, (size_t)(at - certificate.at));
    rest = text_after(rest, (size_t)(support_find(rest, text_of(is)) - rest.at) + strlen(is));
    const char *end = memchr(rest.at, '\n', rest.n);
    rest.n = (size_t)(end - rest.at) - 1; /* without the brace of the step */
    bool quoted = rest.at[0] == '"';
    return quoted ? (struct text){rest.at + 1, rest.n - 2} : rest;
}

void expect_certified(struct trial *t, const char *about)
{
    struct text problems, certificate = certified(t, about);
    struct text exact = support_figure(t->arena, trial_json(t), NULL, "exact");
    cr_assert(certificate_holds(t->arena, certificate, &problems), "%s: %s", about,
              text_c(t->arena, problems));
    struct text total = total_of(certificate);
    cr_assert(text_equal(exact, total) || text_equal(exact, TEXT("null")),
              "%s: the total is %s, the certificate says %s", about, text_c(t->arena, exact),
              text_c(t->arena, total));
}

bool expect_certified_or_refused(struct trial *t, const char *about)
{
    if (ken_certify(t->ken)) {
        expect_certified(t, about);
        return true;
    }
    struct text said = trial_problems(t);
    cr_expect(support_find(said, TEXT("K0760")) &&
                  (!ken_is_complete(t->ken) ||
                   support_find(said, TEXT("something is known although it waits"))),
              "%s: %s", about, text_c(t->arena, said));
    return false;
}
