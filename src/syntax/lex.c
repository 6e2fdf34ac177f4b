/* From source text to tokens: what the scanner's matches are. */
#include "syntax/lex.h"

#include <string.h>

#include "base/map.h"
#include "syntax/characters.h"
#include "syntax/scan.h"
#include "value/date.h"

struct span lexer_span(const struct lexer *l)
{
    return source_span(l->source, l->begin, l->end);
}

/* Use only the first `n` bytes of the match. */
static void use_only(struct lexer *l, size_t n)
{
    l->end = l->begin + n;
    l->now.n = n;
}

bool lexer_add(struct lexer *l, int kind, struct text text)
{
    LIST_ADD(l->tokens->arena, &l->tokens->all,
             (struct token){lexer_span(l), text.at, (uint32_t)text.n, kind});
    return true;
}

struct text lexer_slice(const struct lexer *l, size_t from, size_t to)
{
    return (struct text){l->source->content.at + from, to - from};
}

bool lexer_token(struct lexer *l, int kind)
{
    return lexer_add(l, kind, lexer_slice(l, l->begin, l->end));
}

void lexer_comment(struct lexer *l)
{
    LIST_ADD(l->tokens->arena, &l->tokens->comments,
             (struct comment){lexer_span(l), l->tokens->all.n});
}

bool lexer_name(struct lexer *l)
{
    size_t kind = TOK_NAME;
    if (map_find(l->keywords, l->now, &kind))
        return lexer_token(l, (int)kind);
    struct text name = lexer_slice(l, l->begin, l->end);
    if (name.n > LEX_NAME) {
        DIAG_ADD(l->diags, K0112, lexer_span(l), text_number(l->arena, LEX_NAME));
        return lexer_token(l, TOK_BAD);
    }
    /* What cannot be told from another name is no name; what is merely spelt unusually is read as
     * usual. */
    return characters_check_name(&name, lexer_span(l), l->diags) ? lexer_add(l, TOK_NAME, name)
                                                                 : lexer_token(l, TOK_BAD);
}

bool lexer_date(struct lexer *l)
{
    struct date date;
    struct month month;
    switch (date_read(l->now, ERA_CE, false, &date, &month, NULL)) {
    case DATE_DAY:
        return lexer_token(l, TOK_DAY);
    case DATE_MONTH:
        return lexer_token(l, TOK_MON);
    case DATE_NONE:
    case DATE_IMPOSSIBLE:
        break;
    }
    /* Whether the year is possible depends on the era, which check/ knows; here only the form
     * counts. */
    size_t hyphens = 0;
    for (size_t i = 0; i < l->now.n; i++)
        hyphens += l->now.at[i] == '-';
    return lexer_token(l, hyphens == 2 ? TOK_DAY : TOK_MON);
}

static size_t skip_gap(struct text t, size_t i)
{
    while (i < t.n && (t.at[i] == ' ' || t.at[i] == '\t'))
        i++;
    return i;
}

static size_t skip_word(struct text t, size_t i)
{
    while (i < t.n && t.at[i] != ' ' && t.at[i] != '\t')
        i++;
    return i;
}

/* `30 เมษายน 2566` or `เมษายน 2566` when the word is a month; else only the first piece of it. */
size_t lexer_month_name(struct lexer *l)
{
    struct text all = l->now;
    bool has_day =
        (all.at[0] >= '0' && all.at[0] <= '9') ||
        (all.n > 2 && memcmp(all.at, "\xE0\xB9", 2) == 0 && (unsigned char)all.at[2] >= 0x90);
    size_t day_end = has_day ? skip_word(all, 0) : 0;
    size_t from = has_day ? skip_gap(all, day_end) : 0, to = skip_word(all, from);
    if (month_named((struct text){all.at + from, to - from})) {
        lexer_token(l, has_day ? TOK_DAY : TOK_MON);
        return all.n;
    }
    if (has_day) {
        use_only(l, day_end);
        lexer_token(l, TOK_NUM);
    } else {
        const char *dot = memchr(all.at, '.', to);
        use_only(l, dot ? (size_t)(dot - all.at) : to);
        lexer_name(l);
    }
    return l->now.n;
}

static struct text unescape(struct lexer *l, size_t from, size_t to)
{
    struct text raw = lexer_slice(l, from, to);
    if (!raw.n || !memchr(raw.at, '\\', raw.n))
        return raw;
    struct buffer b = buffer_in(l->arena);
    for (size_t i = 0; i < raw.n; i++) {
        if (raw.at[i] != '\\' || i + 1 == raw.n) {
            buffer_add_byte(&b, raw.at[i]);
            continue;
        }
        char c = raw.at[++i];
        if (c == 'n')
            buffer_add_byte(&b, '\n');
        else if (c == '"' || c == '\\')
            buffer_add_byte(&b, c);
        else {
            struct span at = source_span(l->source, from + i - 1, from + i + 1);
            diag_help(
                DIAG_ADD(l->diags, K0110, at, (struct text){raw.at + i - 1, 2}),
                TEXT("only \\\" \\\\ and \\n stand for something; a single \\ is written \\\\"));
        }
    }
    return buffer_text(&b);
}

bool lexer_string(struct lexer *l, size_t open, size_t close)
{
    if (!close) {
        struct diag *g =
            DIAG_PLAIN(l->diags, K0109, source_span(l->source, l->begin, l->begin + 1));
        diag_says(g, TEXT("opened here"));
        diag_help(
            g, TEXT("a text ends with `\"` on the line it begins on; `\\n` stands for a new line"));
    }
    return lexer_add(l, TOK_STR, unescape(l, l->begin + open, l->end - close));
}

_Noreturn void lexer_fault(void *scanner, const char *says)
{
    (void)scanner, (void)says;
    __builtin_trap();
}

static struct map *keywords(struct arena *a)
{
    struct map *m = ARENA_NEW(a, struct map);
    *m = map_in(a);
    for (int kind = TOK_HARD_FIRST + 1; kind < TOK_SOFT_LAST; kind++)
        if (kind != TOK_SOFT_FIRST)
            map_put(m, text_of(rules_token_words(kind)), (size_t)kind);
    return m;
}

/* Tokens of dense rules are as long as that, with their blanks. */
enum { BYTES_PER_TOKEN = 4 };

struct tokens *lex_source(struct arena *a, const struct source *s, struct diags *d)
{
    struct lexer l = {.arena = a,
                      .diags = d,
                      .source = s,
                      .tokens = ARENA_NEW(a, struct tokens),
                      .errors_before = d->errors};
    struct arena *own = arena_beside(a);
    l.tokens->arena = own;
    l.keywords = keywords(own);
    LIST_RESERVE(own, &l.tokens->all, s->content.n / BYTES_PER_TOKEN + 1);
    if (characters_check_text(s, d)) {
        char *lent = arena_take(own, s->content.n + 2);
        if (s->content.n)
            memcpy(lent, s->content.at, s->content.n);
        lent[s->content.n] = lent[s->content.n + 1] = 0;
        scan_all(&l, lent, s->content.n);
    } else {
        /* So that nobody misses what could not be read. */
        lexer_add(&l, TOK_BAD, TEXT(""));
    }
    l.begin = l.end = s->content.n;
    lexer_add(&l, TOK_EOF, TEXT(""));
    return l.tokens;
}
