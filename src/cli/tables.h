/* The tables of verbs, options and formats: private to cli/.
 *
 * Everything that shows or reads the command line looks here: --help, completion, "did you mean".
 */
#ifndef KEN_CLI_TABLES_H
#define KEN_CLI_TABLES_H

#include <stdio.h>

#include "ken.h"

struct verb {
    const char *name;
    char letter; /* by which the other tables know it */
    int (*run)(int argc, char **argv);
    const char *arguments, *help;
};
extern const struct verb verbs[]; /* ends with one without a name */

/* NULL when there is none. */
const struct verb *verb_named(const char *name);

/* The verb that `name` is a slip or the beginning of; empty when none is. */
ken_text verb_meant(const char *name);

struct option_line {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* NULL: none; "arabic|thai": one of these words */
    const char *verbs, *help;
};
extern const struct option_line option_lines[]; /* ends with one without a name */

/* Whether the verb takes the option. */
bool option_is_of(const struct option_line *l, char verb);

/* The option of the verb that `name`, without its hyphens, is a slip of; empty when none is. */
ken_text option_meant(char verb, ken_text name);

/* The words that an option takes, of --format those of the verb; how many: none where it takes
 * anything. */
enum { OPTION_WORDS = 16 };
size_t words_split(const char *bars,
                   ken_text words[OPTION_WORDS]); /* "bash|zsh|fish"; none without a bar */
size_t option_words(const struct option_line *l, char verb, ken_text words[OPTION_WORDS]);

/* "text, json or md", each between `quote`s. */
void words_print(FILE *to, const ken_text *words, size_t n, const char *quote);

/* The form that --format's word asks for. */
bool format_named(char verb, const char *word, ken_form *form);

/* The options of a verb with their help, to `to`. */
void options_help(FILE *to, char verb);

#endif
