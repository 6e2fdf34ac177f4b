/* Dates of the base: moved by what the amendment declares, and in its era. */
#include "amend/amending.h"
#include "base/nearest.h"

struct moving {
    struct amending *c;
    enum era from, to;
    long years, months, days; /* only one of them is not 0 */
    bool moves;               /* here dates move; else they only change their era */
    struct map *stay;         /* what stays, to `met` */
    bool *met;
};

enum { LONGEST = 10000 };

/* --- one date
 * ------------------------------------------------------------------------------------- */

static bool is_digit(struct text t, size_t i, size_t *n)
{
    *n = 1;
    if (t.at[i] >= '0' && t.at[i] <= '9')
        return true;
    *n = 3;
    return i + 2 < t.n && t.at[i] == '\xE0' && t.at[i + 1] == '\xB9' &&
           (unsigned char)t.at[i + 2] >= 0x90 && (unsigned char)t.at[i + 2] <= 0x99;
}

/* Where the year stands: the first or the last run of four digits. */
static bool find_year(struct text t, size_t *lo, size_t *hi)
{
    size_t digits = 0, n;
    for (size_t i = 0; i < t.n; i += n) {
        if (!is_digit(t, i, &n)) {
            n = 1;
            digits = 0;
            continue;
        }
        *lo = digits++ ? *lo : i;
        *hi = i + n;
        if (digits == 4)
            return true;
    }
    return false;
}

/* The same date with another year, as it was written. */
static struct text with_year(struct arena *a, struct text written, long year)
{
    size_t lo = 0, hi = 0;
    if (year < 1 || year > 9999 || !find_year(written, &lo, &hi))
        return (struct text){0};
    struct buffer b = buffer_in(a);
    buffer_add(&b, (struct text){written.at, lo});
    bool thai = hi - lo > 4;
    for (long unit = 1000; unit; unit /= 10)
        buffer_add_point(&b, (thai ? 0x0E50u : '0') + (uint32_t)(year / unit % 10));
    buffer_add(&b, text_after(written, hi));
    return buffer_text(&b);
}

static struct text day_in_years(const struct moving *m, struct text written, struct date d)
{
    int y, month, day;
    struct date there;
    date_parts(d, &y, &month, &day);
    long year = y + m->years;
    if (year < 1 || year > 9999 || !date_make((int)year, month, day, &there))
        return (struct text){0};
    return with_year(m->c->a, written, year + (m->to == ERA_BE ? ERA_OFFSET : 0));
}

static struct text day_moved(const struct moving *m, struct text written, struct date d)
{
    struct date there;
    int y, month, day, y2, month2, day2;
    if (!m->moves || (!m->months && !m->days))
        return day_in_years(m, written, d);
    bool well = m->days ? date_add_days(d, m->days, &there)
                        : date_add_months(d, m->months, MONTHS_CLIPPED, &there);
    if (!well)
        return (struct text){0};
    date_parts(d, &y, &month, &day);
    date_parts(there, &y2, &month2, &day2);
    if (m->months && day != day2)
        return (struct text){0};
    return date_words(m->c->a, there, m->to);
}

static struct text month_moved(const struct moving *m, struct text written, struct month d)
{
    struct month there;
    int y, month;
    if (m->moves && m->days)
        return (struct text){0};
    if (m->moves && m->months)
        return month_add(d, m->months, &there) ? month_words(m->c->a, there, m->to)
                                               : (struct text){0};
    month_parts(d, &y, &month);
    long year = y + (m->moves ? m->years : 0) + (m->to == ERA_BE ? ERA_OFFSET : 0);
    return with_year(m->c->a, written, year);
}

static void move_date(const struct moving *m, const struct node *n, struct text written)
{
    struct amending *c = m->c;
    struct moving here = *m;
    struct date d;
    struct month month;
    here.years = m->moves ? m->years : 0;
    enum date_reading is = date_read(written, m->from, false, &d, &month, NULL);
    if (is != DATE_DAY && is != DATE_MONTH)
        return; /* it will be said where it is checked */
    struct text becomes =
        is == DATE_DAY ? day_moved(&here, written, d) : month_moved(&here, written, month);
    size_t edit = replace_by(c, n->at, becomes.n ? becomes : written);
    c->edits.at[edit].impossible = !becomes.n;
}

void report_impossible(struct amending *c, const struct edit *e)
{
    struct text written = e->pieces.at[0].text;
    struct diag *g =
        DIAG_ADD(c->d, K0907, e->pieces.at[0].from, written,
                 c->shift ? TEXT("such day or month there") : TEXT("such year in the other era"));
    if (c->shift)
        diag_label(c->d, g, c->shift->at, TEXT("by this"));
    diag_help(g, TEXT("say the new date with `change`, or let this one stay with `except`"));
}

/* --- all dates
 * -------------------------------------------------------------------------------------- */

static bool stays(struct moving *m, struct text name)
{
    size_t which;
    if (!name.n || !map_find(m->stay, name, &which))
        return false;
    m->met[which] = true;
    return true;
}

