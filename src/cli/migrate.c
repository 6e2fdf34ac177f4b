/* ken migrate: a fact file for rules of another year. */
#include "cli/cli.h"

static int load(ken *k, const char *path, ken_status read(ken *k, ken_text name, ken_text text))
{
    ken_text name, text;
    return file_read(path, &name, &text) ? (int)read(k, name, text) : EXIT_IO;
}

static int migrate(ken *k, const struct options *o, const char *path)
{
    ken_text name, text;
    if (!file_read(path, &name, &text))
        return EXIT_IO;
    return (int)ken_migrate(k, name, text, session_format(o, path, text));
}

int command_migrate(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "migrate", 'g', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments != 1 || !o.from || !o.to)
        return usage_of("migrate");
    ken *k = session_new();
    int status = load(k, o.from, ken_load);
    status = status ? status : load(k, o.to, ken_compare);
    status = status ? status : migrate(k, &o, o.argument[0]);
    output_report(k, KEN_PROBLEMS, &o.style, stderr);
    if (!status)
        output_result(k, KEN_MIGRATED, &o.style);
    if (!status && ken_not_carried(k))
        status = EXIT_NO;
    ken_free(k);
    files_forget();
    return output_finish(status);
}
