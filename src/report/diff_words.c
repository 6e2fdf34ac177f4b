/* The words of a diff. */
#include "report/diff_words.h"

#include "explain/figures.h"
#include "render/text.h"

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
    return !choice->some || choice->kind[c->kind] ||
           (diff_has_meaning(c) && choice->class[c->class]);
}

const struct criterion *diff_criterion(const struct pair *p)
{
    return p->of[NEWER] ? p->of[NEWER] : p->of[OLDER];
}

struct text diff_pair_words(struct arena *a, const struct pair *p)
{
    const struct criterion *k = diff_criterion(p);
    if (!k->parent)
        return TEXT("the rules as a whole");
    return k->title.n ? SAY(a, "{}  {}", k->path, text_folded(a, k->title)) : k->path;
}

struct text diff_side_words(struct arena *a, const struct side *s)
{
    return s->says.n ? text_folded(a, s->says) : TEXT("nothing");
}

/* What has changed, as the sentence begins. */
static struct text what_words(struct arena *a, const struct rule_change *c)
{
    struct text kind = diff_kind_words(c->kind);
    if (c->kind == DIFF_FACT_ADDED || c->kind == DIFF_FACT_REMOVED || c->kind == DIFF_FACT_RETYPED)
        return SAY(a,
                   c->kind == DIFF_FACT_ADDED     ? "fact added {}"
                   : c->kind == DIFF_FACT_REMOVED ? "fact removed {}"
                                                  : "fact {}",
                   c->what);
    if (c->kind == DIFF_ADDED || c->kind == DIFF_REMOVED || c->kind == DIFF_RENAMED ||
        c->kind == DIFF_MOVED)
        return c->what.n ? SAY(a, "{} {}", kind, c->what) : kind;
    if (c->kind == DIFF_FILTER)
        return SAY(a, "rows counted in {}", c->what);
    return c->what;
}

struct text diff_change_words(struct arena *a, const struct rule_change *c)
{
    struct text what = what_words(a, c);
    const struct side *older = &c->side[OLDER], *newer = &c->side[NEWER];
    struct text colon = c->what.n ? TEXT(":") : TEXT("");
    if (c->kind == DIFF_ADDED || c->kind == DIFF_FACT_ADDED)
        return SAY(a, "{}{} {}", what, colon, diff_side_words(a, newer));
    if (c->kind == DIFF_REMOVED || c->kind == DIFF_FACT_REMOVED)
        return SAY(a, "{}{} {}", what, colon, diff_side_words(a, older));
    if (c->kind == DIFF_MOVED)
        return SAY(a, "{} from {} to {}", what, diff_side_words(a, older),
                   diff_side_words(a, newer));
    return SAY(a, what.n ? "{} {} → {}" : "{}{} → {}", what, diff_side_words(a, older),
               diff_side_words(a, newer));
}

/* --- effects ---------------------------------------------------------------------------------- */

/* "a measure between 20 and 45": all of one side, where they lie side by side. */
static struct text stretch_words(struct arena *a, const struct rule_change *c, int sign)
{
    const struct criterion *k = diff_criterion(c->pair);
    const struct stretch_of_difference *first = NULL, *last = NULL;
    for (size_t i = 0; i < c->stretches.n; i++) {
        const struct stretch_of_difference *s = &c->stretches.at[i];
        if (s->sign != sign)
            continue;
        if (last && !(number_equal(a, last->high, s->low)))
            return TEXT("");
        first = first ? first : s;
        last = s;
    }
    if (!first || !k->measure)
        return TEXT("");
    bool low = !number_is_over(first->low), high = !number_is_over(last->high);
    if (low && high && number_equal(a, first->low, last->high))
        return SAY(a, "a measure of {} ", figure_measure(a, k, first->low));
    if (low && high)
        return SAY(a, "a measure between {} and {} ", figure_measure(a, k, first->low),
                   figure_measure(a, k, last->high));
    return low    ? SAY(a, "a measure above {} ", figure_measure(a, k, first->low))
           : high ? SAY(a, "a measure below {} ", figure_measure(a, k, last->high))
                  : TEXT("");
}

