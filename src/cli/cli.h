/* The command line: private to cli/.
 *
 * The only floor that opens files, prints, and knows about terminals. */
#ifndef KEN_CLI_CLI_H
#define KEN_CLI_CLI_H

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

#include "ken.h"

enum {
    EXIT_NO = 1,
    EXIT_USAGE = 2,
    EXIT_RULES = KEN_RULES_WRONG,
    EXIT_FACTS = KEN_FACTS_WRONG,
    EXIT_IO = 5,
    EXIT_FAULT = 70
};
/* A percentage is kept as a whole number of these. */
#define PERCENT_ONE 1000000000ull
enum { PERCENT_DECIMALS = 9 };
enum { OPTION_LIST = 1024, MOST_JOBS = 256 };

struct options {
    const char *verb;
    char letter;                       /* of the verb */
    const char *argument[OPTION_LIST]; /* what is not an option, in order */
    size_t arguments;
    const char *facts[OPTION_LIST]; /* named by --facts */
    size_t facts_files;
    const char *set[OPTION_LIST];
    size_t sets;
    const char *cost[OPTION_LIST]; /* named by --cost */
    size_t costs;
    struct {
        const char *lint;
        ken_level is;
    } level[OPTION_LIST]; /* of --allow, --warn and --deny, in order */
    size_t levels;
    const char *score, *total; /* goals */
    bool may_ask;              /* the verb takes several values in one --set */
    ken_style style;
    const char *from, *to; /* rules that facts were written for, and those that they shall be for */
    const char *root;      /* where a certificate's files are */
    const char *only[OPTION_LIST]; /* classes and kinds of changes */
    size_t onlies;
    const char *as; /* where the files of a diff belong; what standard input of fmt is */
    bool template, bom, no_files, lost, evidence, stat, textconv;
    bool check, diff;   /* of fmt; of check too */
    bool fix, dry_run;  /* of check */
    const char *filter; /* of the names of tests; NULL: all */
    bool list, fail_fast, coverage;
    unsigned long long fail_under; /* of PERCENT_ONE to a percent; 0: not said */
    const char *fail_under_words;  /* as it was said */
    unsigned long jobs;            /* 0: as many as there are processors */
    bool jobs_said;
    bool tests;                                                  /* of mutate */
    unsigned long limit;                                         /* 0: not said */
    bool facts_json, facts_native;                               /* said by --facts-format */
    bool facts_csv, facts_ndjson;                                /* the same, of batch */
    const char *columns;                                         /* a file of names, of batch */
    bool resume, explain, bare, no_header, summary, no_progress; /* of batch */
    bool output, width, colour, format;                          /* said */
    const char *output_path;
    bool help;
};

/* Read the options of `verb` ('e', 'x', ...).  Prints what is wrong and returns false; the status
 * is then EXIT_USAGE. */
bool options_read(struct options *o, const char *verb, char letter, int argc, char **argv);

/* files.c: the host of the library. */
ken *session_new(void);
ken *session_with(const char *(*open)(void *user, ken_text from, ken_text path, ken_text *name,
                                      ken_text *content)); /* another way to named files, or none */
bool file_read(const char *path, ken_text *name, ken_text *content); /* prints why not */
/* The same, but the file is taken for the one called `as` (NULL: for itself): by that name it is
 * shown, and from there it names others. */
bool file_read_as(const char *path, const char *as, ken_text *name, ken_text *content);
const char *file_open(const char *path, ken_text *content); /* NULL, or why not */
bool file_is_there(const char *path);
bool path_ends(const char *path, const char *end);
#define FILE_STANDARD_INPUT "(standard input)" /* as what came from there is called */
bool files_was_read(const struct stat *file);  /* under any of its names */
void files_forget(void);                       /* free all contents */

/* offices.c: the facts of offices, of --facts and of the arguments from number `arguments` on:
 * files, folders, and files with one office a line.  The exit status. */
int offices_read(ken *k, const struct options *o, size_t arguments);

/* folder.c: `visit` each file below a folder whose name has one of the endings (ends with NULL), by
 * name; hidden ones and links to folders are left out.  The worst of what `visit` says, or EXIT_IO
 * after saying why. */
int folder_walk(const char *path, const char *const *endings,
                int (*visit)(void *user, const char *path), void *user);
bool folder_is(const char *path);
/* jobs.c: memory that processes share; NULL when there is none. */
void *jobs_share(size_t bytes);

/* How many processes are asked for; where nobody says, as many as there are processors. */
size_t jobs_of(const struct options *o);

/* Do `work` in so many processes, each with its own number from 0; of one job, in this one.  What a
 * process did not come to do, nobody has done. */
void jobs_run(size_t jobs, void (*work)(void *user, size_t job), void *user);

/* By bytes, whatever the locale. */
int folder_order(const struct dirent **one, const struct dirent **other);

/* home.c: the one file below this folder that is called as the file `path` is, which lies
 * elsewhere; NULL when there is none, or another one.  To be freed. */
char *file_home(const char *path);

/* output.c: the result of a verb, on standard output or in the file that --output names. */
void output_to(const char *path);
bool output_result(ken *k, ken_report what, const ken_style *style);
bool output_say(const char *says);
bool output_bytes(ken_text bytes);
void output_abandon(void); /* remove what is unfinished */

/* Put these bytes into a file that is there, all of them or none; NULL, or why not. */
const char *output_replace(const char *path, ken_text bytes);

/* The end of a verb: the result is complete where it belongs, or EXIT_IO after saying why not. */
int output_finish(int status);

/* Beside the result, such as problems on standard error. */
bool output_report(ken *k, ken_report what, const ken_style *style, FILE *to);

/* A report of the rules that the first argument names, without facts; the exit status. */
int session_rules(const struct options *o, ken_report what);

/* What the facts in `text`, of the file `path`, are written in: as asked for, else by its ending
 * and its first sign. */
ken_format session_format(const struct options *o, const char *path, ken_text text);

/* Read rules and facts as the verb's arguments say; prints problems.  0 or an exit status. */
int session_read(ken *k, const struct options *o, bool facts, const char **id);

/* The same, and evaluate. */
int session_load(ken *k, const struct options *o, bool facts, const char **id);

/* A verb that says something about one criterion, or all: read its options, do the work, write
 * `what`. The exit status. */
int session_report(const char *verb, char letter, ken_report what, int argc, char **argv);

/* coverage.c: keep a context whose tests have run; in the end write what all of them came to, and
 * free them: 0, or EXIT_NO where that is too little.  Whether the options go together; says why
 * not.
 */
bool coverage_is_possible(const struct options *o);
void coverage_keep(ken *k);
int coverage_finish(const struct options *o);

#define COMMAND(name, letter, arguments, help) int command_##name(int argc, char **argv);
#include "cli/commands.def"
#undef COMMAND

/* Say how a verb is called; EXIT_USAGE. */
int usage_of(const char *verb);

#endif
