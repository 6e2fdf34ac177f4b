/* Every limit on what is read and calculated.
 *
 * Floor: base.  Input may be hostile, so everything that grows with it ends somewhere: beyond a
 * limit is an error that names it.  docs/language.md, section 13, lists them for users;
 * tests/limits.c tries each. */
#ifndef KEN_BASE_LIMITS_H
#define KEN_BASE_LIMITS_H

/* --- rules --- */
enum {
    RULES_BYTES = 4 * 1024 * 1024, /* of all rule files together */
    FILES = 256,                   /* of rules */
    FILE_DEPTH = 16,               /* of files that use files */
    AMENDMENTS = 16,               /* of amendments that amend amendments */
    LEX_NAME = 255,                /* bytes of the longest name */
    PATH_BYTES = 1000,             /* of names with points between */
    TREE_DEPTH = 200, /* nesting that every walk over trees and models survives on a small stack */
    CHAIN_DEPTH = 1000,            /* expressions, lets and scores that use each other */
    EXPRESSIONS = 500 * 1000,      /* of one rule set, those of a formula once for each use */
    NESTED_TABLES = 2,             /* aggregates inside each other */
    BANDS = 1000,                  /* in one list: each is compared with each */
    DECIMALS = 30,                 /* of facts, `round` and `show` */
    TRIALS = 100 * 1000,           /* combinations of values that one list of cases is tried with */
    TRIAL_VALUES = 5000,           /* of one thing that its conditions are about */
    TRIAL_WORK = 20 * 1000 * 1000, /* combinations times conditions, of one list */
    TRIAL_WORK_ALL = 100 * 1000 * 1000, /* and of all lists together */
};

/* --- facts --- */
enum {
    FACTS_BYTES =
        256 * 1024 * 1024, /* of one fact file; tables in other files are bounded by sources only */
    FACTS_ROWS = 2 * 1000 * 1000, /* of one table */
    FACTS_COLUMNS = 1000,         /* of one table, ignored ones included */
    RECORD_COLUMNS = 100 * 1000,  /* of a stream of records in CSV */
    FACTS_WORDS = 100 * 1000,     /* of one line */
    FACTS_NESTING = 100,          /* of blocks and of JSON */
    FACTS_EXPONENT = 400,         /* of a JSON number, either way */
    FACTS_YEAR_FIRST =
        1900, /* C.E. years that facts may lie in: a year of the other era is never among them */
    FACTS_YEAR_LAST = 2200,
    FACTS_OUTCOMES = 1000, /* that one set of questions may have */
};

/* --- streams of records --- */
enum {
    RECORD_BYTES = 16 * 1024 * 1024, /* of one record */
};

/* --- numbers --- */
enum {
    NUMBER_BITS = 4096,   /* above and below the fraction bar */
    NUMBER_DIGITS = 1200, /* of the longest literal */
};

/* --- certificates --- */
enum {
    CERTIFICATE_STEPS = 20 * 1000 * 1000, /* of one certificate */
};

/* --- impact --- */
enum {
    IMPACT_OFFICES = 1000 * 1000, /* of one comparison */
};

/* --- advice --- */
enum {
    RANKING_WORK = 1000 * 1000, /* criteria that are looked at to rank missing facts */
};

/* --- boundary cases --- */
enum {
    CASES_OF_ONE = 400,            /* of one criterion */
    CASES_TRIES = 100 * 1000,      /* criteria that are evaluated to look for those of one */
    CASES_WORK = 20 * 1000 * 1000, /* and of all */
};

/* --- tests --- */
enum {
    COVERED_TESTS = 1000, /* that are named for one place; the others are counted */
};

/* --- lints --- */
enum {
    FIX_ROUNDS = 50,              /* of fixing what can be fixed, and looking again */
    LINT_TRIALS = 2000,           /* evaluations of one criterion in search of a counterexample */
    LINT_WORK = 20 * 1000 * 1000, /* the same times the expressions of the rules, of all criteria */
};

/* --- messages --- */
enum {
    ERRORS_KEPT = 100,           /* the rest are counted */
    ERRORS_READ = 1000,          /* after so many, reading a text stops */
    QUOTED_BYTES = 300,          /* of the input in one message */
    NEAREST_STEPS = 1000 * 1000, /* of work for one suggestion */
};

#endif
