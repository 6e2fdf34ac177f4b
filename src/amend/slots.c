/* What things are called: the slot that each of them takes in what it stands in. */
#include "amend/amending.h"

struct text path_words(struct arena *a, const struct node *path)
{
    struct buffer b = buffer_in(a);
    for (size_t i = 0; i < path->path.names.n; i++) {
        if (i)
            buffer_add_byte(&b, '.');
        buffer_add(&b, path->path.names.at[i]->word.text);
    }
    return buffer_text(&b);
}

struct text height_name(int height)
{
    return height == HEIGHT_GROUP       ? TEXT("group")
           : height == HEIGHT_INDICATOR ? TEXT("indicator")
                                        : TEXT("part");
}

static struct text penalty_name(int is_bonus)
{
    return is_bonus ? TEXT("bonus") : TEXT("penalty");
}

static struct text named(struct arena *a, const char *kind, struct text name)
{
    return SAY(a, "{} {}", text_of(kind), name);
}

/* A day is the same however it is written; a year of the wrong era has been said to be none. */
static struct text day_words(struct arena *a, struct text written)
{
    struct date d;
    struct month m;
    return date_read(written, ERA_CE, false, &d, &m, NULL) == DATE_DAY ? date_words(a, d, ERA_CE)
                                                                       : written;
}

/* Of what stands once under one word. */
static struct text word_of(enum node_kind kind)
{
    static const char *const words[NODE_KINDS] = {
        [NODE_criteria] = "criteria",   [NODE_era] = "era",
        [NODE_period] = "period",       [NODE_closes] = "closes",
        [NODE_scale] = "scale",         [NODE_month_ends] = "month ends",
        [NODE_missing] = "missing",     [NODE_not_applicable] = "not applicable",
        [NODE_status] = "status",       [NODE_grade] = "grade",
        [NODE_adjust] = "adjust",       [NODE_weights] = "weights",
        [NODE_points] = "weight",       [NODE_weight] = "weight",
        [NODE_shown_unit] = "unit",     [NODE_applies] = "applies",
        [NODE_measure] = "measure",     [NODE_levels] = "score",
        [NODE_bands] = "score",         [NODE_steps] = "score",
        [NODE_score] = "score",         [NODE_by] = "by",
        [NODE_late] = "late",           [NODE_evidence] = "evidence",
        [NODE_condition] = "when",      [NODE_done] = "done",
        [NODE_free] = "first ... free", [NODE_amount] = "amount",
        [NODE_covers] = "covers",       [NODE_weekend] = "weekend",
        [NODE_columns] = "columns",
    };
    return words[kind] ? text_of(words[kind]) : (struct text){0};
}

struct text slot_of(struct arena *a, const struct node *n)
{
    switch ((unsigned)n->kind) {
    case NODE_use:
        return named(a, "use", n->use.file->string.text);
    case NODE_title:
        return named(a, "title", n->title.language->word.text);
    case NODE_allow:
        return named(a, "allow", n->allow.lint->word.text);
    case NODE_bound:
        return n->bound.kind == BOUND_FLOOR ? TEXT("floor") : TEXT("cap");
    case NODE_let:
        return named(a, "let", n->let.name->word.text);
    case NODE_define:
        return named(a, "define", n->define.name->word.text);
    case NODE_penalty:
        return SAY(a, "{} {}", penalty_name(n->penalty.is_bonus), n->penalty.name->word.text);
    case NODE_calendar:
        return named(a, "calendar", n->calendar.name->word.text);
    case NODE_holiday:
        return named(a, "holiday", day_words(a, n->holiday.date->date.text));
    case NODE_unit_declaration:
        return named(a, "unit", n->unit_declaration.name->word.text);
    case NODE_step:
        return named(a, "step", text_arabic(a, n->step.number->number.digits));
    case NODE_amended_step:
        return named(a, "step", text_arabic(a, n->amended_step.number->number.digits));
    case NODE_criterion:
        return SAY(a, "{} {}", height_name(n->criterion.height),
                   text_arabic(a, n->criterion.id->word.text));
    case NODE_formerly:
        return named(a, "formerly",
                     n->formerly.was->kind == NODE_word ? n->formerly.was->word.text
                                                        : path_words(a, n->formerly.was));
    default:
        return word_of(n->kind);
    }
}

struct text removal_slot(struct arena *a, const struct node *n)
{
    const struct node *name = n->removal.name;
    switch ((unsigned)n->removal.of) {
    case NODE_criterion:
        return SAY(a, "{} {}", height_name(n->removal.height), text_arabic(a, name->word.text));
    case NODE_step:
        return named(a, "step", text_arabic(a, name->number.digits));
    case NODE_penalty:
        return SAY(a, "{} {}", penalty_name(n->removal.height), name->word.text);
    case NODE_let:
        return named(a, "let", name->word.text);
    case NODE_define:
        return named(a, "define", name->word.text);
    case NODE_unit_declaration:
        return named(a, "unit", name->word.text);
    case NODE_calendar:
        return named(a, "calendar", name->word.text);
    case NODE_allow:
        return named(a, "allow", name->word.text);
    case NODE_title:
        return named(a, "title", name->word.text);
    case NODE_round:
        return named(a, "round", name->word.text);
    case NODE_show:
        return named(a, "show", name->word.text);
    case NODE_use:
        return named(a, "use", name->string.text);
    case NODE_holiday:
        return named(a, "holiday", day_words(a, name->date.text));
    case NODE_fact:
        return named(a, "fact", path_words(a, name));
    case NODE_note:
        return TEXT("note");
    case NODE_cite:
        return TEXT("cite");
    case NODE_bound:
        return n->removal.height == BOUND_FLOOR ? TEXT("floor") : TEXT("cap");
    default:
        return word_of((enum node_kind)n->removal.of);
    }
}
