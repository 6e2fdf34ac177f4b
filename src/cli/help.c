/* ken help: a command or a diagnostic. */
#include <string.h>

#include "cli/cli.h"

static const struct {
    const char *name;
    char letter;
    const char *arguments, *help;
} commands[] = {
#define COMMAND(name, letter, arguments, help) {#name, letter, arguments, help},
#include "cli/commands.def"
#undef COMMAND
};

int command_help(int argc, char **argv)
{
    const char *topic = argc > 1 ? argv[1] : "help";
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(topic, commands[i].name) == 0) {
            printf("usage: ken %s [options] %s\n\n%s\n\n", topic, commands[i].arguments,
                   commands[i].help);
            options_help(stdout, commands[i].letter);
            return output_finish(0);
        }
    ken_text page = ken_help((ken_text){topic, strlen(topic)});
    if (page.size) {
        fwrite(page.at, 1, page.size, stdout);
        return output_finish(0);
    }
    fprintf(stderr, "ken help: there is no command and no diagnostic `%s`\n", topic);
    return EXIT_USAGE;
}
