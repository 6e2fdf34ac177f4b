/* ken batch: many offices, one a line in, one a line out. */
#include "cli/batch.h"

#include <signal.h>
#include <string.h>

enum { ONLY_ROOM = 4096 };

static bool wrong(const char *says)
{
    fprintf(stderr, "ken batch: %s\n", says);
    return false;
}

static bool read_only(const struct options *o, char joined[ONLY_ROOM], ken_text *only)
{
    size_t n = 0;
    for (size_t i = 0; i < o->onlies; i++) {
        if (n + strlen(o->only[i]) + 2 > ONLY_ROOM)
            return wrong("--only is too long");
        n += (size_t)snprintf(joined + n, ONLY_ROOM - n, "%s%s", n ? "," : "", o->only[i]);
    }
    *only = (ken_text){joined, n};
    return true;
}

/* Options that do not go together. */
static bool is_possible(const struct options *o, const ken_batching *how)
{
    bool csv = how->to == KEN_STREAM_CSV;
    if (o->resume && !o->output)
        return wrong("--resume goes on in the file that --output names");
    if (o->explain && csv)
        return wrong("--explain is for --format ndjson: a derivation does not fit into a cell");
    if (o->bare && !csv)
        return wrong("--bare is for --format csv");
    if (o->no_header && !csv)
        return wrong("--no-header is for --format csv");
    return true;
}

static ken_batching how_of(const struct options *o, const struct input *in, ken_text only)
{
    ken_stream from = o->facts_csv      ? KEN_STREAM_CSV
                      : o->facts_ndjson ? KEN_STREAM_NDJSON
                                        : input_stream(in);
    return (ken_batching){
        .from = from,
        .to = !o->format                 ? from
              : o->style.form == KEN_CSV ? KEN_STREAM_CSV
                                         : KEN_STREAM_NDJSON,
        .name = in->name,
        .only = only,
        .bare = o->bare,
        .explain = o->explain,
    };
}

/* The rules, and what the stream begins with. */
static int prepare(struct run *r, const struct options *o, ken_text only)
{
    ken_text name, text;
    size_t head, lines;
    struct bytes *rest = &r->in.rest;
    if (!file_read(o->argument[0], &name, &text))
        return EXIT_IO;
    if (ken_load(r->k, name, text) != KEN_OK)
        return EXIT_RULES;
    if (!input_open(&r->in, o->arguments > 1 ? o->argument[1] : "-", o->explain) ||
        !input_begin(&r->in))
        return EXIT_IO;
    ken_batching how = how_of(o, &r->in, only);
    if (!is_possible(o, &how))
        return EXIT_USAGE;
    if (o->columns && !file_read(o->columns, &how.columns_name, &how.columns))
        return EXIT_IO;
    ken_status status = ken_batch_begin(r->k, &how, (ken_text){rest->at, rest->n}, &head, &lines);
    if (status != KEN_OK)
        return status == KEN_RULES_WRONG ? EXIT_USAGE : (int)status;
    rest->n -= head;
    memmove(rest->at, rest->at + head, rest->n);
    r->in.line += lines;
    return 0;
}

static int open_result(struct run *r, const struct options *o)
{
    ken_text head = {0};
    if (!o->no_header)
        head = ken_batch_head(r->k);
    if (!output_open(&r->out, o, &r->in))
        return EXIT_IO;
    if (o->resume) {
        if (!output_resume(&r->out, r->k, head))
            return r->out.why ? 0 : EXIT_IO; /* what is wrong is said in the end */
        r->in.skip = r->out.before;
        r->sum.wrong = r->out.wrong_before;
        r->sum.records = r->out.before;
    } else if (!output_lines(&r->out, head.at, head.size, true)) {
        return 0; /* what is wrong is said in the end */
    }
    return 0;
}

static int run(struct run *r, const struct options *o, ken_text only)
{
    int status = prepare(r, o, only);
    ken_style problems = o->style;
    problems.form = KEN_TEXT;
    output_report(r->k, KEN_PROBLEMS, &problems, stderr);
    if (!status)
        status = open_result(r, o);
    if (status)
        return status;
    progress_begin(o);
    if (!r->out.why)
        run_all(r);
    if (!r->out.why && !r->in.why && !stop_signal())
        output_is_due(&r->out);
    output_close(&r->out);
    progress_end(r, o);
    if (r->out.why || r->in.why)
        return EXIT_IO;
    return r->sum.wrong ? EXIT_FACTS : 0;
}

int command_batch(int argc, char **argv)
{
    struct options o;
    char joined[ONLY_ROOM];
    ken_text only = {0};
    struct run r = {.in.fd = -1, .out.fd = -1, .wrote = progress_wrote};
    if (!options_read(&o, "batch", 'B', argc, argv) || !read_only(&o, joined, &only))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (o.arguments > 2)
        wrong("one stream at a time; `cat` puts files of NDJSON together");
    if (o.arguments < 1 || o.arguments > 2)
        return usage_of("batch");
    stop_catch();
    r.jobs = o.jobs_said ? jobs_of(&o) : 1;
    r.k = session_new();
    int status = run(&r, &o, only);
    input_close(&r.in);
    ken_free(r.k);
    files_forget();
    if (stop_signal()) /* the default is back: a shell sees how this ended */
        raise(stop_signal());
    return status;
}
