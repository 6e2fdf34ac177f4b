/* What a context holds: private to ken.c and ken_write.c. */
#ifndef KEN_INSIDE_H
#define KEN_INSIDE_H

#include "advise/certificate.h"
#include "advise/needed.h"
#include "advise/whatif.h"
#include "amend/amend.h"
#include "batch/batch.h"
#include "check/check.h"
#include "diff/diff.h"
#include "diff/history.h"
#include "diff/impact.h"
#include "diff/migrate.h"
#include "explain/claims.h"
#include "explain/evidence.h"
#include "ken.h"
#include "mutate/score.h"
#include "render/document.h"
#include "report/cases.h"
#include "testing/coverage.h"
#include "verify/verify.h"

/* Rules that belong together: a rule file and the files it uses. */
struct rule_set {
    struct rule_text root;        /* the rule file; of an amendment, what becomes of its base */
    LIST_OF(struct tree *) trees; /* that of the rule file first */
    LIST_OF(const struct source *) files; /* that of each tree */
    LIST_OF(const struct source *) bases; /* what the rule file amends, the newest first */
    const struct source *amended;         /* the first of them; NULL: it amends nothing */
    struct model *model;                  /* NULL: there is an error in them */
    bool of_tests; /* a file of tests names them: it is the last of `files` */
};

struct ken {
    ken_host host;
    struct arena *arena;
    struct sources *sources;
    struct diags diags;
    enum diag_severity *level;   /* of lints, by code; NULL: nobody asked for others */
    enum diag_severity warnings; /* what warnings are, for who asked */
    struct rule_set rules;
    struct rule_set newer; /* what they are compared with */
    size_t rules_bytes;    /* of the rules that are loaded, all their files */
    struct facts *facts;
    struct outcome *outcome;
    struct claims *claims;
    struct needed *needed;
    LIST_OF(struct cost) costs;
    struct certificate_text certificate; /* without parts: there is none */
    struct verification *verification;   /* NULL: none has been checked, or it does not hold */
    struct whatif *whatif;               /* NULL: nothing is asked */
    struct evidence_list *evidence;      /* NULL: nobody asked for it */
    LIST_OF(const struct rule_set *) followed; /* what was read behind `rules` */
    LIST_OF(struct history_rules) years;       /* the same, compared */
    struct cases_report *cases;                /* NULL: nobody asked for boundary cases */
    struct history *history;                   /* NULL: nobody asked, or none have the criterion */
    struct migration *migration;               /* NULL: no facts were rewritten */
    struct trials *trials;                     /* NULL: no mutants were made */
    struct mutant_fate *verdicts;              /* by mutant */
    struct diff *diff;                         /* NULL: nothing was compared */
    struct impact *impact;                     /* NULL: nobody asked whom it affects */
    const struct source *formatted;            /* what was laid out; NULL: nothing was */
    struct text layout;                        /* and how it is */
    struct map test_files;                     /* that tests name, to `test_sources` */
    LIST_OF(const struct source *) test_sources;
    struct batch *batch;       /* NULL: no stream of records was begun */
    struct text batch_head;    /* of what is written */
    struct coverage *coverage; /* of the rules by their tests; NULL: nobody asked */
};

static inline struct text text_in(ken_text t)
{
    return (struct text){t.at, t.size};
}

static inline ken_text text_out(struct text t)
{
    return (ken_text){t.at, t.n};
}

struct memory ken_memory(const ken_host *host);

/* A new arena with the memory of this host. */
struct arena *ken_arena(const ken_host *host);

/* Ask the host for a file that another one names, at `at`; false after reporting why not, which
 * goes to `*why_not` too. */
bool ken_open(ken *k, const struct source *from, struct text path, struct span at,
              struct text *name, struct text *content, struct text *why_not);

/* Keep the text of a rule file, which is UTF-8; NULL after reporting that it is too much.  `at` is
 * the place that names the file. */
const struct source *ken_add_rules(ken *k, struct text name, struct text content, struct span at);

/* Read and check a rule file and the files it uses; false when there is an error in them. */
bool ken_load_set(ken *k, struct rule_set *set, ken_text name, ken_text text);

/* The same of a file that may hold tests of rules in another file: then of those, and the tests. */
bool ken_load_either(ken *k, struct rule_set *set, ken_text name, ken_text text);

/* The same of a text that is there already; NULL: it is not, as has been said. */
bool ken_load_source(ken *k, struct rule_set *set, const struct source *s);

/* What differs between two checked rule sets, the newer one read as if for the year of the older
 * one. */
struct diff *ken_diff_sets(ken *k, const struct rule_set *older, const struct rule_set *newer);

/* The document of KEN_BOOKLET, added to `d` (ken_booklet.c). */
void ken_booklet(ken *k, struct document *d, struct text language);

/* By code, the levels of lints with what was asked of single ones. */
enum diag_severity *ken_levels(ken *k);

/* Whether `s` is one of the files of these rules. */
bool rule_set_has(const struct rule_set *set, const struct source *s);

/* The same, or of those that they amend. */
bool rule_set_stands_on(const struct rule_set *set, const struct source *s);

/* The source that was made of the file `name`, read in that encoding; NULL when it was not read. */
const struct source *ken_known_source(const ken *k, struct text name, enum encoding declared);

/* What facts_host.open asks for; `user` is the context. */
const struct source *ken_open_table(void *user, const struct source *from,
                                    const struct named_file *file, struct diags *d);

/* How tests get at the files that they name: what is wrong with one goes to the test. */
struct facts_host ken_test_host(ken *k);

/* The criterion that is meant; NULL for none in particular. */
const struct criterion *ken_meant(const ken *k, ken_text about);

#endif
