/* Paths in the base, as they are from the folder of the amendment. */
#include "amend/amending.h"

static struct text folder_of(struct text name)
{
    size_t n = name.n;
    while (n && name.at[n - 1] != '/')
        n--;
    return (struct text){name.at, n};
}

/* The folders that both begin with. */
static size_t shared(struct text one, struct text other)
{
    size_t n = 0;
    for (size_t i = 0; i < one.n && i < other.n && one.at[i] == other.at[i]; i++)
        if (one.at[i] == '/')
            n = i + 1;
    return n;
}

/* From folder `from` to folder `to`; false where the names do not tell. */
static bool way(struct buffer *b, struct text from, struct text to)
{
    size_t both = shared(from, to);
    struct text up = text_after(from, both), down = text_after(to, both);
    if (text_starts(up, TEXT("/")) || text_starts(down, TEXT("/")))
        return false;
    for (size_t i = 0, start = 0; i < up.n; i++) {
        if (up.at[i] != '/')
            continue;
        if (text_equal((struct text){up.at + start, i - start}, TEXT("..")))
            return false;
        start = i + 1;
        buffer_add(b, TEXT("../"));
    }
    buffer_add(b, down);
    return true;
}

static void follow(struct amending *c, const struct node *file)
{
    struct text written = source_text(c->d->sources, file->at);
    struct buffer b = buffer_in(c->a);
    buffer_add_byte(&b, '"');
    if (file->kind != NODE_string || text_starts(file->string.text, TEXT("/")) || written.n < 2 ||
        !way(&b, folder_of(c->amendment->source->name), folder_of(c->base->source->name)))
        return;
    buffer_add(&b, text_after(written, 1));
    replace_by(c, file->at, buffer_text(&b));
}

void follow_paths(struct amending *c)
{
    const struct nodes *items = &c->base->tree->root->file.items;
    if (text_equal(folder_of(c->amendment->source->name), folder_of(c->base->source->name)))
        return;
    c->now = c->cited = NULL;
    for (size_t i = 0; i < items->n; i++)
        if (items->at[i]->kind == NODE_use)
            follow(c, items->at[i]->use.file);
}
