# The plots of tests/bench/run, from records.dat and indicators.dat in the working folder.
set terminal svg size 900,560 font "sans-serif,14" background "#ffffff" dynamic
set logscale xy
set grid xtics ytics lc rgb "#dddddd"
set border 3 lc rgb "#666666"
set tics nomirror
set key outside right reverse Left samplen 2
set format x "%.0s%c"
set linetype  1 lc rgb "#b2182b" lw 3 pt 7
set linetype  2 lc rgb "#b2182b" lw 3 pt 6 dt 2
set linetype  3 lc rgb "#222222" lw 2 pt 5
set linetype  4 lc rgb "#222222" lw 2 pt 4 dt 2
set linetype  5 lc rgb "#2166ac" lw 2 pt 9
set linetype  6 lc rgb "#1b7837" lw 2 pt 11
set linetype  7 lc rgb "#762a83" lw 2 pt 13
set linetype  8 lc rgb "#e08214" lw 2 pt 8
set linetype  9 lc rgb "#01665e" lw 2 pt 10
set linetype 10 lc rgb "#8c510a" lw 2 pt 12

stats "records.dat" using 1:2 nooutput
programs = STATS_blocks
set output "records.svg"
set title "Records scored per CPU second, start included"
set xlabel "records"
set xrange [800:1300000]
set format y "%.0s%c"
plot for [i = 0:programs - 1] "records.dat" index i using 1:2 with linespoints lt i + 1 title columnheader(1)

stats "indicators.dat" using 1:2 nooutput
programs = STATS_blocks
array colour[10] = [1, 3, 5, 6, 7, 8, 9, 10, 2, 4]
set xlabel "indicators"
set xrange [8:13000]
set output "indicators-load.svg"
set title "To load the rules and score one record, ms of CPU"
set format y "%g"
plot for [i = 0:programs - 1] "indicators.dat" index i using 1:2 with linespoints lt colour[i + 1] title columnheader(1)
set output "indicators-each.svg"
set title "Each indicator of each further record, ns of CPU"
plot for [i = 0:programs - 1] "indicators.dat" index i using 1:3 with linespoints lt colour[i + 1] title columnheader(1)
