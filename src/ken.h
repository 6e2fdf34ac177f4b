/* Ken as a library.
 *
 * Rules say how an organisation is judged; facts say what happened; an evaluation gives scores and
 * the reasons for them.
 *
 * Life cycle:  ken_new -> ken_load -> ken_facts, ken_set -> ken_evaluate -> ken_write ... ->
 * ken_free.
 *
 * Everything belongs to one `ken`, which one thread uses at a time; several may be used side by
 * side.  The library reads no file, prints nothing, has no mutable global, uses no locale and no
 * clock: texts come in through the host's functions and go out through a callback.  All texts are
 * UTF-8 with a length; facts may be UTF-16 with a byte order mark, tables what a fact file
 * declares. */
#ifndef KEN_H
#define KEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined __GNUC__
#define KEN_API __attribute__((visibility("default")))
#else
#define KEN_API
#endif

#define KEN_VERSION "0.1.0"

typedef struct ken ken;

typedef struct ken_text {
    const char *at;
    size_t size;
} ken_text;

/* What the library asks of its host.
 *
 * get/put: memory, as malloc and free would give it; `put` gets the size that was asked for.
 * exhausted: called when `get` gave NULL or the limit is reached.  It must not come back: end the
 * process, or unwind to before ken_new and give the memory of this `ken` back yourself. open: the
 * text that `path` names in the file called `from` (a rule file that says `use`, a fact file that
 * says `from`). On success fills `name` (as messages show it, and equal for equal files) and
 * `content` (both must live as long as the `ken`) and returns NULL; otherwise returns why not, as a
 * phrase ("there is no such file"), which must live as long. NULL instead of the function means
 * that files cannot name others. */
typedef struct ken_host {
    void *(*get)(void *user, size_t size);
    void (*put)(void *user, void *block, size_t size);
    void (*exhausted)(void *user);
    const char *(*open)(void *user, ken_text from, ken_text path, ken_text *name,
                        ken_text *content);
    void *user;
    size_t memory_limit; /* bytes; 0 means none */
    /* That `content`, which `open` gave, is not looked at again, as that of a document whose digest
     * is known.  NULL: nobody wants to know. */
    void (*forget)(void *user, ken_text content);
} ken_host;

/* What went wrong first, in the order in which work stops; also the exit status of the program. */
typedef enum ken_status {
    KEN_OK = 0,
    KEN_RULES_WRONG = 3,
    KEN_FACTS_WRONG = 4,
    KEN_FAULT = 70 /* a fault of ours */
} ken_status;

/* KEN_NDJSON: JSON, the facts of one office a line; for ken_impact_facts alone. */
typedef enum ken_format { KEN_NATIVE, KEN_JSON, KEN_NDJSON } ken_format;

