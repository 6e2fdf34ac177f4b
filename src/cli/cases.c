/* ken cases: what rules make of facts that just do, or just do not, what they ask for. */
#define _DEFAULT_SOURCE /* realpath */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static ken_text text_of(const char *s)
{
    return (ken_text){s, s ? strlen(s) : 0};
}

/* Both paths lead through the same folders for so many bytes, the last slash included. */
static size_t shared(const char *x, const char *y)
{
    size_t same = 0;
    for (size_t i = 0; x[i] && x[i] == y[i]; i++)
        if (x[i] == '/')
            same = i + 1;
    return same;
}

/* The path of `file` from the folder in which `from` lies, or is to lie; `file` itself where that
 * cannot be said. */
static void name_from(char *name, size_t room, const char *from, const char *file)
{
    char folder[PATH_MAX], here[PATH_MAX], there[PATH_MAX];
    const char *slash = strrchr(from, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - from) : 1, slash ? from : ".");
    snprintf(name, room, "%s", file);
    if (!realpath(folder, here) || !realpath(file, there) || strlen(here) + 2 > sizeof here)
        return;
    size_t end = strlen(here);
    here[end] = '/';
    here[end + 1] = 0;
    size_t same = shared(here, there), n = 0;
    for (const char *up = strchr(here + same, '/'); up && n + 3 < room; up = strchr(up + 1, '/'))
        n += (size_t)snprintf(name + n, room - n, "../");
    snprintf(name + n, room - n, "%s", there + same);
}

/* The one file that all facts come from; NULL where there is none such. */
static const char *only_facts(const struct options *o, const char *id)
{
    size_t named = o->arguments - 1 - (id != NULL);
    const char *file = named ? o->argument[1] : o->facts_files ? o->facts[0] : NULL;
    bool one = named + o->facts_files == 1 && !o->sets && strcmp(file, "-") != 0;
    return one ? file : NULL;
}

static int find_cases(ken *k, const struct options *o, const char *id)
{
    char rules[PATH_MAX], facts[PATH_MAX] = "";
    const char *into = o->output ? o->output_path : o->argument[0];
    const char *file = only_facts(o, id);
    name_from(rules, sizeof rules, into, o->argument[0]);
    if (file)
        name_from(facts, sizeof facts, into, file);
    return (int)ken_cases(k, text_of(id), text_of(rules), text_of(facts));
}

int command_cases(int argc, char **argv)
{
    struct options o;
    const char *id = NULL;
    if (!options_read(&o, "cases", 'C', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (!o.arguments)
        return usage_of("cases");
    ken *k = session_new();
    int status = session_read(k, &o, true, &id);
    if (!status)
        status = find_cases(k, &o, id);
    ken_style problems = o.style;
    problems.form = KEN_TEXT;
    output_report(k, KEN_PROBLEMS, &problems, stderr);
    if (!status)
        output_result(k, KEN_CASES, &o.style);
    ken_free(k);
    files_forget();
    return output_finish(status);
}
