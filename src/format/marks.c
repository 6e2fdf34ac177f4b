/* What is special about a kind of node: columns, places where a line may break, signs without
 * blanks.
 *
 * A place within an item is found from the nodes beside it; a node in parentheses does not include
 * them, so the word in front of it is looked for behind them. */
#include "format/marks.h"

#include "rules.tab.h"

struct gap *gap_at(struct layout *l, size_t token)
{
    return &l->gap[token <= l->n ? token : l->n];
}

static struct gap *gap_of(struct layout *l, const struct node *n)
{
    return gap_at(l, token_at(l, n->at));
}

/* The word in front of an expression, however many parentheses stand between. */
static size_t word_before(const struct layout *l, const struct node *n)
{
    size_t at = token_at(l, n->at);
    while (at > 0 && token_kind(l, at - 1) == TOK_LPAREN)
        at--;
    return at > 0 ? at - 1 : 0;
}

void set_rank(struct gap *g, size_t rank)
{
    if (!g->rank || rank < g->rank)
        g->rank = rank < RANK_MOST ? (unsigned char)rank : RANK_MOST;
}

void set_column(struct gap *g, unsigned column, unsigned spaces)
{
    g->column = (unsigned char)column;
    g->spaces = spaces;
}

/* Behind the commas of a list. */
static void rank_list(struct layout *l, const struct nodes *list, size_t rank)
{
    for (size_t i = 1; i < list->n; i++)
        set_rank(gap_of(l, list->at[i]), rank);
}

static void rank_word(struct layout *l, const struct node *behind, size_t rank)
{
    if (behind)
        set_rank(gap_at(l, word_before(l, behind)), rank);
}

/* --- expressions ---------------------------------------------------------------------------- */

static void mark_logic(struct layout *l, const struct nodes *operands, size_t rank)
{
    for (size_t i = 1; i < operands->n; i++)
        rank_word(l, operands->at[i], rank);
}

static void mark_expression(struct layout *l, const struct node *n, size_t rank)
{
    size_t first = token_at(l, n->at);
    if (n->kind == NODE_negation)
        gap_at(l, first + 1)->spaces = 0;
    else if (n->kind == NODE_extreme || n->kind == NODE_rounded)
        gap_at(l, first + 1)->spaces = 0;
    else if (n->kind == NODE_call)
        gap_at(l, token_behind(l, n->call.name->at))->spaces = 0;
    if (n->kind == NODE_binary)
        rank_word(
            l, n->binary.right->kind == NODE_range ? n->binary.right->range.low : n->binary.right,
            rank);
    else if (n->kind == NODE_logic)
        mark_logic(l, &n->logic.operands, rank);
    else if (n->kind == NODE_choice) {
        rank_word(l, n->choice.yes, rank);
        rank_word(l, n->choice.no, rank);
    } else if (n->kind == NODE_aggregate) {
        rank_word(l, n->aggregate.where, rank);
        if (n->aggregate.of)
            rank_word(l, n->aggregate.over, rank);
    } else if (n->kind == NODE_days)
        rank_word(l, n->days.until, rank);
    else if (n->kind == NODE_call)
        rank_list(l, &n->call.args, rank);
    else if (n->kind == NODE_extreme)
        rank_list(l, &n->extreme.operands, rank);
}

/* --- items ---------------------------------------------------------------------------------- */

static void mark_title(struct layout *l, const struct node *title)
{
    if (title)
        set_column(gap_of(l, title), 1, 1);
}

static void mark_fact(struct layout *l, const struct node *n)
{
    mark_title(l, n->fact.title);
    set_column(gap_at(l, token_at(l, n->fact.type->at) - 1), 2, 1);
    rank_list(l, &n->fact.names, 1);
    rank_list(l, &n->fact.attributes, RANK_TYPE);
    rank_list(l, &n->fact.type->type.words, RANK_TYPE + 1);
}

static void mark_band(struct layout *l, const struct node *n)
{
    set_column(gap_at(l, token_behind(l, n->band.stretch->at)), 1, 1);
    if (n->band.title)
        set_column(gap_of(l, n->band.title), 2, 1);
    size_t end = token_behind(l, (n->band.title ? n->band.title : n->band.name)->at);
    if (n->band.needs_reason)
        set_column(gap_at(l, end), 3, GAP_WIDE);
}

