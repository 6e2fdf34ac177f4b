/* The lines `allow` of a rule file: each counts for the criterion that it stands in, or for the
 * file. */
#include "syntax/allows.h"

#include "base/nearest.h"

struct allowing {
    struct diags *d;
    struct span within; /* of the criterion around, else of the file */
};

static void report_unknown(struct diags *d, const struct node *word)
{
    struct nearest near = nearest_to(word->word.text);
    for (size_t i = 0; i < DIAG_CODES; i++)
        if (diag_about((enum diag_code)i)->severity != DIAG_ERROR)
            nearest_offer(&near, text_of(diag_about((enum diag_code)i)->name));
    struct diag *g = DIAG_ADD(d, K1060, word->at, word->word.text);
    if (!near.best.n) {
        diag_help(g, TEXT("`ken help lints` lists them"));
        return;
    }
    diag_help(g, SAY(d->arena, "did you mean `{}`?", near.best));
    diag_fix(g, word->at, near.best);
}

static void report_twice(struct diags *d, const struct node *n, const struct allow *first)
{
    struct diag *g = DIAG_ADD(d, K0307, n->at, SAY(d->arena, "`allow {}`", first->word));
    diag_label(d, g, first->at, TEXT("first here"));
}

static void read_allow(const struct allowing *w, const struct node *n)
{
    const struct node *word = n->allow.lint, *because = n->allow.because;
    struct allow one = {.at = n->at, .within = w->within, .word = word->word.text};
    if (because->kind != NODE_string)
        return; /* it could not be read */
    one.because = text_trim(because->string.text);
    if (!diag_lint_named(one.word, &one.code))
        report_unknown(w->d, word);
    else if (diag_about(one.code)->severity == DIAG_ERROR)
        diag_help(DIAG_ADD(w->d, K1061, word->at, one.word),
                  TEXT("mend what is wrong: only lints can be allowed"));
    else if (!one.because.n)
        diag_help(DIAG_ADD(w->d, K1063, because->at, one.word),
                  TEXT("say why it is right here, for those who read it next year"));
    else {
        const struct allow *first = allows_add(w->d, one);
        if (first)
            report_twice(w->d, n, first);
    }
}

static void look_into(void *user, struct node *n)
{
    struct allowing inside = *(const struct allowing *)user;
    if (n->kind == NODE_criterion)
        inside.within = n->at;
    if (n->kind == NODE_allow)
        read_allow(&inside, n);
    else
        node_children(n, look_into, &inside);
}

void allows_of(const struct tree *t, const struct source *file, struct diags *d)
{
    struct allowing all = {d, source_span(file, 0, file->content.n)};
    if (t->has[NODE_allow])
        look_into(&all, t->root);
}