static struct text extreme_words(struct arena *a, const struct diff *diff,
                                 const struct rule_change *c, int sign)
{
    const struct extreme_difference *e = sign < 0 ? &c->loss : &c->gain;
    const struct criterion *k =
        c->on_total ? diff->model[NEWER]->criteria.at[0] : diff_criterion(c->pair);
    struct text verb = sign < 0 ? TEXT("loses") : TEXT("gains");
    if (!number_sign(e->by))
        return (struct text){0};
    if (!e->known) /* what was met; how much it can be nobody knows */
        return e->where.n ? SAY(a, "{} {} or more ({})", verb, figure_score(a, k, e->by), e->where)
                          : e->where;
    struct text subject = stretch_words(a, c, sign);
    if (!subject.n && c->on_total)
        subject = TEXT("the total ");
    struct text says = SAY(a, e->approached ? "{}{} almost {}" : "{}{} up to {}", subject, verb,
                           figure_score(a, k, e->by));
    struct text measure = TEXT("a measure of ");
    if (!e->where.n)
        return says;
    if (subject.n && text_starts(e->where, measure)) {
        struct text at = text_after(e->where, measure.n);
        bool told = text_equal(subject, SAY(a, "{}{} ", measure, at));
        return told ? says : SAY(a, "{} (at {})", says, at);
    }
    return SAY(a, "{} ({})", says, e->where);
}

struct text diff_effect_words(struct arena *a, const struct diff *diff, const struct rule_change *c)
{
    if (c->class == CLASS_UNKNOWN)
        return c->why;
    struct text loss = extreme_words(a, diff, c, -1), gain = extreme_words(a, diff, c, 1);
    if (loss.n && gain.n)
        return SAY(a, "{}, {}", loss, gain);
    return loss.n ? loss : gain;
}

struct text diff_cited(const struct diff *diff, const struct rule_change *c, struct span *by)
{
    struct span at = c->side[NEWER].at;
    for (uint32_t n = 0; !span_is_nowhere(at) && at.lo < at.hi; at.lo += n ? n : 1) {
        struct origin o = source_origin(diff->model[NEWER]->sources, at.lo, &n);
        if (by)
            *by = o.by;
        if (o.cite.n)
            return o.cite;
    }
    return (struct text){0};
}

struct text diff_sentence(struct arena *a, const struct diff *diff, const struct rule_change *c,
                          size_t most)
{
    struct text says = diff_change_words(a, c), effect = diff_effect_words(a, diff, c);
    bool both = c->side[OLDER].says.n && c->side[NEWER].says.n;
    if (both && width_columns(says) > most)
        says = SAY(a, "{} changed", what_words(a, c));
    says = SAY(a, "{}  {}", diff_class_words(c->class), says);
    return effect.n ? SAY(a, "{}: {}", says, effect) : says;
}

/* --- the whole -------------------------------------------------------------------------------- */

static void add_count(struct arena *a, struct buffer *b, long n, struct text what)
{
    if (n)
        buffer_add(b, SAY(a, b->n ? ", {} {}" : "{} {}", text_number(a, n), what));
}

struct text diff_total_words(struct arena *a, const struct diff *diff)
{
    long of_class[CLASSES] = {0}, meaning = 0, words = 0, criteria = 0;
    const struct pair *last = NULL;
    struct buffer classes = buffer_in(a);
    for (size_t i = 0; i < diff->changes.n; i++) {
        const struct rule_change *c = diff->changes.at[i];
        if (!diff_has_meaning(c)) {
            words++;
            continue;
        }
        meaning++;
        of_class[c->class]++;
        criteria += last != c->pair;
        last = c->pair;
    }
    static const enum diff_class order[] = {CLASS_STRICTER, CLASS_LOOSER, CLASS_MIXED,
                                            CLASS_UNKNOWN, CLASS_NEUTRAL};
    for (size_t i = 0; i < CLASSES; i++)
        add_count(a, &classes, of_class[order[i]], diff_class_words(order[i]));
    struct text says =
        !meaning ? TEXT("no change of meaning")
                 : SAY(a, meaning == 1 ? "{} change of meaning" : "{} changes of meaning{}: {}",
                       text_number(a, meaning),
                       criteria > 1 ? SAY(a, " in {} places", text_number(a, criteria)) : TEXT(""),
                       buffer_text(&classes));
    if (meaning == 1)
        says = SAY(a, "{}: {}", says, buffer_text(&classes));
    return words ? SAY(a, "{}; {} of words or display", says, text_number(a, words)) : says;
}

struct text diff_rules_words(struct arena *a, const struct model *m)
{
    return m->title.n ? text_folded(a, m->title) : m->id;
}

struct text diff_file_words(const struct model *m)
{
    const struct source *s = source_of(m->sources, m->criteria.at[0]->at);
    return s ? s->name : TEXT("");
}

struct text diff_months_words(struct arena *a, const struct diff *diff)
{
    long months = diff->months < 0 ? -diff->months : diff->months;
    bool years = months % 12 == 0;
    struct text n = text_number(a, years ? months / 12 : months);
    struct text unit = years ? (months == 12 ? TEXT("year") : TEXT("years"))
                             : (months == 1 ? TEXT("month") : TEXT("months"));
    return SAY(a, "The period is {} {} {}; all dates are compared as if it were not.", n, unit,
               diff->months < 0 ? TEXT("earlier") : TEXT("later"));
}
