/* Cases: the rows of a table, of weights, of levels or bands by a fact, of which one holds.
 *
 * Rows with conditions are tried in order, the first that holds counts (situations.c shows that
 * there is one).  Rows that name the values of a choice, or yes and no, exclude each other: every
 * value stands once. */
#include "check/checker.h"

static void add_word(struct words *w, struct text word)
{
    if (map_put(&w->index, word, w->all.n) == w->all.n)
        LIST_ADD(w->c->a, &w->all, word);
}

static void find_words(struct words *w, const struct expr *e)
{
    e = expr_meant(e);
    const struct fact *f = expr_fact(e);
    if (f && f->is_choice)
        for (size_t i = 0; i < f->words.n; i++)
            add_word(w, f->words.at[i]);
    else if (e->kind == EXPR_LITERAL)
        add_word(w, e->literal->text);
    else if (e->kind == EXPR_LET) {
        if (w->c->let_seen[e->let->index] != w->c->let_turn)
            find_words(w, e->let->value);
        w->c->let_seen[e->let->index] = w->c->let_turn;
    } else if (e->kind == EXPR_IF) {
        find_words(w, e->right);
        find_words(w, e->third);
    } else if (e->kind == EXPR_TABLE)
        for (size_t i = 0; i < e->args.n; i++)
            find_words(w, e->args.at[i]);
    else if (e->kind == EXPR_CALL || (e->kind == EXPR_AGGREGATE && e->third))
        find_words(w, e->left);
    else
        w->open = true;
}

struct words words_of(struct checker *c, const struct expr *e)
{
    struct words w = {.c = c, .index = map_in(c->a)};
    if (e->type.kind == TYPE_YES_NO) {
        add_word(&w, TEXT("yes"));
        add_word(&w, TEXT("no"));
        return w;
    }
    if (!c->let_seen)
        c->let_seen = ARENA_ARRAY(c->a, size_t, c->m->lets.n + 1);
    c->let_turn++;
    find_words(&w, e);
    return w;
}

/* --- heads ---------------------------------------------------------------------------------- */

/* What cases go by has a few values that can all be named. */
static struct expr *fill_by(struct checker *c, const struct node *n, struct criterion *owner,
                            const struct row_scope *scope)
{
    struct expr *by = check_path(c, n, owner, scope);
    bool few = by->type.kind == TYPE_YES_NO || by->type.kind == TYPE_TEXT;
    if (by->type.kind == TYPE_ERROR || (few && !words_of(c, by).open))
        return by;
    struct diag *g = DIAG_ADD(c->d, K0413, by->at, check_source(c, by->at));
    const struct fact *f = expr_fact(by);
    diag_says(g,
              SAY(c->a, "this is {}", f ? fact_type_words(c->a, f) : type_words(c->a, by->type)));
    if (f)
        diag_label(c->d, g, f->at, TEXT("declared here"));
    diag_help(g, by->type.kind == TYPE_TEXT
                     ? TEXT("declare it as `one of (\"...\", \"...\")`")
                     : TEXT("write conditions: `table { when ... : ...   otherwise : ... }`"));
    by->type.kind = TYPE_ERROR;
    return by;
}

static void fill_key(struct checker *c, const struct cases *cases, struct case_row *row,
                     const struct node *n)
{
    bool truth = n->kind == NODE_truth;
    struct type t = kind_of(truth ? TYPE_YES_NO : TYPE_TEXT);
    struct value key = truth ? value_truth(n->truth.value) : value_text(n->string.text);
    LIST_ADD(c->a, &row->keys, (struct case_key){key, n->at});
    if (types_match(cases->by->type, t))
        return;
    struct diag *g = DIAG_ADD(c->d, K0404, n->at, check_source(c, n->at), type_words(c->a, t),
                              check_source(c, cases->by->at), type_words(c->a, cases->by->type));
    diag_label(c->d, g, cases->by->at, type_words(c->a, cases->by->type));
}

