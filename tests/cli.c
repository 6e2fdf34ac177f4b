/* The program from outside: verbs, options, exit statuses, files.  $KEN is the program. */
#define _GNU_SOURCE /* asprintf */
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define RULES "rules/cgd/2566.ken"
#define FACTS "rules/cgd/facts/loei-2566.facts"

struct run {
    int status;
    struct text out; /* standard output and error together */
    struct arena *arena;
};

static struct run run(const char *command)
{
    struct run r = {.arena = support_arena()};
    r.out = support_run(r.arena, command, &r.status);
    return r;
}

static void expect(const char *command, int status, const char *says)
{
    struct run r = run(command);
    cr_expect(eq(int, r.status, status), "%s\n%s", command, text_c(r.arena, r.out));
    if (says)
        cr_expect(support_find(r.out, text_of(says)) != NULL, "%s: should say `%s`, says\n%s",
                  command, says, text_c(r.arena, r.out));
    arena_free(r.arena);
}

static void write_file(const char *path, const char *content)
{
    support_write(path, text_of(content));
}

/* A folder of its own for the files of one test; its full path. */
static const char *folder(void)
{
    static char name[] = "build/cli-XXXXXX", full[4096];
    mkdir("build", 0777); /* where the objects may lie elsewhere */
    cr_assert(mkdtemp(name) != NULL && realpath(name, full) != NULL);
    cr_assert(eq(int, chdir(name), 0));
    return full;
}

Test(cli, says_by_its_exit_status_what_stopped_the_work)
{
    expect("ken eval " RULES " " FACTS, 0, "3.6963");
    expect("ken check " RULES, 0, "no errors");
    expect("printf 'criteria' > build/wrong.ken; ken check build/wrong.ken", 1, "K0201");
    expect("ken", 2, "ken eval");
    expect("ken evla " RULES, 2, "did you mean `eval`");
    expect("ken test " RULES, 1, "ken test rules/cgd/2566.test.ken");
    expect("ken eval --fromat json " RULES, 2, "--fromat");
    expect("ken eval --digits roman " RULES, 2, "`arabic` or `thai`");
    expect("ken explain " RULES " " FACTS " 1.1/ues", 2, "did you mean `1.1/use`");
    expect("printf 'criteria' > build/wrong.ken; ken eval build/wrong.ken", 3, "K0201");
    expect("ken eval " RULES " " FACTS " --set capitol.used=3", 4, "did you mean");
    expect("ken eval " RULES " nowhere.facts", 5, "there is no such file");
    expect("ken eval nowhere.ken", 5, "there is no such file");
    expect("ken eval rules", 5, "it is a folder");
    expect("ken eval /dev/zero", 5, "not a regular file");
    expect("ken eval " RULES " " FACTS " > /dev/full", 5, "cannot write the result");
}

Test(cli, takes_facts_from_files_standard_input_and_options)
{
    expect("ken eval " RULES " - < " FACTS " --set 'publicity from nowhere'", 4, "--set");
    expect("ken eval " RULES " - --format json < rules/cgd/facts/loei-2566.json", 0, "\"3.6963\"");
    expect("ken eval " RULES " -f rules/cgd/facts/loei-2566.json", 0, "3.6963");
    expect("ken eval " RULES " " FACTS " --set plan.approved=2566-05-03", 0, "4.8000");
    expect("ken eval " RULES " " FACTS " --set 'plan.approved=3 พฤษภาคม 2566'", 0, "4.8000");
    expect("ken eval " RULES " " FACTS " --digits thai", 0, "๓.๖๙๖๓");
    expect("ken explain " RULES " " FACTS " 1.1/use", 0, "4.9076");
    expect("ken explain " RULES " " FACTS " --format json 1.1/use", 0, "between-levels");
    expect("ken eval " RULES " --format json", 0, "\"complete\": false");
}

Test(cli, tries_several_values_of_a_fact)
{
    expect("ken eval " RULES " " FACTS " --set nosuch=1", 4, "`ken facts` lists those");
    expect("ken eval " RULES " " FACTS " --set report.sent=2566-10-16..2566-10-18", 0,
           "3 outcomes: total from 3.6863");
    expect("ken eval " RULES " " FACTS " --set 'innovation.outputs=yes|no' -d 2", 0,
           ": falls from 5.0000");
    expect("ken eval " RULES " " FACTS " --set 'innovation.outputs=yes|no' --format md", 0,
           "| innovation.outputs | total |");
    expect("ken eval " RULES " " FACTS " --set 'innovation.outputs=yes|no' --format csv", 0,
           "innovation.outputs,total,exact,difference,light,grade,at_least,at_most,7.3,7.3 "
           "difference\n");
    expect("ken eval " RULES " " FACTS " --set 'innovation.outputs=yes|no' --format json", 0,
           "\"schema\": \"ken.whatif/1\"");
    expect("ken eval " RULES " " FACTS " --set 'innovation.outputs=no'", 0, "before penalties");
    expect("ken explain " RULES " " FACTS " --set 'innovation.outputs=yes|no'", 4, "K0720");
    expect("ken eval " RULES " " FACTS " --set 'publicity=1..3'", 4, "K0623");
    expect("ken eval " RULES " " FACTS " --set 'capital.usd=1..3'", 4,
           "did you mean `capital.used`");
}

