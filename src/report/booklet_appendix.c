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

static void add_change(const struct booklet *b, struct block *table, const struct rule_change *c)
{
    const struct pair *p = c->pair;
    const struct criterion *k = p->of[NEWER] ? p->of[NEWER] : p->of[OLDER];
    struct span by = {0, 0};
    struct cell *cell = table_add_row(b->d, table, 0)->cell;
    cell[0].text = booklet_name(b, k);
    cell[1].text = text_folded(b->a, c->side[OLDER].says);
    cell[2].text = text_folded(b->a, c->side[NEWER].says);
    cell[3].text = diff_cited(b->diff, c, &by);
}

static void add_changes(const struct booklet *b)
{
    if (!b->diff)
        return;
    const struct model *older = b->diff->model[OLDER];
    document_section(b->d, 2, TEXT("changes"), TOLD(b, APPENDIX_CHANGES))->new_page = true;
    document_paragraph(
        b->d, TELL(b, AMENDS, text_folded(b->a, older->title.n ? older->title : older->id)),
        TONE_PLAIN);
    struct block *table = document_grid(b->d);
    table_column(b->d, table, TOLD(b, COLUMN_CRITERION), ALIGN_LEFT, true);
    table_column(b->d, table, TOLD(b, COLUMN_WAS), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_NOW), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_CITED), ALIGN_LEFT, false);
    for (size_t i = 0; i < b->diff->changes.n; i++)
        if (diff_has_meaning(b->diff->changes.at[i]))
            add_change(b, table, b->diff->changes.at[i]);
}

/* --- terms ------------------------------------------------------------------------------------ */

static void add_terms(const struct booklet *b)
{
    static const enum wording terms[][2] = {{WORDING_TERM_LEVEL, WORDING_TERM_LEVEL_IS},
                                            {WORDING_TERM_BETWEEN, WORDING_TERM_BETWEEN_IS},
                                            {WORDING_TERM_WEIGHT, WORDING_TERM_WEIGHT_IS},
                                            {WORDING_TERM_DEADLINE, WORDING_TERM_DEADLINE_IS},
                                            {WORDING_TERM_LATE, WORDING_TERM_LATE_IS},
                                            {WORDING_TERM_WORKING_DAY, WORDING_TERM_WORKING_DAY_IS},
                                            {WORDING_TERM_FLOOR, WORDING_TERM_FLOOR_IS},
                                            {WORDING_TERM_INCOMPLETE, WORDING_TERM_INCOMPLETE_IS}};
    document_section(b->d, 2, TEXT("terms"), TOLD(b, APPENDIX_TERMS));
    struct block *table = document_grid(b->d);
    table_column(b->d, table, TOLD(b, COLUMN_TERM), ALIGN_LEFT, false);
    table_column(b->d, table, TOLD(b, COLUMN_MEANING), ALIGN_LEFT, true);
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        struct cell *cell = table_add_row(b->d, table, 0)->cell;
        cell[0].text = text_of(wording_of(b, terms[i][0]));
        cell[1].text = text_of(wording_of(b, terms[i][1]));
    }
}

void booklet_appendices(const struct booklet *b)
{
    document_section(b->d, 2, TEXT("facts"), TOLD(b, APPENDIX_FACTS))->new_page = true;
    booklet_facts(b);
    add_lets(b);
    add_calendar(b);
    add_changes(b);
    add_terms(b);
}
