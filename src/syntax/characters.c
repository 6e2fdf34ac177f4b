/* Characters that look like others, and characters that cannot be seen. */
#include "syntax/characters.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "base/buffer.h"

struct text characters_code(struct arena *a, uint32_t point)
{
    static const char digits[] = "0123456789ABCDEF";
    struct buffer b = buffer_in(a);
    buffer_add(&b, TEXT("U+"));
    for (int shift = point > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
        if (shift < 20 || point >> 20)
            buffer_add_byte(&b, digits[point >> shift & 15]);
    return buffer_text(&b);
}

/* Characters that come from word processors, messengers and other keyboards. */
static const struct {
    uint32_t point;
    const char *meant;
} meant[] = {
    {0x00A0, " "},  {0x00D7, "*"},  {0x00F7, "/"},  {0x200B, ""},   {0x200C, ""},   {0x200D, ""},
    {0x2010, "-"},  {0x2011, "-"},  {0x2012, "-"},  {0x2013, "-"},  {0x2014, "-"},  {0x2018, "\""},
    {0x2019, "\""}, {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x2026, ".."}, {0x202F, " "},
    {0x2060, ""},   {0x2212, "-"},  {0x2215, "/"},  {0x2260, "!="}, {0x2264, "<="}, {0x2265, ">="},
    {0x3000, " "},  {0xFEFF, ""},   {0xFF05, "%"},  {0xFF08, "("},  {0xFF09, ")"},  {0xFF0B, "+"},
    {0xFF0C, ","},  {0xFF0D, "-"},  {0xFF1A, ":"},  {0xFF1D, "="},  {0xFF5B, "{"},  {0xFF5D, "}"},
};

bool characters_meant(uint32_t point, struct text *text)
{
    for (size_t i = 0; i < sizeof meant / sizeof *meant; i++)
        if (meant[i].point == point) {
            *text = text_of(meant[i].meant);
            return true;
        }
    return false;
}

static bool is_bidi_control(uint32_t p)
{
    return p == 0x061C || p == 0x200E || p == 0x200F || (0x202A <= p && p <= 0x202E) ||
           (0x2066 <= p && p <= 0x2069);
}

static bool is_forbidden_control(uint32_t p)
{
    return (p < 0x20 && p != '\t' && p != '\n' && p != '\r') || (0x7F <= p && p < 0xA0) ||
           p == 0x2028 || p == 0x2029;
}

static void report_point(uint32_t p, struct span at, struct diags *d)
{
    if (is_bidi_control(p)) {
        struct diag *g = DIAG_ADD(d, K0102, at, characters_code(d->arena, p));
        diag_help(g, TEXT("delete it: it can make a line look different from what it says"));
        diag_fix(g, at, TEXT(""));
    } else if (is_forbidden_control(p))
        DIAG_ADD(d, K0103, at, characters_code(d->arena, p));
}

void characters_not_utf_8(const struct source *s, size_t at, struct diags *d)
{
    unsigned char byte = (unsigned char)s->content.at[at];
    struct diag *g = DIAG_ADD(d, K0101, source_span(s, at, at + 1), text_number(d->arena, byte));
    enum encoding looks = encoding_guess(s->content);
    if (looks)
        diag_note(d, g, SAY(d->arena, "the text looks like {}", encoding_name(looks)));
    diag_help(g,
              TEXT("save the file as UTF-8 (in Excel: \"CSV UTF-8\"; in Notepad: encoding UTF-8)"));
}

bool characters_check_text(const struct source *s, struct diags *d)
{
    struct text t = s->content;
    bool readable = true;
    size_t before = d->errors;
    for (size_t i = 0; (i = text_plain(t, i)) < t.n;) {
        if (t.at[i] == '\n') {
            i++;
            continue;
        }
        ucs4_t p;
        int n = u8_mbtoucr(&p, (const uint8_t *)t.at + i, t.n - i);
        if (n <= 0) {
            characters_not_utf_8(s, i, d);
            return false;
        }
        report_point(p, source_span(s, i, i + (size_t)n), d);
        if (diags_are_hopeless(d, before))
            return false;
        readable = readable && p != 0;
        i += (size_t)n;
    }
    return readable;
}

bool characters_are_well(struct text t)
{
    for (size_t i = 0; (i = text_plain(t, i)) < t.n;) {
        ucs4_t p;
        int n = u8_mbtoucr(&p, (const uint8_t *)t.at + i, t.n - i);
        if (n <= 0 || is_bidi_control(p) || is_forbidden_control(p))
            return false;
        i += (size_t)n;
    }
    return true;
}

static bool is_thai_tone(uint32_t p)
{
    return 0x0E48 <= p && p <= 0x0E4C;
}

static bool is_thai_vowel_mark(uint32_t p)
{
    return p == 0x0E31 || (0x0E34 <= p && p <= 0x0E3A) || p == 0x0E47;
}

/* The name in its usual spelling: SARA AM in one piece, a vowel mark before a tone mark. */
static struct text thai_spelling(struct arena *a, struct text name)
{
    struct buffer b = buffer_in(a);
    uint32_t held = 0;
    for (size_t i = 0; i < name.n;) {
        uint32_t p = text_next(name, &i);
        if (held == 0x0E4D && p == 0x0E32) {
            held = 0x0E33;
            continue;
        }
        if (held && is_thai_tone(held) && (is_thai_vowel_mark(p))) {
            buffer_add_point(&b, p);
            continue;
        }
        if (held)
            buffer_add_point(&b, held);
        held = p;
    }
    if (held)
        buffer_add_point(&b, held);
    return buffer_text(&b);
}

/* Latin and Thai do not look alike and may meet in one name; no other two scripts may. */
static bool scripts_may_meet(const uc_script_t *a, const uc_script_t *b)
{
    return a == b || ((strcmp(a->name, "Latin") == 0 || strcmp(a->name, "Thai") == 0) &&
                      (strcmp(b->name, "Latin") == 0 || strcmp(b->name, "Thai") == 0));
}

static bool is_ascii(struct text t)
{
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.at[i] >= 0x80)
            return false;
    return true;
}