/* What can be written; nothing is, where the work has not come so far. */
typedef enum ken_report {
    KEN_PROBLEMS,     /* at any time: errors and warnings so far */
    KEN_SCORECARD,    /* after ken_evaluate */
    KEN_EXPLANATION,  /* after ken_evaluate: of `about`, or of everything */
    KEN_LOST,         /* after ken_evaluate: what took the points of `about`, or of the total */
    KEN_MARGINS,      /* after ken_evaluate: how sure `about` is, or everything */
    KEN_WHAT_IF,      /* after ken_evaluate with questions: an outcome for each set of values */
    KEN_NEEDED,       /* after ken_needed: the changes of facts that reach the goal */
    KEN_AUDIT,        /* after ken_evaluate: the claims about `about` and what is in it */
    KEN_CERTIFICATE,  /* after ken_certify; data alone */
    KEN_VERIFICATION, /* after ken_verify found nothing wrong */
    KEN_EVIDENCE, /* after ken_evidence: the facts behind scores, and the documents behind them */
    KEN_FACTS,    /* after ken_load: the facts that the rules need, and what reads them */
    KEN_CASES,    /* after ken_cases: boundary cases, with their scores */
    KEN_HISTORY,  /* after ken_history: one criterion through the years */
    KEN_MIGRATED, /* after ken_migrate: the fact file for the newer rules */
    KEN_CONSOLIDATED,  /* after ken_load: the rules and all that amends them, as one rule file; with
                          style.all each line with the document that it comes from */
    KEN_FACT_TEMPLATE, /* after ken_load: a native fact file to fill in */
    KEN_DIFF,          /* after ken_compare: what changed in meaning; and after ken_impact_facts
                          whom that affects */
    KEN_MEANING,     /* after ken_load: what the rules mean, a line for each property; text alone */
    KEN_DIFF_STAT,   /* after ken_compare: the same, a line for each criterion */
    KEN_FORMATTED,   /* after ken_lay_out: the file, laid out */
    KEN_FORMAT_DIFF, /* after ken_lay_out: the lines that differ, as `patch` takes them; text alone
                      */
    KEN_BOOKLET,     /* after ken_load: the rules as a booklet to print; HTML or Markdown */
    KEN_MUTANTS,     /* after ken_mutated of all: which mutants no test notices */
    KEN_MUTANT_TESTS, /* the same: tests that notice them, to be kept; text alone */
    KEN_MUTANT_LIST,  /* after ken_mutants: what they are */
} ken_report;

/* How a report looks.  Problems have text and data only; a form that a report has not is text. */
typedef enum ken_form {
    KEN_TEXT,     /* for a terminal */
    KEN_DATA,     /* JSON */
    KEN_MARKDOWN, /* GitHub-flavoured */
    KEN_HTML,     /* a page that stands alone: of KEN_DIFF, KEN_DIFF_STAT and KEN_BOOKLET */
    KEN_CSV,      /* one row a criterion or outcome: of KEN_SCORECARD and KEN_WHAT_IF; an office
                     and change: of KEN_DIFF after ken_impact_facts */
    KEN_RECORDS,  /* a JSON object a line: of streams of records alone */
    KEN_TESTS,    /* a file of tests: of KEN_CASES alone */
    KEN_SCHEMA,   /* a JSON Schema of the JSON fact file: of KEN_FACTS alone */
    KEN_JUNIT,    /* XML for build servers: of tests alone */
    /* Of KEN_PROBLEMS alone: */
    KEN_SHORT,  /* one line a problem */
    KEN_GITHUB, /* the same as workflow commands, which become remarks beside the lines */
    KEN_SARIF,  /* the Static Analysis Results Interchange Format, 2.1.0 */
} ken_form;

typedef struct ken_style {
    ken_form form;
    size_t width;      /* columns of the page; 0: as wide as it gets */
    bool colour;       /* ANSI colours, beside words and marks */
    bool thai_digits;  /* in figures for people; never in names of files */
    unsigned depth;    /* levels of an explanation; 0: all.  Advice: from 2 on in sentences too; an
                          audit: from 2 on in full */
    bool all;          /* an explanation also shows what did not decide; an audit what agrees; what
                          was lost, all of it; of consolidated rules where each line comes from */
    ken_text about;    /* id of the criterion that is meant; empty: the total */
    ken_text language; /* of a booklet's own words: "th" or "en"; empty: as the titles are */
    ken_text only; /* of a diff: the classes and kinds that are told, with commas between; empty:
                      all */
} ken_style;

/* A new context.  `host` is copied. */
KEN_API ken *ken_new(const ken_host *host);

/* Give back everything that belongs to `k`.  NULL is allowed and does nothing. */
KEN_API void ken_free(ken *k);

/* Check the rules in `text`, called `name` in messages, and the files they use.  Once for each
 * `ken`; the bytes must live as long as it. KEN_OK or KEN_RULES_WRONG; problems are kept either
 * way. */
KEN_API ken_status ken_load(ken *k, ken_text name, ken_text text);

/* The same of a file that may also hold tests of rules in another file, which it names: then those
 * are loaded, and their tests are the ones in `text`. */
