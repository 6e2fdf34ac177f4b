/* Chunks of records, evaluated side by side and written in order.
 *
 * Every lane is a thread that reads a chunk, evaluates it, and puts its lines into the place of the
 * ring that is due to that chunk.  Whoever finds the next lines there writes them, and all that are
 * ready behind them; the others go on.  So there is no thread that only reads or writes, nothing
 * waits but for a lane that is a whole ring behind, and memory is that of the ring. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "cli/batch.h"

enum { PLACES = 2 }; /* of a lane, in the ring */

/* The lines of a chunk. */
struct lines {
    struct bytes text;
    ken_batch_sum sum;
    size_t read; /* bytes of records */
    bool ready;
};

struct lane;

struct lanes {
    struct run *run;
    pthread_mutex_t reading, writing; /* who has the input; who has what follows */
    pthread_cond_t moved;
    struct lines *ring;
    size_t places;
    size_t turn; /* number of the chunk that is written next */
    bool busy;   /* somebody writes */
    bool over;   /* it cannot be written on */
    struct lane *lane;
};

struct lane {
    struct lanes *of;
    pthread_t thread;
    ken_worker *worker;
    struct chunk chunk;
    struct lines lines;
};

static bool keep_lines(void *user, const char *bytes, size_t size)
{
    struct lane *l = user;
    bytes_add(&l->lines.text, bytes, size);
    return true;
}

static void add_sum(ken_batch_sum *to, const ken_batch_sum *more)
{
    to->records += more->records;
    to->wrong += more->wrong;
    to->incomplete += more->incomplete;
    to->long_way += more->long_way;
}

/* Write what is next, and what is ready behind it.  Others may put their lines down meanwhile, but
 * not into a place that is being written. */
static void write_ready(struct lanes *all)
{
    struct run *r = all->run;
    for (struct lines *l; (l = &all->ring[all->turn % all->places])->ready && !all->over;) {
        pthread_mutex_unlock(&all->writing);
        bool well = output_lines(&r->out, l->text.at, l->text.n, false);
        if (well) {
            add_sum(&r->sum, &l->sum);
            r->wrote(r, l->read);
        }
        pthread_mutex_lock(&all->writing);
        l->ready = false;
        all->over = !well;
        all->turn++;
        pthread_cond_broadcast(&all->moved);
    }
}

/* False when nothing more is to be done. */
static bool put_down(struct lanes *all, struct lane *l)
{
    pthread_mutex_lock(&all->writing);
    while (l->chunk.number - all->turn >= all->places && !all->over)
        pthread_cond_wait(&all->moved, &all->writing);
    struct lines *place = &all->ring[l->chunk.number % all->places], spare = *place;
    bool over = all->over;
    if (!over) {
        *place = l->lines;
        place->ready = true;
        l->lines = spare;
    }
    if (!over && !all->busy) {
        all->busy = true;
        write_ready(all);
        all->busy = false;
    }
    over = all->over;
    pthread_mutex_unlock(&all->writing);
    return !over;
}

/* While a thread waits for its turn, signals reach one that does something: under ThreadSanitizer a
 * handler runs only when its thread goes on. */
static void wait_turn(pthread_mutex_t *turn)
{
    sigset_t stops, before;
    sigemptyset(&stops);
    sigaddset(&stops, SIGINT);
    sigaddset(&stops, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stops, &before);
    pthread_mutex_lock(turn);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void *go(void *user)
{
    struct lane *l = user;
    struct lanes *all = l->of;
    bool more;
    do {
        wait_turn(&all->reading);
        more = input_next(&all->run->in, all->run->k, &l->chunk);
        pthread_mutex_unlock(&all->reading);
        if (!more)
            break;
        l->lines.text.n = 0;
        l->lines.sum = (ken_batch_sum){0};
        l->lines.read = l->chunk.text.n;
        ken_worker_run(l->worker, (ken_text){l->chunk.text.at, l->chunk.text.n}, l->chunk.line,
                       &l->lines.sum, keep_lines, l);
    } while (put_down(all, l));
    return NULL;
}

static void *room_for(size_t n, size_t size)
{
    struct bytes b = {0};
    bytes_room(&b, n * size);
    memset(b.at, 0, n * size);
    return b.at;
}

static void begin(struct lanes *all, struct run *r)
{
    *all = (struct lanes){.run = r, .places = PLACES * r->jobs};
    pthread_mutex_init(&all->reading, NULL);
    pthread_mutex_init(&all->writing, NULL);
    pthread_cond_init(&all->moved, NULL);
    all->ring = room_for(all->places, sizeof *all->ring);
    all->lane = room_for(r->jobs, sizeof *all->lane);
}

static void finish(struct lanes *all)
{
    for (size_t i = 0; i < all->run->jobs; i++) {
        ken_worker_free(all->lane[i].worker);
        free(all->lane[i].chunk.text.at);
        free(all->lane[i].lines.text.at);
    }
    for (size_t i = 0; i < all->places; i++)
        free(all->ring[i].text.at);
    free(all->ring);
    free(all->lane);
    pthread_cond_destroy(&all->moved);
    pthread_mutex_destroy(&all->reading);
    pthread_mutex_destroy(&all->writing);
}

/* The first lane is this thread; where there are no more to be had, fewer do it too. */
void run_all(struct run *r)
{
    struct lanes all;
    size_t started = 1;
    begin(&all, r);
    for (size_t i = 0; i < r->jobs; i++) {
        all.lane[i].of = &all;
        all.lane[i].worker = ken_worker_new(r->k);
    }
    while (started < r->jobs &&
           pthread_create(&all.lane[started].thread, NULL, go, &all.lane[started]) == 0)
        started++;
    go(&all.lane[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(all.lane[i].thread, NULL);
    finish(&all);
}
