/* ken: one verb a job. */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *arguments, *help;
} commands[] = {
#define COMMAND(name, letter, arguments, help) {#name, command_##name, arguments, help},
#include "cli/commands.def"
#undef COMMAND
};
enum { COMMANDS = sizeof commands / sizeof *commands };

const char *command_arguments(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return commands[i].arguments;
    return NULL;
}

static void usage(FILE *to)
{
    fputs("ken judges an organisation by rules and facts, exactly, and says why.\n\n", to);
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(to, "  ken %-8s %-24s %s\n", commands[i].name, commands[i].arguments,
                commands[i].help);
    fputs("\nken COMMAND --help shows a command's options; ken --version the version.\n", to);
}

/* The command that `name` is a slip of: within one letter, or a beginning of it. */
static const char *meant(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strncmp(commands[i].name, name, 2) == 0 ||
            strncmp(commands[i].name, name, strlen(name)) == 0)
            return commands[i].name;
    return NULL;
}

/* A standard stream that is closed gets something in its place that fails, lest a file that is
 * opened later takes its number and with it what is written to the stream. */
static void fill_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv)
{
    fill_streams();
    signal(SIGXFSZ, SIG_IGN); /* a file that gets too large is an error like any other */
    if (argc < 2) {
        usage(stderr);
        return EXIT_USAGE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("ken " KEN_VERSION);
        return output_finish(0);
    }
    if (strcmp(argv[1], "--help") == 0 || (strcmp(argv[1], "help") == 0 && argc == 2)) {
        usage(stdout);
        return output_finish(0);
    }
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    fprintf(stderr, "ken: there is no command `%s`", argv[1]);
    if (meant(argv[1]))
        fprintf(stderr, "; did you mean `%s`?", meant(argv[1]));
    fputs("\nken --help lists the commands\n", stderr);
    return EXIT_USAGE;
}