struct cases *fill_cases(struct checker *c, const struct node *by, const struct nodes *rows,
                         struct criterion *owner, const struct row_scope *scope)
{
    struct cases *cases = ARENA_NEW(c->a, struct cases);
    if (by)
        cases->by = fill_by(c, by, owner, scope);
    for (size_t i = 0; i < rows->n; i++) {
        if (rows->at[i]->kind != NODE_case_row)
            continue;
        const struct node *head = rows->at[i]->case_row.head;
        struct case_row row = {.at = head->at};
        if (head->case_head.when) {
            row.when = check_condition(c, head->case_head.when, owner, scope);
            row.at = row.when->at;
        }
        for (size_t j = 0; j < head->case_head.keys.n; j++)
            fill_key(c, cases, &row, head->case_head.keys.at[j]);
        row.otherwise = !row.when && !row.keys.n;
        LIST_ADD(c->a, &cases->rows, row);
    }
    return cases;
}

/* --- one row for every value ---------------------------------------------------------------- */

/* What has been named so far, and where. */
struct naming {
    struct checker *c;
    const struct cases *cases;
    struct words words; /* what could be named */
    struct map named;   /* to index in at */
    LIST_OF(struct span) at;
    const struct case_row *otherwise;
};

static struct text key_words(struct value v)
{
    return v.kind == VALUE_TEXT ? v.text : v.truth ? TEXT("yes") : TEXT("no");
}

static void report_named(struct naming *n, struct span again, struct span first)
{
    struct text called = check_source(n->c, again);
    diag_label(n->c->d, DIAG_ADD(n->c->d, K0307, again, called), first, TEXT("first here"));
}

static void name_key(struct naming *n, const struct case_key *key)
{
    struct text word = key_words(key->value);
    /* In a formula another call may need it. */
    if (key->value.kind == VALUE_TEXT && !n->c->call &&
        !check_word_among(n->c, key->at, word, n->cases->by, n->words.all.at, n->words.all.n))
        return;
    size_t first = map_put(&n->named, word, n->at.n);
    if (first == n->at.n)
        LIST_ADD(n->c->a, &n->at, key->at);
    else
        report_named(n, key->at, n->at.at[first]);
}

static void name_row(struct naming *n, const struct case_row *row)
{
    for (size_t i = 0; i < row->keys.n; i++)
        name_key(n, &row->keys.at[i]);
    if (row->otherwise && n->otherwise)
        report_named(n, row->at, n->otherwise->at);
    else if (row->otherwise)
        n->otherwise = row;
}

static size_t count_unnamed(struct naming *n)
{
    size_t left = 0;
    for (size_t i = 0; i < n->words.all.n; i++)
        left += !map_find(&n->named, n->words.all.at[i], NULL);
    return left;
}

/* "M" or "L" */
static struct text unnamed_words(struct naming *n, size_t left)
{
    bool text = n->cases->by->type.kind == TYPE_TEXT;
    struct buffer b = buffer_in(n->c->a);
    for (size_t i = 0, said = 0; i < n->words.all.n; i++) {
        if (map_find(&n->named, n->words.all.at[i], NULL))
            continue;
        said++;
        buffer_add(&b, said == 1 ? TEXT("") : said == left ? TEXT(" or ") : TEXT(", "));
        buffer_add(&b, SAY(n->c->a, text ? "\"{}\"" : "{}", n->words.all.at[i]));
    }
    return buffer_text(&b);
}

static void check_values(struct checker *c, const struct cases *cases)
{
    struct naming n = {.c = c, .cases = cases, .words = words_of(c, cases->by)};
    n.named = map_in(c->a);
    size_t before = c->d->errors;
    for (size_t i = 0; i < cases->rows.n; i++)
        name_row(&n, &cases->rows.at[i]);
    if (c->d->errors > before)
        return;
    size_t left = count_unnamed(&n);
    if (!left && n.otherwise && !c->call) {
        diag_help(DIAG_PLAIN(c->d, K0541, n.otherwise->at),
                  TEXT("every value has a row of its own: delete this one"));
        return;
    }
    if (!left || n.otherwise)
        return;
    struct text words =
        SAY(c->a, "when {} = {}", check_source(c, cases->by->at), unnamed_words(&n, left));
    diag_help(DIAG_ADD(c->d, K0540, cases->by->at, words),
              TEXT("add a row for it, or `otherwise : ...` for all the rest"));
}

void check_cases(struct checker *c, const struct cases *cases, struct span at)
{
    if (!cases->by)
        LIST_ADD(c->a, &c->cases,
                 (struct pending_cases){cases, at,
                                        c->call && c->call->call ? c->call->call->at
                                                                 : (struct span){0, 0}});
    else if (cases->by->type.kind != TYPE_ERROR)
        check_values(c, cases);
}