/* The name by which an exception can mean it. */
static struct text own_name(const struct moving *m, const struct node *n)
{
    switch ((unsigned)n->kind) {
    case NODE_criterion:
        return text_arabic(m->c->a, n->criterion.id->word.text);
    case NODE_penalty:
        return n->penalty.name->word.text;
    case NODE_let:
        return n->let.name->word.text;
    case NODE_define:
        return n->define.name->word.text;
    case NODE_status:
    case NODE_period:
    case NODE_closes:
    case NODE_grade:
    case NODE_adjust:
    case NODE_facts:
        return slot_of(m->c->a, n);
    default:
        return (struct text){0};
    }
}

static void move_in(void *user, struct node *n)
{
    struct moving here = *(struct moving *)user;
    switch ((unsigned)n->kind) {
    case NODE_date:
        if (here.moves || here.from != here.to)
            move_date(&here, n, n->date.text);
        return;
    case NODE_month:
        if (here.moves || here.from != here.to)
            move_date(&here, n, n->month.text);
        return;
    case NODE_cite:
    case NODE_calendar:
        here.moves = false;
        break;
    default:
        here.moves = here.moves && !stays(&here, own_name(&here, n));
        break;
    }
    node_children(n, move_in, &here);
}

/* --- what the amendment says
 * ------------------------------------------------------------------------ */

static bool read_era(const struct tree *t, enum era *era)
{
    const struct nodes *items = &t->root->file.items;
    for (size_t i = 0; i < items->n; i++)
        if (items->at[i]->kind == NODE_era) {
            *era = text_equal(items->at[i]->era.name->word.text, TEXT("BE")) ? ERA_BE : ERA_CE;
            return true;
        }
    return false;
}

static bool read_shift(struct amending *c, struct moving *m)
{
    const struct node *n = c->shift;
    struct text unit = n->shift.unit->word.text,
                digits = text_arabic(c->a, n->shift.count->number.digits);
    long count = 0;
    bool whole = true;
    for (size_t i = 0; i < digits.n && whole; i++) {
        whole = digits.at[i] >= '0' && digits.at[i] <= '9' && count < LONGEST * 400;
        count = count * 10 + (digits.at[i] - '0');
    }
    bool years = text_equal(unit, TEXT("year")) || text_equal(unit, TEXT("years"));
    bool months = text_equal(unit, TEXT("month")) || text_equal(unit, TEXT("months"));
    bool days = text_equal(unit, TEXT("day")) || text_equal(unit, TEXT("days"));
    if (!whole || (!years && !months && !days)) {
        struct span at = span_join(n->shift.count->at, n->shift.unit->at);
        diag_help(DIAG_ADD(c->d, K0909, at, source_text(c->d->sources, at)),
                  TEXT("write `shift dates 1 year`, or some `months` or `days`"));
        return false;
    }
    m->years = years ? count : months && count % 12 == 0 ? count / 12 : 0;
    m->months = months && count % 12 ? count : 0;
    m->days = days ? count : 0;
    m->moves = count;
    return true;
}

static void report_unmet(struct amending *c, const struct node *word)
{
    struct text id = text_arabic(c->a, word->word.text);
    struct diag *g = DIAG_ADD(c->d, K0902, word->at, c->base->source->name, id);
    struct nearest nearest = nearest_to(id);
    for (size_t i = 0; i < c->things.n && diags_have_room(c->d); i++) {
        struct text slot = c->things.at[i]->slot;
        for (size_t j = 0; j < slot.n; j++)
            if (slot.at[j] == ' ')
                nearest_offer(&nearest, text_after(slot, j + 1));
    }
    struct thing *name = thing_at(c, c->file, TEXT("criteria"));
    if (name)
        diag_label(c->d, g, name->node->at, TEXT("this is amended"));
    diag_help(g, nearest.best.n ? SAY(c->a, "did you mean `{}`?", nearest.best)
                                : TEXT("an exception is the id of a criterion, the name of a "
                                       "penalty, let or formula, or a word of the head"));
}

void amend_dates(struct amending *c)
{
    static const struct nodes none;
    const struct nodes *except = c->shift ? &c->shift->shift.except : &none;
    struct map stay = map_in(c->a);
    struct moving m = {.c = c, .stay = &stay, .met = ARENA_ARRAY(c->a, bool, except->n + 1)};
    read_era(c->base->tree, &m.from);
    m.to = m.from;
    read_era(c->amendment->tree, &m.to);
    if (c->shift && !read_shift(c, &m))
        return;
    for (size_t i = 0; i < except->n; i++)
        map_put(&stay, text_arabic(c->a, except->at[i]->word.text), i);
    c->now = c->shift;
    c->cited = NULL;
    if (m.moves || m.from != m.to)
        node_children(c->base->tree->root, move_in, &m);
    for (size_t i = 0; i < except->n; i++)
        if (m.moves && !m.met[i])
            report_unmet(c, except->at[i]);
}
