/* What other orders of rounding would print. */
#include "explain/figures.h"
#include "report/cells.h"
#include "report/margins.h"

struct text rounding_order_words(enum early early)
{
    static const char *const words[] = {[EARLY_MEASURES] = "measures",
                                        [EARLY_SCORES] = "scores",
                                        [EARLY_WEIGHTS] = "weights",
                                        [EARLY_CONTRIBUTIONS] = "contributions"};
    return text_of(words[early]);
}

struct text rounding_mode_words(enum rounding_mode mode)
{
    static const char *const words[] = {[ROUND_HALF_UP] = "half up",
                                        [ROUND_HALF_EVEN] = "half even",
                                        [ROUND_UP] = "up",
                                        [ROUND_DOWN] = "truncated"};
    return text_of(words[mode]);
}

struct text printed_figure_words(enum printed_figure which)
{
    static const char *const words[] = {[PRINTED_SCORE] = "score",
                                        [PRINTED_WEIGHTED] = "weighted",
                                        [PRINTED_CONTRIBUTION] = "contribution"};
    return text_of(words[which]);
}

/* "half up or half even" */
static struct text modes_words(struct arena *a, const struct other_rounding *o)
{
    struct text says = {0};
    for (enum rounding_mode mode = ROUND_HALF_UP; mode <= ROUND_DOWN; mode++)
        if (o->mode[mode])
            says = says.n ? SAY(a, "{} or {}", says, rounding_mode_words(mode))
                          : rounding_mode_words(mode);
    return says;
}

static struct text figure_words(struct arena *a, const struct other_figure *f)
{
    const struct criterion *k = f->criterion;
    struct text other = figure_score(a, k, f->other), ruled = figure_score(a, k, f->ruled);
    struct text says = SAY(a, "{} {} {}", k->path, printed_figure_words(f->which), other);
    if (!text_equal(other, ruled))
        says = SAY(a, "{} instead of {}", says, ruled);
    for (enum mark mark = 0; mark < MARKS; mark++)
        if (f->mark[mark] != f->other_mark[mark])
            says =
                SAY(a, "{}, {} instead of {}", says, cell_mark(a, mark, f->other_mark[mark]).text,
                    cell_mark(a, mark, f->mark[mark]).text);
    return says;
}

static struct text count_words(struct arena *a, size_t n, const char *one, const char *many)
{
    return SAY(a, n == 1 ? one : many, text_number(a, (long long)n));
}

/* What matters most: lights and grades, then the total, then how many. */
static void add_short(struct document *d, struct block *outline, const struct other_rounding *o)
{
    struct arena *a = d->arena;
    size_t told = 0;
    for (size_t i = 0; i < o->all.n; i++) {
        const struct other_figure *f = &o->all.at[i];
        bool total = !f->criterion->parent && f->which == PRINTED_SCORE;
        if (!other_figure_is_marked(f) && !total)
            continue;
        told++;
        outline_add(d, outline, 2, (struct cell){figure_words(a, f), TONE_WARN}, TEXT(""));
    }
    if (o->all.n > told)
        outline_add(
            d, outline, 2,
            (struct cell){count_words(a, o->all.n - told, told ? "one other figure" : "one figure",
                                      told ? "{} other figures" : "{} figures"),
                          TONE_PLAIN},
            TEXT(""));
}

static void add_long(struct document *d, struct block *outline, const struct other_rounding *o)
{
    for (size_t i = 0; i < o->all.n; i++)
        outline_add(d, outline, 2,
                    (struct cell){figure_words(d->arena, &o->all.at[i]),
                                  other_figure_is_marked(&o->all.at[i]) ? TONE_WARN : TONE_PLAIN},
                    TEXT(""));
}

void report_roundings(struct document *d, const struct roundings *r, unsigned depth)
{
    struct arena *a = d->arena;
    if (!r->all.n) {
        document_paragraph(
            d,
            TEXT("No other order of rounding prints another figure or reaches another light or "
                 "grade."),
            TONE_PLAIN);
        return;
    }
    document_heading(d, TEXT("another order of rounding would print"), TEXT(""));
    struct block *outline = document_outline(d);
    for (size_t i = 0; i < r->all.n; i++) {
        const struct other_rounding *o = &r->all.at[i];
        outline_add(d, outline, 1,
                    (struct cell){SAY(a, "{} first, as they are shown, {}",
                                      rounding_order_words(o->early), modes_words(a, o)),
                                  TONE_STRONG},
                    TEXT(""));
        (depth > 1 ? add_long : add_short)(d, outline, o);
    }
}
