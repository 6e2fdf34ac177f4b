/* Fact files: what a line says once the grammar has found it. */
#include "facts/native.h"

/* --- heads -------------------------------------------------------------------------------- */

void native_criteria(struct native *r, struct text id, struct span at)
{
    bind_criteria(r->binder, id, at);
}

void native_office(struct native *r, struct text name, struct span at)
{
    bind_office(r->binder, name, at);
}

void native_era(struct native *r, struct text word, struct span at)
{
    bind_era(r->binder, word, at);
}

/* --- values ------------------------------------------------------------------------------- */

void native_key(struct native *r, int kind, struct text text, struct span at)
{
    r->key = (struct native_item){kind, text, at};
}

void native_item(struct native *r, int kind, struct text text, struct span at)
{
    struct facts *f = r->binder->facts;
    if (r->over)
        return;
    if (r->items.n < FACTS_WORDS) {
        LIST_ADD(f->arena, &r->items, (struct native_item){kind, text, at});
        return;
    }
    DIAG_ADD(f->diags, K0637, at, text_number(f->arena, FACTS_WORDS), TEXT("words in one line"));
    r->over = true;
}

static bool is_said_twice(struct native *r, bool before, struct span at)
{
    if (before)
        diag_help(DIAG_PLAIN(r->binder->facts->diags, K0747, at),
                  TEXT("say in one text what all documents are"));
    return before;
}

void native_evidence(struct native *r, struct text says, struct span at)
{
    struct evidence *e = &r->aside.evidence;
    if (!is_said_twice(r, e->says.n || e->file.n, at))
        e->says = says;
}

void native_evidence_file(struct native *r, struct text name, struct span at)
{
    struct evidence *e = &r->aside.evidence;
    if (is_said_twice(r, e->file.n, at))
        return;
    e->file = name;
    e->file_at = at;
}

/* The place of one word or of three. */
void native_evidence_dated(struct native *r, struct span at)
{
    struct raw raw = {
        .kind = RAW_WORDS, .text = source_text(r->binder->facts->diags->sources, at), .at = at};
    bind_dated(r->binder, raw, &r->aside.evidence);
}

void native_because(struct native *r, struct text says)
{
    r->aside.because = says;
}

/* Of a text in quotes, only what is inside them. */
static struct span inside(const struct native_item *item)
{
    struct span at = item->at;
    return item->kind == TOK_STR && at.hi - at.lo >= 2 ? (struct span){at.lo + 1, at.hi - 1} : at;
}

/* Items `from` to `to` (excluded, at least one) as they stand there. */
static struct raw slice(struct native *r, size_t from, size_t to)
{
    const struct native_item *first = &r->items.at[from], *last = &r->items.at[to - 1];
    if (from + 1 == to && first->kind == TOK_STR)
        return (struct raw){.kind = RAW_QUOTED, .text = first->text, .at = inside(first)};
    struct raw raw = {.kind = RAW_WORDS, .at = span_join(first->at, last->at)};
    raw.text = source_text(r->binder->facts->diags->sources, raw.at);
    for (size_t i = from; i < to; i++)
        if (r->items.at[i].kind == TOK_STR)
            raw.kind = RAW_MIXED;
    return raw;
}

/* The words of a set, some of them in quotes: what stands between commas. */
static struct raw list(struct native *r, struct raw all)
{
    LIST_OF(struct raw) pieces = {0};
    size_t from = 0;
    for (size_t i = 0; i <= r->items.n; i++) {
        if (i < r->items.n && r->items.at[i].kind != TOK_COMMA)
            continue;
        struct raw nothing = {.kind = RAW_WORDS, .at = r->items.at[i < r->items.n ? i : i - 1].at};
        struct raw piece = from < i ? slice(r, from, i) : nothing;
        if (piece.kind == RAW_MIXED)
            return all;
        LIST_ADD(r->binder->facts->arena, &pieces, piece);
        from = i + 1;
    }
    all.kind = RAW_LIST;
    all.items = pieces.at;
    all.n = pieces.n;
    return all;
}