Test(cli, says_what_took_the_points)
{
    expect("ken explain --lost " RULES " " FACTS, 0, "1.3037 is lost, the largest part by 1.3");
    expect("ken explain " RULES " " FACTS " --lost --depth 2 1.1", 0, "of its own");
    expect("ken explain " RULES " " FACTS " --lost --all --format md", 0, "## by these rules");
    expect("ken explain " RULES " " FACTS " --lost --format json 7.1", 0, "\"not-applicable\"");
    expect("ken explain --lost " RULES, 0, "of 5.0000 is lost for certain");
    expect("ken explain --lost " RULES " " FACTS " 1.1/ues", 2, "did you mean `1.1/use`");
    expect("ken eval --lost " RULES " " FACTS, 2, "there is no option `--lost`");
}

Test(cli, says_how_sure_scores_are)
{
    expect("ken margins " RULES " " FACTS, 0, "+0.46 to level 5");
    expect("ken margins " RULES " " FACTS, 0, "any less: ◐ เฝ้าระวัง");
    expect("ken margins " RULES " " FACTS " 1.1/use --depth 2", 0,
           "17.94 million baht more of capital.used");
    expect("ken margins " RULES " " FACTS " 2.1 --depth 2", 0,
           "2.1 weighted 0.6925 instead of 0.6923");
    expect("ken margins " RULES " " FACTS " --format json", 0, "\"schema\": \"ken.margins/1\"");
    expect("ken margins " RULES " " FACTS " --format md", 0, "| **total** |");
    expect("ken margins " RULES " " FACTS " 1.1/us", 2, "did you mean `1.1/use`");
    expect("ken margins " RULES " " FACTS " --format csv", 2, "`text`, `json` or `md`");
    expect("ken margins", 2, "usage: ken margins");
    expect("ken margins " RULES, 0, "without a margin");
}

Test(cli, audits_what_is_printed)
{
    expect("ken audit " RULES " " FACTS, 1, "probably one digit misread, 9 for 4");
    expect("ken audit " RULES " " FACTS " --all", 1, "undecided: ");
    expect("ken audit " RULES " " FACTS " --depth 2 2.1", 0, "printed 0.6923, agrees");
    expect("ken audit " RULES " " FACTS " 2.1", 0,
           "3 printed figures in 2.1: 3 agree, 0 disagree\n");
    expect("ken audit " RULES " " FACTS " 1.l", 2, "did you mean `1.1`");
    expect("ken audit " RULES, 0, "no printed figures are claimed\n");
    expect("ken audit", 2, "usage: ken audit RULES");
    expect("ken audit " RULES " " FACTS " --set 'claim 1.1 score=3'", 4, "K0602");
    expect("printf 'criteria' > build/wrong.ken; ken audit build/wrong.ken", 3, "K0201");
    expect("ken audit " RULES " " FACTS " --format md 1.2", 1, "- **weighted: printed 0.0760");
    expect("ken audit " RULES " " FACTS " --format json --digits thai", 1, "\"ken.audit/1\"");
    expect("ken audit " RULES " " FACTS " --format csv", 2, "`text`, `json` or `md`");
    expect("ken audit " RULES " " FACTS " -o build/audit.txt; tail -n 1 build/audit.txt", 0,
           "loei-2566.facts:176");
}

