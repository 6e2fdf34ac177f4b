/* A token that cannot stand where it stands: private to what is said of it.
 *
 * Floor: syntax. */
#ifndef KEN_SYNTAX_UNEXPECTED_H
#define KEN_SYNTAX_UNEXPECTED_H

#include "rules.tab.h"
#include "syntax/parse.h"

struct unexpected {
    struct tree *tree;
    int found;
    const int *expected; /* what could stand there */
    int n;
};

bool could_be(const struct unexpected *u, int token);

/* "a name, `{` or ...", in users' words (expected.c). */
struct text expected_words(const struct unexpected *u);

/* What is probably meant, or what stands there instead; empty where nobody can tell
 * (parse_help.c). */
struct text parse_help(const struct unexpected *u);

#endif
