/* Which tests are meant. */
#include "testing/testing.h"

/* `*` stands for anything, `?` for one character; a `*` that has failed is tried once more a
 * character further on, so that no pattern takes longer than its length times that of the name. */
static bool is_like(struct text name, struct text pattern)
{
    size_t n = 0, p = 0, star = SIZE_MAX, back = 0;
    while (n < name.n) {
        size_t next = n;
        if (p < pattern.n && pattern.at[p] == '*') {
            star = ++p;
            back = n;
        } else if (p < pattern.n && pattern.at[p] == '?') {
            text_next(name, &next);
            n = next;
            p++;
        } else if (p < pattern.n && pattern.at[p] == name.at[n]) {
            n++;
            p++;
        } else if (star != SIZE_MAX) {
            text_next(name, &back);
            n = back;
            p = star;
        } else
            return false;
    }
    while (p < pattern.n && pattern.at[p] == '*')
        p++;
    return p == pattern.n;
}

bool test_is_meant(const struct test *t, struct text filter)
{
    bool glob = false;
    for (size_t i = 0; i < filter.n; i++)
        glob = glob || filter.at[i] == '*' || filter.at[i] == '?';
    if (glob)
        return is_like(t->name, filter);
    for (size_t i = 0; i + filter.n <= t->name.n; i++)
        if (text_starts(text_after(t->name, i), filter))
            return true;
    return false;
}