static struct raw value_of(struct native *r, const struct fact *f)
{
    if (!r->items.n)
        return (struct raw){.kind = RAW_NOTHING, .at = r->key.at};
    struct raw all = slice(r, 0, r->items.n);
    bool is_list = f->type.kind == TYPE_SET && (all.kind == RAW_MIXED || all.kind == RAW_QUOTED);
    return is_list ? list(r, all) : all;
}

struct text native_path(struct native *r)
{
    if (!r->blocks.n)
        return r->key.text;
    return SAY(r->binder->facts->arena, "{}.{}", r->blocks.at[r->blocks.n - 1].path, r->key.text);
}

struct mention *native_mention(struct native *r, enum mention_kind kind, struct text path,
                               struct span name)
{
    struct mention *here = bind_mention(r->binder->facts, kind, path, name);
    if (here && r->blocks.n)
        here->inside = r->blocks.at[r->blocks.n - 1].mention;
    return here;
}

void native_na(struct native *r, struct span at)
{
    const struct fact *f = bind_find(r->binder, native_path(r), r->key.at);
    if (f)
        native_mention(r, MENTION_FACT, f->path, r->key.at);
    if (f)
        bind_na(r->binder, f, at, r->aside);
}

/* --- claims and reasons ------------------------------------------------------------------- */

void native_as_of(struct native *r)
{
    bind_as_of(r->binder, slice(r, 0, r->items.n));
}

static bool is_height(struct text t)
{
    return text_equal(t, TEXT("group")) || text_equal(t, TEXT("indicator")) ||
           text_equal(t, TEXT("part"));
}

/* `group effectiveness weighted 0.8472`: the height may be said where what follows is a criterion.
 */
void native_claim(struct native *r)
{
    struct raw_claim claim = {0};
    struct arena *a = r->binder->facts->arena;
    size_t n = r->items.n, from = 0;
    if (n > 3 && is_height(r->items.at[0].text))
        from =
            model_criterion(r->binder->facts->model, fold_digits(a, r->items.at[1].text)) != NULL ||
            !model_criterion(r->binder->facts->model, r->items.at[0].text);
    if (n > from)
        claim.target = slice(r, from, from + 1);
    if (n > from + 1)
        claim.aspect = slice(r, from + 1, from + 2);
    claim.value = n > from + 2 ? slice(r, from + 2, n) : (struct raw){.at = r->items.at[n - 1].at};
    bind_claim(r->binder, claim);
}

void native_reason(struct native *r, struct text path, struct span at, struct text says,
                   struct span says_at)
{
    bind_reason(r->binder, path, at, says, says_at);
}

/* --- blocks ------------------------------------------------------------------------------- */

void native_open(struct native *r)
{
    struct facts *facts = r->binder->facts;
    bool in_table = r->blocks.n && r->blocks.at[r->blocks.n - 1].is_table;
    struct native_block block = {.path = in_table ? r->key.text : native_path(r),
                                 .at = r->key.at,
                                 .mention = MENTION_OUTSIDE};
    const struct fact *f = in_table ? NULL : model_fact(facts->model, block.path);
    bool well = false;
    if (in_table)
        DIAG_ADD(facts->diags, K0201, block.at, TEXT("a block cannot stand in a table"),
                 TEXT("a row"));
    else if (f && f->type.kind == TYPE_TABLE)
        well = block.is_table = table_begin(&r->table, r->binder, f, block.at);
    else if (f)
        DIAG_ADD(facts->diags, K0623, block.at, block.path, fact_type_words(facts->arena, f),
                 TEXT("a block"));
    else
        well = bind_is_group(r->binder, block.path) || bind_find(r->binder, block.path, block.at);
    if (well &&
        native_mention(r, block.is_table ? MENTION_FACT : MENTION_GROUP, block.path, block.at))
        block.mention = facts->mentions->all.n - 1;
    r->has_columns = false;
    r->skip = !well;
    r->close_skipped = !well;
    LIST_ADD(facts->arena, &r->blocks, block);
    if (r->blocks.n > FACTS_NESTING)
        native_too_deep(r, block.at);
}

