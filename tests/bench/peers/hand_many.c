/* Any number of indicators of one kind, by hand in C, to measure what one of them costs:
 *
 *     hand_many CRITERIA.tsv RECORDS.ndjson
 *
 * A line of the criteria is: id, points, the field that is, the field of which, five thresholds in
 * tenths of a per cent.  A name is found through a hash map, unless it is the one that stood next
 * in the record before. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct indicator {
    int32_t is, of, points;
    int16_t levels[5];
};
struct name {
    const char *text;
    uint32_t length, hash;
};

static struct indicator *indicators;
static struct name *names;
static int32_t *table; /* of indexes in names, plus one */
static size_t n_indicators, n_names, table_size;

static uint32_t hash_of(const char *p, size_t n)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < n; i++)
        h = (h ^ (unsigned char)p[i]) * 16777619u;
    return h;
}

/* Where the name is in the table, or would be. */
static int32_t *place(const char *p, size_t n, uint32_t hash)
{
    for (size_t at = hash & (table_size - 1);; at = (at + 1) & (table_size - 1)) {
        if (table[at] == 0)
            return &table[at];
        const struct name *m = &names[table[at] - 1];
        if (m->hash == hash && m->length == n && memcmp(m->text, p, n) == 0)
            return &table[at];
    }
}

static int32_t add_name(const char *p, size_t n)
{
    uint32_t hash = hash_of(p, n);
    int32_t *at = place(p, n, hash);
    if (*at == 0) {
        names[n_names] = (struct name){p, (uint32_t)n, hash};
        *at = (int32_t)++n_names;
    }
    return *at - 1;
}

/* The text of a file, with a zero behind it. */
static char *text_of(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(1);
    }
    *size = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(*size + 1);
    if (!text || fread(text, 1, *size, file) != *size)
        exit(1);
    text[*size] = '\0';
    fclose(file);
    return text;
}

static char *cell(char **p)
{
    char *start = *p, *end = start + strcspn(start, "\t\n");
    *p = end + 1;
    *end = '\0';
    return start;
}

static void read_criteria(const char *path)
{
    size_t size, lines = 0;
    char *p = text_of(path, &size), *end = p + size;
    for (char *q = p; q < end; q++)
        lines += *q == '\n';
    for (table_size = 16; table_size < lines * 4; table_size *= 2)
        ;
    indicators = calloc(lines, sizeof *indicators);
    names = calloc(lines * 2, sizeof *names);
    table = calloc(table_size, sizeof *table);
    if (!indicators || !names || !table)
        exit(1);
    while (p < end) {
        struct indicator *i = &indicators[n_indicators++];
        cell(&p);
        i->points = atoi(cell(&p));
        char *is = cell(&p), *of = cell(&p);
        i->is = add_name(is, strlen(is));
        i->of = add_name(of, strlen(of));
        for (int l = 0; l < 5; l++)
            i->levels[l] = (int16_t)atoi(cell(&p));
    }
}

static int32_t level(int64_t is, int64_t of, const int16_t t[5])
{
    int64_t x = is * 1000;
    if (x <= t[0] * of)
        return 10000;
    if (x >= t[4] * of)
        return 50000;
    int i = 0;
    while (x >= t[i + 1] * of)
        i++;
    int64_t width = (t[i + 1] - t[i]) * of;
    return (i + 1) * 10000 + (int32_t)((20000 * (x - t[i] * of) + width) / (2 * width));
}

static void put_score(int64_t s)
{
    char digits[] = {',',
                     (char)('0' + s / 10000),
                     '.',
                     (char)('0' + s / 1000 % 10),
                     (char)('0' + s / 100 % 10),
                     (char)('0' + s / 10 % 10),
                     (char)('0' + s % 10)};
    fwrite_unlocked(digits, 1, sizeof digits, stdout);
}

static void score(const char *id, size_t id_length, const int64_t *values)
{
    int64_t sum = 0, of = 0;
    fwrite_unlocked(id, 1, id_length, stdout);
    for (size_t n = 0; n < n_indicators; n++) {
        const struct indicator *i = &indicators[n];
        int32_t s = level(values[i->is], values[i->of], i->levels);
        put_score(s);
        sum += (int64_t)s * i->points;
        of += i->points;
    }
    put_score((2 * sum + of) / (2 * of));
    putc_unlocked('\n', stdout);
}

/* A flat object of whole numbers, behind its id. */
static void read_record(const char *p, int64_t *values)
{
    const char *id = p + strlen("{\"id\":\""), *end = strchr(id, '"');
    int32_t next = 0;
    for (p = end + 1; *p == ',';) {
        p += 2;
        const struct name *m = &names[(size_t)next < n_names ? next : 0];
        size_t n = m->length;
        if (memcmp(p, m->text, n) == 0 && p[n] == '"') {
            next = (int32_t)(m - names) + 1;
        } else {
            n = (size_t)(strchr(p, '"') - p);
            next = *place(p, n, hash_of(p, n));
        }
        p += n + 2;
        int64_t value = 0;
        while ((unsigned)(*p - '0') < 10)
            value = value * 10 + (*p++ - '0');
        if (next > 0)
            values[next - 1] = value;
    }
    score(id, (size_t)(end - id), values);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: hand_many CRITERIA.tsv RECORDS.ndjson\n", stderr);
        return 2;
    }
    read_criteria(argv[1]);
    int64_t *values = calloc(n_names, sizeof *values);
    FILE *records = fopen(argv[2], "r");
    char *line = NULL;
    size_t size = 0;
    if (!values || !records)
        return 1;
    while (getline(&line, &size, records) > 0)
        read_record(line, values);
    return fflush(stdout) == 0 ? 0 : 1;
}
