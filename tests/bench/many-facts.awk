# Facts for the rules of many.awk:   awk -v n=10000 -f many-facts.awk
BEGIN {
    for (i = 1; i <= n; i++)
        print "f" i " { done " 60 + i % 41 "\n planned 100 }"
}
