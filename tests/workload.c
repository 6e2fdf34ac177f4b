/* The workload of the benchmark (tests/bench): that its records are the same bytes everywhere, that
 * its oracle and the program that is written by hand agree, and that Ken scores as the oracle. */
#include <criterion/criterion.h>

#include "support.h"

static struct arena *a;

static void begin(void)
{
    a = support_arena();
}

static void finish(void)
{
    arena_free(a);
}

TestSuite(workload, .init = begin, .fini = finish);

/* Runs `command` beside $work, a new folder that has the first 1,000 records and their scores; it
 * must end well and print nothing. */
static void expect_silence(const char *command)
{
    int status;
    const char *made =
        "set -e; bench=tests/bench; work=$(mktemp -d); trap 'rm -r $work' EXIT\n"
        "cc -O1 -D_XOPEN_SOURCE=700 -o $work/records $bench/records.c\n"
        "for form in ndjson csv; do $work/records $form 1000 >$work/1000.$form; done\n"
        "python3 $bench/oracle.py $bench/criteria.json <$work/1000.ndjson >$work/1000.scores.csv\n";
    struct text all = SAY(a, "{}{}", text_of(made), text_of(command));
    struct text said = support_run(a, text_c(a, all), &status);
    cr_expect(status == 0 && said.n == 0, "status %d: %s", status, text_c(a, said));
}

Test(workload, is_the_same_everywhere)
{
    expect_silence("cp $bench/SHA256SUMS $work; cd $work; sha256sum --quiet --check "
                   "--ignore-missing SHA256SUMS");
}

Test(workload, is_scored_by_hand_as_by_the_oracle)
{
    expect_silence("cc -O1 -D_XOPEN_SOURCE=700 -o $work/hand $bench/peers/hand.c\n"
                   "for form in ndjson csv; do\n"
                   "  $work/hand $work/1000.$form | cmp - $work/1000.scores.csv\n"
                   "done");
}

/* A guard that lifts binary fractions before they are rounded, as other programs have it, makes
 * 1.6997 of record 97,901. */
Test(workload, is_scored_by_ken_as_by_the_oracle)
{
    expect_silence("$work/records ndjson 97901 | tail -n 1 >>$work/1000.ndjson\n"
                   "tail -n 1 $work/1000.ndjson |\n"
                   "  python3 $bench/oracle.py $bench/criteria.json >>$work/1000.scores.csv\n"
                   "score() {\n"
                   "  ken batch $bench/workload.ken \"$@\" --format csv --bare --no-header |\n"
                   "    cmp - $work/1000.scores.csv\n"
                   "}\n"
                   "score $work/1000.ndjson; score $work/1000.ndjson --jobs 3\n"
                   "$work/records csv 97901 | tail -n 1 >>$work/1000.csv\n"
                   "score $work/1000.csv; score - <$work/1000.csv");
}

Test(workload, is_scored_alike_with_derivations)
{
    expect_silence(
        "ken batch $bench/workload.ken $work/1000.ndjson >$work/plain\n"
        "for records in ndjson csv; do\n"
        "  ken batch $bench/workload.ken $work/1000.$records --format ndjson --explain |\n"
        "    sed 's/,\"why\":.*/}/' | cmp - $work/plain\n"
        "done");
}
