# k records with n rows each for rows.ken, one a line:   awk -v n=100 -v k=10 -f rows-records.awk
BEGIN {
    for (r = 1; r <= k; r++) {
        printf "{\"id\":\"R%06d\",\"visits\":[", r
        for (i = 1; i <= n; i++)
            printf "%s{\"day\":\"2023-%02d-%02d\",\"kind\":\"%s\",\"took\":%d}", (i > 1 ? "," : ""), i % 12 + 1, i % 28 + 1,
                   (i % 3 ? "home" : "clinic"), 10 + (i + r) % 50
        print "]}"
    }
}
