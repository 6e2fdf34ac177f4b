/* Facts as a native fact file writes them. */
#include "facts/written.h"

#include "facts/plain.h"

struct text written_quoted(struct arena *a, struct text t)
{
    struct buffer b = buffer_in(a);
    buffer_add_byte(&b, '"');
    for (size_t i = 0; i < t.n; i++) {
        if (t.at[i] == '"' || t.at[i] == '\\')
            buffer_add_byte(&b, '\\');
        if (t.at[i] == '\n')
            buffer_add(&b, TEXT("\\n"));
        else
            buffer_add_byte(&b, t.at[i]);
    }
    buffer_add_byte(&b, '"');
    return buffer_text(&b);
}

static bool is_one_of(struct text t, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (text_equal(t, text_of(words[i])))
            return true;
    return false;
}

struct text written_name(struct arena *a, struct text name)
{
    static const char *const heads[] = {"facts", "office", "era", "as", "claim", "reason"};
    return is_one_of(name, heads, sizeof heads / sizeof *heads) ? written_quoted(a, name) : name;
}

/* Letters, digits and the Thai block: nothing that a reader could take for more than a word. */
static bool is_bare(struct text t)
{
    static const char *const keywords[] = {"n/a", "N/A", "from", "evidence", "because"};
    if (!t.n || text_plain(t, 0) < t.n ||
        is_one_of(t, keywords, sizeof keywords / sizeof *keywords))
        return false;
    for (size_t i = 0; i < t.n; i++) {
        unsigned char c = (unsigned char)t.at[i];
        bool word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                    c >= 0x80 || (i && (c == '-' || c == '_' || c == '.'));
        if (!word)
            return false;
    }
    return true;
}

static struct text word(struct arena *a, struct text t)
{
    return is_bare(t) ? t : written_quoted(a, t);
}

static struct text figure_words(struct arena *a, const struct fact *f, struct number n)
{
    return number_short_words(a, f->unit ? number_divide(a, n, f->unit->scale) : n, NUMBER_DIGITS);
}

static struct text set_words(struct arena *a, const struct set *s, const char *between)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < s->n; i++) {
        buffer_add(&b, i ? text_of(between) : TEXT(""));
        buffer_add(&b, *between == '|' ? s->at[i] : word(a, s->at[i]));
    }
    return *between == '|' ? word(a, buffer_text(&b)) : buffer_text(&b);
}

static struct text value_words(struct arena *a, const struct model *m, const struct fact *f,
                               struct value v, const char *between)
{
    switch (v.kind) {
    case VALUE_ABSENT:
        return v.absence == ABSENCE_NA ? TEXT("n/a") : TEXT("");
    case VALUE_NUMBER:
        return figure_words(a, f, v.number);
    case VALUE_TEXT:
        return f->is_choice ? word(a, v.text) : written_quoted(a, v.text);
    case VALUE_DATE:
        return date_words(a, v.date, m->era);
    case VALUE_MONTH:
        return month_words(a, v.month, m->era);
    case VALUE_TRUTH:
        return v.truth ? TEXT("yes") : TEXT("no");
    case VALUE_SET:
        return set_words(a, v.set, between);
    case VALUE_TABLE:
        break;
    }
    return TEXT("");
}

struct text written_value(struct arena *a, const struct model *m, const struct fact *f,
                          struct value v)
{
    return value_words(a, m, f, v, ", ");
}

struct text written_cell(struct arena *a, const struct model *m, const struct fact *column,
                         struct value v)
{
    if (v.kind == VALUE_TEXT)
        return word(a, v.text);
    struct text words = value_words(a, m, column, v, "|");
    return words.n ? words : TEXT("\"\"");
}

struct text written_evidence(struct arena *a, const struct evidence *e, enum era era)
{
    struct text said = {0}, file = {0}, dated = {0};
    if (!evidence_is_there(e))
        return TEXT("");
    if (e->says.n || !e->file.n)
        said = SAY(a, " {}", written_quoted(a, e->says.n ? e->says : TEXT("supposed")));
    if (e->file.n)
        file = SAY(a, " file {}", written_quoted(a, e->file));
    if (e->has_date)
        dated = SAY(a, " dated {}", date_words(a, e->dated, era));
    return SAY(a, "  evidence{}{}{}", said, file, dated);
}

