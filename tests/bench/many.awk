# Rules with n indicators in groups of ten, each with a ratio of facts of its own:   awk -v n=10000 -f many.awk
BEGIN {
    print "criteria many \"" n " indicators\"\nera CE\nscale 1 .. 5\nfacts {"
    for (i = 1; i <= n; i++)
        print "  f" i " { done, planned : integer, at least 0 }"
    print "}"
    for (i = 1; i <= n; i++) {
        if (i % 10 == 1)
            print "group g" int(i / 10) " {"
        print "  indicator i" i " \"Indicator " i "\" { points " i % 7 + 1 "\n    measure f" i ".done / f" i ".planned\n" \
              "    levels 60%, 70%, 80%, 90%, 95% }"
        if (i % 10 == 0 || i == n)
            print "}"
    }
}