Test(cli, writes_every_verb_in_the_formats_that_it_has)
{
    expect("ken eval " RULES " " FACTS " --format md", 0, "| **total** | | | | | | **3.6963** |");
    expect("ken eval " RULES " " FACTS " --format md --digits thai", 0, "**๓.๖๙๖๓**");
    expect("ken explain " RULES " " FACTS " --format md 1.1/use", 0, "- **1.1/use ");
    expect("ken eval " RULES " " FACTS " --format csv", 0, "penalty,late_report,total,");
    expect("ken eval " RULES " " FACTS " --format csv --digits thai", 0, ",3.6963,");
    expect("ken eval " RULES " " FACTS " --format csv --bom | head -c 7", 0, "\xEF\xBB\xBFkind");
    expect("ken eval " RULES " " FACTS " --format csv | head -c 4", 0, "kind");
    expect("ken eval " RULES " " FACTS " --bom", 2, "--bom is for --format csv");
    expect("ken eval " RULES " " FACTS " --format html", 2,
           "ken eval: --format is `text`, `json`, `md` or `csv`, not `html`");
    expect("ken explain " RULES " " FACTS " --format csv", 2,
           "ken explain: --format is `text`, `json` or `md`, not `csv`");
    expect("ken check " RULES " --format md", 2,
           "`text`, `json`, `sarif`, `github` or `short`, not `md`");
    expect("ken eval --help", 0, "text, json, md or csv (default: text)");
    expect("ken explain --help", 0, "text, json or md (default: text)");
}

Test(cli, lists_the_facts_that_rules_need)
{
    expect("ken facts " RULES, 0, "1.1/disbursement, 1.1/use");
    expect("ken facts " RULES " --format md", 0, "| capital.used |");
    expect("ken facts " RULES " --format json", 0, "\"schema\": \"ken.facts/1\"");
    expect("ken facts " RULES " --format jsonschema", 0, "json-schema.org/draft/2020-12");
    expect("ken facts " RULES " --template", 0, "\nfacts for cgd-2566\noffice \"\"\nera BE\n");
    expect("ken facts " RULES " --template | ken eval " RULES " -", 0, "total");
    expect("ken facts " RULES " --template --format json", 2, "no other --format");
    expect("ken facts " RULES " --format csv", 2, "`text`, `json`, `md` or `jsonschema`");
    expect("ken eval " RULES " --format jsonschema", 2, "not `jsonschema`");
    expect("ken facts --help", 0, "--template");
    expect("ken facts", 2, "usage: ken facts");
    expect("ken facts " RULES " " FACTS, 2, "usage: ken facts");
    expect("ken facts nowhere.ken", 5, "there is no such file");
    expect("printf 'criteria' > build/wrong.ken; ken facts build/wrong.ken", 3, "K0201");
}

#define EVIDENCE "tests/cases/evidence/files-and-what-is-missing/"

Test(cli, shows_the_documents_behind_a_score)
{
    expect("ken explain " EVIDENCE "input.ken " EVIDENCE "facts.facts --evidence", 4, "K0802");
    expect("ken explain " EVIDENCE "input.ken " EVIDENCE "facts.facts 1 --evidence", 0,
           "sha256 53de6d3f7c565e7a1f12d5f6b7058d65e925714bd347e4ee2f34f15191fac9ac");
    expect("ken explain " EVIDENCE "input.ken " EVIDENCE
           "facts.facts --evidence --format json 2> build/evidence.txt",
           4, "\"why_not\": \"there is no such file\"");
    expect("ken explain " RULES " " FACTS " --evidence --format md", 0, "GFMIS");
    expect("ken explain " RULES " " FACTS " --evidence --lost", 2, "ask for one");
}

#define IN "mkdir -p build/certify; F=build/certify; "

Test(cli, certifies_and_verifies)
{
    expect(IN "ken certify " RULES " " FACTS " --set plan.approved=2566-05-03 -o $F/one && "
              "ken verify $F/one && ken verify $F/one --root . --format json",
           0, "\"compared\": 6");
    expect(IN "ken certify " RULES " " FACTS " | sed 's/\"2\", \"file/\"3\", \"file/' > $F/two; "
              "ken verify $F/two",
           1, "K0764");
    expect(IN "cp " FACTS " rules/cgd/facts/*.csv $F; ken certify " RULES
              " $F/loei-2566.facts -o $F/three; echo >> $F/loei-2566.facts; "
              "ken verify $F/three --no-files && ken verify $F/three",
           1, "K0766");
    expect(IN "ken certify " RULES " " FACTS
              " | sed 's/\"3,866.43 million/\"3,866.44 million/' | head -n -2 > $F/body; "
              "{ cat $F/body; printf '\"sha256\": \"%s\"\\n}\\n' "
              "$(sha256sum < $F/body | cut -c 1-64); } > $F/four; ken verify $F/four",
           1, "`3,866.44 million baht` stands in line");
    expect("ken certify " RULES " - < rules/cgd/facts/loei-2566.json | ken verify -", 0,
           "2 of the 3 files");
    expect("ken certify " RULES " " FACTS " | ken verify - --root build", 1, "K0767");
    expect("ken verify build/nowhere.cert", 5, "there is no such file");
    expect("ken verify " RULES, 1, "K0761");
    expect("ken verify " RULES " --format json", 1, "\"code\": \"K0761\"");
    expect("ken verify", 2, "usage: ken verify");
}