KEN_API ken_status ken_load_tests(ken *k, ken_text name, ken_text text);

/* What is done about a lint: nothing is said, or a warning, or an error. */
typedef enum ken_level { KEN_ALLOW, KEN_WARN, KEN_DENY } ken_level;

/* Before ken_check: the level of a lint, by its code or name; of `all` lints; or what becomes of
 * `warnings`, which counts last.  What rules allow in a line of their own stays allowed.  False
 * when there is no such lint. */
KEN_API bool ken_set_level(ken *k, ken_text lint, ken_level level);

/* Lint number `i` (from 0), with its default level and the heading of its page; false when there
 * are no more.  Static. */
KEN_API bool ken_lint(size_t i, ken_text *code, ken_text *name, ken_level *level, ken_text *title);

/* Say what is wrong with the rules in `text` and the files they use, and all lints; may be called
 * again and again in a `ken` of its own, and the problems add up.  KEN_OK or KEN_RULES_WRONG. */
KEN_API ken_status ken_check(ken *k, ken_text name, ken_text text);

/* The same, when all that has one safe fix is mended in `text` (not in the files that it names),
 * again and again until nothing is left to mend; what would be more errors is not done.  How much
 * was mended goes to `*fixes`; KEN_FORMATTED is then the text, KEN_FORMAT_DIFF what is new in it.
 * The problems are those that are left. */
KEN_API ken_status ken_fix(ken *k, ken_text name, ken_text text, size_t *fixes);

/* After ken_load: check newer rules and the files they use, and find what differs in meaning from
 * the rules loaded. Once.  KEN_OK or KEN_RULES_WRONG; then there is nothing to write. */
KEN_API ken_status ken_compare(ken *k, ken_text name, ken_text text);

/* Whether `word` is a class or a kind of change: "stricter", "deadline". */
KEN_API bool ken_is_change(ken_text word);

/* Whether anything but words has changed; false before ken_compare. */
KEN_API bool ken_meaning_differs(const ken *k);

/* After ken_compare: what the changes do to an office, or with KEN_NDJSON to several; may be called
 * again and again.  The facts are of the year of the rules loaded.  An office whose facts are wrong
 * is a problem and stands in the report as such; the others go on.  KEN_OK or KEN_FACTS_WRONG. */
KEN_API ken_status ken_impact_facts(ken *k, ken_text name, ken_text text, ken_format format);

/* Read facts for the loaded rules; may be called several times.  A fact stated twice is an error.
 * KEN_OK or KEN_FACTS_WRONG. */
KEN_API ken_status ken_facts(ken *k, ken_text name, ken_text text, ken_format format);

/* State one fact as "path=value", as a fact file would write the value, in the rules' era.  It
 * replaces what a file says. */
KEN_API ken_status ken_set(ken *k, ken_text assignment);

/* Ask what would be: as ken_set, but a value may be several, "1 .. 5", "1 .. 9 by 2" or "S|M|L",
 * and then they are tried, each with those of every other question; the fact stays as it is stated.
 * A single value is stated. */
KEN_API ken_status ken_ask(ken *k, ken_text assignment);

/* Which tests are run, and what is said of them. */
typedef struct ken_testing {
    ken_text filter; /* those whose name contains it, or is like it, with `*` and `?`; empty: all */
    bool fail_fast;  /* none behind the first that fails */
    bool all;        /* those that pass are told, too */
    bool list;       /* none is run: their names and places */
    bool coverage;   /* it is noted to which places of the rules they come */
} ken_testing;

/* So many files with tests, how many of them have rules that are wrong; tests, and how many failed.
 */
typedef struct ken_tested {
    size_t files, wrong, tests, failed;
} ken_tested;

/* After ken_load_tests: run the tests of the file `name`, and write what became of them, as text,
 * KEN_DATA or KEN_JUNIT.  Where the rules are wrong, that is written. */
