/* Fact files: from pieces of text to lines, and the loop that feeds the grammar.
 *
 * A keyword is one only where it can stand: `office` at the start of a line outside all blocks,
 * `from` behind a name, `evidence` behind a value.  So every fact and column can have any name, in
 * blocks and tables even without quotes. */
#include "facts/native.h"

#include <string.h>

#include "syntax/characters.h"

void native_step(struct native *r, size_t n)
{
    r->begin = r->end;
    r->end += n;
}

static struct text piece(const struct native *r)
{
    return (struct text){r->binder->source->content.at + r->begin, r->end - r->begin};
}

static struct span piece_at(const struct native *r)
{
    return source_span(r->binder->source, r->begin, r->end);
}

static void push(struct native *r, int kind, struct text text, struct span at)
{
    if (r->status == YYPUSH_MORE)
        r->status = facts_push_parse(r->parser, kind, &text, &at, r);
}

static size_t mentions_so_far(const struct native *r)
{
    const struct mention_list *mentions = r->binder->facts->mentions;
    return mentions ? mentions->all.n : 0;
}

/* What the line says ends where it ends; so does a block that it closes. */
static void end_statement(struct native *r)
{
    struct mention_list *mentions = r->binder->facts->mentions;
    if (!mentions)
        return;
    if (r->closes) {
        mentions->all.at[r->closed.mention].all.hi = r->last_at.hi;
        r->closes = false;
    }
    for (size_t i = r->mentions_before; i < mentions->all.n; i++)
        mentions->all.at[i].all = (struct span){r->line_at.lo, r->last_at.hi};
}

static void start_line(struct native *r)
{
    r->mentions_before = mentions_so_far(r);
    r->position = 0;
    r->head = r->second = 0;
    r->broken = false;
    r->items.n = 0;
    r->aside = (struct aside){.because = {0}};
    r->proves = false;
}

static void end_line(struct native *r, struct span at)
{
    push(r, TOK_NEWLINE, TEXT(""), (struct span){at.lo, at.lo});
    end_statement(r);
    if (!r->in_pairs)
        start_line(r);
}

/* Between braces that are not read.  True when the piece is to be passed over. */
static bool is_skipped(struct native *r, int kind)
{
    if (!r->skip)
        return false;
    r->skip += kind == TOK_LBRACE;
    r->skip -= kind == TOK_RBRACE;
    if (r->skip)
        return true;
    bool ours = !r->close_skipped;
    r->close_skipped = false;
    start_line(r);
    r->position = 1;
    return ours;
}

/* Before and after the parser sees a brace. */
static void before_brace(struct native *r, int kind, struct span at)
{
    if (kind == TOK_RBRACE && r->position && !r->in_pairs)
        end_line(r, at);
    if (kind == TOK_LBRACE && r->second == TOK_FROM && !r->broken)
        r->in_pairs = true;
}

static void after_brace(struct native *r, int kind)
{
    if (kind == TOK_RBRACE) {
        r->in_pairs = r->proves = false;
        r->position = 1;
        r->head = r->second = TOK_WORD;
    } else if (r->broken) {
        r->skip = r->skip ? r->skip : 1;
    } else if (!r->in_pairs)
        start_line(r);
}

static bool is_hopeless(struct native *r)
{
    return r->over || r->status != YYPUSH_MORE || bind_is_hopeless(r->binder);
}

static bool add(struct native *r, int kind, struct text text)
{
    struct span at = piece_at(r);
    if (is_skipped(r, kind))
        return true;
    if (kind == TOK_NEWLINE) {
        end_line(r, at);
        return !is_hopeless(r);
    }
    if (kind == TOK_RBRACE && r->in_pairs)
        r->from_end = at;
    bool brace = kind == TOK_LBRACE || kind == TOK_RBRACE;
    if (brace)
        before_brace(r, kind, at);
    if (!r->position)
        r->line_at = at;
    r->last_at = at;
    if (r->position < 2)
        *(r->position ? &r->second : &r->head) = kind;
    r->position++;
    r->proves = r->proves || kind == TOK_EVIDENCE;
    push(r, kind, text, at);
    if (brace)
        after_brace(r, kind);
    return !is_hopeless(r);
}

bool native_token(struct native *r, int kind)
{
    return add(r, kind, piece(r));
}

