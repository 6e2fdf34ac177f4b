/* What rules mean, a line for each property. */
#include "report/meaning.h"

#include "render/text.h"

void report_meaning(struct buffer *out, struct arena *a, const struct diff *told)
{
    for (size_t i = 0; i < told->changes.n; i++) {
        const struct rule_change *c = told->changes.at[i];
        const struct criterion *k = c->pair->of[NEWER];
        struct text of = !k->parent                  ? TEXT("")
                         : k->height == HEIGHT_GROUP ? SAY(a, "group {} ", k->path)
                                                     : SAY(a, "{} ", k->path);
        struct text what = c->what.n ? SAY(a, "{} ", c->what) : c->what;
        if (c->kind == DIFF_MOVED)
            what = TEXT("in ");
        if (c->kind == DIFF_RENAMED)
            what = TEXT("criteria ");
        if (c->side[NEWER].fact && c->kind != DIFF_REWORDED)
            what = SAY(a, "fact {}", what);
        struct text line = SAY(a, "{}{}{}", of, what, text_folded(a, c->side[NEWER].says));
        buffer_add(out, text_visible(a, line));
        buffer_add_byte(out, '\n');
    }
}
