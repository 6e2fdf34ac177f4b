# docs/diagnostics/K*.md as C: one entry a page, one string a line.
BEGIN {
    print "/* Made from docs/diagnostics by tools/pages.awk. */"
    print "#include \"pages.h\"\n"
    print "static const struct {\n    struct text code, page;\n} pages[] = {"
}
FNR == 1 {
    if (NR > 1) print ")},"
    name = FILENAME
    sub(/.*\//, "", name)
    sub(/\.md$/, "", name)
    printf "    {TEXT(\"%s\"), TEXT(\"\"\n", name
}
{
    gsub(/\\/, "\\\\")
    gsub(/"/, "\\\"")
    printf "        \"%s\\n\"\n", $0
}
END {
    if (NR) print ")},"
    print "    {{0}, {0}},\n};\n"
    print "struct text pages_about(struct text code)\n{"
    print "    for (size_t i = 0; pages[i].code.n; i++)"
    print "        if (text_equal(pages[i].code, code))"
    print "            return pages[i].page;"
    print "    return (struct text){0};\n}"
}
