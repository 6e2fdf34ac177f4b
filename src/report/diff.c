/* What changed between two rule sets, for a committee. */
#include "report/diff.h"

#include "diff/align.h"
#include "explain/figures.h"
#include "explain/words.h"

bool diff_choose(struct diff_choice *choice, struct text word)
{
    enum diff_kind kind;
    for (enum diff_class c = 0; c < CLASSES; c++)
        if (text_equal(diff_class_words(c), word)) {
            choice->class[c] = choice->some = true;
            return true;
        }
    if (!diff_kind_named(word, &kind))
        return false;
    choice->kind[kind] = choice->some = true;
    return true;
}

bool diff_is_chosen(const struct diff_choice *choice, const struct rule_change *c)
{
    bool words = !diff_has_meaning(c);
    return !choice->some || choice->kind[c->kind] || (!words && choice->class[c->class]);
}

/* --- sentences
 * ------------------------------------------------------------------------------------ */

struct text diff_pair_words(struct arena *a, const struct pair *p)
{
    const struct criterion *k = p->of[NEWER] ? p->of[NEWER] : p->of[OLDER];
    if (!k->parent)
        return TEXT("the rules as a whole");
    return k->title.n ? SAY(a, "{}  {}", k->path, text_folded(a, k->title)) : k->path;
}

static struct text side_words(struct arena *a, const struct side *s)
{
    return s->says.n ? text_folded(a, s->says) : TEXT("none");
}

/* What is there and what was there, with the words that say what it is. */
struct text diff_change_words(struct arena *a, const struct rule_change *c)
{
    struct text kind = diff_kind_words(c->kind), what = c->what;
    const struct side *older = &c->side[OLDER], *newer = &c->side[NEWER];
    switch ((unsigned)c->kind) {
    case DIFF_ADDED:
    case DIFF_FACT_ADDED:
        return SAY(a, what.n ? "added {}: {}" : "added{} {}", what, side_words(a, newer));
    case DIFF_REMOVED:
    case DIFF_FACT_REMOVED:
        return SAY(a, what.n ? "removed {}: {}" : "removed{} {}", what, side_words(a, older));
    case DIFF_RENAMED:
    case DIFF_MOVED:
        what = what.n ? SAY(a, "{} {}", what, kind) : kind;
        break;
    default:
        break;
    }
    return SAY(a, what.n ? "{} {} → {}" : "{}{} → {}", what, side_words(a, older),
               side_words(a, newer));
}

static struct text extreme_words(struct arena *a, const struct rule_change *c, const char *verb,
                                 const struct extreme_difference *e)
{
    const struct criterion *k = c->pair->of[NEWER] ? c->pair->of[NEWER] : c->pair->of[OLDER];
    if (!e->known || !number_sign(e->by))
        return (struct text){0};
    struct text by = figure_score(a, k, e->by);
    struct text says = SAY(a, e->approached ? "{} almost {}" : "{} up to {}", text_of(verb), by);
    return e->where.n ? SAY(a, "{} ({})", says, e->where) : says;
}

struct text diff_effect_words(struct arena *a, const struct diff *diff, const struct rule_change *c)
{
    (void)diff;
    struct text loss = extreme_words(a, c, "loses", &c->loss);
    struct text gain = extreme_words(a, c, "gains", &c->gain);
    if (c->class == CLASS_UNKNOWN)
        return c->why;
    if (loss.n && gain.n)
        return SAY(a, "{}, {}", loss, gain);
    return loss.n ? loss : gain;
}

/* --- the document
 * ---------------------------------------------------------------------------------- */

static enum tone tone_of(enum diff_class class)
{
    static const enum tone tones[CLASSES] = {[CLASS_NEUTRAL] = TONE_PLAIN,
                                             [CLASS_STRICTER] = TONE_BAD,
                                             [CLASS_LOOSER] = TONE_GOOD,
                                             [CLASS_MIXED] = TONE_WARN,
                                             [CLASS_UNKNOWN] = TONE_WARN};
    return tones[class];
}

static void add_side(struct document *d, struct block *outline, const struct diff *diff,
                     const struct rule_change *c, int side)
{
    const struct side *s = &c->side[side];
    struct sources *sources = diff->model[side]->sources;
    if (!s->says.n && (!c->side[!side].says.n || span_is_nowhere(s->at)))
        return;
    struct text body =
        SAY(d->arena, side == OLDER ? "was  {}" : "now  {}", side_words(d->arena, s));
    outline_add(d, outline, 1, (struct cell){body, TONE_PLAIN},
                source_line_words(d->arena, sources, s->at));
}

