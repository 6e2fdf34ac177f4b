# The workload in awk, from CSV:   mawk -f score.awk records.csv
# Doubles, so what is rounded half up is first lifted by 10^-7 of a last place.
function day(text,  y, m) {
    y = substr(text, 1, 4) + 0
    m = substr(text, 6, 2) + 0
    if (m <= 2) { y--; m += 12 }
    return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * m - 457) / 5) + substr(text, 9, 2)
}
function half_up(x) { return int(x * 10000 + 0.5 + 1e-7) / 10000 }
function level(x, a, b, c, d, e) {
    if (x <= a) return 1
    if (x >= e) return 5
    if (x < b) return half_up(1 + (x - a) / (b - a))
    if (x < c) return half_up(2 + (x - b) / (c - b))
    if (x < d) return half_up(3 + (x - c) / (d - c))
    return half_up(4 + (x - d) / (e - d))
}
function steps(first, by,  n, d, score) { # `by`: of by_day
    for (n = 0; n < 5 && $(first + n) != ""; n++) {
        score++
        if (by_day[by, n] && (d = day($(first + n))) > by_day[by, n])
            score -= 0.1 * (working[d] - working[by_day[by, n]])
    }
    return half_up(score < 1 ? 1 : score)
}
BEGIN {
    FS = ","
    split("2022-10-13 2022-10-14 2022-10-24 2022-12-05 2022-12-12 2023-01-02 2023-03-06 2023-04-06 2023-04-13 2023-04-14 2023-05-01 " \
          "2023-05-04 2023-05-05 2023-06-05 2023-07-28 2023-07-31 2023-08-01 2023-08-02 2023-08-14 2023-10-13 2023-10-23 2023-12-05 " \
          "2023-12-11", holidays, " ")
    for (i in holidays) free[day(holidays[i])] = 1
    first = day("2022-01-01") # a Saturday
    for (d = first; d <= day("2025-12-31"); d++) {
        if ((d - first + 5) % 7 < 5 && !(d in free)) n++
        working[d] = n
    }
    by_day["2.1", 2] = by_day["7.3", 0] = day("2023-04-30")
    by_day["2.1", 4] = day("2023-09-30")
    by_day["7.3", 2] = day("2023-05-15")
    by_day["7.3", 3] = day("2023-06-30")
    by_day["7.3", 4] = day("2023-10-06")
    due = day("2023-10-16")
    split("1 1 9 9 3 9 9 3 9 9 3", points, " ")
}
FNR > 1 {
    s[1] = half_up((level($3 / $2 * 100, 47, 55, 61, 68, 75) + level($4 / $2 * 100, 80, 85, 90, 95, 100)) / 2)
    s[2] = half_up((level($6 / $5 * 100, 77, 80, 83, 86, 89) + level($7 / $5 * 100, 80, 85, 90, 95, 100)) / 2)
    s[3] = level($8 / $9 * 100, 60, 70, 80, 90, 100)
    s[4] = steps(10, "2.1")
    s[5] = level($15 + 0, 20, 25, 30, 35, 40)
    s[6] = level($16 / $17 * 100, 90, 92.5, 95, 97.5, 100)
    s[7] = level($18 / $19 * 100, 20, 40, 60, 80, 100)
    s[8] = level($20 / $21 * 100, 75, 80, 85, 90, 95)
    s[9] = $22 == "" ? "" : level($23 / $22 * 100, 60, 70, 80, 90, 95)
    s[10] = level($25 / $24 * 100, 80, 85, 90, 95, 98)
    s[11] = steps(26, "7.3")
    line = $1
    sum = of = 0
    for (i = 1; i <= 11; i++) {
        line = line ","
        if (s[i] == "") continue
        line = line sprintf("%.4f", s[i])
        sum += s[i] * points[i]
        of += points[i]
    }
    total = half_up(sum / of)
    late = day($31) - due
    if (late > 0) total -= 0.01 * late
    printf "%s,%.4f\n", line, total < 0 ? 0 : total
}
