/* ken test --coverage: what the tests of all files came to, when all have run. */
#include <stdlib.h>

#include "cli/cli.h"

/* Contexts whose tests have run. */
static struct {
    ken **at;
    size_t n;
} kept;

void coverage_keep(ken *k)
{
    ken **more = realloc(kept.at, (kept.n + 1) * sizeof(ken *));
    if (!more)
        abort();
    kept.at = more;
    kept.at[kept.n++] = k;
}

static bool write_result(void *user, const char *bytes, size_t size)
{
    (void)user;
    return output_bytes((ken_text){bytes, size});
}

bool coverage_is_possible(const struct options *o)
{
    ken_form form = o->style.form;
    if (o->coverage && (form == KEN_JUNIT || o->list))
        fprintf(stderr, "ken test: --coverage does not go with %s\n",
                o->list ? "--list" : "--format junit");
    else if (!o->coverage && (form == KEN_HTML || form == KEN_MARKDOWN))
        fputs("ken test: --format html and md are for --coverage\n", stderr);
    else if (!o->coverage && o->fail_under)
        fputs("ken test: --fail-under is for --coverage\n", stderr);
    else
        return true;
    return false;
}

/* Behind the tests as text; elsewhere alone. */
int coverage_finish(const struct options *o)
{
    if (kept.n && o->style.form == KEN_TEXT)
        output_say("\n");
    ken_covered sum = ken_coverage(kept.at, kept.n, &o->style, write_result, NULL);
    for (size_t i = 0; i < kept.n; i++)
        ken_free(kept.at[i]);
    free(kept.at);
    kept.at = NULL;
    kept.n = 0;
    if (sum.covered * 100 * PERCENT_ONE >= sum.places * o->fail_under)
        return 0;
    fprintf(stderr, "ken test: tests come to %zu of %zu places: less than %s %%\n", sum.covered,
            sum.places, o->fail_under_words);
    return EXIT_NO;
}
