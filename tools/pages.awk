# docs/diagnostics/K*.md as C: one text a page, one string a line.
BEGIN {
    print "/* Made from docs/diagnostics by tools/pages.awk. */"
    print "#include \"pages.h\"\n"
}
FNR == 1 {
    if (n) print "    ;\n"
    name = FILENAME
    sub(/.*\//, "", name)
    sub(/\.md$/, "", name)
    names[++n] = name
    print "static const char page_" name "[] ="
}
{
    gsub(/\\/, "\\\\\\\\")
    gsub(/"/, "\\\"")
    print "    \"" $0 "\\n\""
}
END {
    if (n) print "    ;\n"
    print "static const struct {\n    struct text code, page;\n} pages[] = {"
    for (i = 1; i <= n; i++)
        print "    {{\"" names[i] "\", " length(names[i]) "}, {page_" names[i] ", sizeof page_" names[i] " - 1}},"
    print "    {{0}, {0}},\n};\n"
    print "struct text pages_about(struct text code)\n{"
    print "    for (size_t i = 0; pages[i].code.n; i++)"
    print "        if (text_equal(pages[i].code, code))"
    print "            return pages[i].page;"
    print "    return (struct text){0};\n}"
}
