/* What differs in the head: the period, the calendar; and in what is said beside the rules. */
#include "diff/comparing.h"

#include "diff/align.h"

static struct text day_words(struct comparing *c, int side, struct date d)
{
    if (side == NEWER)
        d = align_written(d, c->d->months);
    return date_words(c->a, d, c->d->model[side]->era);
}

/* --- the period ------------------------------------------------------------------------------- */

static struct said said_period(struct comparing *c, int side)
{
    const struct model *m = c->d->model[side];
    if (!m->has_period)
        return (struct said){.at = c->k[side]->at};
    return (struct said){
        SAY(c->a, "{} .. {}", day_words(c, side, m->first), day_words(c, side, m->last)),
        m->period_at};
}

static struct said said_closes(struct comparing *c, int side)
{
    const struct model *m = c->d->model[side];
    return (struct said){m->has_period ? day_words(c, side, m->closes) : TEXT(""), m->closes_at};
}

static struct said said_ends(struct comparing *c, int side)
{
    static const char *const words[] = {
        [MONTHS_UNSAID] = "", [MONTHS_CLIPPED] = "clipped", [MONTHS_CARRIED] = "carried"};
    const struct model *m = c->d->model[side];
    return (struct said){text_of(words[m->month_ends]), m->month_ends_at};
}

/* That all days are a year later is one change, which changes nothing else. */
static void compare_period(struct comparing *c)
{
    const struct model *older = c->d->model[OLDER], *newer = c->d->model[NEWER];
    bool same = older->has_period == newer->has_period && !c->d->months &&
                (!older->has_period ||
                 (older->first.day == newer->first.day && older->last.day == newer->last.day));
    if (tells(c, same))
        change_add(c, DIFF_PERIOD, TEXT("period"), said_period(c, OLDER), said_period(c, NEWER));
    bool closes = older->has_period && newer->has_period &&
                  older->closes.day - older->last.day != newer->closes.day - newer->last.day;
    if (tells(c, !closes || older->closes.day == newer->closes.day))
        change_add(c, DIFF_PERIOD, TEXT("closes"), said_closes(c, OLDER), said_closes(c, NEWER));
    if (tells(c, older->month_ends == newer->month_ends || older->month_ends == MONTHS_UNSAID ||
                     newer->month_ends == MONTHS_UNSAID))
        change_add(c, DIFF_PERIOD, TEXT("month ends"), said_ends(c, OLDER), said_ends(c, NEWER));
}

/* --- the calendar: on the days that both cover ------------------------------------------------ */

static struct said said_holidays(struct comparing *c, int side, struct date first, struct date last)
{
    enum { NAMED = 10 };
    const struct calendar *own = c->d->model[side]->calendar;
    const struct calendar *other = c->d->model[!side]->calendar;
    struct buffer b = buffer_in(c->a);
    struct said says = {.at = own->at};
    long n = 0;
    for (size_t i = 0; i < own->holidays.n; i++) {
        const struct holiday *h = &own->holidays.at[i];
        if (h->date.day < first.day || h->date.day > last.day ||
            !calendar_is_working(other, h->date))
            continue;
        says.at = n ? says.at : h->at;
        if (n++ < NAMED)
            buffer_add(&b, SAY(c->a, "{}{} {}", b.n ? TEXT(", ") : TEXT(""),
                               date_words(c->a, h->date, c->d->model[side]->era), h->name));
    }
    if (n > NAMED)
        buffer_add(&b, SAY(c->a, " and {} more", text_number(c->a, n - NAMED)));
    says.words = buffer_text(&b);
    return says;
}

static struct said said_weekend(struct comparing *c, int side)
{
    const struct calendar *own = c->d->model[side]->calendar;
    struct buffer b = buffer_in(c->a);
    for (enum weekday w = MONDAY; w <= SUNDAY; w++)
        if (own->free[w])
            buffer_add(&b, SAY(c->a, b.n ? ", {}" : "{}", weekday_words(w)));
    return (struct said){buffer_text(&b), own->at};
}

static struct said said_calendar(struct comparing *c, int side)
{
    const struct calendar *own = c->d->model[side]->calendar;
    return own ? (struct said){own->name, own->at} : (struct said){.at = c->k[side]->at};
}

/* Where the rules are told and not compared: each day that is free. */
static void tell_calendar(struct comparing *c)
{
    const struct calendar *own = c->d->model[NEWER]->calendar;
    enum era era = c->d->model[NEWER]->era;
    struct text covers = SAY(c->a, "covers {} .. {}", date_words(c->a, own->first, era),
                             date_words(c->a, own->last, era));
    change_add(c, DIFF_CALENDAR, TEXT("calendar"), (struct said){0},
               (struct said){covers, own->at});
    for (size_t i = 0; i < own->holidays.n; i++) {
        const struct holiday *h = &own->holidays.at[i];
        struct text day = SAY(c->a, "{} {}", date_words(c->a, h->date, era), h->name);
        change_add(c, DIFF_CALENDAR, TEXT("holiday"), (struct said){0}, (struct said){day, h->at});
    }
}

static void compare_calendar(struct comparing *c)
{
    const struct calendar *older = c->d->model[OLDER]->calendar;
    const struct calendar *newer = c->d->model[NEWER]->calendar;
    if (!older || !newer) {
        if (older != newer)
            change_add(c, DIFF_CALENDAR, TEXT("calendar"), said_calendar(c, OLDER),
                       said_calendar(c, NEWER));
        return;
    }
    if (c->d->telling)
        tell_calendar(c);
    struct date first = older->first.day > newer->first.day ? older->first : newer->first;
    struct date last = older->last.day < newer->last.day ? older->last : newer->last;
    change_of_words(c, DIFF_CALENDAR, TEXT("holidays"), said_holidays(c, OLDER, first, last),
                    said_holidays(c, NEWER, first, last));
    change_of_words(c, DIFF_CALENDAR, TEXT("weekend"), said_weekend(c, OLDER),
                    said_weekend(c, NEWER));
}

