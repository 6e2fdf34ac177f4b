/* Behind the criteria: all data, calculations of the head, the calendar, what was amended, terms.
 */
#include "report/booklet_inside.h"
#include "report/diff_words.h"

static bool is_shared(const struct let *l)
{
    return !l->owner || !l->owner->parent;
}

bool booklet_shares_lets(const struct booklet *b)
{
    for (size_t i = 0; i < b->m->lets.n; i++)
        if (is_shared(b->m->lets.at[i]))
            return true;
    return false;
}

static void add_lets(const struct booklet *b)
{
    if (booklet_shares_lets(b))
        document_section(b->d, 2, TEXT("calculations"), TOLD(b, APPENDIX_LETS));
    for (size_t i = 0; i < b->m->lets.n; i++) {
        const struct let *l = b->m->lets.at[i];
        if (!is_shared(l))
            continue;
        bool percent = l->value->type.kind == TYPE_NUMBER && l->value->type.ratio;
        booklet_formula(b, text_folded(b->a, l->title.n ? l->title : l->name), l->value, percent);
    }
}

static struct text weekend_words(const struct booklet *b)
{
    struct buffer words = buffer_in(b->a);
    for (int i = MONDAY; i <= SUNDAY; i++)
        if (b->m->calendar->free[i]) {
            buffer_add(&words, words.n ? TEXT(", ") : TEXT(""));
            buffer_add(&words, text_of(wording_of(b, (enum wording)(WORDING_MONDAY + i))));
        }
    return buffer_text(&words);
}

static void add_calendar(const struct booklet *b)
{
    const struct calendar *c = b->m->calendar;
    if (!c)
        return;
    document_section(b->d, 2, TEXT("calendar"), TOLD(b, APPENDIX_CALENDAR))->new_page = true;
    document_paragraph(b->d, text_folded(b->a, c->title.n ? c->title : c->name), TONE_STRONG);
    document_paragraph(b->d, TELL(b, COVERS, booklet_day(b, c->first), booklet_day(b, c->last)),
                       TONE_PLAIN);
    struct text weekend = weekend_words(b);
    if (weekend.n)
        document_paragraph(b->d, TELL(b, WEEKEND, weekend), TONE_PLAIN);
    struct block *table = document_grid(b->d);
    table_column(b->d, table, TOLD(b, COLUMN_DAY), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_HOLIDAY), ALIGN_LEFT, true);
    for (size_t i = 0; i < c->holidays.n; i++) {
        struct cell *cell = table_add_row(b->d, table, 0)->cell;
        enum weekday day = date_weekday(c->holidays.at[i].date);
        cell[0].text = SAY(b->a, "{} {}",
                           text_of(wording_of(b, (enum wording)((int)WORDING_MONDAY + (int)day))),
                           booklet_day(b, c->holidays.at[i].date));
        cell[1].text = text_folded(b->a, c->holidays.at[i].name);
    }
}

/* --- what was amended ------------------------------------------------------------------------- */

static const enum wording kinds[] = {
#define CHANGE(kind, id) [DIFF_##kind] = WORDING_KIND_##kind,
#include "diff/kinds.def"
#undef CHANGE
};

static void add_change(const struct booklet *b, struct block *table, const struct rule_change *c)
{
    struct cell *cell = table_add_row(b->d, table, 0)->cell;
    struct text kind = text_of(wording_of(b, kinds[c->kind]));
    cell[0].text = c->what.n ? SAY(b->a, "{} ({})", kind, text_folded(b->a, c->what)) : kind;
    cell[1] = (struct cell){text_folded(b->a, c->side[OLDER].says), TONE_CODE};
    cell[2] = (struct cell){text_folded(b->a, c->side[NEWER].says), TONE_CODE};
    cell[3].text = diff_cited(b->diff, c, NULL);
}

static struct block *table_of_changes(const struct booklet *b)
{
    struct block *table = document_grid(b->d);
    table_column(b->d, table, TOLD(b, COLUMN_PROPERTY), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_WAS), ALIGN_LEFT, true);
    table_column(b->d, table, TOLD(b, COLUMN_NOW), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_CITED), ALIGN_LEFT, false);
    return table;
}

/* Changes stand criterion by criterion, and so do their tables. */
static void add_changes(const struct booklet *b)
{
    if (!b->diff)
        return;
    const struct model *older = b->diff->model[OLDER];
    const struct pair *last = NULL;
    struct block *table = NULL;
    document_section(b->d, 2, TEXT("changes"), TOLD(b, APPENDIX_CHANGES))->new_page = true;
    document_paragraph(
        b->d, TELL(b, AMENDS, text_folded(b->a, older->title.n ? older->title : older->id)),
        TONE_PLAIN);
    for (size_t i = 0; i < b->diff->changes.n; i++) {
        const struct rule_change *c = b->diff->changes.at[i];
        if (!diff_has_meaning(c))
            continue;
        if (c->pair != last) {
            booklet_label(b, booklet_name(b, diff_criterion(c->pair)));
            table = table_of_changes(b);
        }
        last = c->pair;
        add_change(b, table, c);
    }
}

void booklet_appendices(const struct booklet *b)
{
    document_section(b->d, 2, TEXT("facts"), TOLD(b, APPENDIX_FACTS))->new_page = true;
    booklet_facts(b);
    add_lets(b);
    add_calendar(b);
    add_changes(b);
    booklet_terms(b);
}
