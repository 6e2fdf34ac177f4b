# The pages that `ken help` shows, as C: docs/diagnostics/K*.md, docs/language.md section by section, and other
# pages of docs.  Sections also have the words that their grammar shows in quotes.
function quoted(s) {
    gsub(/\\/, "\\\\\\\\", s)
    gsub(/"/, "\\\"", s)
    return "\"" s "\""
}
function text(s) { return "{" quoted(s) ", sizeof " quoted(s) " - 1}" }
function begin(name, title, kind) {
    if (n) print "    ;\n"
    names[++n] = name; titles[n] = title; kinds[n] = kind
    print "static const char page_" n "[] ="
}
# "### Penalties and bonuses" or "## 8. How a score is computed": the words, without sign and number
function title_of(line) {
    sub(/^#+ ([0-9]+\. )?/, "", line)
    gsub(/`/, "", line)
    return line
}
# "words-numbers-dates-text"
function name_of(title) {
    title = tolower(title)
    gsub(/[^a-z0-9]+/, "-", title)
    gsub(/^-|-$/, "", title)
    return title
}
function take_words(line,   rest, word) {
    for (rest = line; match(rest, /"[a-z\/]+( [a-z]+)*"/); rest = substr(rest, RSTART + RLENGTH)) {
        word = substr(rest, RSTART + 1, RLENGTH - 2)
        if (!(word in of_word)) { of_word[word] = n; words[++m] = word }
    }
}
# What a line of the language is called in a table comes after what grammar shows.
function take_cell(line,   word) {
    sub(/^\| `/, "", line)
    if (match(line, /^[a-z]+/)) {
        word = substr(line, 1, RLENGTH)
        if (!(word in of_cell)) { of_cell[word] = n; cells[++c] = word }
    }
}
BEGIN {
    print "/* Made from docs by tools/pages.awk. */"
    print "#include \"pages.h\"\n"
    print "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
}
FNR == 1 {
    file = FILENAME
    sub(/.*\//, "", file)
    sub(/\.md$/, "", file)
    fence = 0
    if (FILENAME ~ /diagnostics\//) begin(file, "", "PAGE_CODE")
    else if (file != "language") begin(file, title_of($0), "PAGE_DOC")
}
/^```/ { fence = !fence; grammar = /^```ebnf/ }
file == "language" && !fence && /^##/ { begin(name_of(title_of($0)), title_of($0), "PAGE_SECTION") }
file == "language" && !fence && /^# / { begin("language", title_of($0), "PAGE_SECTION") }
file == "language" && (grammar || (!fence && /^    /)) { take_words($0) }
file == "language" && !fence && /^\| `/ { take_cell($0) }
{ line = quoted($0); print "    " substr(line, 1, length(line) - 1) "\\n\"" }
END {
    print "    ;\n"
    print "const struct page pages[] = {"
    for (i = 1; i <= n; i++)
        print "    {" kinds[i] ", " text(names[i]) ", " text(titles[i]) ", {page_" i ", sizeof page_" i " - 1}},"
    for (i = 1; i <= c; i++)
        if (!(cells[i] in of_word)) { of_word[cells[i]] = of_cell[cells[i]]; words[++m] = cells[i] }
    print "    {PAGE_CODE, {0}, {0}, {0}},\n};\n"
    print "const struct page_word page_words[] = {"
    for (i = 1; i <= m; i++)
        print "    {" text(words[i]) ", " of_word[words[i]] - 1 "},"
    print "    {{0}, 0},\n};"
}