Test(cli, says_what_a_goal_needs)
{
    expect("ken needed " RULES " " FACTS " 1.1/use --level 5", 0, "17.94 million baht more");
    expect("ken needed " RULES " " FACTS " --total 4.5", 0, "40.02 %");
    expect("ken needed " RULES " " FACTS " 2.1 --score 5 --set plan.reported=", 0, "was due by");
    expect("ken needed " RULES " " FACTS " 3.1 --score 5 --format json", 0,
           "\"state\": \"reached\"");
    expect("ken needed " RULES " " FACTS " --total 3.9 --cost 1.3=5 --format md", 0, "4.2");
    expect("ken needed " RULES " " FACTS " 3.1 --score 6", 2, "K0731");
    expect("ken needed " RULES " " FACTS " 3.1 --score high", 2, "K0730");
    expect("ken needed " RULES " " FACTS " --total 4 --cost 9.9=2", 2, "K0732");
    expect("ken needed " RULES " " FACTS " 3.1 --total 4", 2, "--total is about the total");
    expect("ken needed " RULES " " FACTS " 3.1", 2, "--score N");
}

#define STEPS "tests/cases/why/steps-with-points-shares-and-conditions/"

/* Step 2 does not apply, step 3 is achieved by 3 of 4. */
Test(cli, says_what_steps_with_points_need)
{
    expect("ken needed " STEPS "input.ken " STEPS "facts.facts 1 --score 6 --set plan=", 0,
           "step 1 Plan: plan done by 2023-02-28");
    expect("ken needed " STEPS "input.ken " STEPS "facts.facts 1 --score 5.5 --set plan=", 0,
           "step 1 Plan: plan done by 2023-03-05");
    expect("ken needed " STEPS "input.ken " STEPS "facts.facts 1 --score 7 --set plan=", 0,
           "trained 1 more: 4 instead of 3");
}

Test(cli, explains_commands_and_messages)
{
    expect("ken --help", 0, "ken explain");
    expect("ken --version", 0, "ken ");
    expect("ken eval --help", 0, "--digits");
    expect("ken help eval", 0, "--set");
    expect("ken help K0403", 0, "# K0403");
    expect("ken help k0403", 0, "# K0403");
    expect("ken help nothing", 2, "no topic `nothing`");
    expect("ken check " RULES " --format json", 0, "\"errors\": 0");
}

Test(cli, colours_only_where_they_are_wanted)
{
    struct run plain = run("ken check build/wrong.ken; ken eval " RULES " " FACTS);
    cr_expect(support_find(plain.out, TEXT("\x1b[")) == NULL, "a pipe gets no colours");
    arena_free(plain.arena);
    expect("ken eval --color always " RULES " " FACTS, 0, "\x1b[");
    struct run never = run("NO_COLOR=1 ken eval " RULES " " FACTS);
    cr_expect(support_find(never.out, TEXT("\x1b[")) == NULL);
    arena_free(never.arena);
}

static const char head[] = "criteria t \"t\"\nera CE\nscale 1 .. 5\nfacts { x : number }\n"
                           "indicator 1 \"i\" { measure x levels 1, 2, 3, 4, 5 }\n";

static void write_rules(const char *path, const char *use)
{
    char text[512];
    snprintf(text, sizeof text, "%suse \"%s\"\n", head, use);
    write_file(path, text);
}

Test(cli, reads_used_files_only_below_the_root)
{
    char program[4096];
    cr_assert(realpath(getenv("KEN"), program) != NULL);
    setenv("KEN", program, 1);
    const char *at = folder();
    cr_assert(mkdir("in", 0700) == 0 && mkdir("in/deep", 0700) == 0);
    write_file("out.ken", "era CE\n");
    write_file("in/ok.ken", "era CE\nlet two = 2\n");
    write_file("in/deep/up.ken", "era CE\nuse \"../ok.ken\"\n");
    write_file("in/a.ken", "era CE\nuse \"b.ken\"\n");
    write_file("in/b.ken", "era CE\nuse \"a.ken\"\n");
    write_rules("in/good.ken", "deep/up.ken");
    write_rules("in/outside.ken", "../out.ken");
    write_rules("in/circle.ken", "a.ken");
    write_rules("in/device.ken", "/dev/zero");
    write_rules("in/folder.ken", "deep");
    write_rules("in/missing.ken", "nowhere.ken");
    cr_assert(symlink("../out.ken", "in/link.ken") == 0 && mkfifo("in/pipe.ken", 0600) == 0);
    write_rules("in/linked.ken", "link.ken");
    write_rules("in/piped.ken", "pipe.ken");
    expect("ken check in/good.ken", 0, "no errors");
    expect("ken check in/outside.ken", 1, "outside the root");
    expect("ken check in/linked.ken", 1, "outside the root");
    expect("ken check in/circle.ken", 1, "K0804");
    expect("ken check in/device.ken", 1, "relative");
    expect("ken check in/folder.ken", 1, "it is a folder");
    expect("ken check in/piped.ken", 1, "not a regular file");
    expect("ken check in/missing.ken", 1, "there is no such file");
    expect("touch ken.root; ken check in/outside.ken", 0, "no errors");
    expect("rm -rf in out.ken ken.root", 0, NULL);
    cr_assert(rmdir(at) == 0);
}

