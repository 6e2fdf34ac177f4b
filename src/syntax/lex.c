/* From source text to tokens: what the scanner's matches are. */
#include "syntax/lex.h"

#include <string.h>

#include "base/map.h"
#include "syntax/characters.h"
#include "syntax/scan.h"
#include "value/date.h"

static struct span span_now(const struct lexer *l)
{
    return source_span(l->source, l->begin, l->end);
}

/* Use only the first `n` bytes of the match. */
static void use_only(struct lexer *l, size_t n)
{
    l->end = l->begin + n;
    l->now.n = n;
}

static bool add(struct lexer *l, int kind, struct text text)
{
    LIST_ADD(l->tokens->arena, &l->tokens->all,
             (struct token){span_now(l), text.at, (uint32_t)text.n, kind});
    return true;
}

/* Texts of tokens are slices of the source itself: the scanner's buffer is only lent. */
static struct text slice(const struct lexer *l, size_t from, size_t to)
{
    return (struct text){l->source->content.at + from, to - from};
}

bool lexer_token(struct lexer *l, int kind)
{
    return add(l, kind, slice(l, l->begin, l->end));
}

void lexer_comment(struct lexer *l)
{
    LIST_ADD(l->tokens->arena, &l->tokens->comments,
             (struct comment){span_now(l), l->tokens->all.n});
}

