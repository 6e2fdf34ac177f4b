/* What people bring along from other languages and from word processors: named, with what is meant,
 * and read as that where it is certain. */
#include <string.h>

#include "syntax/characters.h"
#include "syntax/scan.h"
#include "value/date.h"

/* Digits-hyphen-digits of another form than a date: a subtraction without spaces, or a date gone
 * wrong. */
bool lexer_hyphens(struct lexer *l)
{
    struct diag *g = DIAG_ADD(l->diags, K0106, lexer_span(l), lexer_slice(l, l->begin, l->end));
    bool certain;
    struct text iso = dates_as_iso(l->arena, l->now, NULL, &certain);
    if (iso.n) {
        diag_help(g, SAY(l->arena, "a date is year, month and day: `{}`", iso));
        if (certain)
            diag_fix(g, lexer_span(l), iso);
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
    struct diag *g = DIAG_ADD(l->diags, K0107, lexer_span(l), lexer_slice(l, l->begin, l->end));
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
    struct diag *g = DIAG_ADD(l->diags, K0108, lexer_span(l), lexer_slice(l, l->begin, l->end));
    diag_help(g, SAY(l->arena, "a name cannot begin with a digit; if `{}` is a unit, write `{} {}`",
                     rest, number, rest));
    return lexer_token(l, TOK_BAD);
}

/* A text in the curly quotes of a word processor: reported once, then read as a text. */
bool lexer_curly(struct lexer *l)
{
    struct text inner = lexer_slice(l, l->begin + 3, l->end - 3);
    struct diag *g = DIAG_ADD(l->diags, K0111, lexer_span(l), TEXT("curly quotes"), TEXT("U+201C"));
    struct text straight = SAY(l->arena, "\"{}\"", inner);
    diag_help(g, TEXT("use straight quotes; word processors change them as you type"));
    diag_fix(g, lexer_span(l), straight);
    return lexer_add(l, TOK_STR, inner);
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
    struct text sign = lexer_slice(l, l->begin, l->end), meant;
    bool ascii = point < 0x80;
    struct diag *g = DIAG_ADD(l->diags, K0111, lexer_span(l),
                              ascii ? SAY(l->arena, "`{}`", sign) : TEXT("this character"),
                              characters_code(l->arena, point));
    if (!(ascii ? ascii_meant(sign, &meant) : characters_meant(point, &meant)))
        return lexer_token(l, TOK_BAD);
    diag_help(g, meant.n == 0                   ? TEXT("delete it: it cannot be seen")
                 : text_equal(meant, TEXT(" ")) ? TEXT("write a plain space")
                                                : SAY(l->arena, "write `{}`", meant));
    diag_fix(g, lexer_span(l), meant);
    int kind = token_meant(meant);
    if (kind == TOK_LBRACE)
        lexer_open(l);
    else if (kind == TOK_RBRACE)
        lexer_close(l);
    else if (kind)
        lexer_token(l, kind);
    return true; /* of a space or nothing there is no token */
}