/* --- words -------------------------------------------------------------------------------- */

static const struct keyword {
    const char *words;
    int kind;
} heads[] = {{"facts", TOK_FACTS}, {"office", TOK_OFFICE}, {"era", TOK_ERA},
             {"as", TOK_AS},       {"claim", TOK_CLAIM},   {"reason", TOK_REASON}},
  seconds[] = {{"from", TOK_FROM}, {"n/a", TOK_NA}, {"N/A", TOK_NA}},
  hows[] = {{"era", TOK_ERA}, {"encoding", TOK_ENCODING}},
  asides[] = {{"evidence", TOK_EVIDENCE}, {"because", TOK_BECAUSE}},
  proofs[] = {{"file", TOK_FILE}, {"dated", TOK_DATED}};

static int find_keyword(const struct keyword *known, size_t n, struct text word)
{
    for (size_t i = 0; i < n; i++)
        if (text_equal(word, text_of(known[i].words)))
            return known[i].kind;
    return TOK_WORD;
}
#define KEYWORD_IN(known, word) find_keyword((known), sizeof(known) / sizeof *(known), (word))

static int word_kind(const struct native *r, struct text word)
{
    bool in_table = r->blocks.n && r->blocks.at[r->blocks.n - 1].is_table;
    if (in_table || r->in_pairs)
        return TOK_WORD;
    if (!r->position)
        return r->blocks.n ? TOK_WORD : KEYWORD_IN(heads, word);
    if (r->position == 1 && r->head == TOK_FACTS)
        return text_equal(word, TEXT("for")) ? TOK_FOR : TOK_WORD;
    if (r->position == 1 && r->head == TOK_AS)
        return text_equal(word, TEXT("of")) ? TOK_OF : TOK_WORD;
    if (r->head != TOK_WORD && r->head != TOK_STR)
        return TOK_WORD;
    int kind = TOK_WORD;
    if (r->second == TOK_FROM && (r->position == 3 || r->position == 5))
        kind = KEYWORD_IN(hows, word);
    else if (r->position == 1)
        kind = KEYWORD_IN(seconds, word);
    if (kind == TOK_WORD && r->proves)
        kind = KEYWORD_IN(proofs, word);
    return kind == TOK_WORD ? KEYWORD_IN(asides, word) : kind;
}

/* Characters from word processors and messengers, which look like others or like nothing. */
static void check_foreign(struct native *r, struct text word)
{
    struct diags *d = r->binder->facts->diags;
    struct text meant;
    for (size_t i = 0, from; i < word.n;) {
        from = i;
        uint32_t point = text_next(word, &i);
        if (point < 0x80 || !characters_meant(point, &meant))
            continue;
        struct span at = source_span(r->binder->source, r->begin + from, r->begin + i);
        struct diag *g =
            DIAG_ADD(d, K0111, at, TEXT("this character"), characters_code(d->arena, point));
        diag_help(g, meant.n ? SAY(d->arena, "write `{}`, or put the whole text in straight quotes",
                                   meant)
                             : TEXT("delete it: it cannot be seen"));
        diag_fix(g, at, meant);
        return;
    }
}

bool native_word(struct native *r)
{
    struct text word = piece(r);
    if (!r->skip)
        check_foreign(r, word);
    return add(r, word_kind(r, word), word);
}

/* --- texts -------------------------------------------------------------------------------- */

static struct text unescape(struct native *r, size_t from, size_t to)
{
    struct facts *f = r->binder->facts;
    struct text raw = {r->binder->source->content.at + from, to - from};
    if (!raw.n || !memchr(raw.at, '\\', raw.n))
        return raw;
    struct buffer b = buffer_in(f->arena);
    for (size_t i = 0; i < raw.n && !bind_is_hopeless(r->binder); i++) {
        if (raw.at[i] != '\\' || i + 1 == raw.n) {
            buffer_add_byte(&b, raw.at[i]);
            continue;
        }
        char c = raw.at[++i];
        if (c == 'n' || c == '"' || c == '\\')
            buffer_add_byte(&b, c == 'n' ? '\n' : c);
        else {
            struct span at = source_span(r->binder->source, from + i - 1, from + i + 1);
            diag_help(
                DIAG_ADD(f->diags, K0110, at, (struct text){raw.at + i - 1, 2}),
                TEXT("only \\\" \\\\ and \\n stand for something; a single \\ is written \\\\"));
        }
    }
    return buffer_text(&b);
}

