/* The appendix of a score: which clause, which facts, and which documents.
 *
 * Names of files and digests stand beside what is said, where no digit is ever another one: they
 * are compared letter by letter. */
#include "report/evidence.h"

#include "explain/figures.h"
#include "explain/words.h"

struct telling {
    struct document *d;
    struct arena *a;
    const struct evidence_list *l;
    const struct model *m;
    const struct facts *facts;
    struct block *outline;
};

static void tell(struct telling *t, unsigned depth, struct text says, enum tone tone,
                 struct span at)
{
    outline_add(t->d, t->outline, depth, (struct cell){says, tone},
                source_line_words(t->a, t->m->sources, at));
}

static struct text counted(struct telling *t, size_t n, const char *one, const char *many)
{
    return SAY(t->a, n == 1 ? one : many, text_number(t->a, (long long)n));
}

/* --- what is behind a fact ------------------------------------------------------------------ */

static const struct fact_entry *entry_of(struct telling *t, const struct backing *b)
{
    return &t->facts->entry[b->fact->index];
}

/* "no evidence: step 1 requires it, step 2 does not count" */
static struct text missing_words(struct telling *t, const struct backing *b)
{
    struct buffer says = buffer_in(t->a);
    buffer_add(&says,
               b->fact->needs_evidence ? TEXT("no evidence: it is required") : TEXT("no evidence"));
    for (size_t i = 0; i < b->steps.n; i++) {
        const struct asking_step *s = &b->steps.at[i];
        buffer_add(&says, i || b->fact->needs_evidence ? TEXT(", ") : TEXT(": "));
        buffer_add(&says, SAY(t->a, s->refuses ? "step {} does not count" : "step {} requires it",
                              number_short_words(t->a, s->step->number, 0)));
    }
    return buffer_text(&says);
}

static void tell_file(struct telling *t, const struct evidence *e, const struct evidence_file *file)
{
    struct text says = file->read ? counted(t, file->bytes, "file of {} byte", "file of {} bytes")
                                  : SAY(t->a, "file that cannot be read: {}", file->why_not);
    outline_add(t->d, t->outline, 2, (struct cell){says, file->read ? TONE_PLAIN : TONE_WARN},
                e->file);
    if (file->read)
        outline_add(t->d, t->outline, 3, (struct cell){TEXT("digest"), TONE_PLAIN},
                    SAY(t->a, "sha256 {}", file->sha256));
}

static void tell_evidence(struct telling *t, const struct backing *b)
{
    const struct evidence *e = &entry_of(t, b)->evidence;
    const struct evidence_file *file = t->l->file[b->fact->index];
    struct span none = {0, 0};
    if (e->says.n || e->has_date) {
        struct evidence words = *e;
        words.file = TEXT("");
        tell(t, 2, evidence_words(t->a, &words, t->m->era), TONE_PLAIN, none);
    }
    if (file)
        tell_file(t, e, file);
    if (b->missing)
        tell(t, 2, missing_words(t, b), TONE_WARN, none);
    else if (e->supposed)
        tell(t, 2, TEXT("tried, not stated"), TONE_FAINT, none);
    else if (!evidence_is_there(e) && entry_of(t, b)->value.kind != VALUE_ABSENT)
        tell(t, 2, TEXT("no evidence"), TONE_FAINT, none);
}

/* `before`: what stands before its name; may be empty. */
static void tell_fact(struct telling *t, const struct backing *b, struct text before)
{
    const struct fact_entry *e = entry_of(t, b);
    struct text says =
        SAY(t->a, "{}{}  {}", before, b->fact->path, words_stated(t->a, t->m, b->fact, e));
    if (e->because.n)
        says = SAY(t->a, "{}: {}", says, e->because);
    tell(t, 1, says, TONE_PLAIN, e->stated ? e->at : b->fact->at);
    tell_evidence(t, b);
}

/* --- a criterion ---------------------------------------------------------------------------- */

static void tell_cites(struct telling *t, const struct remarks *remarks, struct text before)
{
    for (size_t i = 0; i < remarks->cites.n; i++) {
        const struct cite *c = &remarks->cites.at[i];
        tell(t, 1, SAY(t->a, "{}by {}", before, words_cite(t->a, t->m, c)), TONE_FAINT, c->at);
    }
}

static void tell_criterion(struct telling *t, const struct backings *all)
{
    const struct criterion *k = all->criterion;
    const struct result *r = outcome_result(t->l->outcome, k);
    struct text name = k->title.n ? SAY(t->a, "{} {}", k->path, k->title) : k->path;
    struct text score = result_has_score(r)              ? figure_score(t->a, k, r->score)
                        : r->status == STATUS_INCOMPLETE ? figure_ends(t->a, k, r->low, r->high)
                                                         : TEXT("does not apply");
    tell(t, 0, SAY(t->a, "{}  {}", name, score), TONE_STRONG, k->at);
    tell_cites(t, &k->remarks, TEXT(""));
    for (size_t i = 0; i < k->steps.n; i++) {
        struct text number = number_short_words(t->a, k->steps.at[i].number, 0);
        tell_cites(t, &k->steps.at[i].remarks, SAY(t->a, "step {} ", number));
    }
    for (size_t i = 0; i < all->facts.n; i++)
        tell_fact(t, &all->facts.at[i], TEXT(""));
}

/* --- in short ------------------------------------------------------------------------------- */

static struct text summary(struct telling *t)
{
    const struct evidence_list *l = t->l;
    struct text says = counted(t, l->facts, "{} fact is behind this", "{} facts are behind this");
    says = SAY(t->a, "{}, {}", says, counted(t, l->proven, "{} with evidence", "{} with evidence"));
    if (l->missing)
        says = SAY(t->a, "{}; {}", says,
                   counted(t, l->missing, "{} has none although the rules ask for it",
                           "{} have none although the rules ask for it"));
    if (l->unreadable)
        says = SAY(t->a, "{}; {}", says,
                   counted(t, l->unreadable, "the file of {} cannot be read",
                           "the files of {} cannot be read"));
    return says;
}

/* Only what is not as it should be. */
static void tell_missing(struct telling *t)
{
    for (size_t i = 0; i < t->l->all.n; i++) {
        const struct backings *all = &t->l->all.at[i];
        for (size_t j = 0; j < all->facts.n; j++) {
            const struct backing *b = &all->facts.at[j];
            const struct evidence_file *file = t->l->file[b->fact->index];
            if (b->missing || (file && !file->read))
                tell_fact(t, b, SAY(t->a, "{}: ", all->criterion->path));
        }
    }
}

void report_evidence(struct document *d, const struct evidence_list *l, unsigned depth)
{
    const struct model *m = l->outcome->model;
    struct telling t = {d, d->arena, l, m, l->outcome->facts, NULL};
    struct text title = l->about->title.n ? l->about->title : l->about->id;
    document_heading(d, SAY(d->arena, "evidence: {}", title), t.facts->office);
    document_paragraph(d, summary(&t), TONE_PLAIN);
    t.outline = document_outline(d);
    if (depth == 1)
        tell_missing(&t);
    for (size_t i = 0; depth != 1 && i < l->all.n; i++)
        tell_criterion(&t, &l->all.at[i]);
}