KEN_API ken_tested ken_test(ken *k, ken_text name, const ken_testing *how, const ken_style *style,
                            bool (*write)(void *user, const char *bytes, size_t size), void *user);

/* What stands before the first file, between two and behind the last; `sum` is that of all files,
 * and counts at the tail only. */
typedef enum ken_test_place { KEN_TESTS_HEAD, KEN_TESTS_BETWEEN, KEN_TESTS_TAIL } ken_test_place;
KEN_API void ken_test_frame(ken *k, ken_test_place place, const ken_tested *sum,
                            const ken_style *style,
                            bool (*write)(void *user, const char *bytes, size_t size), void *user);

/* To how many of the places in rules tests have come. */
typedef struct ken_covered {
    size_t covered, places;
} ken_covered;

/* After ken_test with `coverage` in each of these contexts, several of which may test the same
 * rules: write what their tests came to, as text, KEN_DATA, KEN_MARKDOWN or KEN_HTML.  Once. */
KEN_API ken_covered ken_coverage(ken *const *tested, size_t n, const ken_style *style,
                                 bool (*write)(void *user, const char *bytes, size_t size),
                                 void *user);

/* How many facts are asked about. */
KEN_API size_t ken_questions(const ken *k);

/* Evaluate the rules on the facts read so far.  Once.  Incomplete facts are no error: the outcome
 * is then a range. */
KEN_API ken_status ken_evaluate(ken *k);

/* After ken_evaluate: find the smallest changes of facts with which the criterion `about` (empty:
 * the total) scores at least `goal`, a number written as in rules.  False after a problem: the goal
 * is no number, or none that the criterion can have. */
KEN_API bool ken_needed(ken *k, ken_text about, ken_text goal);

/* Before it: what a change of something in the criterion `id` costs, as `ID=NUMBER`; 1 where
 * nothing is said. False after a problem. */
KEN_API bool ken_cost(ken *k, ken_text assignment);

/* After ken_evaluate: spell out the derivation of the total, one arithmetic fact a step.  False
 * after a problem: something in it cannot be spelt out. */
KEN_API bool ken_certify(ken *k);

/* Check a certificate: its text, called `name` in messages, in a `ken` of its own.  The files that
 * it was made from are opened by the host, by the names that are recorded; without a function to
 * open them they are not compared, nor is one that has no content.  False after a problem. */
KEN_API bool ken_verify(ken *k, ken_text name, ken_text text);

/* After ken_evaluate: find what the score of the criterion `about` (empty: everything) was made
 * from, and read the files that the evidence names.  KEN_FACTS_WRONG where one cannot be read: a
 * problem, and the report says so too. */
KEN_API ken_status ken_evidence(ken *k, ken_text about);

/* After the facts are read, instead of ken_evaluate: find the boundary cases of the criterion
 * `about` (empty: of every one) from there; where no fact is stated, from facts that are made of
 * the declarations.  `rules` and `facts` (may be empty) are the names of the files as a file of
 * tests is to name them.  KEN_OK or KEN_FACTS_WRONG. */
KEN_API ken_status ken_cases(ken *k, ken_text about, ken_text rules, ken_text facts);

/* After ken_load: the rules of the year behind those loaded or followed last.  KEN_OK or
 * KEN_RULES_WRONG. */
KEN_API ken_status ken_follow(ken *k, ken_text name, ken_text text);

/* What the rules loaded amend are years too: a chain of amendments need not be named file by file.
 * Follow the criterion that the last of all to have one call `id` through all of them; false when
 * none have. */
KEN_API bool ken_history(ken *k, ken_text id, ken_text *nearest);

/* After ken_compare: rewrite a fact file of the older rules for the newer ones.
 * KEN_FACTS_WRONG after a problem, and then there is nothing to write; what could not be carried is
 * a warning each, and stays in a native file as a comment; what the newer rules do not accept as it
 * is, an error. */
KEN_API ken_status ken_migrate(ken *k, ken_text name, ken_text text, ken_format format);