bool native_string(struct native *r, size_t close)
{
    if (r->skip)
        return true;
    if (!close) {
        struct diag *g = DIAG_PLAIN(r->binder->facts->diags, K0109,
                                    source_span(r->binder->source, r->begin, r->begin + 1));
        diag_says(g, TEXT("opened here"));
        diag_help(
            g, TEXT("a text ends with `\"` on the line it begins on; `\\n` stands for a new line"));
    }
    return add(r, TOK_STR, unescape(r, r->begin + 1, r->end - close));
}

_Noreturn void native_fault(void *scanner, const char *says)
{
    (void)scanner, (void)says;
    __builtin_trap();
}

/* --- mistakes ----------------------------------------------------------------------------- */

void native_too_deep(struct native *r, struct span at)
{
    struct facts *f = r->binder->facts;
    DIAG_ADD(f->diags, K0205, at, text_number(f->arena, FACTS_NESTING));
    r->over = true;
}

static struct text found_words(struct native *r, int found, struct span at)
{
    struct facts *f = r->binder->facts;
    if (found == TOK_EOF)
        return TEXT("the file ends here");
    if (found == TOK_NEWLINE)
        return TEXT("the line ends here");
    return SAY(f->arena, "`{}` cannot stand here", source_text(f->diags->sources, at));
}

/* At most a few: where a value can stand, nearly anything can. */
static struct text expected_words(struct native *r, const int *expected, int n)
{
    enum { NAMED_AT_MOST = 5 };
    struct buffer b = buffer_in(r->binder->facts->arena);
    int shown = n > NAMED_AT_MOST ? NAMED_AT_MOST : n;
    for (int i = 0; i < shown; i++) {
        struct text words = text_of(facts_token_words(expected[i]));
        bool described = text_starts(words, TEXT("a ")) || text_starts(words, TEXT("the "));
        if (i)
            buffer_add(&b, i + 1 < n ? TEXT(", ") : TEXT(" or "));
        buffer_add(&b, described ? words : SAY(b.arena, "`{}`", words));
    }
    if (shown < n)
        buffer_add(&b, TEXT(", ..."));
    return buffer_text(&b);
}

void native_unexpected(struct native *r, int found, struct span at, const int *expected, int n)
{
    struct diags *d = r->binder->facts->diags;
    if (found == TOK_RBRACE && !r->blocks.n && !r->in_pairs) {
        DIAG_ADD(d, K0201, at, TEXT("no block is open that `}` could close"), TEXT("a fact"));
    } else {
        struct diag *g =
            DIAG_ADD(d, K0201, at, found_words(r, found, at), expected_words(r, expected, n));
        if (found == TOK_EOF && r->blocks.n)
            diag_label(d, g, r->blocks.at[r->blocks.n - 1].at, TEXT("this block is open"));
        else if (r->head == TOK_WORD &&
                 (found == TOK_LBRACE || found == TOK_RBRACE || found == TOK_WORD))
            diag_help(g, TEXT("put a text that holds such words or signs in quotes"));
    }
    r->broken = true;
    if (r->in_pairs && found != TOK_RBRACE) {
        r->in_pairs = false;
        r->skip = 1;
    }
}

static void finish(struct native *r)
{
    r->begin = r->end = r->binder->source->content.n;
    if (r->skip || is_hopeless(r))
        return;
    if (r->position)
        end_line(r, piece_at(r));
    push(r, TOK_EOF, TEXT(""), piece_at(r));
}

void native_read(struct binder *b, const struct facts_host *host)
{
    struct arena *a = b->facts->arena;
    struct text content = b->source->content;
    struct native r = {
        .binder = b, .host = host, .parser = facts_pstate_new(), .status = YYPUSH_MORE};
    if (!r.parser)
        arena_exhausted(a);
    char *lent = arena_alloc(a, content.n + 2);
    if (content.n)
        memcpy(lent, content.at, content.n);
    native_scan(&r, lent, content.n);
    finish(&r);
    facts_pstate_delete(r.parser);
}