/* `when ... : 2, 1, 2`: the values are columns where each of them is one number. */
static void mark_case(struct layout *l, const struct node *n)
{
    const struct node *value = n->case_row.value;
    size_t colon = token_behind(l, n->case_row.head->at);
    if (token_kind(l, colon) != TOK_COLON)
        return;
    set_column(gap_at(l, colon), 1, 1);
    if (value->kind != NODE_values && value->kind != NODE_levels)
        return;
    const struct nodes *values =
        value->kind == NODE_values ? &value->values.values : &value->levels.values;
    for (size_t i = 0; i < values->n && values->at[i]->kind != NODE_level; i++) {
        struct gap *g = gap_of(l, values->at[i]);
        set_column(g, (unsigned)(i < RANK_MOST ? i + 2 : RANK_MOST), 1);
        g->right = true;
        set_rank(g, RANK_TYPE);
    }
}

static void mark_property(struct gap *g, unsigned column)
{
    set_column(g, column < RANK_MOST ? column : RANK_MOST, GAP_WIDE);
    set_rank(g, 1);
    g->property = true;
}

static void mark_step(struct layout *l, const struct node *n)
{
    const struct node_step *s = &n->step;
    unsigned column = 4;
    mark_title(l, s->title);
    if (s->when)
        mark_property(gap_at(l, word_before(l, s->when)), 2);
    const struct node *done = s->done ? s->done : s->achieved;
    mark_property(gap_at(l, word_before(l, done)), 3);
    for (size_t i = 0; i < s->properties.n; i++)
        mark_property(gap_of(l, s->properties.at[i]), column++);
}

static void mark_amount(struct layout *l, const struct node *n)
{
    if (!n->amount.after)
        return;
    rank_word(l, n->amount.after, 1);
    rank_word(l, n->amount.until, 1);
}

static void mark_let(struct layout *l, const struct node *n)
{
    size_t sign = token_behind(l, (n->let.title ? n->let.title : n->let.name)->at);
    mark_title(l, n->let.title);
    set_column(gap_at(l, sign), 2, 1);
    set_rank(gap_at(l, sign + 1), 1);
}

static void mark_define(struct layout *l, const struct node *n)
{
    size_t sign = word_before(l, n->define.value);
    gap_at(l, token_behind(l, n->define.name->at))->spaces = 0;
    set_rank(gap_at(l, sign + 1), 1);
}

static void mark_adjust_line(struct layout *l, const struct node *n)
{
    if (!n->adjust_line.when)
        return;
    struct gap *g = gap_at(l, word_before(l, n->adjust_line.when));
    set_column(g, 1, GAP_WIDE);
    set_rank(g, 1);
}

static void mark_applies(struct layout *l, const struct node *n)
{
    struct gap *g = gap_at(l, word_before(l, n->applies.policy));
    g->spaces = GAP_WIDE;
    set_rank(g, 1);
}

static void mark_levels(struct layout *l, const struct node *n)
{
    rank_list(l, &n->levels.values, RANK_TYPE);
    if (n->levels.below)
        rank_word(l, n->levels.below, 1);
}

static void mark_level(struct layout *l, const struct node *n)
{
    gap_at(l, token_behind(l, n->level.score->at))->spaces = 0;
}

static void mark_cite(struct layout *l, const struct node *n)
{
    rank_word(l, n->cite.dated, 1);
    rank_word(l, n->cite.page, 1);
    rank_word(l, n->cite.effective, 1);
}

static void mark_rounding(struct layout *l, const struct node *n)
{
    bool shows = n->kind == NODE_show;
    const struct node *rounding = shows ? n->show.rounding : n->round.rounding;
    rank_list(l, shows ? &n->show.targets : &n->round.targets, RANK_TYPE);
    set_column(gap_of(l, rounding), 1, 1);
}

static void mark_holiday(struct layout *l, const struct node *n)
{
    if (n->holiday.name)
        set_column(gap_of(l, n->holiday.name), 2, 1);
}

static void mark_unit(struct layout *l, const struct node *n)
{
    mark_title(l, n->unit_declaration.title);
}

static void mark_score_band(struct layout *l, const struct node *n)
{
    set_column(gap_at(l, token_behind(l, n->score_band.stretch->at)), 1, 1);
}

static void mark_weekend(struct layout *l, const struct node *n)
{
    rank_list(l, &n->weekend.days, RANK_TYPE);
}

static void mark_expect(struct layout *l, const struct node *n)
{
    const struct node *what = n->expect.what, *because = n->expect.because;
    if (n->expect.of && what)
        set_column(gap_of(l, what), 1, 1);
    if (because) {
        set_column(gap_of(l, because), 2, what ? GAP_WIDE : 1);
        set_rank(gap_of(l, because), 1);
    }
}

