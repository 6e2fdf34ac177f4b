/* The section of one criterion. */
#include "report/booklet_inside.h"

/* --- the sheet: what can be said in a line ---------------------------------------------------- */

static struct text points_words(const struct booklet *b, const struct criterion *k)
{
    if (!k->has_points || k->by_weight || k->by_case)
        return TEXT("");
    return SAY(b->a, wording_of(b, wording_counted(k->points, b->a, WORDING_POINT, WORDING_POINTS)),
               booklet_number(b, k->points));
}

/* Of what it stands in: its points over those of all there; over where they are no shares of it. */
static struct number share_within(const struct booklet *b, const struct criterion *k)
{
    struct number all = k->parent->weights ? number_over() : b->points[k->parent->index];
    return k->parent->weighs && number_sign(all) > 0 ? number_divide(b->a, k->points, all)
                                                     : number_over();
}

/* Of the total where that can be said, else of what it stands in. */
static struct text share_words(const struct booklet *b, const struct criterion *k)
{
    struct number whole = b->share[k->index], within = share_within(b, k);
    if (!number_is_over(whole))
        return TELL(b, OF_TOTAL, figure_weight(b->a, k, whole));
    return number_is_over(within)
               ? TEXT("")
               : TELL(b, OF_PARENT, figure_weight(b->a, k, within), booklet_name(b, k->parent));
}

static struct text weight_words(const struct booklet *b, const struct criterion *k)
{
    struct text points = points_words(b, k);
    if (k->by_case)
        return TOLD(b, BY_CASE);
    struct text share = share_words(b, k);
    return points.n && share.n ? TELL(b, BOTH, points, share) : points.n ? points : share;
}

static struct text formerly_words(const struct booklet *b, const struct criterion *k)
{
    struct buffer words = buffer_in(b->a);
    for (size_t i = 0; i < k->formerly.n; i++) {
        const struct formerly *f = &k->formerly.at[i];
        buffer_add(&words, i ? TEXT(", ") : TEXT(""));
        buffer_add(&words, f->in.n ? TELL(b, FORMERLY_IN, f->was, f->in) : f->was);
    }
    return buffer_text(&words);
}

static void add_policies(const struct booklet *b, struct block *sheet, const struct criterion *k)
{
    if (k->applies) {
        booklet_line(b, sheet, TOLD(b, LABEL_APPLIES), booklet_condition(b, k->applies));
        booklet_line(b, sheet, TOLD(b, LABEL_ELSE), booklet_policy(b, k->not_applicable));
    } else if (k->not_applicable->kind != POLICY_NONE)
        booklet_line(b, sheet, TOLD(b, LABEL_NOT_APPLICABLE), booklet_policy(b, k->not_applicable));
    if (k->scorer != SCORER_CHILDREN)
        booklet_line(b, sheet, TOLD(b, LABEL_MISSING), booklet_policy(b, k->missing));
}

static void add_sheet(const struct booklet *b, const struct criterion *k)
{
    struct block *sheet = booklet_sheet(b);
    booklet_line(b, sheet, TOLD(b, LABEL_WEIGHT), weight_words(b, k));
    booklet_line(b, sheet, TOLD(b, LABEL_UNIT), text_folded(b->a, k->shown_unit));
    if (k->has_own_scale)
        booklet_line(b, sheet, TOLD(b, LABEL_SCALE),
                     number_is_over(k->low) ? TOLD(b, SCALE_NONE)
                                            : TELL(b, SCALE_FROM_TO, booklet_number(b, k->low),
                                                   booklet_number(b, k->high)));
    add_policies(b, sheet, k);
    booklet_line(b, sheet, TOLD(b, LABEL_FORMERLY), formerly_words(b, k));
}

/* --- what is measured ------------------------------------------------------------------------- */

static void add_measure(const struct booklet *b, const struct criterion *k)
{
    if (!k->measure)
        return;
    booklet_label(b, TOLD(b, MEASURED));
    booklet_formula(b, TOLD(b, RESULT), k->measure, k->percent);
    if (k->round_measure->set)
        document_paragraph(b->d, TELL(b, MEASURE_ROUNDED, booklet_rounding(b, k->round_measure)),
                           TONE_PLAIN);
    if (k->scorer == SCORER_FORMULA)
        document_paragraph(b->d, TOLD(b, MEASURE_SHOWN), TONE_PLAIN);
}

static void add_lets(const struct booklet *b, const struct criterion *k)
{
    if (k->lets.n)
        booklet_label(b, TOLD(b, CALCULATIONS));
    for (size_t i = 0; i < k->lets.n; i++) {
        const struct let *l = k->lets.at[i];
        bool percent = l->value->type.kind == TYPE_NUMBER && l->value->type.ratio;
        booklet_formula(b, text_folded(b->a, l->title.n ? l->title : l->name), l->value, percent);
    }
}

/* --- the section ------------------------------------------------------------------------------ */

static unsigned level_of(const struct criterion *k)
{
    unsigned level = 1;
    for (; k->parent; k = k->parent)
        level++;
    return level;
}

static void add_titles(const struct booklet *b, const struct criterion *k)
{
    for (size_t i = 0; i < k->remarks.titles.n; i++)
        document_paragraph(b->d, text_folded(b->a, k->remarks.titles.at[i].title), TONE_FAINT);
}

static struct text heading_words(const struct booklet *b, const struct criterion *k)
{
    struct text title = text_folded(b->a, k->title);
    if (!title.n)
        return booklet_name(b, k);
    return booklet_has_number(k) ? SAY(b->a, "{} {}", k->path, title) : title;
}

void booklet_criterion(const struct booklet *b, const struct criterion *k)
{
    struct block *heading =
        document_section(b->d, level_of(k), booklet_anchor(b, k), heading_words(b, k));
    if (k->title.n && !booklet_has_number(k))
        heading->aside = k->path;
    heading->new_page = k->height == HEIGHT_GROUP && !k->parent->parent;
    add_titles(b, k);
    add_sheet(b, k);
    add_measure(b, k);
    add_lets(b, k);
    booklet_scorer(b, k);
    booklet_changing(b, k);
    booklet_marks(b, k);
    booklet_facts_of(b, k);
    booklet_remarks(b, &k->remarks);
}
