/* ken test: the tests of rules.
 *
 * Each file is tested by itself, several at once by processes of their own; what they write is put
 * in the order of the files. */
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/cli.h"

struct job {
    const char *path;
    pid_t child;  /* 0: none */
    FILE *result; /* what the child has to say: a struct said, then text */
    bool done;
};

/* What became of one file. */
struct said {
    int status; /* EXIT_IO, or 0 */
    ken_tested sum;
};

struct run {
    const struct options *o;
    ken_style style; /* of what is said of the tests */
    ken_testing how;
    ken *frame; /* writes what stands around the files */
    ken_tested all;
    size_t written; /* files */
    int status;
};

static bool write_file(void *user, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, user) == size;
}

/* Where the result is what they came to, what became of the tests themselves stands beside it. */
static bool write_result(void *user, const char *bytes, size_t size)
{
    const struct run *run = user;
    bool aside = run->how.coverage && run->o->style.form != KEN_TEXT;
    return aside ? write_file(stderr, bytes, size) : output_bytes((ken_text){bytes, size});
}

/* --- one file --------------------------------------------------------------------------------- */

static struct said test_file(const struct run *run, const char *path, FILE *to)
{
    ken_text name, text;
    if (!file_read(path, &name, &text))
        return (struct said){.status = EXIT_IO};
    ken *k = session_new();
    ken_load_tests(k, name, text);
    struct said said = {.sum = ken_test(k, name, &run->how, &run->style, write_file, to)};
    bool keeps = run->how.coverage && said.sum.tests;
    if (keeps)
        coverage_keep(k);
    else
        ken_free(k);
    if (!run->how.coverage) /* else their texts are still shown */
        files_forget();
    return said;
}

/* A file that has no test is not told of. */
static void take(struct run *run, const struct said *said, const char *text, size_t size)
{
    if (size) {
        ken_test_place place = run->written++ ? KEN_TESTS_BETWEEN : KEN_TESTS_HEAD;
        if (!run->how.list)
            ken_test_frame(run->frame, place, &run->all, &run->style, write_result, run);
        write_result(run, text, size);
    }
    run->all.files += said->sum.files;
    run->all.wrong += said->sum.wrong;
    run->all.tests += said->sum.tests;
    run->all.failed += said->sum.failed;
    run->status = said->status ? said->status : run->status;
}

static bool goes_on(const struct run *run)
{
    return !run->how.fail_fast || !(run->all.failed || run->all.wrong);
}

static void test_alone(struct run *run, const char *path)
{
    char *text = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&text, &size);
    if (!to)
        abort();
    struct said said = test_file(run, path, to);
    fclose(to);
    take(run, &said, text, size);
    free(text);
}

/* --- several at once ----------------------------------------------------------------------------
 */

static void start(struct run *run, struct job *job)
{
    struct said said = {.status = 0};
    job->result = tmpfile();
    fflush(NULL);
    job->child = job->result ? fork() : -1;
    if (job->child)
        return;
    fwrite(&said, sizeof said, 1, job->result);
    said = test_file(run, job->path, job->result);
    fflush(job->result);
    rewind(job->result);
    fwrite(&said, sizeof said, 1, job->result);
    _exit(fflush(job->result) == 0 ? 0 : EXIT_IO);
}

/* A child that could not tell its result, or could not be started, is an error of its own. */
static void collect(struct run *run, struct job *job, bool well)
{
    struct said said = {.status = EXIT_IO};
    char *text = NULL;
    long size = 0;
    if (well && fseek(job->result, 0, SEEK_END) == 0)
        size = ftell(job->result) - (long)sizeof said;
    if (well && size >= 0) {
        rewind(job->result);
        text = malloc((size_t)size + 1);
        well = text && fread(&said, sizeof said, 1, job->result) == 1 &&
               fread(text, 1, (size_t)size, job->result) == (size_t)size;
    }
    if (!well)
        fprintf(stderr, "ken test: the tests of `%s` were broken off\n", job->path);
    take(run, &said, text, well ? (size_t)size : 0);
    free(text);
}

static void finish(struct job *job, bool end)
{
    if (end && job->child > 0 && !job->done) {
        kill(job->child, SIGTERM);
        waitpid(job->child, NULL, 0);
    }
    if (job->result)
        fclose(job->result);
    job->result = NULL;
}

/* Wait for one child; false when there is none. */
static bool wait_for_one(struct job *job, size_t n, bool *well)
{
    int status;
    pid_t child;
    while ((child = waitpid(-1, &status, 0)) < 0 && errno == EINTR)
        ;
    for (size_t i = 0; i < n; i++)
        if (job[i].child == child && child > 0) {
            job[i].done = true;
            well[i] = WIFEXITED(status) && WEXITSTATUS(status) == 0;
        }
    return child > 0;
}

static void test_at_once(struct run *run, struct job *job, size_t n, size_t jobs)
{
    bool *well = calloc(n, sizeof *well);
    size_t started = 0, told = 0, running = 0;
    if (!well)
        abort();
    while (told < n && goes_on(run)) {
        for (; started < n && running < jobs; started++) {
            start(run, &job[started]);
            job[started].done = job[started].child < 0;
            running += job[started].child > 0;
        }
        running -= !job[told].done && wait_for_one(job, started, well);
        for (; told < started && job[told].done && goes_on(run); told++) {
            collect(run, &job[told], well[told]);
            finish(&job[told], false);
        }
    }
    for (size_t i = 0; i < started; i++)
        finish(&job[i], true);
    free(well);
}

/* --- which files ------------------------------------------------------------------------------ */

