/* ken diff: what changed in meaning between two rule files.
 *
 * Git calls it in three ways: with two files that it has put somewhere, as `diff.ken.command` with
 * seven arguments, or nine for a file that was renamed, and as `diff.ken.textconv` with one file.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

enum { OLDER, NEWER, SIDES, GIT_ARGUMENTS = 7, GIT_RENAMED = 9, ONLY_ROOM = 4096 };

struct comparison {
    const char *path[SIDES]; /* where the files are */
    const char *as[SIDES];   /* where they belong; NULL: where they are */
    bool git;                /* then it wants to hear of nothing but failure */
};

/* As git says that a file is not there. */
static bool is_nothing(const char *path)
{
    return strcmp(path, "/dev/null") == 0;
}

static void report_problems(ken *k, const struct options *o, const struct comparison *c)
{
    ken_style style = o->style;
    style.form = KEN_TEXT;
    output_report(k, KEN_PROBLEMS, &style, c->git ? stdout : stderr);
}

static void say_which(const struct comparison *c, bool older_is_wrong, bool newer_is_wrong)
{
    FILE *to = c->git ? stdout : stderr;
    if (older_is_wrong && newer_is_wrong)
        fprintf(to, "ken diff: both files have errors, so nothing was compared\n\n");
    else
        fprintf(to, "ken diff: the %s file has errors, so nothing was compared\n\n",
                older_is_wrong ? "older" : "newer");
}

/* A file that is new, or gone, is told as what it means; where it means nothing, as it is. */
static int tell_one(ken *k, const struct options *o, const struct comparison *c, int side)
{
    ken_text name, text;
    const char *shown = c->as[side] ? c->as[side] : c->path[side];
    if (!file_read_as(c->path[side], c->as[side], &name, &text))
        return EXIT_IO;
    bool good = ken_load(k, name, text) == KEN_OK;
    output_say(side == OLDER ? "these rules are gone: " : "these rules are new: ");
    output_say(shown);
    output_say(good ? "\n\n" : ", with errors\n\n");
    if (good)
        output_result(k, KEN_MEANING, &o->style);
    else
        output_bytes(text);
    return good ? EXIT_NO : EXIT_RULES;
}

static int tell_both(ken *k, const struct options *o, const struct comparison *c)
{
    ken_text name[SIDES], text[SIDES];
    for (int side = 0; side < SIDES; side++)
        if (!file_read_as(c->path[side], c->as[side], &name[side], &text[side]))
            return EXIT_IO;
    bool older_is_wrong = ken_load(k, name[OLDER], text[OLDER]) != KEN_OK;
    size_t errors = ken_errors(k);
    ken_compare(k, name[NEWER], text[NEWER]);
    bool newer_is_wrong = ken_errors(k) > errors;
    if (older_is_wrong || newer_is_wrong) {
        say_which(c, older_is_wrong, newer_is_wrong);
        report_problems(k, o, c);
        return EXIT_RULES;
    }
    int facts = o->facts_files ? offices_read(k, o, SIDES) : 0;
    if (facts)
        report_problems(k, o, c);
    if (facts == EXIT_IO)
        return facts;
    if (o->bom)
        output_say("\xEF\xBB\xBF");
    output_result(k, o->stat ? KEN_DIFF_STAT : KEN_DIFF, &o->style);
    return facts ? facts : ken_meaning_differs(k) ? EXIT_NO : 0;
}

/* The meaning of a file, taken for the one called `as`; false when there is an error in it. */
static bool tell_meaning_as(const struct options *o, const char *as, ken_text *text)
{
    ken_text name;
    if (!file_read_as(o->argument[0], as, &name, text))
        return false;
    ken *k = session_new();
    bool good = ken_load(k, name, *text) == KEN_OK;
    if (good)
        output_result(k, KEN_MEANING, &o->style);
    ken_free(k);
    return good;
}

/* Git puts older versions into a folder of their own, where the files that they use are not: then
 * they are taken for the one that is called so here.  What means nothing is told as it is: whoever
 * looks at a history wants to see that too. */
static int tell_meaning(const struct options *o)
{
    ken_text text = {0};
    if (tell_meaning_as(o, o->as, &text))
        return 0;
    char *home = o->as || !text.at ? NULL : file_home(o->argument[0]);
    bool good = home && tell_meaning_as(o, home, &text);
    free(home);
    if (!good && !text.at)
        return EXIT_IO;
    if (!good)
        output_bytes(text);
    return 0;
}

static bool find_files(const struct options *o, struct comparison *c)
{
    bool offices = o->facts_files && o->arguments >= SIDES;
    c->git = !offices && (o->arguments == GIT_ARGUMENTS || o->arguments == GIT_RENAMED);
    if (!c->git && !offices && o->arguments != SIDES)
        return false;
    c->path[OLDER] = o->argument[c->git ? 1 : 0];
    c->path[NEWER] = o->argument[c->git ? 4 : 1];
    c->as[OLDER] = c->git ? o->argument[0] : o->as;
    c->as[NEWER] = o->arguments == GIT_RENAMED ? o->argument[7] : c->as[OLDER];
    return true;
}

/* What --only says, with commas between. */
static bool read_only(struct options *o, char joined[ONLY_ROOM])
{
    size_t n = 0;
    for (size_t i = 0; i < o->onlies; i++) {
        ken_text word = {o->only[i], strlen(o->only[i])};
        if (!ken_is_change(word) || n + word.size + 2 > ONLY_ROOM) {
            fprintf(stderr,
                    "ken diff: --only is stricter, looser, mixed, unknown or neutral, or a kind of "
                    "change such as deadline, not `%s`\n",
                    o->only[i]);
            return false;
        }
        n += (size_t)snprintf(joined + n, ONLY_ROOM - n, "%s%s", n ? "," : "", o->only[i]);
    }
    o->style.only = (ken_text){joined, n};
    return true;
}

static bool has_its_table(const struct options *o)
{
    bool csv = o->style.form == KEN_CSV;
    if (csv && !o->facts_files)
        fputs("ken diff: --format csv is a table of offices: it takes --facts\n", stderr);
    else if (o->bom && !csv)
        fputs("ken diff: --bom is for --format csv\n", stderr);
    else
        return true;
    return false;
}

/* An office that is left out is told in the result, which is one all the same. */
static int finish(int status)
{
    int written = output_finish(status == EXIT_FACTS ? EXIT_NO : status);
    return status == EXIT_FACTS && written == EXIT_NO ? status : written;
}

static int tell(ken *k, const struct options *o, const struct comparison *c)
{
    for (int side = 0; side < SIDES; side++)
        if (is_nothing(c->path[side]))
            return is_nothing(c->path[!side]) ? 0 : tell_one(k, o, c, !side);
    return tell_both(k, o, c);
}

int command_diff(int argc, char **argv)
{
    struct options o;
    struct comparison c = {0};
    char only[ONLY_ROOM];
    if (!options_read(&o, "diff", 'd', argc, argv) || !read_only(&o, only))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.textconv ? o.arguments != 1 : !find_files(&o, &c)) {
        usage_of("diff");
        fputs("       ken diff --textconv FILE\n", stderr);
        return EXIT_USAGE;
    }
    if (!has_its_table(&o))
        return EXIT_USAGE;
    if (o.textconv) {
        int told = tell_meaning(&o);
        files_forget();
        return output_finish(told);
    }
    ken *k = session_new();
    int status = tell(k, &o, &c);
    ken_free(k);
    files_forget();
    if (c.git && status != EXIT_IO)
        status = 0;
    return finish(status);
}