/* `1.1/use` */
static void mark_tested(struct layout *l, const struct node *n)
{
    for (size_t i = 1; i < n->tested.ids.n; i++) {
        size_t id = token_at(l, n->tested.ids.at[i]->at);
        gap_at(l, id - 1)->spaces = gap_at(l, id)->spaces = 0;
    }
}

static void mark_fraction(struct layout *l, const struct node *n)
{
    size_t sign = token_at(l, n->at);
    while (token_kind(l, sign) != TOK_DIVIDE)
        sign++;
    gap_at(l, sign)->spaces = gap_at(l, sign + 1)->spaces = 0;
}

static void mark_weights(struct layout *l, const struct node *n)
{
    rank_list(l, &n->weights.ids, RANK_TYPE);
}

/* `capital.used from "CAP_USED" in baht` */
static void mark_column(struct layout *l, const struct node *n)
{
    set_column(gap_at(l, token_behind(l, n->column.path->at)), 1, 1);
    if (n->column.unit)
        set_column(gap_at(l, token_behind(l, n->column.name->at)), 2, 1);
}

static void mark_ignore(struct layout *l, const struct node *n)
{
    rank_list(l, &n->ignore.names, RANK_TYPE);
}

/* What is special about a kind of node, and about an item of that kind.  Kinds that are not here
 * have nothing of their own. */
static const struct {
    enum row_kind row;
    void (*mark)(struct layout *l, const struct node *n);
} kinds[NODE_KINDS] = {
    [NODE_era] = {ROW_WORD, NULL},
    [NODE_period] = {ROW_WORD, NULL},
    [NODE_closes] = {ROW_WORD, NULL},
    [NODE_scale] = {ROW_WORD, NULL},
    [NODE_use] = {ROW_WORD, NULL},
    [NODE_cite] = {ROW_WORD, mark_cite},
    [NODE_note] = {ROW_WORD, NULL},
    [NODE_units] = {ROW_WORD, NULL},
    [NODE_weight] = {ROW_WORD, NULL},
    [NODE_points] = {ROW_WORD, NULL},
    [NODE_shown_unit] = {ROW_WORD, NULL},
    [NODE_measure] = {ROW_WORD, NULL},
    [NODE_levels] = {ROW_WORD, mark_levels},
    [NODE_score] = {ROW_WORD, NULL},
    [NODE_bound] = {ROW_WORD, NULL},
    [NODE_covers] = {ROW_WORD, NULL},
    [NODE_weekend] = {ROW_WORD, mark_weekend},
    [NODE_holiday] = {ROW_WORD, mark_holiday},
    [NODE_by] = {ROW_WORD, NULL},
    [NODE_late] = {ROW_WORD, NULL},
    [NODE_done] = {ROW_WORD, NULL},
    [NODE_condition] = {ROW_WORD, NULL},
    [NODE_unit_declaration] = {ROW_UNIT, mark_unit},
    [NODE_fact] = {ROW_FACT, mark_fact},
    [NODE_let] = {ROW_LET, mark_let},
    [NODE_define] = {ROW_ALONE, mark_define},
    [NODE_show] = {ROW_SHOW, mark_rounding},
    [NODE_round] = {ROW_ROUND, mark_rounding},
    [NODE_band] = {ROW_BAND, mark_band},
    [NODE_score_band] = {ROW_BAND, mark_score_band},
    [NODE_case_row] = {ROW_CASE, mark_case},
    [NODE_adjust_line] = {ROW_ADJUST, mark_adjust_line},
    [NODE_step] = {ROW_STEP, mark_step},
    [NODE_amount] = {ROW_ALONE, mark_amount},
    [NODE_applies] = {ROW_ALONE, mark_applies},
    [NODE_level] = {ROW_ALONE, mark_level},
    [NODE_weights] = {ROW_ALONE, mark_weights},
    [NODE_expect] = {ROW_EXPECT, mark_expect},
    [NODE_tested] = {ROW_ALONE, mark_tested},
    [NODE_column] = {ROW_COLUMN, mark_column},
    [NODE_ignore] = {ROW_ALONE, mark_ignore},
    [NODE_fraction] = {ROW_ALONE, mark_fraction},
};

enum row_kind row_of_kind(enum node_kind kind)
{
    return kinds[kind].row;
}

void mark_node(struct layout *l, const struct node *n, size_t rank)
{
    if (kinds[n->kind].mark)
        kinds[n->kind].mark(l, n);
    mark_expression(l, n, rank);
}
