/* Pages of documentation and the blocks in them. */
#include "doc_pages.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* Criterion's macros put an int into a bit field. */
#pragma GCC diagnostic ignored "-Wconversion"

struct text doc_line(struct text *t)
{
    const char *newline = t->n ? memchr(t->at, '\n', t->n) : NULL;
    struct text line = {t->at, newline ? (size_t)(newline - t->at) : t->n};
    *t = text_after(*t, line.n + (newline != NULL));
    return line;
}

static struct doc_block block_of(struct text info)
{
    const char *blank = info.n ? memchr(info.at, ' ', info.n) : NULL;
    size_t n = blank ? (size_t)(blank - info.at) : info.n;
    return (struct doc_block){.kind = {info.at, n}, .name = text_trim(text_after(info, n))};
}

static void find_blocks(struct doc_page *p)
{
    struct text content = p->content;
    struct doc_block open = block_of(TEXT(""));
    struct text heading = {0};
    for (size_t line_number = 1, headings = 0; content.n; line_number++) {
        const char *line_at = content.at;
        struct text line = doc_line(&content);
        bool fence = text_starts(line, TEXT("```"));
        if (fence && open.line) {
            open.body.n = (size_t)(line_at - open.body.at);
            LIST_ADD(p->arena, &p->blocks, open);
            open.line = 0;
        } else if (fence) {
            open = block_of(text_after(line, 3));
            open.heading = heading;
            open.body.at = content.at;
            open.line = line_number;
            open.section = headings;
        } else if (!open.line && text_starts(line, TEXT("#"))) {
            heading = line;
            headings++;
        }
    }
    cr_expect(!open.line, "%s:%zu: this block is not closed", p->path, open.line);
}

struct doc_page doc_open(struct arena *a, const char *path)
{
    struct doc_page p = {.arena = a, .path = path};
    if (support_read(a, path, &p.content))
        find_blocks(&p);
    return p;
}

static struct text without_end(struct text line)
{
    while (line.n && strchr(" \t\r", line.at[line.n - 1]))
        line.n--;
    return line;
}

static bool lines_match(struct text got, struct text wanted)
{
    while (wanted.n) {
        struct text line = without_end(doc_line(&wanted));
        if (text_equal(line, TEXT("..."))) {
            while (got.n && !lines_match(got, wanted))
                doc_line(&got);
            return got.n || !text_trim(wanted).n;
        }
        if (!got.n || !text_equal(line, without_end(doc_line(&got))))
            return false;
    }
    return !got.n;
}

void doc_compare(const struct doc_page *p, size_t line, struct text got, struct text wanted)
{
    if (lines_match(text_trim(got), text_trim(wanted)))
        return;
    bool bless = getenv("KEN_BLESS");
    cr_expect(false, "%s:%zu: something else comes out%s%s", p->path, line,
              bless ? ":\n" : "; KEN_BLESS=1 shows it", bless ? text_c(p->arena, got) : "");
}