Test(cli, reads_only_files_that_end)
{
    char program[4096];
    cr_assert(realpath(getenv("KEN"), program) != NULL);
    setenv("KEN", program, 1);
    const char *at = folder();
    write_file("r.ken",
               "criteria t \"t\"\nera CE\nscale 1 .. 5\nfacts { t : table { n : integer } }\n"
               "indicator 1 { measure count of t where n > 1 levels 1, 2, 3, 4, 5 }\n");
    cr_assert(mkfifo("pipe", 0600) == 0);
    expect("ken eval r.ken pipe", 5, "not a regular file");
    expect("ken eval r.ken .", 5, "it is a folder");
    expect("ken eval r.ken /dev/zero", 5, "not a regular file");
    expect("echo 't from \"pipe\"' | ken eval r.ken -", 4, "not a regular file");
    expect("mkdir d; echo 't from \"d\"' | ken eval r.ken -", 4, "it is a folder");
    expect("ln -s /dev/zero z; echo 't from \"z\"' | ken eval r.ken -", 4, "outside the root");
    expect("truncate -s 1100M large; ken eval r.ken large", 5, "larger than 1 GiB");
    expect("ken check large", 5, "larger than 1 GiB");
    expect("echo 't from \"large\"' | ken eval r.ken -", 4, "larger than 1 GiB");
    expect("ken eval r.ken $(seq 1100)", 2, "more than 1024 arguments");
    expect("rm -rf d r.ken pipe z large", 0, NULL);
    cr_assert(rmdir(at) == 0);
}

Test(cli, replaces_a_file_with_all_of_the_result_or_leaves_it)
{
    char program[4096], where[8192];
    cr_assert(realpath(getenv("KEN"), program) != NULL);
    setenv("KEN", program, 1);
    const char *at = folder();
    snprintf(where, sizeof where, "%s/../../", at);
    setenv("AT", where, 1);
    write_file("old", "old\n");
    expect("ken eval $AT/" RULES " $AT/" FACTS " -o new; cat new", 0, "3.6963");
    expect("chmod 640 old; ln -s old link; ken eval $AT/" RULES " --output link; stat -c %a old", 0,
           "640");
    expect("test -L link; cat old", 0, "total");
    expect("ken eval $AT/" RULES " -o -", 0, "total");
    expect("ken check $AT/" RULES " -o old; cat old", 0, "no errors");
    expect("printf criteria > wrong.ken; ken check wrong.ken -o old", 1, NULL);
    expect("cat old", 0, "K0201");
    expect("echo old > old; ken eval wrong.ken -o old 2>/dev/null", 3, NULL);
    expect("ken eval $AT/" RULES " -o /dev/full", 5, "not a regular file");
    expect("ken eval $AT/" RULES " -o .", 5, "it is a folder");
    expect("ken eval $AT/" RULES " -o nowhere/new", 5, "No such file");
    expect("ken check wrong.ken -o ./wrong.ken", 5, "one of the files that were read");
    expect("ulimit -f 1; ken explain $AT/" RULES " $AT/" FACTS " -o old", 5, "File too large");
    expect("ulimit -f 1; ken explain $AT/" RULES " $AT/" FACTS " >cut", 5, "File too large");
    expect("ken explain $AT/" RULES " >&-", 5, "Bad file descriptor");
    expect("ken eval $AT/" RULES " - <&-", 5, "Bad file descriptor");
    expect("ken eval $AT/" RULES " -o new >&- 2>&-; cat new", 0, "total");
    struct run left = run("cat old; ls -A");
    cr_expect(eq(str, text_c(left.arena, left.out), "old\ncut\nlink\nnew\nold\nwrong.ken\n"));
    arena_free(left.arena);
    expect("rm -rf cut link new old wrong.ken", 0, NULL);
    cr_assert(rmdir(at) == 0);
}
