# awk -f tools/grammar.awk GRAMMAR.y PRODUCTIONS.y...: one grammar for bison, which cannot include.
# The productions go behind the first `%%`; `#line` keeps every place that of the file it is written in.
function insert(from, line) {
    print "#line 1 \"" from "\""
    while ((getline line < from) > 0) print line
    close(from)
}
FNR == 1 && FILENAME == ARGV[1] { print "#line 1 \"" FILENAME "\"" }
FILENAME == ARGV[1] { print }
FILENAME == ARGV[1] && /^%%$/ && ARGC > 2 && !done++ {
    for (i = 2; i < ARGC; i++) insert(ARGV[i])
    print "#line " FNR + 1 " \"" FILENAME "\""
}
FILENAME != ARGV[1] { exit }
