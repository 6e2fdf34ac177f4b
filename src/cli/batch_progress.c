/* What a run says of itself, on standard error: how far it is, while that is a terminal; in the end
 * what was wrong, and where it stopped. */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/batch.h"

enum { MS = 1000, NS_PER_MS = 1000 * 1000, OFTEN_MS = 200, GROUPED = 40, KB = 1000 };

static struct {
    bool shows;
    unsigned long long began, shown; /* in milliseconds */
    unsigned long long bytes;        /* of records, so far */
} progress;

static unsigned long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (unsigned long long)t.tv_sec * MS + (unsigned long long)t.tv_nsec / NS_PER_MS;
}

/* "1,234,567" */
static const char *grouped(char room[GROUPED], unsigned long long n)
{
    char digits[GROUPED];
    int length = snprintf(digits, sizeof digits, "%llu", n);
    char *to = room;
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            *to++ = ',';
        *to++ = digits[i];
    }
    *to = 0;
    return room;
}

static const char *plural(size_t n)
{
    return n == 1 ? "" : "s";
}

static unsigned long long a_second(size_t records, unsigned long long ms)
{
    return records * (unsigned long long)MS / (ms ? ms : 1);
}

void progress_begin(const struct options *o)
{
    progress.shows = isatty(STDERR_FILENO) && !o->no_progress;
    progress.began = progress.shown = now();
}

void progress_wrote(struct run *r, size_t bytes)
{
    char records[GROUPED], speed[GROUPED], wrong[GROUPED];
    unsigned long long at = progress.shows ? now() : 0;
    progress.bytes += bytes;
    if (!progress.shows || at - progress.shown < OFTEN_MS)
        return;
    progress.shown = at;
    fprintf(stderr, "\r%s records, %s a second, %llu.%llu MB, %s wrong\033[K",
            grouped(records, r->sum.records),
            grouped(speed, a_second(r->sum.records - r->out.before, at - progress.began)),
            progress.bytes / KB / KB, progress.bytes / KB / (KB / 10) % 10,
            grouped(wrong, r->sum.wrong));
}

static void say_summary(const struct run *r)
{
    char n[GROUPED], wrong[GROUPED], open[GROUPED], slow[GROUPED], speed[GROUPED];
    unsigned long long ms = now() - progress.began;
    size_t fresh = r->sum.records - r->out.before;
    ken_text why = ken_batch_slow(r->k);
    fprintf(stderr,
            "ken batch: %s record%s in %llu.%02llu s, %s a second: %s wrong, %s incomplete\n",
            grouped(n, fresh), plural(fresh), ms / MS, ms % MS / 10,
            grouped(speed, a_second(fresh, ms)), grouped(wrong, r->sum.wrong - r->out.wrong_before),
            grouped(open, r->sum.incomplete));
    if (r->out.before)
        fprintf(stderr, "ken batch: %s more of an earlier run: %s wrong\n",
                grouped(n, r->out.before), grouped(wrong, r->out.wrong_before));
    if (!r->sum.long_way)
        return;
    fprintf(stderr, "ken batch: %s of them looked at one by one%s%.*s\n",
            grouped(slow, r->sum.long_way), why.size ? ", for the sake of " : "", (int)why.size,
            why.at);
}

/* How to go on where it stopped. */
static void say_where(const struct run *r)
{
    char n[GROUPED];
    if (r->out.other_file) {
        fputs("; nothing was written\n", stderr);
        return;
    }
    fprintf(stderr, "; %s record%s written%s\n", grouped(n, r->out.records),
            r->out.records == 1 ? " is" : "s are",
            r->out.path ? ", and the same command with --resume goes on behind them" : "");
}

static void say_wrong(const struct run *r)
{
    char wrong[GROUPED], all[GROUPED];
    fprintf(stderr, "ken batch: %s of %s record%s %s wrong\n", grouped(wrong, r->sum.wrong),
            grouped(all, r->sum.records), plural(r->sum.records), r->sum.wrong == 1 ? "is" : "are");
}

void progress_end(const struct run *r, const struct options *o)
{
    if (progress.shows)
        fputs("\r\033[K", stderr);
    if (o->summary || (progress.shows && !r->out.why))
        say_summary(r);
    else if (r->sum.wrong)
        say_wrong(r);
    else if (!r->sum.records && !r->out.why && !r->in.why && !stop_signal())
        fprintf(stderr, "ken batch: there are no records in `%.*s`\n", (int)r->in.name.size,
                r->in.name.at);
    if (r->out.why) {
        fprintf(stderr, "ken batch: cannot %s %s%s%s: %s", r->out.other_file ? "go on in" : "write",
                r->out.path ? "`" : "the result", r->out.path ? r->out.path : "",
                r->out.path ? "`" : "", r->out.why);
        say_where(r);
    } else if (r->in.why) {
        fprintf(stderr, "ken batch: cannot read `%.*s`: %s", (int)r->in.name.size, r->in.name.at,
                r->in.why);
        say_where(r);
    } else if (stop_signal()) {
        fputs("ken batch: interrupted", stderr);
        say_where(r);
    }
}
