/* Small rules that random facts are tried on; in each, one way in which not knowing can go wrong.
 *
 * The first letter of a fact is its type: n number, y yes/no, d date, o optional date, a number that may be n/a, t table. */
#ifndef KEN_TESTS_RANDOM_RULES_H
#define KEN_TESTS_RANDOM_RULES_H

#define HEAD "criteria r \"r\"\nscale 1 .. 5\nera CE\n"
#define LEVELS " levels 1, 2, 3, 4, 5 "

static const struct random_rules {
    const char *name, *facts, *rules;
} random_rules[] = {
    {"means in groups", "n1 n2 n3",
     HEAD "facts { n1, n2, n3 : number }\n"
          "group g { indicator 1 { points 2 measure n1" LEVELS "} indicator 2 { points 3 score n2 } }\n"
          "indicator 3 { points 1 measure n3 levels 5, 4, 3, 2, 1 }\n"},
    {"parts", "n1 n2 n3",
     HEAD "facts { n1, n2, n3 : number }\n"
          "indicator 1 { points 2 part a { score n1 } part b { measure n2" LEVELS "} score mean of parts }\n"
          "indicator 2 { points 2 part a { score n2 } part b { score n3 } score min of parts }\n"
          "indicator 3 { points 2 part a { score n1 } part b { score n3 } score max of parts }\n"
          "indicator 4 { points 2 part a { score n1 } part b { score n3 } score sum of parts }\n"
          "indicator 5 { points 1 part a { score n1 } score 6 - (sum of parts) }\n"},
    {"drops", "y1 y2 n1 n2 n3",
     HEAD "facts { y1, y2 : yes/no  n1, n2, n3 : number }\n"
          "indicator 1 { points 1 applies when y1 otherwise drop score n1 }\n"
          "indicator 2 { points 2 applies when y2 otherwise drop score n2 }\n"
          "indicator 3 { points 3 score n3 }\n"},
    {"drops in groups", "y1 y2 n1 n2 n3 n4",
     HEAD "facts { y1, y2 : yes/no  n1, n2, n3, n4 : number }\n"
          "group g { indicator 1 { points 1 applies when y1 otherwise drop score n1 } indicator 2 { points 2 score n2 } }\n"
          "group h { indicator 3 { points 4 applies when y2 otherwise drop score n3 } }\n"
          "indicator 4 { points 1 score n4 }\n"},
    {"groups with points that drop", "y1 y2 n1 n2 n3 n4",
     HEAD "facts { y1, y2 : yes/no  n1, n2, n3, n4 : number }\n"
          "group g { points 2 indicator 1 { points 1 applies when y1 otherwise drop score n1 }\n"
          "  indicator 2 { points 2 applies when y2 otherwise drop score n2 } }\n"
          "group h { points 1 applies when y2 otherwise drop indicator 3 { points 4 score n3 } }\n"
          "group i { points 1 indicator 4 { points 1 score n4 } }\n"},
    {"everything may drop", "y1 y2 n1 n2",
     HEAD "facts { y1, y2 : yes/no  n1, n2 : number }\n"
          "indicator 1 { points 1 applies when y1 otherwise drop score n1 }\n"
          "indicator 2 { points 2 applies when y2 otherwise drop score n2 }\n"},
    {"weight given on", "y1 y2 n1 n2 n3",
     HEAD "facts { y1, y2 : yes/no  n1, n2, n3 : number }\n"
          "indicator 1 { points 4 applies when y1 otherwise give weight to 2 score n1 }\n"
          "indicator 2 { points 1 applies when y2 otherwise give weight to 3 score n2 }\n"
          "indicator 3 { points 2 score n3 }\n"},
    {"a score instead", "y1 a1 n1 n2",
     HEAD "facts { y1 : yes/no  a1, n1, n2 : number }\n"
          "indicator 1 { points 1 applies when y1 otherwise score 4 score n1 }\n"
          "indicator 2 { points 1 not applicable score 1 measure a1" LEVELS "}\n"
          "indicator 3 { points 1 applies when a1 > 1 otherwise drop score n2 }\n"
          "indicator 4 { points 1 score n2 }\n"},
    {"scores of others", "y1 n1 n2",
     HEAD "facts { y1 : yes/no  n1, n2 : number }\n"
          "indicator 1 { points 1 score n1 }\n"
          "indicator 2 { points 1 score 6 - score of 1 }\n"
          "indicator 3 { points 1 score if y1 then score of 1 else n2 }\n"},
    {"three-valued", "y1 y2 y3 n1",
     HEAD "facts { y1, y2, y3 : yes/no  n1 : number }\n"
          "indicator 1 { points 1 score if y1 and (y2 or not y3) then 5 else n1 }\n"
          "indicator 2 { points 1 applies when y1 or y2 otherwise drop score if n1 > 2 and y3 then 4 else 2 }\n"
          "indicator 3 { points 1 score 3 }\n"},
    {"steps", "y1 y2 y3 o1 d1",
     HEAD "facts { y1, y2, y3 : yes/no  o1 : date, optional  d1 : date }\n"
          "indicator 1 { points 1 steps { 1 done y1 2 done y2 3 done d1 4 done o1 5 done y3 } }\n"
          "indicator 2 { points 1 steps { 1 done d1 2 done y2 and o1 3 done y1 or o1 4 done y3 5 done y1 } }\n"},
    {"late steps", "y1 d1 d2",
     HEAD "facts { y1 : yes/no  d1, d2 : date }\n"
          "indicator 1 { points 1 steps { 1 done d1 by 2023-06-10 late 0.1 per day 2 done d2 by 2023-07 late 0.05 per day\n"
          "  3 done y1 4 done y1 5 done y1 } }\n"},
    {"late steps before others", "y1 y2 o1 d2",
     HEAD "facts { y1, y2 : yes/no  o1 : date, optional  d2 : date }\n"
          "indicator 1 { points 1 steps { 1 done o1 by 2023-06-10 late 0.02 per day 2 done y1 3 done y2\n"
          "  4 done d2 by 2023-06-10 late 0.02 per day 5 done y1 } }\n"},
    {"deadlines that are facts", "y1 o1 d2",
     HEAD "facts { y1 : yes/no  o1 : date, optional  d2 : date }\n"
          "indicator 1 { steps { 1 done o1 by d2 late 0.02 per day 2 done y1 3 done y1 4 done y1 5 done y1 } }\n"},
    {"one of two dates", "y1 d1 d2",
     HEAD "facts { y1 : yes/no  d1, d2 : date }\n"
          "indicator 1 { steps { 1 done d1 or d2 by 2023-05 late 0.02 per day 2 done y1 3 done y1 4 done y1 5 done y1 } }\n"},
    {"penalties", "n1 d1 d2 o1",
     HEAD "facts { n1 : number  d1, d2 : date  o1 : date, optional }\n"
          "indicator 1 { points 1 score n1 penalty p { 0.01 per day after 2023-04-10 until d1 cap 0.7 } }\n"
          "indicator 2 { points 1 score n1 floor 2 penalty p { 0.02 per day after 2023-06 until d2 } }\n"
          "penalty q { 0.005 per day after d1 until d2 cap 0.3 }\n"
          "penalty r { 0.01 per day after 2023-04-01 until o1 }\n"},
    {"rounding, floor and cap", "n1 n2 n3",
     HEAD "facts { n1, n2, n3 : number }\nround total to 1 half up\n"
          "group g { floor 2 round score to 0 up indicator 1 { points 1 score n1 cap 4 } indicator 2 { points 2 score n2 } }\n"
          "indicator 3 { points 1 measure n3 / 7 round measure to 1 down levels 0%, 20%, 40%, 60%, 80% }\n"},
    {"tables", "t1 n1 y1",
     HEAD "facts { t1 : table { x : number  ok : yes/no }  n1 : number  y1 : yes/no }\n"
          "indicator 1 { points 1 score count of t1 where x > n1 }\n"
          "indicator 2 { points 1 score if (all of t1 where ok) then 5 else 1 }\n"
          "indicator 3 { points 1 score if (any of t1 where x > 3 and ok) then 5 else 1 }\n"
          "indicator 4 { points 1 applies when (count of t1 where ok) > 0 otherwise drop score max of x over t1 where ok }\n"
          "indicator 5 { points 1 measure sum of x over t1" LEVELS "}\n"
          "indicator 6 { points 1 score if y1 then 1 + (sum of x over t1) else 3 }\n"
    },
};

#endif
