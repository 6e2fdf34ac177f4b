/* The booklet: cover, contents, sections in the order of the tree, appendices. */
#include "report/booklet_inside.h"

/* --- pieces that all rooms use ---------------------------------------------------------------- */

struct block *booklet_sheet(const struct booklet *b)
{
    struct block *table = document_grid(b->d);
    table_column(b->d, table, TEXT(""), ALIGN_LEFT, false);
    table_column(b->d, table, TEXT(""), ALIGN_LEFT, true);
    return table;
}

void booklet_line(const struct booklet *b, struct block *table, struct text label,
                  struct text words)
{
    if (!words.n)
        return;
    struct table_row *row = table_add_row(b->d, table, 0);
    row->cell[0].text = label;
    row->cell[1].text = words;
}

void booklet_label(const struct booklet *b, struct text label)
{
    document_paragraph(b->d, label, TONE_STRONG);
}

void booklet_item(const struct booklet *b, struct block *outline, unsigned depth, struct text words)
{
    outline_add(b->d, outline, depth, (struct cell){words, TONE_PLAIN}, TEXT(""));
}

static void add_titles(const struct booklet *b, const struct remarks *r)
{
    for (size_t i = 0; i < r->titles.n; i++)
        document_paragraph(b->d,
                           SAY(b->a, "{} ({})", text_folded(b->a, r->titles.at[i].title),
                               r->titles.at[i].language),
                           TONE_FAINT);
}

void booklet_remarks(const struct booklet *b, const struct remarks *r)
{
    if (r->cites.n) {
        booklet_label(b, TOLD(b, CITATIONS));
        struct block *outline = document_outline(b->d);
        for (size_t i = 0; i < r->cites.n; i++)
            booklet_item(b, outline, 0, booklet_cite(b, &r->cites.at[i]));
    }
    if (!r->notes.n)
        return;
    booklet_label(b, TOLD(b, NOTES));
    struct block *outline = document_outline(b->d);
    for (size_t i = 0; i < r->notes.n; i++)
        booklet_item(b, outline, 0, text_folded(b->a, r->notes.at[i]));
}

/* --- cover ------------------------------------------------------------------------------------ */

static struct text scale_words(const struct booklet *b, const struct criterion *k)
{
    return number_is_over(k->low)
               ? TOLD(b, SCALE_NONE)
               : TELL(b, SCALE_FROM_TO, booklet_number(b, k->low), booklet_number(b, k->high));
}

static struct text indicators_words(const struct booklet *b)
{
    long long n = 0;
    for (size_t i = 0; i < b->m->criteria.n; i++)
        n += b->m->criteria.at[i]->height == HEIGHT_INDICATOR;
    return text_number(b->a, n);
}

static void add_cover(const struct booklet *b)
{
    const struct model *m = b->m;
    const struct criterion *total = m->criteria.at[0];
    document_heading(b->d, text_folded(b->a, m->title.n ? m->title : m->id), TEXT(""));
    add_titles(b, &total->remarks);
    struct block *sheet = booklet_sheet(b);
    booklet_line(b, sheet, TOLD(b, LABEL_CODE), m->id);
    sheet->rows.at[0].cell[1].tone = TONE_CODE;
    if (m->has_period)
        booklet_line(b, sheet, TOLD(b, LABEL_PERIOD),
                     TELL(b, FROM_TO, booklet_day(b, m->first), booklet_day(b, m->last)));
    if (!span_is_nowhere(m->closes_at))
        booklet_line(b, sheet, TOLD(b, LABEL_CLOSES), booklet_day(b, m->closes));
    booklet_line(b, sheet, TOLD(b, LABEL_SCALE), scale_words(b, total));
    booklet_line(b, sheet, TOLD(b, LABEL_INDICATORS), indicators_words(b));
    if (m->calendar) {
        const struct calendar *c = m->calendar;
        booklet_line(b, sheet, TOLD(b, LABEL_CALENDAR),
                     TELL(b, CALENDAR_COVERS, text_folded(b->a, c->title.n ? c->title : c->name),
                          booklet_day(b, c->first), booklet_day(b, c->last)));
    }
    booklet_remarks(b, &total->remarks);
}

/* --- contents --------------------------------------------------------------------------------- */

static unsigned depth_of(const struct criterion *k)
{
    unsigned depth = 0;
    for (k = k->parent; k && k->parent; k = k->parent)
        depth++;
    return depth;
}

static struct text weight_words(const struct booklet *b, const struct criterion *k)
{
    if (k->by_case)
        return TOLD(b, BY_CASE);
    return number_is_over(b->share[k->index]) ? TEXT("")
                                              : figure_weight(b->a, k, b->share[k->index]);
}