/* How many things could not be. */
KEN_API size_t ken_not_carried(const ken *k);

/* What is laid out: rules, or facts in the native form; or whichever of them the text is. */
typedef enum ken_kind { KEN_EITHER, KEN_RULE_FILE, KEN_FACT_FILE } ken_kind;

/* Lay out a rule file or a fact file, alone, in a `ken` of its own: nothing but blanks and line
 * ends changes.  KEN_RULES_WRONG or KEN_FACTS_WRONG after syntax errors; then there is nothing to
 * write. */
KEN_API ken_status ken_lay_out(ken *k, ken_text name, ken_text text, ken_kind kind);

/* Whether the layout was another one; false before ken_lay_out. */
KEN_API bool ken_layout_differs(const ken *k);
/* Whether `word` is a way in which rules are made wrong ("level"); the words, one after the other,
 * empty behind the last. */
KEN_API bool ken_is_mutation(ken_text word);
KEN_API ken_text ken_mutation(size_t i);

/* After ken_load_tests: find the mutants of the rules, rules with one thing wrong: in the ways of
 * `only`, words with commas between (empty: all of them), the first `limit` (0: all).
 * KEN_FACTS_WRONG where a test does not hold on the rules as they are. */
KEN_API ken_status ken_mutants(ken *k, ken_text only, size_t limit);
KEN_API size_t ken_mutants_made(const ken *k);

/* What became of a mutant: plain bytes, so that processes can share the work. */
typedef struct ken_verdict {
    uint64_t bytes[4]; /* private; all 0: it has not been tried */
} ken_verdict;

/* Hold one of them, from 0, against the tests; of one that no test notices look for facts that show
 * it. */
KEN_API void ken_mutate(ken *k, size_t mutant, ken_verdict *verdict);

/* Take what became of it, here or in another process. */
KEN_API void ken_mutated(ken *k, size_t mutant, const ken_verdict *verdict);

/* After that: how many of the mutants are noticed, and how many there are that mean something else.
 */
KEN_API void ken_mutants_noticed(ken *k, size_t *noticed, size_t *all);

/* --- many offices ------------------------------------------------------------------------------
 *
 * ken_load -> ken_batch_begin -> ken_worker_new ... ken_worker_run ... ->
 * ken_worker_free.
 *
 * A stream of records, one office each, becomes a stream of lines, one for each record and in the
 * same order.  From ken_batch_begin on the `ken` is not changed any more, and nothing else may be
 * asked of it while there are workers: so any number of threads may have a worker each, on one
 * `ken`.  A worker is for one thread at a time.  The host's `get`, `put` and `exhausted` are then
 * called by all of them; its `open` is not called. */

/* One JSON object a line, or lines of cells below a line with their names. */
typedef enum ken_stream { KEN_STREAM_NDJSON, KEN_STREAM_CSV } ken_stream;

typedef struct ken_batching {
    ken_stream from, to;
    ken_text name;                  /* of the stream, in messages */
    ken_text columns_name, columns; /* the text of a block `columns`, called so in messages; both
                                       empty: what the rules say */
    ken_text only; /* ids, `indicators`, `parts`, `groups`, `total`, with commas between; empty:
                      the indicators and the total */
    bool bare;     /* of KEN_STREAM_CSV: only the id and the scores, nothing of a wrong record */
    bool explain;  /* of KEN_STREAM_NDJSON: how each score came about */
} ken_batching;

typedef struct ken_batch_sum {
    size_t records;
    size_t wrong;      /* of them: their lines say what is wrong with them */
    size_t incomplete; /* their total is a range */
    size_t long_way;   /* looked at one by one, which takes longer */
} ken_batch_sum;

enum { KEN_RECORD_LIMIT = 16 * 1024 * 1024 }; /* bytes of one record */

/* After ken_load, once: prepare for a stream that begins with `start`, at least its first line and,
 * where that is not all of it, its end.  The head of the stream is taken from it: a byte order
 * mark, of CSV the names of the columns; that many bytes and lines go to `*bytes` and `*lines`.
 * KEN_RULES_WRONG after a problem with what is wanted, KEN_FACTS_WRONG with the head. */
