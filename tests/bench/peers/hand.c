/* The workload (../README.md) written by hand in C: no language, no messages, no checks, only these
 * eleven indicators.
 *
 *     hand [--explain | --split | --read | --score] FILE.ndjson|FILE.csv
 *
 * It is the limit that an interpreter is measured against, so it is what a careful programmer would
 * write: exact integers (scores times 10,000, ratios compared by cross products), fields expected
 * in the order in which they stand, one pass, no allocation.  The last three stop after one stage
 * and print a sum: lines found; fields read; scores made but not written. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum field {
    ID,
    A11,
    D11,
    S11,
    A12,
    D12,
    S12,
    OK13,
    ALL13,
    S21,
    S21_2,
    S21_3,
    S21_4,
    S21_5,
    N31,
    OK41,
    ALL41,
    OK42,
    ALL42,
    OK61,
    ALL61,
    A71,
    D71,
    A72,
    D72,
    S73,
    S73_2,
    S73_3,
    S73_4,
    S73_5,
    SUBMITTED,
    FIELDS
};
static const char *const names[FIELDS] = {
    "id",        "i11_alloc", "i11_disb",  "i11_spent", "i12_alloc", "i12_disb", "i12_spent",
    "i13_ok",    "i13_all",   "i21_s1",    "i21_s2",    "i21_s3",    "i21_s4",   "i21_s5",
    "i31_n",     "i41_ok",    "i41_all",   "i42_ok",    "i42_all",   "i61_ok",   "i61_all",
    "i71_alloc", "i71_disb",  "i72_alloc", "i72_disb",  "i73_s1",    "i73_s2",   "i73_s3",
    "i73_s4",    "i73_s5",    "submitted"};
static unsigned char length[FIELDS];

enum { INDICATORS = 11, NOT_APPLICABLE = -1, BLOCK = 1 << 18, LINE = 1 << 16 };
static const char *const ids[INDICATORS] = {"1.1", "1.2", "1.3", "2.1", "3.1", "4.1",
                                            "4.2", "6.1", "7.1", "7.2", "7.3"};
static const int points[INDICATORS] = {1, 1, 9, 9, 3, 9, 9, 3, 9, 9, 3};

/* Numbers in hundredths, dates in days since 2022-01-01. */
struct record {
    const char *id;
    size_t id_length;
    int64_t value[FIELDS];
    bool given[FIELDS];
};
struct scores {
    int32_t of[INDICATORS], total;
};

/* ---- days ---- */

enum { DAYS = 4 * 366 };
static int32_t working[DAYS]; /* days up to and including this one */
static int32_t by_21[5], by_73[5], due;

static inline int64_t day_of(const char *p)
{
    static const int before[13] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    int year = (p[2] - '0') * 10 + (p[3] - '0') - 22;
    int month = (p[5] - '0') * 10 + (p[6] - '0'), day = (p[8] - '0') * 10 + (p[9] - '0');
    return year * 365 + (year > 2 || (year == 2 && month > 2)) + before[month] + day - 1;
}

static void calendar(void)
{
    static const char holidays[][11] = {
        "2022-10-13", "2022-10-14", "2022-10-24", "2022-12-05", "2022-12-12", "2023-01-02",
        "2023-03-06", "2023-04-06", "2023-04-13", "2023-04-14", "2023-05-01", "2023-05-04",
        "2023-05-05", "2023-06-05", "2023-07-28", "2023-07-31", "2023-08-01", "2023-08-02",
        "2023-08-14", "2023-10-13", "2023-10-23", "2023-12-05", "2023-12-11"};
    static bool free_day[DAYS];
    for (size_t i = 0; i < sizeof holidays / sizeof *holidays; i++)
        free_day[day_of(holidays[i])] = true;
    for (int day = 0, n = 0; day < DAYS; day++)
        working[day] = n += (day + 5) % 7 < 5 && !free_day[day]; /* 2022-01-01 was a Saturday */
    by_21[2] = (int32_t)day_of("2023-04-30");
    by_21[4] = (int32_t)day_of("2023-09-30");
    by_73[0] = (int32_t)day_of("2023-04-30");
    by_73[2] = (int32_t)day_of("2023-05-15");
    by_73[3] = (int32_t)day_of("2023-06-30");
    by_73[4] = (int32_t)day_of("2023-10-06");
    due = (int32_t)day_of("2023-10-16");
}

