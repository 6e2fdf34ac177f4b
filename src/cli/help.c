/* ken help: a command, a diagnostic, or what the documentation says about a topic. */
#include <string.h>

#include "cli/cli.h"
#include "cli/tables.h"

static void show(ken_text page)
{
    fwrite(page.at, 1, page.size, stdout);
}

/* How it is called, and behind that its manual, where there is one of its name. */
static void about_verb(const struct verb *v)
{
    ken_text name, title;
    printf("usage: ken %s [options] %s\n\n%s\n\n", v->name, v->arguments, v->help);
    options_help(stdout, v->letter);
    for (size_t i = 0; ken_topic(i, &name, &title); i++)
        if (strlen(v->name) == name.size && memcmp(v->name, name.at, name.size) == 0) {
            putchar('\n');
            show(ken_help(name));
        }
}

static void list_topics(void)
{
    ken_text name, title;
    puts("ken help TOPIC shows one of these, a command, a diagnostic such as K0403, or the section "
         "of the\n"
         "language that a word such as `penalty` belongs to:\n");
    for (size_t i = 0; ken_topic(i, &name, &title); i++)
        printf("  %-30.*s %.*s\n", (int)name.size, name.at, (int)title.size, title.at);
}

/* Every command with its options, as the manual page has it. */
static void list_commands(void)
{
    for (const struct verb *v = verbs; v->name; v++) {
        printf("### ken %s %s\n\n%s.\n\n", v->name, v->arguments, v->help);
        puts("```");
        options_help(stdout, v->letter);
        puts("```\n");
    }
}

/* Every lint with its level. */
static void list_lints(void)
{
    static const char *const words[] = {
        [KEN_ALLOW] = "allow", [KEN_WARN] = "warn", [KEN_DENY] = "deny"};
    ken_text code, name, title;
    ken_level level;
    puts("Lints, with the level that each has where nobody sets another one; ken help CODE tells "
         "more:\n");
    for (size_t i = 0; ken_lint(i, &code, &name, &level, &title); i++)
        printf("  %.*s  %-24.*s %-5s  %.*s\n", (int)code.size, code.at, (int)name.size, name.at,
               words[level], (int)title.size, title.at);
}

int command_help(int argc, char **argv)
{
    const char *topic = argc > 1 ? argv[1] : "help";
    ken_text wanted = {topic, strlen(topic)}, page = ken_help(wanted);
    if (verb_named(topic))
        about_verb(verb_named(topic));
    else if (strcmp(topic, "topics") == 0)
        list_topics();
    else if (strcmp(topic, "commands") == 0)
        list_commands();
    else if (strcmp(topic, "lints") == 0)
        list_lints();
    else if (page.size)
        show(page);
    else {
        ken_text meant = verb_meant(topic);
        meant = meant.size ? meant : ken_nearest_topic(wanted);
        fprintf(stderr, "ken help: there is no command, no diagnostic and no topic `%s`", topic);
        if (meant.size)
            fprintf(stderr, "; did you mean `%.*s`?", (int)meant.size, meant.at);
        fputs("\nken help topics lists what there is\n", stderr);
        return EXIT_USAGE;
    }
    return output_finish(0);
}
