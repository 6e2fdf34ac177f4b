/* What goes between two tokens, from the tree: blanks, columns, and where a line may break.
 *
 * Most of it is the same for all tokens of a kind; the tree says which sign is a minus and which
 * begins a negative number, what is an item of a block, and what belongs together. */
#include "format/marks.h"

#include "rules.tab.h"

static void begin_item(struct layout *l, const struct node *n, size_t first)
{
    struct gap *g = gap_at(l, first);
    g->item = true;
    g->spaces = first && token_kind(l, first - 1) == TOK_LBRACE ? 1 : GAP_WIDE;
    g->row = row_of_kind(n->kind);
    if (g->row == ROW_WORD)
        set_column(gap_at(l, first + 1), 1, 1);
}

/* --- the walk ------------------------------------------------------------------------------- */

struct walk {
    struct layout *l;
    size_t rank;  /* of a break in an expression here */
    size_t brace; /* around the node above */
    bool inside;  /* that node is a list of items itself */
};

/* Which items share a line, in a criterion, a penalty and a changed step: from the one that begins
 * it (BEGINS) on. */
enum joining { STAYS, BEGINS = 1, GOES_ON = 2 };
static const unsigned char in_criterion[NODE_KINDS] = {[NODE_points] = BEGINS,
                                                       [NODE_weight] = BEGINS,
                                                       [NODE_measure] = BEGINS,
                                                       [NODE_shown_unit] = GOES_ON};
static const unsigned char in_penalty[NODE_KINDS] = {[NODE_amount] = BEGINS,
                                                     [NODE_condition] = BEGINS | GOES_ON,
                                                     [NODE_free] = BEGINS | GOES_ON,
                                                     [NODE_bound] = BEGINS | GOES_ON};
static const unsigned char in_step[NODE_KINDS] = {
    [NODE_condition] = BEGINS | GOES_ON, [NODE_done] = BEGINS | GOES_ON,
    [NODE_points] = BEGINS | GOES_ON,    [NODE_by] = BEGINS | GOES_ON,
    [NODE_late] = BEGINS | GOES_ON,      [NODE_evidence] = BEGINS | GOES_ON};

static void join(struct layout *l, const struct nodes *items, const unsigned char *how)
{
    for (size_t i = 1; i < items->n; i++) {
        enum node_kind kind = items->at[i]->kind;
        if (!(how[items->at[i - 1]->kind] & BEGINS) || !(how[kind] & GOES_ON))
            continue;
        size_t first = token_at(l, items->at[i]->at);
        gap_at(l, first)->item = false;
        gap_at(l, first + 1)->column = 0;
        set_column(gap_at(l, first), 0, kind == NODE_condition ? 1 : GAP_WIDE);
        set_rank(gap_at(l, first), 1);
    }
}

static void walk(void *user, struct node *n)
{
    const struct walk *above = user;
    struct walk here = *above;
    if (span_is_nowhere(n->at) || n->at.lo == n->at.hi)
        return;
    size_t first = token_at(here.l, n->at);
    here.brace = here.l->brace[first];
    /* The bands of one case are a node that is all of its block. */
    here.inside = n->kind == NODE_bands && token_kind(here.l, first) != TOK_BANDS;
    if ((here.brace != above->brace || above->inside) && !here.inside)
        begin_item(here.l, n, first);
    here.rank = above->rank < RANK_MOST ? above->rank + 1 : RANK_MOST;
    mark_node(here.l, n, here.rank);
    node_children(n, walk, &here);
    if (n->kind == NODE_penalty)
        join(here.l, &n->penalty.items, in_penalty);
    else if (n->kind == NODE_amended_step)
        join(here.l, &n->amended_step.items, in_step);
    else if (n->kind == NODE_criterion)
        join(here.l, &n->criterion.items, in_criterion);
}

/* What is the same for all tokens of a kind. */
static unsigned spaces_between(int before, int token, size_t width)
{
    if (token == TOK_RAW && !width) /* `facts { }` */
        return 0;
    if (before == TOK_LPAREN || before == TOK_DOT)
        return 0;
    return token != TOK_RPAREN && token != TOK_COMMA && token != TOK_DOT && token != TOK_PERCENT;
}

void layout_gaps(struct layout *l, const struct node *root)
{
    struct walk top = {.l = l, .rank = RANK_TYPE, .brace = 0, .inside = true};
    for (size_t i = 1; i < l->n; i++)
        l->gap[i].spaces =
            spaces_between(token_kind(l, i - 1), token_kind(l, i), token_written(l, i).n);
    node_children(root, walk, &top);
    for (size_t i = 1; i < l->n; i++)
        l->columns[i] = l->columns[i - 1] + l->width[i - 1] + l->gap[i].spaces;
}
