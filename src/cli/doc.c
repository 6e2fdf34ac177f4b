/* ken doc: rules as a booklet. */

#include "cli/cli.h"

/* As asked for, else as the file is called; Markdown where there is no file. */
static bool choose_form(struct options *o)
{
    if (o->format)
        return true;
    o->style.form = KEN_MARKDOWN;
    if (!o->output || path_ends(o->output_path, ".md"))
        return true;
    o->style.form = KEN_HTML;
    if (path_ends(o->output_path, ".html") || path_ends(o->output_path, ".htm"))
        return true;
    fprintf(stderr,
            "ken doc: `%s` ends neither in .html nor in .md; --format says which it shall be\n",
            o->output_path);
    return false;
}

int command_doc(int argc, char **argv)
{
    struct options o;
    if (!options_read(&o, "doc", 'D', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments != 1)
        return usage_of("doc");
    if (!choose_form(&o))
        return EXIT_USAGE;
    int status = session_rules(&o, KEN_BOOKLET);
    files_forget();
    return output_finish(status);
}