static inline int32_t late(int32_t by, int64_t done)
{
    return by == 0 || done <= by ? 0 : working[done] - working[by];
}

/* ---- scores ---- */

/* `is / of` against thresholds in tenths of a per cent. */
static inline int32_t level(int64_t is, int64_t of, const int16_t t[5])
{
    int64_t x = is * 1000;
    if (x <= t[0] * of)
        return 10000;
    if (x >= t[4] * of)
        return 50000;
    int i = x < t[2] * of ? x >= t[1] * of : 2 + (x >= t[3] * of);
    int64_t width = (t[i + 1] - t[i]) * of;
    return (i + 1) * 10000 + (int32_t)((20000 * (x - t[i] * of) + width) / (2 * width));
}

static inline int32_t steps(const struct record *r, int first, const int32_t by[5])
{
    int done = 0, days = 0;
    for (; done < 5 && r->given[first + done]; done++)
        days += late(by[done], r->value[first + done]);
    int32_t score = done * 10000 - days * 1000;
    return score < 10000 ? 10000 : score;
}

static inline void score(const struct record *r, struct scores *out)
{
    static const int16_t t11[] = {470, 550, 610, 680, 750}, t12[] = {770, 800, 830, 860, 890},
                         spent[] = {800, 850, 900, 950, 1000}, t13[] = {600, 700, 800, 900, 1000},
                         t31[] = {200, 250, 300, 350, 400}, t41[] = {900, 925, 950, 975, 1000},
                         t42[] = {200, 400, 600, 800, 1000}, t61[] = {750, 800, 850, 900, 950},
                         t71[] = {600, 700, 800, 900, 950}, t72[] = {800, 850, 900, 950, 980};
    const int64_t *v = r->value;
    out->of[0] = (level(v[D11], v[A11], t11) + level(v[S11], v[A11], spent) + 1) / 2;
    out->of[1] = (level(v[D12], v[A12], t12) + level(v[S12], v[A12], spent) + 1) / 2;
    out->of[2] = level(v[OK13], v[ALL13], t13);
    out->of[3] = steps(r, S21, by_21);
    out->of[4] = level(v[N31], 10000, t31);
    out->of[5] = level(v[OK41], v[ALL41], t41);
    out->of[6] = level(v[OK42], v[ALL42], t42);
    out->of[7] = level(v[OK61], v[ALL61], t61);
    out->of[8] = r->given[A71] ? level(v[D71], v[A71], t71) : NOT_APPLICABLE;
    out->of[9] = level(v[D72], v[A72], t72);
    out->of[10] = steps(r, S73, by_73);

    int64_t sum = 0, of = 0;
    for (int i = 0; i < INDICATORS; i++)
        if (out->of[i] != NOT_APPLICABLE) {
            sum += (int64_t)out->of[i] * points[i];
            of += points[i];
        }
    int64_t total = (2 * sum + of) / (2 * of);
    if (v[SUBMITTED] > due)
        total -= 100 * (v[SUBMITTED] - due);
    out->total = total < 0 ? 0 : (int32_t)total;
}

/* ---- reading ---- */

static inline bool is_date(int field)
{
    return (field >= S21 && field <= S21_5) || field >= S73;
}

static inline const char *number(const char *p, int64_t *out)
{
    int64_t n = 0;
    while ((unsigned)(*p - '0') < 10)
        n = n * 10 + (*p++ - '0');
    int decimals = 0;
    if (*p == '.')
        for (p++; (unsigned)(*p - '0') < 10; decimals++)
            n = n * 10 + (*p++ - '0');
    for (; decimals < 2; decimals++)
        n *= 10;
    *out = n;
    return p;
}