bool lexer_name(struct lexer *l)
{
    size_t kind = TOK_NAME;
    if (map_find(l->keywords, l->now, &kind))
        return lexer_token(l, (int)kind);
    struct text name = slice(l, l->begin, l->end);
    if (name.n > LEX_NAME) {
        DIAG_ADD(l->diags, K0112, span_now(l), text_number(l->arena, LEX_NAME));
        return lexer_token(l, TOK_BAD);
    }
    /* What cannot be told from another name is no name; what is merely spelt unusually is read as
     * usual. */
    return characters_check_name(&name, span_now(l), l->diags) ? add(l, TOK_NAME, name)
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

/* Digits-hyphen-digits of another form than a date: a subtraction without spaces, or a date gone
 * wrong. */
bool lexer_hyphens(struct lexer *l)
{
    struct diag *g = DIAG_ADD(l->diags, K0106, span_now(l), slice(l, l->begin, l->end));
    bool certain;
    struct text iso = dates_as_iso(l->arena, l->now, NULL, &certain);
    if (iso.n) {
        diag_help(g, SAY(l->arena, "a date is year, month and day: `{}`", iso));
        if (certain)
            diag_fix(g, span_now(l), iso);
        return lexer_token(l, TOK_BAD);
    }
    struct buffer spaced = buffer_in(l->arena);
    for (size_t i = 0; i < l->now.n; i++)
        buffer_add(&spaced, l->now.at[i] == '-' ? TEXT(" - ") : (struct text){l->now.at + i, 1});
    diag_help(g, SAY(l->arena,
                     "a date has four, two and two digits, as 2566-04-30; to subtract, write `{}`",
                     buffer_text(&spaced)));
    return lexer_token(l, TOK_BAD);
}

/* Whether `t` is written as groups of thousands: 1,157 or 12,345,678. */
static bool is_grouped(struct text t)
{
    size_t digits = 0, groups = 0;
    for (size_t i = 0; i < t.n;) {
        if (text_next(t, &i) != ',') {
            digits++;
            continue;
        }
        if (groups ? digits != 3 : digits == 0 || digits > 3)
            return false;
        groups++;
        digits = 0;
    }
    return digits == 3;
}

static void report_ambiguous(struct lexer *l)
{
    struct buffer list = buffer_in(l->arena), one = buffer_in(l->arena);
    for (size_t i = 0; i < l->now.n; i++) {
        bool comma = l->now.at[i] == ',';
        struct text byte = {l->now.at + i, 1};
        buffer_add(&list, comma ? TEXT(", ") : byte);
        buffer_add(&one, comma ? TEXT("") : byte);
    }
    struct diag *g = DIAG_ADD(l->diags, K0107, span_now(l), slice(l, l->begin, l->end));
    diag_help(g, SAY(l->arena, "write `{}` for a list, or `{}` for one number", buffer_text(&list),
                     buffer_text(&one)));
}

/* `20,25,30` is a list.  `100,200` could be a list or one number: nobody may guess, so it is
 * neither. */
bool lexer_commas(struct lexer *l)
{
    if (is_grouped(l->now)) {
        report_ambiguous(l);
        return lexer_token(l, TOK_BAD);
    }
    size_t begin = l->begin, end = l->end, from = begin;
    for (size_t i = 0; i <= end - begin; i++) {
        if (begin + i < end && l->now.at[i] != ',')
            continue;
        l->begin = from;
        l->end = begin + i;
        lexer_token(l, TOK_NUM);
        l->begin = begin + i;
        l->end = from = begin + i + 1;
        if (begin + i < end)
            lexer_token(l, TOK_COMMA);
    }
    l->begin = begin;
    l->end = end;
    return true;
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

bool lexer_run_on(struct lexer *l)
{
    size_t digits = 0;
    while (digits < l->now.n) {
        size_t next = digits;
        uint32_t p = text_next(l->now, &next);
        if (p != '.' && !(p >= '0' && p <= '9') && !(p >= 0x0E50 && p <= 0x0E59))
            break;
        digits = next;
    }
    struct text number = {l->now.at, digits}, rest = text_after(l->now, digits);
    struct diag *g = DIAG_ADD(l->diags, K0108, span_now(l), slice(l, l->begin, l->end));
    diag_help(g, SAY(l->arena, "a name cannot begin with a digit; if `{}` is a unit, write `{} {}`",
                     rest, number, rest));
    return lexer_token(l, TOK_BAD);
}

static struct text unescape(struct lexer *l, size_t from, size_t to)
{
    struct text raw = slice(l, from, to);
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
    return add(l, TOK_STR, unescape(l, l->begin + open, l->end - close));
}

/* A text in the curly quotes of a word processor: reported once, then read as a text. */
bool lexer_curly(struct lexer *l)
{
    struct text inner = slice(l, l->begin + 3, l->end - 3);
    struct diag *g = DIAG_ADD(l->diags, K0111, span_now(l), TEXT("curly quotes"), TEXT("U+201C"));
    struct text straight = SAY(l->arena, "\"{}\"", inner);
    diag_help(g, TEXT("use straight quotes; word processors change them as you type"));
    diag_fix(g, span_now(l), straight);
    return add(l, TOK_STR, inner);
}

/* The token that a sign was meant as, or 0. */
static int token_meant(struct text sign)
{
    static const struct {
        const char *sign;
        int kind;
    } known[] = {{"-", TOK_MINUS},  {"*", TOK_TIMES},  {"/", TOK_DIVIDE}, {"!=", TOK_NE},
                 {"<=", TOK_LE},    {">=", TOK_GE},    {"..", TOK_DOTS},  {"%", TOK_PERCENT},
                 {"(", TOK_LPAREN}, {")", TOK_RPAREN}, {"+", TOK_PLUS},   {",", TOK_COMMA},
                 {":", TOK_COLON},  {"=", TOK_EQ},     {"{", TOK_LBRACE}, {"}", TOK_RBRACE},
                 {"and", TOK_AND},  {"or", TOK_OR},    {"not", TOK_NOT}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal(sign, text_of(known[i].sign)))
            return known[i].kind;
    return 0;
}

static bool ascii_meant(struct text sign, struct text *meant)
{
    static const struct {
        const char *foreign, *meant;
    } known[] = {{"==", "="},   {"<>", "!="}, {"=<", "<="}, {"=>", ">="},
                 {"&&", "and"}, {"||", "or"}, {"!", "not"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal(sign, text_of(known[i].foreign))) {
            *meant = text_of(known[i].meant);
            return true;
        }
    return false;
}

bool lexer_foreign(struct lexer *l)
{
    size_t i = 0;
    uint32_t point = text_next(l->now, &i);
    struct text sign = slice(l, l->begin, l->end), meant;
    bool ascii = point < 0x80;
    struct diag *g = DIAG_ADD(l->diags, K0111, span_now(l),
                              ascii ? SAY(l->arena, "`{}`", sign) : TEXT("this character"),
                              characters_code(l->arena, point));
    if (!(ascii ? ascii_meant(sign, &meant) : characters_meant(point, &meant)))
        return lexer_token(l, TOK_BAD);
    diag_help(g, meant.n == 0                   ? TEXT("delete it: it cannot be seen")
                 : text_equal(meant, TEXT(" ")) ? TEXT("write a plain space")
                                                : SAY(l->arena, "write `{}`", meant));
    diag_fix(g, span_now(l), meant);
    int kind = token_meant(meant);
    if (kind == TOK_LBRACE)
        lexer_open(l);
    else if (kind == TOK_RBRACE)
        lexer_close(l);
    else if (kind)
        lexer_token(l, kind);
    return true; /* of a space or nothing there is no token */
}

/* --- facts in tests ------------------------------------------------------------------------- */

/* Of the token that stands so many before the end; of none, 0. */
static int kind_before(const struct lexer *l, size_t n)
{
    return n <= l->tokens->all.n ? l->tokens->all.at[l->tokens->all.n - n].kind : 0;
}

/* `test "name"`, but not a criterion, penalty or calendar that is called so. */
static bool names_test(const struct lexer *l)
{
    static const int named[] = {TOK_GROUP, TOK_INDICATOR, TOK_PENALTY, TOK_BONUS, TOK_CALENDAR};
    if (l->depth || kind_before(l, 1) != TOK_STR || kind_before(l, 2) != TOK_TEST)
        return false;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (kind_before(l, 3) == named[i])
            return false;
    return true;
}

/* True of lines: an empty block of facts has them too. */
bool lexer_open(struct lexer *l)
{
    bool lines = l->in_test && l->depth == 1 && kind_before(l, 1) == TOK_FACTS;
    l->in_test = l->in_test || names_test(l);
    l->depth++;
    l->raw_depth = 0;
    l->raw_from = l->raw_to = l->end;
    lexer_token(l, TOK_LBRACE);
    return lines;
}

bool lexer_close(struct lexer *l)
{
    l->depth -= l->depth > 0;
    l->in_test = l->in_test && l->depth;
    return lexer_token(l, TOK_RBRACE);
}

bool lexer_equals(struct lexer *l)
{
    l->raw_from = l->raw_to = l->end;
    lexer_token(l, TOK_EQ);
    return l->in_test && l->depth == 1;
}

void lexer_piece(struct lexer *l)
{
    if (l->raw_from == l->raw_to)
        l->raw_from = l->begin;
    l->raw_to = l->end;
}

/* Nothing behind `=` is no token: the fact then has no value. */
bool lexer_raw(struct lexer *l, size_t next)
{
    l->begin = l->raw_from;
    l->end = l->raw_to;
    if (l->raw_to > l->raw_from || kind_before(l, 1) == TOK_LBRACE)
        lexer_token(l, TOK_RAW);
    l->begin = l->end = next;
    return true;
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
        add(&l, TOK_BAD, TEXT(""));
    }
    l.begin = l.end = s->content.n;
    add(&l, TOK_EOF, TEXT(""));
    return l.tokens;
}
