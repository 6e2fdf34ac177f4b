/* `ken batch` from outside: threads, files, and every way in which a run can end. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support.h"

#define CLINIC "tests/cases/answers/batch/clinic.ken"

static struct arena *a;
static char folder[] = "build/batch-XXXXXX";

static void begin(void)
{
    a = support_arena();
    cr_assert(mkdtemp(folder));
}

static struct text run(const char *command, int *status)
{
    return support_run(a,
                       text_c(a, SAY(a, "cd {} && cd - > /dev/null; D={}; {}", text_of(folder),
                                     text_of(folder), text_of(command))),
                       status);
}

static struct text run_well(const char *command)
{
    int status;
    struct text out = run(command, &status);
    cr_assert(status == 0, "%s: %d\n%s", command, status, text_c(a, out));
    return out;
}

static void finish(void)
{
    run_well("rm -r $D");
    arena_free(a);
}

TestSuite(batch_verb, .init = begin, .fini = finish);

/* So many records, some of them wrong, some incomplete. */
static void make_records(size_t n)
{
    static const char *const kinds[] = {
        ("{\"id\":\"r{}\",\"patients.screened\":{},\"patients.eligible\":200,"
         "\"plan.approved\":\"2024-01-05\"}\n"),
        "{\"id\":\"r{}\",\"patients.screened\":{}}\n",
        "{\"id\":\"r{}\",\"patients.screened\":\"x{}\"}\n",
    };
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < n; i++) {
        const char *kind = kinds[i % 7 == 3 ? 1 : i % 11 == 5 ? 2 : 0];
        buffer_add(&b, SAY(a, kind, text_number(a, (long long)i),
                           text_number(a, (long long)(i * 37 % 200))));
    }
    support_write(text_c(a, SAY(a, "{}/in.ndjson", text_of(folder))), buffer_text(&b));
}

#define BATCH "ken batch " CLINIC " $D/in.ndjson "

Test(batch_verb, writes_the_same_in_any_number_of_threads)
{
    make_records(20000);
    run_well(BATCH "> $D/1 2> $D/e1; test $? = 4");
    run_well("for j in 2 3 8; do " BATCH
             "-j $j -o $D/2 2> $D/e2; test $? = 4 && cmp $D/1 $D/2 && cmp $D/e1 $D/e2 || exit 1; "
             "done");
    run_well("cat $D/in.ndjson | ken batch " CLINIC " -j 2 - > $D/2 2> $D/e2; cmp $D/1 $D/2");
    run_well("test $(wc -l < $D/1) = 20000");
}

Test(batch_verb, goes_on_behind_every_byte_of_an_earlier_run)
{
    make_records(12);
    run_well("for f in ndjson csv; do " BATCH "--format $f > $D/whole 2> $D/wrong; "
             "n=$(wc -c < $D/whole); i=0; while [ $i -le $n ]; do "
             "head -c $i $D/whole > $D/part; " BATCH "--format $f -o $D/part --resume 2> $D/e; "
             "test $? = 4 && cmp $D/whole $D/part && cmp $D/wrong $D/e || exit 1; "
             "i=$((i + 1)); done; done");
}

Test(batch_verb, leaves_a_file_of_something_else_as_it_is)
{
    static const char *const tries[] = {
        BATCH "-o $D/notes --resume",
        BATCH "-o $D/lines --resume",
        BATCH "-o $D/notes --resume --format csv",
    };
    int status;
    make_records(12);
    run_well("printf 'notes' > $D/notes; printf 'one\\ntwo' > $D/lines");
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct text out = run(tries[i], &status);
        cr_expect(status == 5 && support_find(out, TEXT("cannot go on in `")) &&
                      support_find(out, TEXT("; nothing was written\n")),
                  "%s: %d: %s", tries[i], status, text_c(a, out));
    }
    run_well(
        "test \"$(cat $D/notes)\" = notes && test \"$(cat $D/lines)\" = \"$(printf 'one\\ntwo')\"");
}

Test(batch_verb, goes_on_in_many_threads_behind_a_run_that_was_killed)
{
    make_records(20000);
    run_well(BATCH "-o $D/whole 2> $D/e; test $? = 4");
    run_well("rm -f $D/part; for i in 1 2 3 4 5; do "
             "timeout -s KILL 0.0$i " BATCH "-j 3 -o $D/part --resume > $D/e 2>&1; done; " BATCH
             "-j 3 -o $D/part --resume > $D/e 2>&1; cmp $D/whole $D/part");
}

