/* A stream of records: private to `ken batch`.
 *
 * Records come in by chunks of whole lines.  Each is evaluated by one lane, a thread with a worker
 * of the library, and what comes of it is written in the order in which the chunks were read.
 * Memory is bounded by the number of lanes. */
#ifndef KEN_CLI_BATCH_H
#define KEN_CLI_BATCH_H

#include <pthread.h>
#include <stdatomic.h>

#include "cli/cli.h"

struct bytes {
    char *at;
    size_t n, room;
};

/* Room for at least so many bytes; ends the process where there is none. */
void bytes_room(struct bytes *b, size_t room);
void bytes_add(struct bytes *b, const char *at, size_t n);

/* How many lines end in these bytes; `*whole` becomes where the last one does. */
size_t lines_in(const char *at, size_t n, size_t *whole);

/* --- batch_input.c -----------------------------------------------------------------------------
 */

struct input {
    const char *path; /* "-": standard input */
    ken_text name;    /* in messages */
    int fd;
    size_t chunk;      /* bytes of a usual one */
    struct bytes rest; /* read, and behind the last chunk */
    size_t line;       /* of its first byte, from 1 */
    size_t skip;       /* records that are not wanted any more */
    size_t number;     /* of the next chunk */
    bool over;         /* there is nothing behind `rest` */
    bool discards;     /* up to the next line end: what stands there is too long */
    const char *why;   /* it cannot be read on; NULL while all is well */
};

/* Some whole records. */
struct chunk {
    struct bytes text;
    size_t line, number;
};

/* Says why not.  `explained`: a record becomes far more than it is. */
bool input_open(struct input *in, const char *path, bool explained);
void input_close(struct input *in);

/* Read the first line, at least; false after an error. */
bool input_begin(struct input *in);

/* How its records are written, where nobody says. */
ken_stream input_stream(const struct input *in);

/* False at the end, after an error, or when the run is to stop. */
bool input_next(struct input *in, const ken *k, struct chunk *chunk);

/* --- batch_output.c ----------------------------------------------------------------------------
 */

struct output {
    const char *path; /* NULL: standard output */
    int fd;
    size_t records;      /* whole, in it */
    size_t before;       /* of them, written by an earlier run and not calculated again */
    size_t wrong_before; /* of those; nothing is known of bare lines */
    off_t due;           /* from here on it has what must come again, */
    off_t due_end;       /* to here: the last that an earlier run wrote */
    size_t torn;         /* bytes of it that are no whole line */
    const char *why;     /* it cannot be written on; NULL while all is well */
    bool other_file;     /* that is because an earlier run of something else wrote it */
    bool reader_gone;    /* that is because nobody reads it any more */
};

/* Says why not. */
bool output_open(struct output *out, const struct options *o, const struct input *in);

/* Write whole lines; `head` says that they are no records. */
bool output_lines(struct output *out, const char *at, size_t n, bool head);
void output_close(struct output *out);

/* Says why the file cannot be the one; false. */
bool output_refuse(const struct output *out, const char *why);

/* --- batch_resume.c ----------------------------------------------------------------------------
 */

/* Take up what an earlier run wrote.  `head` is how it must begin.  False after saying why not. */
bool output_resume(struct output *out, const ken *k, ken_text head);

/* Pass over what is due of these bytes, which are there already.  False where it is not the same.
 */
bool output_agrees(struct output *out, const char **at, size_t *n);

/* Whether something that must come again did not: then that is what is wrong. */
bool output_is_due(struct output *out);

/* --- batch_lanes.c -----------------------------------------------------------------------------
 */

struct run {
    ken *k;
    struct input in;
    struct output out;
    size_t jobs;
    ken_batch_sum sum;
    void (*wrote)(struct run *r, size_t bytes); /* some more records, of so many bytes read */
};

/* Everything from `in` to `out`. */
void run_all(struct run *r);

/* --- batch_stop.c ------------------------------------------------------------------------------
 */

/* From here on the first SIGINT or SIGTERM asks for a stop at a whole record, the second ends the
 * process. */
void stop_catch(void);
int stop_signal(void); /* which one came; 0: none */

/* Wait until `fd` can be read.  False when the run is to stop. */
bool stop_wait(int fd);

/* --- batch_progress.c --------------------------------------------------------------------------
 */

void progress_begin(const struct options *o);
void progress_wrote(struct run *r, size_t bytes);

/* What is said in the end. */
void progress_end(const struct run *r, const struct options *o);

#endif