void native_close(struct native *r)
{
    r->closed = r->blocks.at[--r->blocks.n];
    r->closes = r->closed.mention != MENTION_OUTSIDE;
    if (r->closes) /* two may end in one line */
        r->binder->facts->mentions->all.at[r->closed.mention].all.hi = r->last_at.hi;
    if (r->closed.is_table)
        table_end(&r->table);
}

/* What stands behind a block: of a table, or of every fact of a group. */
void native_block_asides(struct native *r)
{
    struct native_block *block = &r->closed;
    const struct fact *table =
        block->is_table ? model_fact(r->binder->facts->model, block->path) : NULL;
    if (table)
        bind_aside(r->binder, table, r->aside);
    else
        bind_group_aside(r->binder, block->path, block->at, r->aside);
}

/* The name of a column, or a cell, as it was written. */
static const struct native_item *cell_at(const struct native *r, size_t i)
{
    return i ? &r->items.at[i - 1] : &r->key;
}

static bool is_row(struct native *r)
{
    for (size_t i = 0; i < r->items.n; i++) {
        int kind = r->items.at[i].kind;
        if (kind == TOK_WORD || kind == TOK_STR)
            continue;
        DIAG_ADD(r->binder->facts->diags, K0201, r->items.at[i].at,
                 kind == TOK_COMMA ? TEXT("`,` cannot stand here") : TEXT("`=` cannot stand here"),
                 TEXT("cells with blanks between them"));
        return false;
    }
    return true;
}

static void read_columns(struct native *r)
{
    size_t n = r->items.n + 1;
    struct facts *f = r->binder->facts;
    r->has_columns = true;
    r->columns_well = false;
    if (n > FACTS_COLUMNS) {
        DIAG_ADD(f->diags, K0637, r->key.at, text_number(f->arena, FACTS_COLUMNS), TEXT("columns"));
        return;
    }
    size_t errors = f->diags->errors;
    for (size_t i = 0; i < n; i++) {
        native_mention(r, MENTION_COLUMN, cell_at(r, i)->text, cell_at(r, i)->at);
        table_add_column(&r->table, cell_at(r, i)->text, inside(cell_at(r, i)), true);
    }
    r->columns_well = f->diags->errors == errors && table_columns_done(&r->table);
}

static void read_row(struct native *r)
{
    struct table_reader *t = &r->table;
    size_t n = r->items.n + 1;
    if (n != t->written.n) {
        table_ragged(r->binder, span_join(r->key.at, cell_at(r, n - 1)->at), n, t->head,
                     t->written.n, "an empty cell is written `\"\"`",
                     "a cell with a blank in it stands in quotes");
        return;
    }
    struct table_cell *row = table_row(t);
    if (!row) {
        r->columns_well = false;
        return;
    }
    for (size_t i = 0; i < n; i++) {
        const struct native_item *item = cell_at(r, i);
        const struct fact *f = t->written.at[i];
        native_mention(r, MENTION_CELL, f->path, item->at);
        bool text = item->kind == TOK_STR && f->type.kind == TYPE_TEXT;
        struct raw raw = {
            .kind = text ? RAW_QUOTED : RAW_WORDS, .text = item->text, .at = inside(item)};
        if (item->kind == TOK_STR && !item->text.n)
            raw.kind = RAW_NOTHING;
        table_put(t, row, f, raw);
    }
}

void native_entry(struct native *r)
{
    if (r->blocks.n && r->blocks.at[r->blocks.n - 1].is_table) {
        if (!is_row(r))
            return;
        if (!r->has_columns)
            read_columns(r);
        else if (r->columns_well)
            read_row(r);
        return;
    }
    const struct fact *f = bind_find(r->binder, native_path(r), r->key.at);
    if (!f)
        return;
    struct raw value = value_of(r, f);
    struct mention *here = native_mention(r, MENTION_FACT, f->path, r->key.at);
    if (here)
        here->value = value.at;
    bind_fact(r->binder, f, r->key.at, value, r->aside);
}