static const struct remarks *remarks_of(const struct rule_change *c)
{
    const struct side *s = &c->side[NEWER];
    return s->step && s->step->remarks.cites.n         ? &s->step->remarks
           : s->penalty && s->penalty->remarks.cites.n ? &s->penalty->remarks
           : s->criterion                              ? &s->criterion->remarks
                                                       : NULL;
}

static void add_cites(struct document *d, struct block *outline, const struct diff *diff,
                      const struct rule_change *c)
{
    const struct remarks *r = remarks_of(c);
    for (size_t i = 0; r && i < r->cites.n; i++)
        outline_add(d, outline, 1,
                    (struct cell){SAY(d->arena, "by   {}",
                                      words_cite(d->arena, diff->model[NEWER], &r->cites.at[i])),
                                  TONE_FAINT},
                    source_line_words(d->arena, diff->model[NEWER]->sources, r->cites.at[i].at));
}

static void add_change(struct document *d, struct block *outline, const struct diff *diff,
                       const struct rule_change *c)
{
    struct arena *a = d->arena;
    struct text effect = diff_effect_words(a, diff, c);
    struct text body = SAY(a, "{}  {}", diff_class_words(c->class), diff_change_words(a, c));
    if (effect.n)
        body = SAY(a, "{}: {}", body, effect);
    outline_add(d, outline, 0, (struct cell){body, tone_of(c->class)}, TEXT(""));
    add_side(d, outline, diff, c, OLDER);
    add_side(d, outline, diff, c, NEWER);
    add_cites(d, outline, diff, c);
}

static void add_pair(struct document *d, const struct diff *diff, const struct pair *p,
                     const struct diff_choice *choice)
{
    struct block *outline = NULL;
    for (size_t i = 0; i < p->changes.n; i++) {
        const struct rule_change *c = p->changes.at[i];
        if (!diff_has_meaning(c) || !diff_is_chosen(choice, c))
            continue;
        if (!outline) {
            document_heading(d, diff_pair_words(d->arena, p), TEXT(""));
            outline = document_outline(d);
        }
        add_change(d, outline, diff, c);
    }
}

static void add_words(struct document *d, const struct diff *diff, const struct diff_choice *choice)
{
    struct arena *a = d->arena;
    struct block *outline = NULL;
    for (size_t i = 0; i < diff->changes.n; i++) {
        const struct rule_change *c = diff->changes.at[i];
        if (diff_has_meaning(c) || !diff_is_chosen(choice, c))
            continue;
        if (!outline) {
            document_heading(d, TEXT("in other words, with the same meaning"), TEXT(""));
            outline = document_outline(d);
        }
        const struct criterion *k = c->pair->of[NEWER] ? c->pair->of[NEWER] : c->pair->of[OLDER];
        struct text body =
            SAY(a, "{}  {}", k->parent ? k->path : TEXT("total"), diff_change_words(a, c));
        const struct side *s = &c->side[NEWER];
        outline_add(d, outline, 0, (struct cell){body, TONE_FAINT},
                    source_line_words(a, diff->model[NEWER]->sources, s->at));
    }
}

static struct text rules_words(struct arena *a, const struct model *m)
{
    return m->title.n ? text_folded(a, m->title) : m->id;
}

static void add_head(struct document *d, const struct diff *diff)
{
    struct arena *a = d->arena;
    struct block *outline;
    document_heading(d, TEXT("what changed in meaning"), TEXT(""));
    outline = document_outline(d);
    for (int side = 0; side < SIDES; side++) {
        const struct model *m = diff->model[side];
        struct text body = SAY(a, side == OLDER ? "was  {}" : "now  {}", rules_words(a, m));
        outline_add(d, outline, 0, (struct cell){body, TONE_PLAIN},
                    source_of(m->sources, m->criteria.at[0]->at)
                        ? source_of(m->sources, m->criteria.at[0]->at)->name
                        : TEXT(""));
    }
    if (diff->months)
        document_paragraph(
            d,
            SAY(a, "The period is {} months later; all dates are compared as if it were not.",
                text_number(a, diff->months)),
            TONE_PLAIN);
    if (!diff->meaning_differs)
        document_paragraph(d, TEXT("no change of meaning"), TONE_STRONG);
}

void report_diff(struct document *d, const struct diff *diff, const struct diff_choice *choice)
{
    add_head(d, diff);
    for (size_t i = 0; i < diff->pairs.n; i++)
        add_pair(d, diff, diff->pairs.at[i], choice);
    add_words(d, diff, choice);
}
