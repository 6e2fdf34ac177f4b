/* Cells that several tables have. */
#include "report/cells.h"

/* Three signs that differ in form; other lights have their word alone. */
static struct cell cell_light(struct arena *a, const struct band *light)
{
    static const struct {
        const char *name, *sign;
        enum tone tone;
    } known[] = {
        {"green", "●", TONE_GOOD}, {"yellow", "◐", TONE_WARN}, {"red", "○", TONE_BAD},
        {"เขียว", "●", TONE_GOOD},  {"เหลือง", "◐", TONE_WARN},  {"แดง", "○", TONE_BAD},
    };
    struct text words = light->title.n ? light->title : light->name;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal(light->name, text_of(known[i].name)))
            return (struct cell){SAY(a, "{} {}", text_of(known[i].sign), words), known[i].tone};
    return (struct cell){words, TONE_PLAIN};
}

struct cell cell_mark(struct arena *a, enum mark mark, const struct band *band)
{
    if (!band)
        return (struct cell){0};
    if (mark == MARK_LIGHT)
        return cell_light(a, band);
    return (struct cell){band->title.n ? SAY(a, "{} {}", band->name, band->title) : band->name,
                         TONE_PLAIN};
}

static struct cell marking_cell(struct arena *a, enum mark mark, const struct marking *m)
{
    if (m->band || m->or_none || !m->narrowed || m->possible.n != 2)
        return cell_mark(a, mark, m->band);
    return (struct cell){SAY(a, "{} or {}", cell_mark(a, mark, m->possible.at[0]).text,
                             cell_mark(a, mark, m->possible.at[1]).text),
                         TONE_FAINT};
}

struct cell cell_both(struct arena *a, struct cell light, struct cell grade)
{
    if (!light.text.n || !grade.text.n)
        return light.text.n ? light : grade;
    return (struct cell){SAY(a, "{}, {}", light.text, grade.text), light.tone};
}

struct cell cell_marks(struct arena *a, const struct result *r)
{
    return cell_both(a, marking_cell(a, MARK_LIGHT, &r->mark[MARK_LIGHT]),
                     marking_cell(a, MARK_GRADE, &r->mark[MARK_GRADE]));
}
