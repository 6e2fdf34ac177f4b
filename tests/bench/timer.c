/* What a program takes, as a whole process:   timer OUT COMMAND ARGUMENT...
 *
 * Its output goes to OUT.  Prints wall time, user time and system time in microseconds, the most
 * memory it had in KiB, and its exit status.  Its own process is small, since a child begins with
 * the memory of its parent. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

static long long microseconds(struct timeval t)
{
    return t.tv_sec * 1000000LL + t.tv_usec;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("usage: timer OUT COMMAND ARGUMENT...\n", stderr);
        return 2;
    }
    long long start = now();
    pid_t child = fork();
    if (child == 0) {
        int out = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);
        if (out < 0 || dup2(out, STDOUT_FILENO) < 0)
            _exit(126);
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    int status;
    struct rusage used;
    if (child < 0 || wait4(child, &status, 0, &used) < 0)
        return 1;
    printf("%lld %lld %lld %ld %d\n", now() - start, microseconds(used.ru_utime),
           microseconds(used.ru_stime), used.ru_maxrss,
           WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