void compare_head(struct comparing *c)
{
    compare_period(c);
    compare_calendar(c);
}

/* --- what is said beside the rules ------------------------------------------------------------ */

struct remark {
    struct text key, words;
    struct span at;
};

struct remark_list {
    struct remark *at;
    size_t n;
};

/* What is the same on both sides says nothing; of the others the first replaces the first. */
static void compare_lists(struct comparing *c, struct text what, const struct remark_list *list,
                          const struct span *at)
{
    struct pairing p = pairing_of(c->a, list[OLDER].n, list[NEWER].n);
    struct text *keys[SIDES];
    for (int side = 0; side < SIDES; side++) {
        keys[side] = ARENA_ARRAY(c->a, struct text, list[side].n);
        for (size_t i = 0; i < list[side].n; i++)
            keys[side][i] = list[side].at[i].key;
    }
    if (!c->d->telling)
        pairing_by_keys(&p, c->a, keys[OLDER], keys[NEWER]);
    size_t i = 0, j = 0;
    for (;;) {
        while (i < p.n[OLDER] && p.with[OLDER][i] != NONE)
            i++;
        while (j < p.n[NEWER] && p.with[NEWER][j] != NONE)
            j++;
        struct said older = {.at = at[OLDER]}, newer = {.at = at[NEWER]};
        if (i == p.n[OLDER] && j == p.n[NEWER])
            return;
        if (i < p.n[OLDER])
            older = (struct said){list[OLDER].at[i].words, list[OLDER].at[i].at}, i++;
        if (j < p.n[NEWER])
            newer = (struct said){list[NEWER].at[j].words, list[NEWER].at[j].at}, j++;
        change_of_words(c, DIFF_REWORDED, what, older, newer);
    }
}

static struct text dated_words(struct comparing *c, const char *word, bool has, struct date d,
                               enum era era)
{
    return has ? SAY(c->a, " {} {}", text_of(word), date_words(c->a, d, era)) : TEXT("");
}

static struct text cite_words(struct comparing *c, const struct cite *cite, enum era era)
{
    struct text page =
        cite->page.n ? SAY(c->a, " page {}", words_plain(c->a, cite->page)) : cite->page;
    return SAY(c->a, "{}{}{}{}", cite->document,
               dated_words(c, "dated", cite->has_date, cite->dated, era), page,
               dated_words(c, "effective", cite->has_effect, cite->effective, era));
}

/* The key is the same whatever the era. */
static struct remark cite_remark(struct comparing *c, int side, const struct cite *cite)
{
    return (struct remark){cite_words(c, cite, ERA_CE), cite_words(c, cite, c->d->model[side]->era),
                           cite->at};
}

/* Titles by their language. */
static void compare_languages(struct comparing *c, struct text of, const struct remarks *older,
                              const struct remarks *newer)
{
    const struct remarks *both[] = {older, newer};
    struct pairing p = pairing_of(c->a, older->titles.n, newer->titles.n);
    struct text *keys[SIDES];
    for (int side = 0; side < SIDES; side++) {
        keys[side] = ARENA_ARRAY(c->a, struct text, p.n[side]);
        for (size_t i = 0; i < p.n[side]; i++)
            keys[side][i] = both[side]->titles.at[i].language;
    }
    pairing_by_keys(&p, c->a, keys[OLDER], keys[NEWER]);
    for (int side = 0; side < SIDES; side++)
        for (size_t i = 0; i < p.n[side]; i++) {
            const struct translation *own = &both[side]->titles.at[i];
            struct said says[SIDES] = {0};
            says[side] = (struct said){own->title, own->at};
            if (side == OLDER && p.with[OLDER][i] != NONE)
                continue;
            if (p.with[side][i] != NONE) {
                const struct translation *then = &older->titles.at[p.with[NEWER][i]];
                says[OLDER] = (struct said){then->title, then->at};
            }
            change_of_words(c, DIFF_REWORDED, SAY(c->a, "{}title {}", of, own->language),
                            says[OLDER], says[NEWER]);
        }
}

void compare_remarks(struct comparing *c, struct text what, const struct remarks *older,
                     const struct remarks *newer, const struct span at[SIDES])
{
    const struct remarks *both[] = {older, newer};
    struct remark_list notes[SIDES], cites[SIDES];
    struct text of = what.n ? SAY(c->a, "{}: ", what) : what;
    compare_languages(c, of, older, newer);
    for (int side = 0; side < SIDES; side++) {
        const struct remarks *r = both[side];
        notes[side] =
            (struct remark_list){ARENA_ARRAY(c->a, struct remark, r->notes.n), r->notes.n};
        cites[side] =
            (struct remark_list){ARENA_ARRAY(c->a, struct remark, r->cites.n), r->cites.n};
        for (size_t i = 0; i < r->notes.n; i++)
            notes[side].at[i] =
                (struct remark){text_folded(c->a, r->notes.at[i]), r->notes.at[i], at[side]};
        for (size_t i = 0; i < r->cites.n; i++)
            cites[side].at[i] = cite_remark(c, side, &r->cites.at[i]);
    }
    compare_lists(c, SAY(c->a, "{}note", of), notes, at);
    compare_lists(c, SAY(c->a, "{}citation", of), cites, at);
}