/* --- entries ---------------------------------------------------------------------------------- */

static struct text asides(struct arena *a, const struct model *m, const struct fact *f,
                          const struct fact_entry *e)
{
    struct text because =
        e->because.n ? SAY(a, "  because {}", written_quoted(a, e->because)) : TEXT("");
    bool asked = f->needs_evidence || f->proves;
    return SAY(a, "{}{}", because, asked ? written_evidence(a, &e->evidence, m->era) : TEXT(""));
}

/* What was not kept of a row, since no rule reads it, is whatever the declaration allows. */
static struct text cell_words(struct arena *a, const struct model *m, const struct table *t,
                              const struct fact *column, size_t row)
{
    struct value v = column_is_kept(column) ? t->at[row * t->columns + column->cell].value
                                            : plain_value(a, m, column, row);
    return written_cell(a, m, column, v);
}

/* Columns that nobody has to fill in and no rule reads are left out. */
static bool is_written(const struct fact *column)
{
    return column_is_kept(column) || !column->optional;
}

static void add_line(struct buffer *b, const struct fact *table, size_t indent,
                     const struct text *cell)
{
    size_t gap = indent;
    for (size_t i = 0; i < table->columns.n; i++) {
        if (!is_written(table->columns.at[i]))
            continue;
        buffer_add_times(b, TEXT(" "), gap);
        buffer_add(b, cell[i]);
        gap = 2;
    }
    buffer_add_byte(b, '\n');
}

static void add_table(struct buffer *b, struct arena *a, const struct model *m,
                      const struct fact *f, const struct table *t, size_t indent)
{
    struct text *cell = ARENA_ARRAY(a, struct text, f->columns.n + 1);
    for (size_t i = 0; i < f->columns.n; i++)
        cell[i] = f->columns.at[i]->path;
    add_line(b, f, indent, cell);
    for (size_t row = 0; row < t->rows; row++) {
        for (size_t i = 0; i < f->columns.n; i++)
            cell[i] = cell_words(a, m, t, f->columns.at[i], row);
        add_line(b, f, indent, cell);
    }
}

void written_entry(struct buffer *b, struct arena *a, const struct model *m, const struct fact *f,
                   const struct fact_entry *e, size_t indent)
{
    struct text behind = asides(a, m, f, e);
    bool table = e->value.kind == VALUE_TABLE;
    buffer_add_times(b, TEXT(" "), indent);
    buffer_add(b, written_name(a, f->path));
    if (table && e->value.table->rows) {
        buffer_add(b, TEXT(" {\n"));
        add_table(b, a, m, f, e->value.table, indent + 2);
        buffer_add_times(b, TEXT(" "), indent);
        buffer_add(b, SAY(a, "}{}\n", behind));
        return;
    }
    struct text value = table ? TEXT("{ }") : written_value(a, m, f, e->value);
    buffer_add(b, SAY(a, value.n ? "  {}{}\n" : "{}{}\n", value, behind));
}

/* --- comparing -------------------------------------------------------------------------------- */

static bool values_alike(struct arena *a, struct value x, struct value y)
{
    if (x.kind != y.kind)
        return false;
    return x.kind == VALUE_ABSENT ? x.absence == y.absence : value_equal(a, x, y);
}

static bool tables_alike(struct arena *a, const struct table *x, const struct table *y)
{
    if (x == y)
        return true;
    if (x->rows != y->rows || x->columns != y->columns)
        return false;
    for (size_t i = 0; i < x->rows * x->columns; i++)
        if (!values_alike(a, x->at[i].value, y->at[i].value))
            return false;
    return true;
}

bool written_alike(struct arena *a, const struct fact *f, const struct fact_entry *x,
                   const struct fact_entry *y)
{
    bool proven = evidence_is_there(&x->evidence) == evidence_is_there(&y->evidence);
    if ((f->needs_evidence || f->proves) && !proven)
        return false;
    if (x->value.kind == VALUE_TABLE && y->value.kind == VALUE_TABLE)
        return tables_alike(a, x->value.table, y->value.table);
    return values_alike(a, x->value, y->value);
}
