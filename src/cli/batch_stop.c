/* Asking a run to stop.
 *
 * A signal may reach any thread, and only the one that it reaches is woken.  So the handler also
 * writes a byte into a pipe, on which everybody waits who waits for input. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "cli/batch.h"

static atomic_int caught;
static int bell[2] = {-1, -1};

static void catch (int number)
{
    int error = errno;
    atomic_store(&caught, number);
    (void)!write(bell[1], "", 1);
    errno = error;
}

/* What is ignored from the start, as by a job in the background of a script, stays so. */
static void catch_one(int number, const struct sigaction *action)
{
    struct sigaction before;
    if (sigaction(number, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
        sigaction(number, action, NULL);
}

void stop_catch(void)
{
    struct sigaction action = {.sa_handler = catch, .sa_flags = (int)SA_RESETHAND};
    if (pipe(bell) != 0)
        return;
    fcntl(bell[0], F_SETFD, FD_CLOEXEC);
    fcntl(bell[1], F_SETFD, FD_CLOEXEC);
    sigemptyset(&action.sa_mask);
    catch_one(SIGINT, &action);
    catch_one(SIGTERM, &action);
    signal(SIGPIPE, SIG_IGN); /* that nobody reads is an error like any other */
}

int stop_signal(void)
{
    return atomic_load(&caught);
}

bool stop_wait(int fd)
{
    struct pollfd ways[] = {{.fd = fd, .events = POLLIN}, {.fd = bell[0], .events = POLLIN}};
    while (!stop_signal() && poll(ways, 2, -1) < 0 && errno == EINTR)
        ;
    return !stop_signal();
}