static const char *wrong(void)
{
    fputs("hand: a record that is none\n", stderr);
    exit(1);
}

static inline const char *read_csv(const char *p, struct record *r)
{
    r->id = p;
    while (*p != ',')
        p++;
    r->id_length = (size_t)(p++ - r->id);
    for (int field = 1; field < FIELDS; field++, p++) {
        r->given[field] = *p != ',' && *p != '\n';
        if (!r->given[field])
            continue;
        if (is_date(field)) {
            r->value[field] = day_of(p);
            p += 10;
        } else {
            p = number(p, &r->value[field]);
        }
    }
    return p;
}

static int find(const char *name, size_t n)
{
    for (int field = 0; field < FIELDS; field++)
        if (length[field] == n && memcmp(name, names[field], n) == 0)
            return field;
    return FIELDS;
}

/* The field whose name ends at the quote behind `*p`, which is left behind the colon. */
static inline int field_at(const char **p, int expected)
{
    const char *name = *p;
    size_t n = expected < FIELDS ? length[expected] : 0;
    if (n == 0 || memcmp(name, names[expected], n) != 0 || name[n] != '"') {
        const char *end = strchr(name, '"');
        n = (size_t)(end ? end - name : 0);
        expected = find(name, n);
    }
    *p = name + n + 2;
    return expected;
}

static inline const char *read_ndjson(const char *p, struct record *r)
{
    memset(r->given, 0, sizeof r->given);
    for (int expected = ID;; expected++) {
        if (*p++ != (expected == ID ? '{' : ','))
            return wrong();
        if (*p++ != '"')
            return wrong();
        int field = field_at(&p, expected);
        if (field == FIELDS)
            return wrong();
        if (field == ID) {
            r->id = ++p;
            while (*p != '"')
                p++;
            r->id_length = (size_t)(p++ - r->id);
        } else if (*p == 'n') {
            p += strlen("null");
        } else if (is_date(field)) {
            r->value[field] = day_of(p + 1);
            r->given[field] = true;
            p += strlen("\"2023-01-01\"");
        } else {
            p = number(p, &r->value[field]);
            r->given[field] = true;
        }
        expected = field;
        if (*p == '}')
            return p + 2;
    }
}

/* ---- writing ---- */

static char out[BLOCK];
static size_t written;

static void flush(void)
{
    for (size_t done = 0; done < written;) {
        ssize_t n = write(STDOUT_FILENO, out + done, written - done);
        if (n <= 0)
            exit(1);
        done += (size_t)n;
    }
    written = 0;
}

static inline void put(const char *text, size_t n)
{
    memcpy(out + written, text, n);
    written += n;
}

static inline void put_score(int32_t s)
{
    char *p = out + written;
    p[0] = (char)('0' + s / 10000);
    p[1] = '.';
    p[2] = (char)('0' + s / 1000 % 10);
    p[3] = (char)('0' + s / 100 % 10);
    p[4] = (char)('0' + s / 10 % 10);
    p[5] = (char)('0' + s % 10);
    written += 6;
}

static inline void write_scores(const struct record *r, const struct scores *s)
{
    put(r->id, r->id_length);
    for (int i = 0; i < INDICATORS; i++) {
        out[written++] = ',';
        if (s->of[i] != NOT_APPLICABLE)
            put_score(s->of[i]);
    }
    out[written++] = ',';
    put_score(s->total);
    out[written++] = '\n';
}

#define PUT(...) (written += (size_t)snprintf(out + written, sizeof out - written, __VA_ARGS__))

static void explain_steps(const struct record *r, int first, const int32_t by[5])
{
    PUT("\"steps\":[");
    for (int i = 0; i < 5; i++)
        PUT("%s{\"done\":%s,\"late\":%d}", i ? "," : "", r->given[first + i] ? "true" : "false",
            r->given[first + i] ? (int)late(by[i], r->value[first + i]) : 0);
    PUT("],");
}

