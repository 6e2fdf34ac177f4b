# n rows of news items as a CSV table, half of them in the period:   awk -v n=1000000 -f publicity.awk
BEGIN {
    print "no,subject,published,channels"
    for (i = 1; i <= n; i++)
        printf "%d,\"เรื่องที่ %d ประชาสัมพันธ์ผลการดำเนินงาน\",%s-%02d-%02d,website|facebook\n", i, i,
               i % 2 ? "2566" : "2567", i % 9 + 1, i % 28 + 1
}
