/* ken check: what is wrong with rules. */
#include "cli/cli.h"

/* Each file is a set of rules of its own. */
static int check_one(const struct options *o, const char *path)
{
    ken_text name, text;
    if (!file_read(path, &name, &text))
        return EXIT_IO;
    ken *k = session_new();
    ken_load(k, name, text);
    output_result(k, KEN_PROBLEMS, &o->style);
    bool wrong = ken_errors(k) > 0;
    if (!wrong && o->style.form == KEN_TEXT && output_say(path))
        output_say(": no errors\n");
    ken_free(k);
    return wrong ? EXIT_NO : 0;
}

int command_check(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "check", 'c', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (!o.arguments)
        return usage_of("check");
    int status = 0;
    for (size_t i = 0; i < o.arguments; i++) {
        int one = check_one(&o, o.argument[i]);
        status = one > status ? one : status;
    }
    files_forget();
    return output_finish(status);
}