static void add_entry(const struct booklet *b, struct block *table, unsigned depth,
                      struct text anchor, struct text name, struct text weight)
{
    struct table_row *row = table_add_row(b->d, table, depth);
    row->cell[0].text = name;
    row->cell[1].text = weight;
    row->link = anchor;
}

static void add_contents(const struct booklet *b)
{
    document_section(b->d, 2, TEXT("contents"), TOLD(b, CONTENTS))->new_page = true;
    struct block *table = document_table(b->d);
    table_column(b->d, table, TOLD(b, COLUMN_SECTION), ALIGN_LEFT, true);
    table_column(b->d, table, TOLD(b, COLUMN_WEIGHT), ALIGN_RIGHT, false);
    add_entry(b, table, 0, TEXT("total"), TOLD(b, HOW_TOTAL), TEXT(""));
    for (size_t i = 0; i < b->m->criteria.n; i++) {
        const struct criterion *k = b->m->criteria.at[i];
        if (k->parent && k->height != HEIGHT_PART)
            add_entry(b, table, depth_of(k), booklet_anchor(b, k), booklet_name(b, k),
                      weight_words(b, k));
    }
    add_entry(b, table, 0, TEXT("facts"), TOLD(b, APPENDIX_FACTS), TEXT(""));
    if (booklet_shares_lets(b))
        add_entry(b, table, 0, TEXT("calculations"), TOLD(b, APPENDIX_LETS), TEXT(""));
    if (b->m->calendar)
        add_entry(b, table, 0, TEXT("calendar"), TOLD(b, APPENDIX_CALENDAR), TEXT(""));
    if (b->diff)
        add_entry(b, table, 0, TEXT("changes"), TOLD(b, APPENDIX_CHANGES), TEXT(""));
    add_entry(b, table, 0, TEXT("terms"), TOLD(b, APPENDIX_TERMS), TEXT(""));
}

/* --- order ------------------------------------------------------------------------------------ */

/* Parents come before children, but groups beside each other before what is in them: so not in the
 * order of the model. */
static void add_sections(const struct booklet *b, const struct criterion *k)
{
    for (size_t i = 0; i < k->children.n; i++) {
        booklet_criterion(b, k->children.at[i]);
        add_sections(b, k->children.at[i]);
    }
}

static bool is_thai(struct text t)
{
    for (size_t i = 0; i < t.n;) {
        uint32_t p = text_next(t, &i);
        if (p >= 0x0E01 && p <= 0x0E4E)
            return true;
    }
    return false;
}

static bool has_thai_title(const struct model *m)
{
    bool thai = is_thai(m->title);
    for (size_t i = 0; i < m->criteria.n && !thai; i++)
        thai = is_thai(m->criteria.at[i]->title);
    return thai;
}

static struct number *points_of(struct arena *a, const struct model *m)
{
    struct number *points = ARENA_ARRAY(a, struct number, m->criteria.n);
    for (size_t i = 0; i < m->criteria.n; i++) {
        points[i] = number_of(0);
        for (size_t j = 0; j < m->criteria.at[i]->children.n; j++)
            points[i] = number_add(a, points[i], m->criteria.at[i]->children.at[j]->points);
    }
    return points;
}

/* Who reads what, the other way round. */
static struct criterion_facts *reads_of(struct arena *a, const struct model *m,
                                        const struct fact_list *l)
{
    struct criterion_facts *reads = ARENA_ARRAY(a, struct criterion_facts, m->criteria.n);
    for (size_t i = 0; i < l->lines.n; i++) {
        const struct fact_line *line = &l->lines.at[i];
        for (size_t j = 0; j < line->criteria.n; j++)
            LIST_ADD(a, &reads[line->criteria.at[j]->index].lines, line);
        for (size_t j = 0; j < line->penalties.n; j++) {
            const struct criterion *k = line->penalties.at[j]->owner;
            struct criterion_facts *of = &reads[k ? k->index : 0];
            if (!of->lines.n || of->lines.at[of->lines.n - 1] != line)
                LIST_ADD(a, &of->lines, line);
        }
    }
    return reads;
}

void report_booklet(struct document *d, const struct model *m, enum booklet_language language,
                    const struct diff *diff)
{
    const struct fact_list *facts = fact_list_of(d->arena, m);
    struct booklet b = {.d = d, .a = d->arena, .m = m, .facts = facts, .diff = diff};
    b.thai = language == BOOKLET_BY_RULES ? has_thai_title(m) : language == BOOKLET_THAI;
    b.share = model_shares(b.a, m);
    b.points = points_of(b.a, m);
    b.reads = reads_of(b.a, m, facts);
    d->language = b.thai ? TEXT("th") : TEXT("en");
    d->running = text_folded(b.a, m->title.n ? m->title : m->id);
    add_cover(&b);
    add_contents(&b);
    booklet_total(&b);
    add_sections(&b, m->criteria.at[0]);
    booklet_appendices(&b);
}