Test(batch_verb, does_not_go_on_in_what_is_of_other_records)
{
    int status;
    make_records(12);
    run_well(BATCH "-o $D/part 2> $D/e; head -n 3 $D/part > $D/p; mv $D/p $D/part; "
                   "sed 's/:74,/:131,/' $D/in.ndjson > $D/other.ndjson");
    struct text out = run("ken batch " CLINIC " $D/other.ndjson -o $D/part --resume", &status);
    cr_expect(status == 5 && support_find(out, TEXT("these are other records, or other rules")),
              "%d: %s", status, text_c(a, out));
    out = run("ken batch " CLINIC " $D/in.ndjson -o $D/part --resume --format csv", &status);
    cr_expect(status == 5 && support_find(out, TEXT("it does not begin with the columns")), "%s",
              text_c(a, out));
    run_well("test $(wc -l < $D/part) = 3");
    out = run("head -n 2 $D/in.ndjson | ken batch " CLINIC " -o $D/part --resume", &status);
    cr_expect(status == 5 && support_find(out, TEXT("there are more records in it than come in")),
              "%s", text_c(a, out));
}

Test(batch_verb, ends_on_a_whole_line_of_a_full_disk)
{
    int status;
    make_records(20000);
    struct text out = run(BATCH "> /dev/full", &status);
    cr_expect(status == 5 && support_find(out, TEXT("No space left on device; 0 records are")),
              "%d: %s", status, text_c(a, out));
    run_well(BATCH "> $D/whole 2> $D/e; test $? = 4");
    out = run("(ulimit -f 100; " BATCH "-j 2 -o $D/part)", &status);
    cr_expect(status == 5 && support_find(out, TEXT("with --resume goes on behind them")), "%d: %s",
              status, text_c(a, out));
    run_well("test \"$(tail -c 1 $D/part)\" = '' && n=$(wc -c < $D/part) && test $n -gt 40000 && "
             "head -c $n $D/whole | cmp - $D/part");
    run_well(BATCH "-o $D/part --resume 2> $D/e; cmp $D/whole $D/part");
}

Test(batch_verb, ends_when_nobody_reads)
{
    int status;
    make_records(20000);
    struct text out =
        run("(" BATCH "; echo \"status $?\" >&2) | head -n 2 > $D/two; wc -l < $D/two", &status);
    cr_expect(support_find(out, TEXT("status 5")) && support_find(out, TEXT("2\n")), "%s",
              text_c(a, out));
}

/* The stream is still open when the signal comes. */
Test(batch_verb, ends_on_a_whole_line_when_it_is_interrupted)
{
    int status;
    make_records(2000);
    run_well(BATCH "> $D/whole 2> $D/e; test $? = 4; mkfifo $D/pipe");
    struct text out =
        run("$KEN batch " CLINIC " $D/pipe -o $D/part -j 2 & job=$!; exec 3> $D/pipe; "
            "cat $D/in.ndjson >&3; printf '{\"id\"' >&3; "
            "while [ \"$(wc -l < $D/part)\" -lt 2000 ]; do sleep 0.01; done; "
            "kill -TERM $job; wait $job; echo \"status $?\"",
            &status);
    cr_expect(support_find(out, TEXT("interrupted; 2,000 records are written")) &&
                  support_find(out, TEXT("status 143")),
              "%s", text_c(a, out));
    run_well("cmp $D/whole $D/part");
}

Test(batch_verb, does_not_write_over_what_it_reads)
{
    int status;
    make_records(3);
    struct text out = run(BATCH "-o $D/in.ndjson", &status);
    cr_expect(status == 5 && support_find(out, TEXT("it is one of the files that were read")), "%s",
              text_c(a, out));
    run_well("test $(wc -l < $D/in.ndjson) = 3");
}

/* A sanitizer has an address space of its own size. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define MEMORY_LIMIT ""
#else
#define MEMORY_LIMIT "ulimit -v 40000; "
#endif

Test(batch_verb, takes_the_same_memory_for_any_number_of_records)
{
    make_records(1000);
    run_well("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 "
             "29 30; do cat $D/in.ndjson; done > $D/many; "
             "(" MEMORY_LIMIT "ken batch " CLINIC
             " --facts-format ndjson $D/many > $D/out 2> $D/e; "
             "test $? = 4) && test $(wc -l < $D/out) = 30000");
}

Test(batch_verb, sums_up_when_it_is_asked)
{
    int status;
    make_records(100);
    struct text out = run(BATCH "--summary -o $D/out", &status);
    cr_expect(status == 4 && support_find(out, TEXT("ken batch: 100 records in ")) &&
                  support_find(out, TEXT(" wrong, 14 incomplete")),
              "%s", text_c(a, out));
}