/* What each indicator was judged by. */
static void explain(const struct record *r, const struct scores *s)
{
    static const int is[INDICATORS] = {D11, D12, OK13, 0, N31, OK41, OK42, OK61, D71, D72, 0};
    static const int of[INDICATORS] = {A11, A12, ALL13, 0, 0, ALL41, ALL42, ALL61, A71, A72, 0};
    PUT("{\"id\":\"%.*s\",\"indicators\":[", (int)r->id_length, r->id);
    for (int i = 0; i < INDICATORS; i++) {
        PUT("%s{\"id\":\"%s\",\"points\":%d,", i ? "," : "", ids[i], points[i]);
        if (s->of[i] == NOT_APPLICABLE) {
            PUT("\"score\":null,\"why\":\"does not apply\"}");
            continue;
        }
        int64_t value = r->value[is[i]], whole = r->value[of[i]];
        if (is[i])
            PUT("\"%s\":%lld.%02lld,", names[is[i]], (long long)value / 100,
                (long long)value % 100);
        else
            explain_steps(r, i == 3 ? S21 : S73, i == 3 ? by_21 : by_73);
        if (of[i])
            PUT("\"%s\":%lld.%02lld,\"percent\":%lld.%04lld,", names[of[i]], (long long)whole / 100,
                (long long)whole % 100, (long long)(value * 100 / whole),
                (long long)(value * 1000000 / whole % 10000));
        PUT("\"score\":%d.%04d}", s->of[i] / 10000, s->of[i] % 10000);
    }
    PUT("],\"total\":%d.%04d}\n", s->total / 10000, s->total % 10000);
}

/* ---- the run ---- */

static bool csv, only_split, only_read, only_score, reasons;
static long long sum;

static inline const char *one(const char *line)
{
    struct record r;
    const char *next = csv ? read_csv(line, &r) : read_ndjson(line, &r);
    if (only_read) {
        sum += r.value[SUBMITTED];
        return next;
    }
    struct scores s;
    score(&r, &s);
    if (only_score) {
        sum += s.total;
        return next;
    }
    if (written > sizeof out - 8192)
        flush();
    if (reasons)
        explain(&r, &s);
    else
        write_scores(&r, &s);
    return next;
}

/* The whole lines between `p` and `end`. */
static void lines(const char *p, const char *end)
{
    while (p < end) {
        if (only_split) {
            p = (const char *)memchr(p, '\n', (size_t)(end - p)) + 1;
            sum++;
        } else {
            p = one(p);
        }
    }
}

int main(int argc, char **argv)
{
    const char *how = argc == 3 ? argv[1] : "", *file = argv[argc - 1];
    only_split = strcmp(how, "--split") == 0;
    only_read = strcmp(how, "--read") == 0;
    only_score = strcmp(how, "--score") == 0;
    reasons = strcmp(how, "--explain") == 0;
    csv = strlen(file) > 4 && strcmp(file + strlen(file) - 4, ".csv") == 0;
    int from = open(file, O_RDONLY);
    if (argc < 2 || from < 0) {
        perror(file);
        return 1;
    }
    for (int i = 0; i < FIELDS; i++)
        length[i] = (unsigned char)strlen(names[i]);
    calendar();

    static char in[LINE + BLOCK];
    size_t kept = 0;
    bool head = csv;
    for (ssize_t n; (n = read(from, in + kept, BLOCK)) > 0;) {
        const char *start = in, *end = in + kept + (size_t)n, *whole = end;
        while (whole > start && whole[-1] != '\n')
            whole--;
        if (head && whole > start) {
            start = (const char *)memchr(start, '\n', (size_t)(end - start)) + 1;
            head = false;
        }
        lines(start, whole);
        kept = (size_t)(end - whole);
        if (kept > LINE)
            wrong();
        memmove(in, whole, kept);
    }
    flush();
    if (only_split || only_read || only_score)
        printf("%lld\n", sum);
    return 0;
}
