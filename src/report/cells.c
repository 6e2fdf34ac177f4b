/* Cells that several tables have. */
#include "report/cells.h"

/* Three marks that differ in form; other lights have their word alone. */
struct cell cell_light(struct arena *a, const struct band *light)
{
    static const struct {
        const char *name, *mark;
        enum tone tone;
    } known[] = {
        {"green", "●", TONE_GOOD}, {"yellow", "◐", TONE_WARN}, {"red", "○", TONE_BAD},
        {"เขียว", "●", TONE_GOOD},  {"เหลือง", "◐", TONE_WARN},  {"แดง", "○", TONE_BAD},
    };
    if (!light)
        return (struct cell){0};
    struct text words = light->title.n ? light->title : light->name;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal(light->name, text_of(known[i].name)))
            return (struct cell){SAY(a, "{} {}", text_of(known[i].mark), words), known[i].tone};
    return (struct cell){words, TONE_PLAIN};
}
