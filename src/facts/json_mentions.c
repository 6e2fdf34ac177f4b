/* JSON facts: where things are named, for who wants to rewrite them. */
#include "facts/json.h"

size_t json_mentions(const struct json *j)
{
    return j->facts->mentions ? j->facts->mentions->all.n : 0;
}

static struct mention *last_mention(struct json *j, size_t before)
{
    return json_mentions(j) > before ? &j->facts->mentions->all.at[json_mentions(j) - 1] : NULL;
}

void json_mention_ends(struct json *j, size_t before, struct span at, struct span end)
{
    struct mention *m = last_mention(j, before);
    if (m)
        m->all = span_join(at, end);
}

struct span json_whole_value(struct raw raw)
{
    bool quoted = raw.kind == RAW_WORDS;
    return (struct span){raw.at.lo - quoted, raw.at.hi + quoted};
}

size_t json_mention(struct json *j, const struct json_frame *f, enum mention_kind kind,
                    struct text path, struct span key, struct span value)
{
    struct mention *m = bind_mention(j->facts, kind, path, key);
    if (!m)
        return 0;
    m->all = (struct span){key.lo - 1, value.hi};
    m->value = value;
    m->inside = f->mention ? f->mention - 1 : MENTION_OUTSIDE;
    return json_mentions(j);
}

void json_mention_done(struct json *j, const struct json_frame *f, struct span at)
{
    if (f->mention)
        j->facts->mentions->all.at[f->mention - 1].all.hi = at.hi;
}
