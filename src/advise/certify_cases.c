/* Cases: that a row holds, and what follows from it. */
#include "advise/certifying.h"

/* The row names this value; or it names nothing and no other row does. */
static struct derived named(struct certifying *c, const struct cases *cases, size_t row)
{
    struct derived by = certify_expr(c, cases->by);
    struct steps no = {0};
    for (size_t i = 0; i < cases->rows.n; i++) {
        const struct case_row *one = &cases->rows.at[i];
        for (size_t j = 0; j < one->keys.n && (i == row || cases->rows.at[row].otherwise); j++) {
            struct derived key =
                derive(c, "rule", (struct operands){NULL, 0}, one->keys.at[j].value,
                       (struct beside){.at = one->keys.at[j].at});
            struct derived equal = derive_equal(c, by, key);
            if (equal.is.truth)
                return equal;
            if (i != row)
                steps_add(c, &no, derive_not(c, equal));
        }
    }
    return derive_at(c, "and", steps_all(&no), value_truth(true), cases->rows.at[row].at);
}

struct derived certify_case(struct certifying *c, const struct cases *cases, size_t row)
{
    if (cases->by)
        return named(c, cases, row);
    struct steps all = {0};
    for (size_t i = 0; i < row; i++)
        steps_add(c, &all, derive_refusal(c, certify_expr(c, cases->rows.at[i].when)));
    if (cases->rows.at[row].when)
        steps_add(c, &all, certify_expr(c, cases->rows.at[row].when));
    return derive_at(c, "and", steps_all(&all), value_truth(true), cases->rows.at[row].at);
}

/* The first condition that is neither yes nor no; where n/a counts as no and nothing holds, that.
 */
struct derived certify_case_absent(struct certifying *c, const struct cases *cases)
{
    struct derived na = {0};
    if (cases->by)
        return certify_expr(c, cases->by);
    for (size_t i = 0; i < cases->rows.n && cases->rows.at[i].when; i++) {
        struct derived d = certify_expr(c, cases->rows.at[i].when);
        bool is_na = value_is_absent(d.is) && d.is.absence == ABSENCE_NA;
        if (is_na && cases->na_is_no)
            na = d;
        else if (value_is_absent(d.is))
            return d;
    }
    return na;
}

struct derived certify_table(struct certifying *c, const struct expr *e)
{
    size_t row;
    struct value is = outcome_value(c->o, e);
    if (!outcome_case(c->o, c->rows, e->cases, &row))
        return derive_absence(c, certify_case_absent(c, e->cases), e);
    struct derived holds = certify_case(c, e->cases, row);
    return derive_at(c, "choose", OPERANDS(holds.step, certify_expr(c, e->args.at[row]).step), is,
                     e->at);
}