KEN_API ken_status ken_batch_begin(ken *k, const ken_batching *how, ken_text start, size_t *bytes,
                                   size_t *lines);

/* The first line of what is written, with its end; empty for NDJSON. */
KEN_API ken_text ken_batch_head(const ken *k);

/* How many bytes at the start of `text`, which begins with a record, are whole records. */
KEN_API size_t ken_batch_whole(const ken *k, ken_text text);

/* How many bytes at the start of these whole records are the first `*records` of them, which become
 * 0, or less where there are not so many; how many lines that are goes to `*lines`. */
KEN_API size_t ken_batch_skip(const ken *k, ken_text text, size_t *records, size_t *lines);

/* Whether that line, of an earlier run of the same rules, is of a record that was wrong; false for
 * a bare one, which does not say. */
KEN_API bool ken_batch_was_wrong(const ken *k, ken_text line);

/* Why no record can be scored without looking at it one by one; empty when nothing in the rules
 * keeps them from that. */
KEN_API ken_text ken_batch_slow(const ken *k);

typedef struct ken_worker ken_worker;

KEN_API ken_worker *ken_worker_new(const ken *k);

/* NULL is allowed and does nothing. */
KEN_API void ken_worker_free(ken_worker *w);

/* Evaluate the whole records in `text`, which begins in line `line` (from 1) of the stream, and
 * write their lines, all at once.  A record that is too long may be cut off behind KEN_RECORD_LIMIT
 * bytes: that it is too long is what its line says.  `*sum` is added to.  False when told to stop.
 */
KEN_API bool ken_worker_run(ken_worker *w, ken_text text, size_t line, ken_batch_sum *sum,
                            bool (*write)(void *user, const char *bytes, size_t size), void *user);

/* Whether the total is one number (not a range); false before ken_evaluate. */
KEN_API bool ken_is_complete(const ken *k);

/* Whether the rules have a criterion called `id`; if not, `*nearest` (may be NULL) becomes the
 * closest id, or empty. */
KEN_API bool ken_has(const ken *k, ken_text id, ken_text *nearest);

/* After ken_load: criterion number `i` (parents before children, the total first), or fact number
 * `i`: its path and title.  False behind the last. */
KEN_API bool ken_criterion(const ken *k, size_t i, ken_text *path, ken_text *title);
KEN_API bool ken_fact(const ken *k, size_t i, ken_text *path, ken_text *title);

/* Claims about the criterion `about` (empty: about anything) that disagree with the recomputation,
 * impossible ones included; 0 before ken_evaluate. */
KEN_API size_t ken_disagreements(const ken *k, ken_text about);

/* Errors and warnings so far. */
KEN_API size_t ken_errors(const ken *k);
KEN_API size_t ken_warnings(const ken *k);

/* Write a report as UTF-8 through `write`, which may be called several times and answers whether to
 * go on. False when it was told to stop. */
KEN_API bool ken_write(ken *k, ken_report what, const ken_style *style,
                       bool (*write)(void *user, const char *bytes, size_t size), void *user);

/* The page about a topic, as Markdown: a diagnostic ("K0403"), a section or word of the language
 * ("levels", "penalty"), a page of the documentation ("diff"); empty when there is none.  Static.
 */
KEN_API ken_text ken_help(ken_text topic);

/* Topic number `i`, diagnostics aside, and its title; false behind the last.  Static. */
KEN_API bool ken_topic(size_t i, ken_text *name, ken_text *title);

/* The topic that `topic` is a slip of; empty when none is near enough.  Static. */
KEN_API ken_text ken_nearest_topic(ken_text topic);

/* Of `n` names the one that `wanted` is a slip of; empty when none is near enough. */
KEN_API ken_text ken_nearest(ken_text wanted, const ken_text *names, size_t n);

#endif
