# k records for the rules of many.awk, one a line:   awk -v n=10000 -v k=100 -f many-records.awk
BEGIN {
    for (r = 1; r <= k; r++) {
        printf "{\"id\":\"R%06d\"", r
        for (i = 1; i <= n; i++)
            printf ",\"f%d.done\":%d,\"f%d.planned\":100", i, 60 + (i + r) % 41, i
        print "}"
    }
}
