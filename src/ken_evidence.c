/* Ken as a library: the files that evidence names. */
#include "ken_inside.h"

#include "base/digest.h"
#include "base/map.h"

struct reading {
    ken *k;
    struct map index; /* fact file and name, to index in `all` */
    LIST_OF(struct evidence_file *) all;
};

/* Large documents are forgotten as soon as their digest is known. */
static void digest(struct reading *r, struct evidence_file *file, struct text content)
{
    const ken_host *host = &r->k->host;
    file->read = true;
    file->bytes = content.n;
    file->sha256 = digest_words(r->k->arena, content);
    if (host->forget)
        host->forget(host->user, text_out(content));
}

/* Each file once, however many facts it stands behind. */
static const struct evidence_file *read_file(struct reading *r, const struct evidence *e)
{
    struct arena *a = r->k->arena;
    const struct source *from = source_of(r->k->sources, e->file_at);
    size_t i = map_put(&r->index, SAY(a, "{}\n{}", from->name, e->file), r->all.n);
    if (i < r->all.n)
        return r->all.at[i];
    struct evidence_file *file = ARENA_NEW(a, struct evidence_file);
    struct text name, content;
    LIST_ADD(a, &r->all, file);
    *file = (struct evidence_file){.read = false};
    if (ken_open(r->k, from, e->file, e->file_at, &name, &content, &file->why_not))
        digest(r, file, content);
    return file;
}

ken_status ken_evidence(ken *k, ken_text about)
{
    struct reading r = {.k = k, .index = map_in(k->arena)};
    struct evidence_list *list = evidence_behind(k->arena, k->outcome, ken_meant(k, about));
    for (size_t i = 0; i < list->all.n; i++)
        for (size_t j = 0; j < list->all.at[i].facts.n; j++) {
            size_t fact = list->all.at[i].facts.at[j].fact->index;
            const struct evidence *e = &k->facts->entry[fact].evidence;
            if (!e->file.n || list->file[fact])
                continue;
            list->file[fact] = read_file(&r, e);
            list->unreadable += !list->file[fact]->read;
        }
    k->evidence = list;
    return list->unreadable ? KEN_FACTS_WRONG : KEN_OK;
}
