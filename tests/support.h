/* What tests share: memory, files, and one run of the library on texts.
 *
 * Everything made here lives in the arena of its trial and goes with it. */
#ifndef KEN_TESTS_SUPPORT_H
#define KEN_TESTS_SUPPORT_H

#include "base/buffer.h"
#include "ken.h"

/* An arena over malloc that ends the test when memory is exhausted. */
struct arena *support_arena(void);

/* The bytes of a file, followed by a NUL; false when there is none. */
bool support_read(struct arena *a, const char *path, struct text *content);
void support_write(const char *path, struct text content);

/* What a shell command prints, standard error too; in it `ken` is the program that is tested, which
 * $KEN names.  `*status` is how it ended: 128 for a signal. */
struct text support_run(struct arena *a, const char *command, int *status);

/* Where `t` stands in `in` for the first time; NULL for nowhere. */
const char *support_find(struct text in, struct text t);

/* `in` with the only occurrence of `old` replaced; it is a failure when there is none or another
 * one. */
struct text support_replace(struct arena *a, struct text in, const char *old, const char *new);

/* What stands where two texts first differ, both ways, with line numbers; `wanted` and `got`
 * differ. */
char *support_difference(struct arena *a, struct text wanted, struct text got);

/* One set of rules, one set of facts.  Files that they name are looked up in `folder`, then in
 * rules/. */
struct trial {
    struct arena *arena;
    const char *folder;
    ken *ken;
    ken_status status; /* of the first thing that failed */
};

struct trial *trial_new(const char *folder);
struct trial *trial_without_files(void); /* that texts may name */
void trial_free(struct trial *t);

/* Each does nothing when something failed before. */
void trial_load(struct trial *t, const char *name, struct text rules);
void trial_facts(struct trial *t, const char *name, struct text facts);
void trial_compare(struct trial *t, const char *name, struct text newer);
void trial_set(struct trial *t, const char *assignment);
void trial_ask(struct trial *t, const char *assignment);
void trial_evaluate(struct trial *t);

/* Rules, facts (NULL for none) and evaluation in one go. */
struct trial *trial_of(const char *folder, struct text rules, struct text facts);

struct text trial_report(struct trial *t, ken_report what, const ken_style *style);
struct text trial_problems(struct trial *t);
struct text trial_json(struct trial *t);

/* What stands behind `"key": ` in the object of a JSON result whose "path" is `path` (NULL: the
 * total): 3.6963 without its quotes, or null.  Empty when it is not there. */
struct text support_figure(struct arena *a, struct text json, const char *path, const char *key);
char *trial_figure(struct trial *t, const char *path, const char *key);

/* A JSON result without the lines that name places in files. */
struct text support_without_places(struct arena *a, struct text json);

#endif
