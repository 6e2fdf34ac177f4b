/* Who is affected, in sums: how the differences are distributed, and what each change does. */
#include "report/impact.h"

#include "explain/figures.h"
#include "report/diff_words.h"

enum { BINS = 10 /* at most, on each side of no difference */, BAR = 40 };

struct summing {
    struct document *d;
    struct arena *a;
    const struct impact *m;
    const struct criterion *total;
};

static struct text signed_score(struct summing *s, struct number n)
{
    return figure_difference(s->a, s->total, number_of(0), n);
}

static struct text count(struct summing *s, size_t n)
{
    return n ? text_number(s->a, (long long)n) : TEXT("");
}

/* --- the distribution ---------------------------------------------------------------------------
 */

/* The least of 1, 2 and 5 times a power of ten of which BINS reach as far as `far`. */
static struct number bin_width(struct arena *a, struct number far)
{
    static const int step[] = {1, 2, 5};
    struct number power = number_places(a, IMPACT_PLACES), ten = number_of(10);
    for (;; power = number_multiply(a, power, ten))
        for (size_t i = 0; i < sizeof step / sizeof *step; i++) {
            struct number width = number_multiply(a, power, number_of(step[i]));
            if (number_order(a, number_multiply(a, width, number_of(BINS)), far) >= 0)
                return width;
        }
}

/* Bin 0 is no difference; bin k, on either side, from more than k - 1 to k widths. */
static long long bin_of(struct arena *a, struct number by, struct number width)
{
    struct number n = number_round(a, number_divide(a, by, width), number_of(1), ROUND_UP);
    long long bin = 0;
    number_to_whole(a, n, &bin);
    return bin;
}

static struct text bin_words(struct summing *s, long long bin, struct number width)
{
    unsigned places = 0;
    number_decimals(s->a, width, NUMBER_DIGITS, &places);
    struct number end = number_multiply(s->a, width, number_of(bin));
    struct number start = number_multiply(s->a, width, number_of(bin - (bin > 0) + (bin < 0)));
    if (!bin)
        return TEXT("no difference");
    struct text from = figure_fixed(s->a, start, places), to = figure_fixed(s->a, end, places);
    return bin > 0 ? SAY(s->a, "+{} .. +{}", from, to)
                   : SAY(s->a, bin == -1 ? "{} .. {}" : "{} .. {}", to,
                         bin == -1 ? figure_fixed(s->a, number_of(0), places) : from);
}

static struct text bar(struct summing *s, size_t n, size_t most)
{
    struct buffer b = buffer_in(s->a);
    for (size_t i = 0; i < (n * BAR + most - 1) / most; i++)
        buffer_add(&b, TEXT("█"));
    return buffer_text(&b);
}

static void tell_histogram(struct summing *s, const struct distribution *d)
{
    size_t bins[2 * BINS + 1] = {0}, most = 1;
    struct number low = number_negate(s->a, d->least);
    struct number width = bin_width(s->a, number_most(s->a, low, d->greatest));
    for (size_t i = 0; i < s->m->offices.n; i++)
        if (s->m->offices.at[i]->state == OFFICE_KNOWN) {
            size_t *bin = &bins[BINS + bin_of(s->a, s->m->offices.at[i]->by, width)];
            most = ++*bin > most ? *bin : most;
        }
    struct block *table = document_table(s->d);
    table_column(s->d, table, TEXT("difference"), ALIGN_RIGHT, false);
    table_column(s->d, table, TEXT("offices"), ALIGN_RIGHT, false);
    table_column(s->d, table, TEXT(""), ALIGN_LEFT, true);
    for (size_t i = 0; i < sizeof bins / sizeof *bins; i++) {
        if (!bins[i])
            continue;
        struct table_row *row = table_add_row(s->d, table, 0);
        row->cell[0].text = bin_words(s, (long long)i - BINS, width);
        row->cell[1].text = text_number(s->a, (long long)bins[i]);
        row->cell[2] = (struct cell){bar(s, bins[i], most), TONE_FAINT};
    }
}

static void tell_distribution(struct summing *s)
{
    struct distribution d = impact_distribution(s->a, s->m);
    if (d.n < 2)
        return;
    document_heading(s->d, TEXT("how the differences are distributed"), TEXT(""));
    document_paragraph(s->d,
                       SAY(s->a, "least {}, median {}, mean {}, greatest {}",
                           signed_score(s, d.least), signed_score(s, d.median),
                           signed_score(s, d.mean), signed_score(s, d.greatest)),
                       TONE_PLAIN);
    if (d.gain || d.lose)
        tell_histogram(s, &d);
}

/* --- by change, by criterion --------------------------------------------------------------------
 */

static struct text mean(struct summing *s, struct number sum, size_t n)
{
    return signed_score(s, number_divide(s->a, sum, number_of((long long)n)));
}

static void tell_players(struct summing *s, const struct diff_choice *choice)
{
    struct block *table = NULL;
    for (size_t i = 0; i < s->m->players.n && s->m->divided; i++) {
        const struct player_impact *p = &s->m->players.at[i];
        if (!impact_is_chosen(choice, p->player) || (!p->player && !p->touched))
            continue;
        if (!table) {
            document_heading(s->d, TEXT("what each change does"), TEXT(""));
            table = document_table(s->d);
            table_column(s->d, table, TEXT("change"), ALIGN_LEFT, true);
            table_column(s->d, table, TEXT("offices"), ALIGN_RIGHT, false);
            table_column(s->d, table, TEXT("mean over all"), ALIGN_RIGHT, false);
        }
        struct table_row *row = table_add_row(s->d, table, 0);
        row->cell[0].text = impact_player_words(s->a, p->player);
        row->cell[1].text = text_number(s->a, (long long)p->touched);
        row->cell[2].text = mean(s, p->sum, s->m->divided);
    }
}

static void tell_criteria(struct summing *s)
{
    struct block *table = NULL;
    for (size_t i = 0; i < s->m->criteria.n; i++) {
        const struct criterion_impact *c = &s->m->criteria.at[i];
        const struct criterion *k = c->pair->of[NEWER];
        if (k->height != HEIGHT_INDICATOR || (!c->gain && !c->lose))
            continue;
        if (!table) {
            document_heading(s->d, TEXT("scores of indicators"), TEXT(""));
            table = document_table(s->d);
            table_column(s->d, table, TEXT("indicator"), ALIGN_LEFT, true);
            table_column(s->d, table, TEXT("lose"), ALIGN_RIGHT, false);
            table_column(s->d, table, TEXT("gain"), ALIGN_RIGHT, false);
            table_column(s->d, table, TEXT("stay"), ALIGN_RIGHT, false);
            table_column(s->d, table, TEXT("mean"), ALIGN_RIGHT, false);
        }
        struct table_row *row = table_add_row(s->d, table, 0);
        row->cell[0].text = diff_pair_words(s->a, c->pair);
        row->cell[1].text = count(s, c->lose);
        row->cell[2].text = count(s, c->gain);
        row->cell[3].text = count(s, c->stay);
        row->cell[4].text = mean(s, c->sum, c->gain + c->lose + c->stay);
    }
}

void report_impact_sums(struct document *d, const struct impact *m,
                        const struct diff_choice *choice)
{
    struct summing s = {d, d->arena, m, impact_total(m)};
    tell_distribution(&s);
    tell_players(&s, choice);
    tell_criteria(&s);
}
