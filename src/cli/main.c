/* ken: one verb a job. */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/tables.h"

static void usage(FILE *to)
{
    fputs("ken judges an organisation by rules and facts, exactly, and says why.\n\n", to);
    for (const struct verb *v = verbs; v->name; v++)
        fprintf(to, "  ken %-11s %-24s %s\n", v->name, v->arguments, v->help);
    fputs("\nken COMMAND --help shows a command's options, ken help topics what there is to read; "
          "ken "
          "--version the version.\n",
          to);
}

int usage_of(const char *verb)
{
    fprintf(stderr, "usage: ken %s %s\n", verb, verb_named(verb)->arguments);
    return EXIT_USAGE;
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
    if (verb_named(argv[1]))
        return verb_named(argv[1])->run(argc - 1, argv + 1);
    fprintf(stderr, "ken: there is no command `%s`", argv[1]);
    ken_text meant = verb_meant(argv[1]);
    if (meant.size)
        fprintf(stderr, "; did you mean `%.*s`?", (int)meant.size, meant.at);
    fputs("\nken --help lists the commands\n", stderr);
    return EXIT_USAGE;
}
