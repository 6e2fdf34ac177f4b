/* What the verbs that evaluate have in common: load rules, read facts, evaluate. */
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"

static bool is_there(const char *path)
{
    return strcmp(path, "-") == 0 || file_is_there(path);
}

static int load_rules(ken *k, const char *path)
{
    ken_text name, text;
    if (!file_read(path, &name, &text))
        return EXIT_IO;
    return (int)ken_load(k, name, text);
}

ken_format session_format(const struct options *o, const char *path, ken_text text)
{
    /* Only JSON begins with a brace: a native file begins with a word.  Before it may stand blanks
     * and a byte order mark, and in UTF-16 a zero. */
    static const char before[] = " \n\r\t\xEF\xBB\xBF\xFF\xFE";
    size_t i = 0;
    while (i < text.size && memchr(before, text.at[i], sizeof before))
        i++;
    bool json =
        o->facts_json ||
        (!o->facts_native && (path_ends(path, ".json") || (i < text.size && text.at[i] == '{')));
    return json ? KEN_JSON : KEN_NATIVE;
}

static int read_facts(ken *k, const struct options *o, const char *path)
{
    ken_text name, text;
    if (!file_read(path, &name, &text))
        return EXIT_IO;
    return (int)ken_facts(k, name, text, session_format(o, path, text));
}

/* A last argument that is no file is the id of a criterion. */
static int find_id(ken *k, const struct options *o, size_t *arguments, const char **id)
{
    *arguments = o->arguments;
    *id = NULL;
    const char *last = o->argument[o->arguments - 1];
    if (o->arguments < 2 || is_there(last) || path_ends(last, ".facts") || path_ends(last, ".json"))
        return 0;
    ken_text nearest;
    if (ken_has(k, (ken_text){last, strlen(last)}, &nearest)) {
        *id = last;
        --*arguments;
        return 0;
    }
    fprintf(stderr, "ken %s: `%s` is neither a file nor the id of a criterion", o->verb, last);
    if (nearest.size)
        fprintf(stderr, "; did you mean `%.*s`?", (int)nearest.size, nearest.at);
    fputc('\n', stderr);
    return EXIT_USAGE;
}

int session_read(ken *k, const struct options *o, bool want_id, const char **id)
{
    size_t arguments = o->arguments;
    int status = load_rules(k, o->argument[0]);
    if (!status && want_id)
        status = find_id(k, o, &arguments, id);
    for (size_t i = 1; i < arguments && (status == 0 || status == EXIT_FACTS); i++) {
        int one = read_facts(k, o, o->argument[i]);
        status = status ? status : one;
    }
    for (size_t i = 0; i < o->facts_files && (status == 0 || status == EXIT_FACTS); i++) {
        int one = read_facts(k, o, o->facts[i]);
        status = status ? status : one;
    }
    for (size_t i = 0; i < o->sets && (status == 0 || status == EXIT_FACTS); i++) {
        ken_text set = {o->set[i], strlen(o->set[i])};
        int one = (int)(o->may_ask ? ken_ask(k, set) : ken_set(k, set));
        status = status ? status : one;
    }
    return status;
}

int session_load(ken *k, const struct options *o, bool want_id, const char **id)
{
    int status = session_read(k, o, want_id, id);
    return status ? status : (int)ken_evaluate(k);
}

int session_report(const char *verb, char letter, ken_report what, int argc, char **argv)
{
    struct options o;
    const char *id = NULL;
    if (!options_read(&o, verb, letter, argc, argv))
        return EXIT_USAGE;
    if (o.help)
        return output_finish(0);
    if (!o.arguments)
        return usage_of(verb);
    if (o.lost && o.evidence) {
        fprintf(stderr, "ken %s: --lost and --evidence are two answers; ask for one\n", verb);
        return EXIT_USAGE;
    }
    ken *k = session_new();
    int status = session_load(k, &o, true, &id);
    ken_style problems = o.style;
    problems.form = KEN_TEXT;
    if (id)
        o.style.about = (ken_text){id, strlen(id)};
    bool scored = status == 0;
    if (scored && o.evidence)
        status = (int)ken_evidence(k, o.style.about);
    output_report(k, KEN_PROBLEMS, &problems, stderr);
    if (scored)
        output_result(k, o.evidence ? KEN_EVIDENCE : o.lost ? KEN_LOST : what, &o.style);
    if (!status && what == KEN_AUDIT && ken_disagreements(k, o.style.about))
        status = EXIT_NO;
    ken_free(k);
    files_forget();
    return output_finish(status);
}

int session_rules(const struct options *o, ken_report what)
{
    ken *k = session_new();
    int status = load_rules(k, o->argument[0]);
    ken_style problems = o->style;
    problems.form = KEN_TEXT;
    output_report(k, KEN_PROBLEMS, &problems, stderr);
    if (!status)
        output_result(k, what, &o->style);
    ken_free(k);
    return status;
}