/* The script of a letter; NULL for what belongs to every script. */
static const uc_script_t *script_of(uint32_t p)
{
    if (p < 0x80)
        return p >= 'A' && p != '_' ? uc_script('a') : NULL;
    const uc_script_t *script = uc_script(p);
    bool common =
        !script || strcmp(script->name, "Common") == 0 || strcmp(script->name, "Inherited") == 0;
    return common ? NULL : script;
}

/* The script that most letters are of: one stray letter does not decide. */
static const uc_script_t *home_script(struct text name)
{
    const uc_script_t *home = NULL;
    size_t most = 0;
    for (size_t i = 0; i < name.n;) {
        const uc_script_t *script = script_of(text_next(name, &i));
        size_t n = 0;
        if (script == home)
            continue;
        for (size_t j = 0; script && j < name.n;)
            n += script_of(text_next(name, &j)) == script;
        if (n > most) {
            home = script;
            most = n;
        }
    }
    return home;
}

static bool check_scripts(struct text name, struct span at, struct diags *d)
{
    const uc_script_t *home = home_script(name);
    for (size_t i = 0, from; i < name.n;) {
        from = i;
        uint32_t p = text_next(name, &i);
        const uc_script_t *script = script_of(p);
        if (!script || scripts_may_meet(home, script))
            continue;
        struct span letter = {at.lo + (uint32_t)from, at.lo + (uint32_t)i};
        struct text usual = text_of(home->name);
        struct diag *g = DIAG_ADD(d, K0104, letter, name, characters_code(d->arena, p),
                                  text_of(script->name), usual);
        diag_says(g, SAY(d->arena, "a {} letter", text_of(script->name)));
        diag_help(g, SAY(d->arena, "type the name again with {} letters only", usual));
        return false;
    }
    return true;
}

bool characters_check_name(struct text *name, struct span at, struct diags *d)
{
    if (is_ascii(*name))
        return true;
    if (!check_scripts(*name, at, d))
        return false;
    struct text usual = thai_spelling(d->arena, *name);
    if (!text_equal(usual, *name)) {
        struct diag *g = DIAG_ADD(d, K0105, at, *name);
        diag_help(g, SAY(d->arena, "write `{}`, which looks the same", usual));
        diag_fix(g, at, usual);
        *name = usual;
    }
    return true;
}