/* Whether a line begins with `test` or `tests` and a name in quotes: in a folder, files without are
 * passed over. */
static bool holds_tests(const char *path)
{
    ken_text text;
    if (file_open(path, &text))
        return true; /* then it is said why it cannot be read */
    bool found = false;
    for (size_t i = 0; i < text.size && !found;) {
        while (i < text.size && (text.at[i] == ' ' || text.at[i] == '\t'))
            i++;
        const char *line = text.at + i, *end = memchr(line, '\n', text.size - i);
        size_t n = end ? (size_t)(end - line) : text.size - i;
        if (n > 4 && memcmp(line, "test", 4) == 0 && memchr(line, '"', n))
            found = true;
        i += n + 1;
    }
    files_forget();
    return found;
}

struct files {
    char **path;
    size_t n;
};

static void add_file(struct files *files, const char *path)
{
    char **more = realloc(files->path, (files->n + 1) * sizeof *more);
    char *copy = strdup(path);
    if (!more || !copy)
        abort();
    files->path = more;
    files->path[files->n++] = copy;
}

static int add_found(void *files, const char *path)
{
    path += strncmp(path, "./", 2) == 0 ? 2 : 0;
    if (holds_tests(path))
        add_file(files, path);
    return 0;
}

static int find_files(const struct options *o, struct files *files)
{
    static const char *const endings[] = {".ken", NULL};
    int status = 0;
    if (!o->arguments)
        return folder_walk(".", endings, add_found, files);
    for (size_t i = 0; i < o->arguments; i++) {
        if (!folder_is(o->argument[i]))
            add_file(files, o->argument[i]);
        else if (folder_walk(o->argument[i], endings, add_found, files))
            status = EXIT_IO;
    }
    return status;
}

static void free_files(struct files *files)
{
    for (size_t i = 0; i < files->n; i++)
        free(files->path[i]);
    free(files->path);
}

/* --- all of it -------------------------------------------------------------------------------- */

static void run_files(struct run *run, const struct files *files)
{
    /* Coverage is put together here, not in processes of their own. */
    size_t jobs = jobs_of(run->o);
    if (jobs == 1 || files->n < 2 || run->how.coverage) {
        for (size_t i = 0; i < files->n && goes_on(run); i++)
            test_alone(run, files->path[i]);
        return;
    }
    struct job *job = calloc(files->n, sizeof *job);
    if (!job)
        abort();
    for (size_t i = 0; i < files->n; i++)
        job[i].path = files->path[i];
    test_at_once(run, job, files->n, jobs);
    free(job);
}

/* Tests often lie beside the rules that are named. */
static void say_beside(const char *rules)
{
    char beside[PATH_MAX];
    size_t n = strlen(rules) - (path_ends(rules, ".ken") ? 4 : 0);
    if (path_ends(rules, ".test.ken") || n + sizeof ".test.ken" > sizeof beside)
        return;
    snprintf(beside, sizeof beside, "%.*s.test.ken", (int)n, rules);
    if (file_is_there(beside))
        fprintf(stderr, "the file beside it holds some: ken test %s\n", beside);
}

static void say_none(const struct run *run)
{
    fprintf(stderr, "ken test: no tests found in");
    for (size_t i = 0; i < run->o->arguments; i++)
        fprintf(stderr, "%s `%s`", i ? "," : "", run->o->argument[i]);
    if (!run->o->arguments)
        fprintf(stderr, " `.` and the folders in it");
    if (run->how.filter.size)
        fprintf(stderr, " whose name contains `%s`", run->o->filter);
    fprintf(stderr, "\na test is a block `test \"name\" { ... }` in a rule file, or in a file that "
                    "begins with `tests \"rules.ken\"`\n");
    for (size_t i = 0; i < run->o->arguments; i++)
        say_beside(run->o->argument[i]);
}

static int exit_status(const struct run *run)
{
    if (run->status)
        return run->status;
    if (run->all.failed || (!run->all.tests && !run->all.wrong))
        return EXIT_NO;
    return run->all.wrong ? EXIT_RULES : 0;
}

int command_test(int argc, char **argv)
{
    struct options o;
    struct files files = {0};
    if (!options_read(&o, "test", 'T', argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (!coverage_is_possible(&o))
        return EXIT_USAGE;
    struct run run = {.o = &o, .style = o.style, .frame = session_new()};
    run.how = (ken_testing){
        .fail_fast = o.fail_fast, .all = o.style.all, .list = o.list, .coverage = o.coverage};
    if (o.coverage)
        run.style.form = KEN_TEXT;
    if (o.filter)
        run.how.filter = (ken_text){o.filter, strlen(o.filter)};
    run.status = find_files(&o, &files);
    run_files(&run, &files);
    if (!run.how.list && !run.written && run.style.form != KEN_TEXT)
        ken_test_frame(run.frame, KEN_TESTS_HEAD, &run.all, &run.style, write_result, &run);
    if (!run.how.list && (run.all.files || run.style.form != KEN_TEXT))
        ken_test_frame(run.frame, KEN_TESTS_TAIL, &run.all, &run.style, write_result, &run);
    int covered = o.coverage ? coverage_finish(&o) : 0;
    if (!run.all.tests && !run.all.wrong && !run.status)
        say_none(&run);
    ken_free(run.frame);
    free_files(&files);
    files_forget();
    int status = exit_status(&run);
    status = status ? status : covered;
    int end = output_finish(status == EXIT_RULES ? EXIT_NO : status);
    return end == EXIT_NO ? status : end;
}
