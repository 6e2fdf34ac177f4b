/* The data that the rules need, in words: of one criterion, and all. */
#include "report/booklet_inside.h"

/* In a section the first of many: the appendix has all of them. */
static struct text words_list(const struct booklet *b, const struct fact *f, bool all)
{
    struct buffer words = buffer_in(b->a);
    size_t n = all || f->words.n < BOOKLET_WORDS ? f->words.n : BOOKLET_WORDS;
    for (size_t i = 0; i < n; i++) {
        buffer_add(&words, i ? TEXT(", ") : TEXT(""));
        buffer_add(&words, SAY(b->a, "“{}”",
                               all ? text_folded(b->a, f->words.at[i])
                                   : booklet_called(b, f->words.at[i])));
    }
    buffer_add(&words, n < f->words.n ? TEXT(", …") : TEXT(""));
    return buffer_text(&words);
}

static struct text kind_words(const struct booklet *b, const struct fact *f, bool all)
{
    switch (f->type.kind) {
    case TYPE_NUMBER: {
        struct text kind = f->whole ? TOLD(b, TYPE_WHOLE) : TOLD(b, TYPE_NUMBER);
        return f->unit ? TELL(b, TYPE_UNIT, kind, booklet_unit(b, f->unit)) : kind;
    }
    case TYPE_TEXT:
        return f->is_choice ? TELL(b, TYPE_CHOICE, words_list(b, f, all)) : TOLD(b, TYPE_TEXT);
    case TYPE_DATE:
        return TOLD(b, TYPE_DATE);
    case TYPE_MONTH:
        return TOLD(b, TYPE_MONTH);
    case TYPE_YES_NO:
        return TOLD(b, TYPE_YES_NO);
    case TYPE_SET:
        return f->words.n ? TELL(b, TYPE_SET_OF, words_list(b, f, all)) : TOLD(b, TYPE_SET);
    case TYPE_TABLE:
        return TOLD(b, TYPE_TABLE);
    case TYPE_ERROR:
    case TYPE_RANGE:
        break;
    }
    return TEXT("");
}

static struct text type_told(const struct booklet *b, const struct fact *f, bool all)
{
    struct text words = kind_words(b, f, all);
    if (f->decimals >= 0)
        words = f->decimals == 1 ? TELL(b, TYPE_DECIMAL, words, TEXT("1"))
                                 : TELL(b, TYPE_DECIMALS, words, text_number(b->a, f->decimals));
    if (f->has_least)
        words = TELL(b, TYPE_LEAST, words, text_folded(b->a, f->least_words));
    if (f->has_most)
        words = TELL(b, TYPE_MOST, words, text_folded(b->a, f->most_words));
    if (f->table && f->table->key == (int)f->index)
        words = TELL(b, TYPE_KEY, words);
    if (f->fixed)
        words = TELL(b, TYPE_FIXED, words);
    if (f->needs_evidence || f->proves)
        words = TELL(b, TYPE_EVIDENCE, words);
    return f->optional ? TELL(b, TYPE_OPTIONAL, words) : words;
}

/* Its title below that of its group; a column's by itself, for it stands below its table. */
static struct text title_told(const struct booklet *b, const struct fact *f, bool all)
{
    struct text title = all ? text_folded(b->a, f->title) : booklet_called(b, f->title);
    struct text group = booklet_called(b, f->group);
    return group.n && title.n && !f->table ? SAY(b->a, "{}: {}", group, title)
           : title.n                       ? title
                                           : f->path;
}

static struct text readers_told(const struct booklet *b, const struct fact_line *l)
{
    struct buffer words = buffer_in(b->a);
    for (size_t i = 0; i < l->criteria.n; i++) {
        buffer_add(&words, words.n ? TEXT(", ") : TEXT(""));
        buffer_add(&words,
                   l->criteria.at[i]->parent ? l->criteria.at[i]->path : TOLD(b, OF_THE_TOTAL));
    }
    for (size_t i = 0; i < l->penalties.n; i++) {
        const struct penalty *p = l->penalties.at[i];
        buffer_add(&words, words.n ? TEXT(", ") : TEXT(""));
        buffer_add(&words, booklet_called(b, p->title.n ? p->title : p->name));
    }
    return buffer_text(&words);
}

static struct block *table_of_facts(const struct booklet *b, bool readers)
{
    struct block *table = document_grid(b->d);
    table_column(b->d, table, TOLD(b, COLUMN_FACT), ALIGN_LEFT, true);
    table_column(b->d, table, TOLD(b, COLUMN_TYPE), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_PATH), ALIGN_LEFT, false);
    if (readers)
        table_column(b->d, table, TOLD(b, COLUMN_USED), ALIGN_LEFT, false);
    return table;
}

static struct cell *add_fact(const struct booklet *b, struct block *table, const struct fact *f,
                             bool all)
{
    struct cell *cell = table_add_row(b->d, table, f->table ? 1 : 0)->cell;
    cell[0].text = title_told(b, f, all);
    cell[1].text = type_told(b, f, all);
    cell[2] =
        (struct cell){f->table ? SAY(b->a, "{}.{}", f->table->path, f->path) : f->path, TONE_CODE};
    return cell;
}

void booklet_facts_of(const struct booklet *b, const struct criterion *k)
{
    const struct criterion_facts *reads = &b->reads[k->index];
    if (!reads->lines.n)
        return;
    booklet_label(b, TOLD(b, DATA_NEEDED));
    struct block *table = table_of_facts(b, false);
    for (size_t i = 0; i < reads->lines.n; i++)
        add_fact(b, table, reads->lines.at[i]->fact, false);
}

void booklet_facts(const struct booklet *b)
{
    struct block *table = table_of_facts(b, true);
    for (size_t i = 0; i < b->facts->lines.n; i++) {
        const struct fact_line *l = &b->facts->lines.at[i];
        add_fact(b, table, l->fact, true)[3].text = readers_told(b, l);
    }
}
