/* Somebody's mistakes that only show while calculating, as diagnostics. */
#include "eval/outcome.h"

static enum blame report_calendar(struct arena *a, const struct model *m, const struct trouble *t,
                                  struct diags *d)
{
    struct diag *g = DIAG_ADD(d, K0703, t->at, m->calendar->name, date_words(a, t->date, m->era));
    diag_label(d, g, m->calendar->at, TEXT("the calendar"));
    diag_label(d, g, t->fact_at,
               calendar_covers(m->calendar, t->end) ? TEXT("counted from this day")
                                                    : TEXT("this day lies outside"));
    diag_help(g, TEXT("widen `covers` and add that year's holidays"));
    return BLAME_RULES;
}

static enum blame report_trouble(struct arena *a, const struct model *m, const struct trouble *t,
                                 struct diags *d)
{
    switch (t->kind) {
    case TROUBLE_CALENDAR:
        return report_calendar(a, m, t, d);
    case TROUBLE_TOO_LARGE:
        diag_help(DIAG_ADD(d, K0704, t->at, text_number(a, NUMBER_BITS)),
                  TEXT("round in between, as `round(X to 6 half up)`"));
        return BLAME_RULES;
    case TROUBLE_NA: {
        struct diag *g = DIAG_ADD(d, K0615, t->fact_at, t->what);
        diag_label(d, g, t->at, TEXT("this has a weight in the case that holds"));
        diag_help(g,
                  TEXT("state its value; or say in the rules `applies when ... otherwise ...` for "
                       "what reads it"));
        return BLAME_FACTS;
    }
    case TROUBLE_NO_DAY:
        diag_help(DIAG_ADD(d, K0504, t->at, t->what),
                  TEXT("dates go from 0001-01-01 to 9999-12-31 of the common era"));
        return BLAME_RULES;
    case TROUBLE_NO_AS_OF:
        diag_help(DIAG_ADD(d, K0705, t->at, penalty_kind(t->penalty), t->penalty->name, t->what),
                  TEXT("add a line such as `as of 2566-10-17` to the facts"));
        return BLAME_FACTS;
    }
    return BLAME_NOBODY;
}

enum blame troubles_report(struct arena *a, const struct model *m, const struct trouble *troubles,
                           size_t n, struct diags *d)
{
    enum blame first = BLAME_NOBODY;
    for (size_t i = 0; i < n; i++) {
        enum blame one = report_trouble(a, m, &troubles[i], d);
        first = first == BLAME_NOBODY ? one : first;
    }
    return first;
}
