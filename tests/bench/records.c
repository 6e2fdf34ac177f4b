/* Invented offices for the workload (README.md), one a line:   records ndjson|csv N
 *
 * The numbers come from splitmix64 and integers alone, so they are the same bytes on every machine
 * (SHA256SUMS).  Whoever changes the order of two draws changes every figure after it. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 2566;
static bool json, first;

static uint64_t draw(void)
{
    uint64_t z = state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static bool one_in(int64_t n)
{
    return draw() % (uint64_t)n == 0;
}

static bool percent(int64_t n)
{
    return (int64_t)(draw() % 100) < n;
}

static int64_t between(int64_t low, int64_t high)
{
    return low + (int64_t)(draw() % (uint64_t)(high - low + 1));
}

static void name(const char *prefix, const char *suffix)
{
    if (json)
        printf("%s\"%s%s\":", first ? "{" : ",", prefix, suffix);
    else if (!first)
        putchar(',');
    first = false;
}

static void nothing(void)
{
    fputs(json ? "null" : "", stdout);
}

/* A day of 2023, 1 to 365: no date of the workload is outside. */
static void date(int day)
{
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    int month = 11;
    while (before[month] >= day)
        month--;
    printf(json ? "\"2023-%02d-%02d\"" : "2023-%02d-%02d", month + 1, day - before[month]);
}

static void money(int64_t hundredths)
{
    printf("%lld.%02lld", (long long)hundredths / 100, (long long)hundredths % 100);
}

/* Between `low` and `high` thousandths of `whole`; one in 16 is a multiple of 2.5 %, so that
 * thresholds and halves of the last place are hit exactly. */
static int64_t part(int64_t whole, int64_t low, int64_t high)
{
    if (one_in(16))
        return whole * (between(low, high) / 25 * 25) / 1000;
    return whole * between(low * 1000, high * 1000) / 1000000;
}

static void budget(const char *prefix, int64_t low, int64_t high, int64_t least, int64_t most)
{
    int64_t whole = between(low, high);
    name(prefix, "_alloc");
    money(whole);
    name(prefix, "_disb");
    money(part(whole, least, most));
    if (strcmp(prefix, "i11") != 0 && strcmp(prefix, "i12") != 0)
        return;
    name(prefix, "_spent");
    money(part(whole, 750, 1020));
}

static void no_budget(const char *prefix)
{
    name(prefix, "_alloc");
    nothing();
    name(prefix, "_disb");
    nothing();
}

static void count(const char *prefix, int64_t low, int64_t high, int64_t least)
{
    int64_t whole = between(low, high);
    name(prefix, "_ok");
    printf("%lld", (long long)part(whole, least, 1000));
    name(prefix, "_all");
    printf("%lld", (long long)whole);
}

/* Days of 2023: when a step is planned, and its deadline, 0 for none. */
struct step {
    int planned, deadline;
};

static void steps(const char *prefix, const struct step of[5])
{
    bool broken = false;
    for (int i = 0; i < 5; i++) {
        char suffix[] = {'_', 's', (char)('1' + i), '\0'};
        name(prefix, suffix);
        broken |= percent(5);
        if (broken && !one_in(4)) {
            nothing(); /* a later step may still be done */
            continue;
        }
        int64_t day = of[i].planned + between(-20, 15);
        if (of[i].deadline && percent(20))
            day = of[i].deadline + between(1, 60);
        date((int)day);
    }
}

static void record(long long number)
{
    enum { APR_30 = 120, MAY_15 = 135, JUN_30 = 181, SEP_30 = 273, OCT_06 = 279, OCT_16 = 289 };
    static const struct step i21[] = {{30, 0}, {51, 0}, {100, APR_30}, {182, 0}, {253, SEP_30}};
    static const struct step i73[] = {
        {91, APR_30}, {110, 0}, {121, MAY_15}, {166, JUN_30}, {263, OCT_06}};

    first = true;
    name("id", "");
    printf(json ? "\"P%07lld\"" : "P%07lld", number);
    budget("i11", 10000, 999999, 400, 850);
    budget("i12", 10000, 9999999, 740, 920);
    count("i13", 20, 180, 550);
    steps("i21", i21);
    name("i31_n", "");
    printf("%lld", (long long)between(15, 48));
    count("i41", 900, 20000, 880);
    count("i42", 10, 120, 150);
    count("i61", 5, 60, 700);
    if (one_in(5))
        no_budget("i71");
    else
        budget("i71", 1000, 99999999, 550, 1010);
    budget("i72", 1000000, 99999999, 780, 1000);
    steps("i73", i73);
    name("submitted", "");
    int64_t sent = OCT_16 - between(0, 10);
    if (percent(15))
        sent = OCT_16 + between(1, 45);
    date((int)sent);
    fputs(json ? "}\n" : "\n", stdout);
}

int main(int argc, char **argv)
{
    json = argc == 3 && strcmp(argv[1], "ndjson") == 0;
    if (argc != 3 || (!json && strcmp(argv[1], "csv") != 0)) {
        fputs("usage: records ndjson|csv N\n", stderr);
        return 2;
    }
    if (!json)
        puts("id,i11_alloc,i11_disb,i11_spent,i12_alloc,i12_disb,i12_spent,i13_ok,i13_all,"
             "i21_s1,i21_s2,i21_s3,i21_s4,i21_s5,i31_n,i41_ok,i41_all,i42_ok,i42_all,"
             "i61_ok,i61_all,i71_alloc,i71_disb,i72_alloc,i72_disb,"
             "i73_s1,i73_s2,i73_s3,i73_s4,i73_s5,submitted");
    long long n = atoll(argv[2]);
    for (long long number = 1; number <= n; number++)
        record(number);
    return fflush(stdout) == 0 ? 0 : 1;
}
