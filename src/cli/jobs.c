/* Work shared among processes.
 *
 * The library has no threads, and needs none: a process that begins as a copy of this one has
 * everything that was read, and what it finds out goes into memory that both have. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/cli.h"

void *jobs_share(size_t bytes)
{
    void *at =
        mmap(NULL, bytes ? bytes : 1, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return at == MAP_FAILED ? NULL : at;
}

size_t jobs_of(const struct options *o)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t jobs = o->jobs ? o->jobs : processors > 0 ? (size_t)processors : 1;
    return jobs < MOST_JOBS ? jobs : MOST_JOBS;
}

void jobs_run(size_t jobs, void (*work)(void *user, size_t job), void *user)
{
    pid_t child[MOST_JOBS];
    size_t started = 0;
    fflush(NULL);
    for (size_t i = 1; i < jobs && i < MOST_JOBS; i++) {
        child[started] = fork();
        if (child[started] == 0) {
            work(user, i);
            _exit(0);
        }
        started += child[started] > 0;
    }
    work(user, 0);
    for (size_t i = 0; i < started; i++)
        waitpid(child[i], NULL, 0);
}
