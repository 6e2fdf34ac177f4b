# Facts for the rules of indicators.awk:   awk -v n=10000 -f indicators-facts.awk
BEGIN {
    for (i = 1; i <= n; i++)
        print "f" i " { done " 60 + i % 41 "\n planned 100 }"
}
