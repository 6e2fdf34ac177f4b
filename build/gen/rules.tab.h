/* A Bison parser, made by GNU Bison 3.8.2.  */

/* Bison interface for Yacc-like parsers in C

   Copyright (C) 1984, 1989-1990, 2000-2015, 2018-2021 Free Software Foundation,
   Inc.

   This program is free software: you can redistribute it and/or modify
   it under the terms of the GNU General Public License as published by
   the Free Software Foundation, either version 3 of the License, or
   (at your option) any later version.

   This program is distributed in the hope that it will be useful,
   but WITHOUT ANY WARRANTY; without even the implied warranty of
   MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
   GNU General Public License for more details.

   You should have received a copy of the GNU General Public License
   along with this program.  If not, see <https://www.gnu.org/licenses/>.  */

/* As a special exception, you may create a larger work that contains
   part or all of the Bison parser skeleton and distribute that work
   under terms of your choice, so long as that work isn't itself a
   parser generator using the skeleton or a modified version thereof
   as a parser skeleton.  Alternatively, if you modify or redistribute
   the parser skeleton itself, you may (at your option) remove this
   special exception, which will cause the skeleton and the resulting
   Bison output files to be licensed under the GNU General Public
   License without this special exception.

   This special exception was added by the Free Software Foundation in
   version 2.2 of Bison.  */

/* DO NOT RELY ON FEATURES THAT ARE NOT DOCUMENTED in the manual,
   especially those whose name start with YY_ or yy_.  They are
   private implementation details that can be changed or removed.  */

#ifndef YY_RULES_BUILD_GEN_RULES_TAB_H_INCLUDED
# define YY_RULES_BUILD_GEN_RULES_TAB_H_INCLUDED
/* Debug traces.  */
#ifndef RULES_DEBUG
# if defined YYDEBUG
#if YYDEBUG
#   define RULES_DEBUG 1
#  else
#   define RULES_DEBUG 0
#  endif
# else /* ! defined YYDEBUG */
#  define RULES_DEBUG 1
# endif /* ! defined YYDEBUG */
#endif  /* ! defined RULES_DEBUG */
#if RULES_DEBUG
extern int rules_debug;
#endif
/* "%code requires" blocks.  */
#line 29 "grammar/rules.y"

#include "syntax/token.h"
#include "syntax/tree.h"

#line 62 "build/gen/rules.tab.h"

/* Token kinds.  */
#ifndef RULES_TOKENTYPE
# define RULES_TOKENTYPE
  enum rules_tokentype
  {
    TOK_RULES_EMPTY = -2,
    TOK_EOF = 0,                   /* "end of file"  */
    TOK_RULES_error = 1,           /* error  */
    TOK_RULES_UNDEF = 2,           /* "invalid token"  */
    TOK_NAME = 3,                  /* "a name"  */
    TOK_NUM = 4,                   /* "a number"  */
    TOK_DOTTED = 5,                /* "an id"  */
    TOK_STR = 6,                   /* "a text in quotes"  */
    TOK_DAY = 7,                   /* "a date"  */
    TOK_MON = 8,                   /* "a month"  */
    TOK_LBRACE = 9,                /* "{"  */
    TOK_RBRACE = 10,               /* "}"  */
    TOK_LPAREN = 11,               /* "("  */
    TOK_RPAREN = 12,               /* ")"  */
    TOK_COMMA = 13,                /* ","  */
    TOK_COLON = 14,                /* ":"  */
    TOK_DOT = 15,                  /* "."  */
    TOK_DOTS = 16,                 /* ".."  */
    TOK_PERCENT = 17,              /* "%"  */
    TOK_PLUS = 18,                 /* "+"  */
    TOK_MINUS = 19,                /* "-"  */
    TOK_TIMES = 20,                /* "*"  */
    TOK_DIVIDE = 21,               /* "/"  */
    TOK_EQ = 22,                   /* "="  */
    TOK_NE = 23,                   /* "!="  */
    TOK_LT = 24,                   /* "<"  */
    TOK_LE = 25,                   /* "<="  */
    TOK_GT = 26,                   /* ">"  */
    TOK_GE = 27,                   /* ">="  */
    TOK_BAD = 28,                  /* "something that is not part of the language"  */
    TOK_HARD_FIRST = 29,           /* "(the words that are never names begin here)"  */
    TOK_AND = 30,                  /* "and"  */
    TOK_OR = 31,                   /* "or"  */
    TOK_NOT = 32,                  /* "not"  */
    TOK_IN = 33,                   /* "in"  */
    TOK_OF = 34,                   /* "of"  */
    TOK_OVER = 35,                 /* "over"  */
    TOK_WHERE = 36,                /* "where"  */
    TOK_IF = 37,                   /* "if"  */
    TOK_THEN = 38,                 /* "then"  */
    TOK_ELSE = 39,                 /* "else"  */
    TOK_WHEN = 40,                 /* "when"  */
    TOK_OTHERWISE = 41,            /* "otherwise"  */
    TOK_IS = 42,                   /* "is"  */
    TOK_PER = 43,                  /* "per"  */
    TOK_BY = 44,                   /* "by"  */
    TOK_TO = 45,                   /* "to"  */
    TOK_UNTIL = 46,                /* "until"  */
    TOK_AFTER = 47,                /* "after"  */
    TOK_FROM = 48,                 /* "from"  */
    TOK_ABOVE = 49,                /* "above"  */
    TOK_BELOW = 50,                /* "below"  */
    TOK_YES = 51,                  /* "yes"  */
    TOK_NO = 52,                   /* "no"  */
    TOK_YES_NO = 53,               /* "yes/no"  */
    TOK_SOFT_FIRST = 54,           /* "(the words that may also be names begin here)"  */
    TOK_CRITERIA = 55,             /* "criteria"  */
    TOK_ERA = 56,                  /* "era"  */
    TOK_PERIOD = 57,               /* "period"  */
    TOK_CLOSES = 58,               /* "closes"  */
    TOK_SCALE = 59,                /* "scale"  */
    TOK_USE = 60,                  /* "use"  */
    TOK_CITE = 61,                 /* "cite"  */
    TOK_DATED = 62,                /* "dated"  */
    TOK_PAGE = 63,                 /* "page"  */
    TOK_NOTE = 64,                 /* "note"  */
    TOK_TITLE = 65,                /* "title"  */
    TOK_UNITS = 66,                /* "units"  */
    TOK_MISSING = 67,              /* "missing"  */
    TOK_SCORES = 68,               /* "scores"  */
    TOK_APPLICABLE = 69,           /* "applicable"  */
    TOK_APPLIES = 70,              /* "applies"  */
    TOK_DROP = 71,                 /* "drop"  */
    TOK_GIVE = 72,                 /* "give"  */
    TOK_WEIGHT = 73,               /* "weight"  */
    TOK_FACTS = 74,                /* "facts"  */
    TOK_GROUP = 75,                /* "group"  */
    TOK_INDICATOR = 76,            /* "indicator"  */
    TOK_PART = 77,                 /* "part"  */
    TOK_PARTS = 78,                /* "parts"  */
    TOK_POINTS = 79,               /* "points"  */
    TOK_UNIT = 80,                 /* "unit"  */
    TOK_MEASURE = 81,              /* "measure"  */
    TOK_LEVELS = 82,               /* "levels"  */
    TOK_STEPS = 83,                /* "steps"  */
    TOK_DONE = 84,                 /* "done"  */
    TOK_LATE = 85,                 /* "late"  */
    TOK_SCORE = 86,                /* "score"  */
    TOK_LET = 87,                  /* "let"  */
    TOK_PENALTY = 88,              /* "penalty"  */
    TOK_FLOOR = 89,                /* "floor"  */
    TOK_CAP = 90,                  /* "cap"  */
    TOK_ROUND = 91,                /* "round"  */
    TOK_SHOW = 92,                 /* "show"  */
    TOK_MULTIPLE = 93,             /* "multiple"  */
    TOK_DECIMALS = 94,             /* "decimals"  */
    TOK_HALF = 95,                 /* "half"  */
    TOK_UP = 96,                   /* "up"  */
    TOK_EVEN = 97,                 /* "even"  */
    TOK_DOWN = 98,                 /* "down"  */
    TOK_TRUNCATE = 99,             /* "truncate"  */
    TOK_STATUS = 100,              /* "status"  */
    TOK_EXACTLY = 101,             /* "exactly"  */
    TOK_REQUIRES = 102,            /* "requires"  */
    TOK_REASON = 103,              /* "reason"  */
    TOK_CALENDAR = 104,            /* "calendar"  */
    TOK_COVERS = 105,              /* "covers"  */
    TOK_WEEKEND = 106,             /* "weekend"  */
    TOK_HOLIDAY = 107,             /* "holiday"  */
    TOK_NUMBER = 108,              /* "number"  */
    TOK_INTEGER = 109,             /* "integer"  */
    TOK_TEXT = 110,                /* "text"  */
    TOK_DATE = 111,                /* "date"  */
    TOK_MONTH = 112,               /* "month"  */
    TOK_ONE = 113,                 /* "one"  */
    TOK_SET = 114,                 /* "set"  */
    TOK_TABLE = 115,               /* "table"  */
    TOK_OPTIONAL = 116,            /* "optional"  */
    TOK_FIXED = 117,               /* "fixed"  */
    TOK_AT = 118,                  /* "at"  */
    TOK_LEAST = 119,               /* "least"  */
    TOK_MOST = 120,                /* "most"  */
    TOK_KEY = 121,                 /* "key"  */
    TOK_THOUSAND = 122,            /* "thousand"  */
    TOK_MILLION = 123,             /* "million"  */
    TOK_BILLION = 124,             /* "billion"  */
    TOK_WORKING = 125,             /* "working"  */
    TOK_DAY_WORD = 126,            /* "day"  */
    TOK_DAYS = 127,                /* "days"  */
    TOK_GIVEN = 128,               /* "given"  */
    TOK_COUNT = 129,               /* "count"  */
    TOK_SHARE = 130,               /* "share"  */
    TOK_SUM = 131,                 /* "sum"  */
    TOK_MEAN = 132,                /* "mean"  */
    TOK_MIN = 133,                 /* "min"  */
    TOK_MAX = 134,                 /* "max"  */
    TOK_ALL = 135,                 /* "all"  */
    TOK_ANY = 136,                 /* "any"  */
    TOK_SOFT_LAST = 137            /* "(the words that may also be names end here)"  */
  };
  typedef enum rules_tokentype rules_token_kind_t;
#endif

/* Value type.  */
#if ! defined RULES_STYPE && ! defined RULES_STYPE_IS_DECLARED
union RULES_STYPE
{
  int TOK_height;                          /* height  */
  int TOK_bound;                           /* bound  */
  int TOK_day_unit;                        /* day_unit  */
  int TOK_mode;                            /* mode  */
  int TOK_edge_low;                        /* edge_low  */
  int TOK_edge_high;                       /* edge_high  */
  int TOK_reason_opt;                      /* reason_opt  */
  int TOK_all_any;                         /* all_any  */
  int TOK_compare;                         /* compare  */
  int TOK_aggregator;                      /* aggregator  */
  int TOK_scale_word;                      /* scale_word  */
  struct node * TOK_item;                  /* item  */
  struct node * TOK_criteria;              /* criteria  */
  struct node * TOK_head;                  /* head  */
  struct node * TOK_unit_declaration;      /* unit_declaration  */
  struct node * TOK_declaration;           /* declaration  */
  struct node * TOK_type;                  /* type  */
  struct node * TOK_attribute;             /* attribute  */
  struct node * TOK_criterion;             /* criterion  */
  struct node * TOK_member;                /* member  */
  struct node * TOK_common;                /* common  */
  struct node * TOK_cite;                  /* cite  */
  struct node * TOK_cite_dated;            /* cite_dated  */
  struct node * TOK_cite_page;             /* cite_page  */
  struct node * TOK_policy;                /* policy  */
  struct node * TOK_step;                  /* step  */
  struct node * TOK_step_property;         /* step_property  */
  struct node * TOK_penalty_item;          /* penalty_item  */
  struct node * TOK_amount;                /* amount  */
  struct node * TOK_target;                /* target  */
  struct node * TOK_rounding;              /* rounding  */
  struct node * TOK_show_rounding;         /* show_rounding  */
  struct node * TOK_band;                  /* band  */
  struct node * TOK_calendar_item;         /* calendar_item  */
  struct node * TOK_holiday;               /* holiday  */
  struct node * TOK_expr;                  /* expr  */
  struct node * TOK_cond;                  /* cond  */
  struct node * TOK_not;                   /* not  */
  struct node * TOK_comparison;            /* comparison  */
  struct node * TOK_quantified;            /* quantified  */
  struct node * TOK_sum;                   /* sum  */
  struct node * TOK_term;                  /* term  */
  struct node * TOK_factor;                /* factor  */
  struct node * TOK_primary;               /* primary  */
  struct node * TOK_aggregate;             /* aggregate  */
  struct node * TOK_where_opt;             /* where_opt  */
  struct node * TOK_literal;               /* literal  */
  struct node * TOK_number;                /* number  */
  struct node * TOK_signed;                /* signed  */
  struct node * TOK_plain;                 /* plain  */
  struct node * TOK_unit_opt;              /* unit_opt  */
  struct node * TOK_unit;                  /* unit  */
  struct node * TOK_range;                 /* range  */
  struct node * TOK_date;                  /* date  */
  struct node * TOK_path;                  /* path  */
  struct node * TOK_id;                    /* id  */
  struct node * TOK_string;                /* string  */
  struct node * TOK_title_opt;             /* title_opt  */
  struct node * TOK_name;                  /* name  */
  struct nodes TOK_items;                  /* items  */
  struct nodes TOK_units;                  /* units  */
  struct nodes TOK_declarations;           /* declarations  */
  struct nodes TOK_names;                  /* names  */
  struct nodes TOK_columns;                /* columns  */
  struct nodes TOK_words;                  /* words  */
  struct nodes TOK_attributes;             /* attributes  */
  struct nodes TOK_members;                /* members  */
  struct nodes TOK_numbers;                /* numbers  */
  struct nodes TOK_steps;                  /* steps  */
  struct nodes TOK_step_properties;        /* step_properties  */
  struct nodes TOK_penalty_items;          /* penalty_items  */
  struct nodes TOK_targets;                /* targets  */
  struct nodes TOK_bands;                  /* bands  */
  struct nodes TOK_calendar_items;         /* calendar_items  */
  struct nodes TOK_and_list;               /* and_list  */
  struct nodes TOK_or_list;                /* or_list  */
  struct nodes TOK_path_names;             /* path_names  */
  struct text TOK_NAME;                    /* "a name"  */
  struct text TOK_NUM;                     /* "a number"  */
  struct text TOK_DOTTED;                  /* "an id"  */
  struct text TOK_STR;                     /* "a text in quotes"  */
  struct text TOK_DAY;                     /* "a date"  */
  struct text TOK_MON;                     /* "a month"  */
  struct text TOK_CRITERIA;                /* "criteria"  */
  struct text TOK_ERA;                     /* "era"  */
  struct text TOK_PERIOD;                  /* "period"  */
  struct text TOK_CLOSES;                  /* "closes"  */
  struct text TOK_SCALE;                   /* "scale"  */
  struct text TOK_USE;                     /* "use"  */
  struct text TOK_CITE;                    /* "cite"  */
  struct text TOK_DATED;                   /* "dated"  */
  struct text TOK_PAGE;                    /* "page"  */
  struct text TOK_NOTE;                    /* "note"  */
  struct text TOK_TITLE;                   /* "title"  */
  struct text TOK_UNITS;                   /* "units"  */
  struct text TOK_MISSING;                 /* "missing"  */
  struct text TOK_SCORES;                  /* "scores"  */
  struct text TOK_APPLICABLE;              /* "applicable"  */
  struct text TOK_APPLIES;                 /* "applies"  */
  struct text TOK_DROP;                    /* "drop"  */
  struct text TOK_GIVE;                    /* "give"  */
  struct text TOK_WEIGHT;                  /* "weight"  */
  struct text TOK_FACTS;                   /* "facts"  */
  struct text TOK_GROUP;                   /* "group"  */
  struct text TOK_INDICATOR;               /* "indicator"  */
  struct text TOK_PART;                    /* "part"  */
  struct text TOK_PARTS;                   /* "parts"  */
  struct text TOK_POINTS;                  /* "points"  */
  struct text TOK_UNIT;                    /* "unit"  */
  struct text TOK_MEASURE;                 /* "measure"  */
  struct text TOK_LEVELS;                  /* "levels"  */
  struct text TOK_STEPS;                   /* "steps"  */
  struct text TOK_DONE;                    /* "done"  */
  struct text TOK_LATE;                    /* "late"  */
  struct text TOK_SCORE;                   /* "score"  */
  struct text TOK_LET;                     /* "let"  */
  struct text TOK_PENALTY;                 /* "penalty"  */
  struct text TOK_FLOOR;                   /* "floor"  */
  struct text TOK_CAP;                     /* "cap"  */
  struct text TOK_ROUND;                   /* "round"  */
  struct text TOK_SHOW;                    /* "show"  */
  struct text TOK_MULTIPLE;                /* "multiple"  */
  struct text TOK_DECIMALS;                /* "decimals"  */
  struct text TOK_HALF;                    /* "half"  */
  struct text TOK_UP;                      /* "up"  */
  struct text TOK_EVEN;                    /* "even"  */
  struct text TOK_DOWN;                    /* "down"  */
  struct text TOK_TRUNCATE;                /* "truncate"  */
  struct text TOK_STATUS;                  /* "status"  */
  struct text TOK_EXACTLY;                 /* "exactly"  */
  struct text TOK_REQUIRES;                /* "requires"  */
  struct text TOK_REASON;                  /* "reason"  */
  struct text TOK_CALENDAR;                /* "calendar"  */
  struct text TOK_COVERS;                  /* "covers"  */
  struct text TOK_WEEKEND;                 /* "weekend"  */
  struct text TOK_HOLIDAY;                 /* "holiday"  */
  struct text TOK_NUMBER;                  /* "number"  */
  struct text TOK_INTEGER;                 /* "integer"  */
  struct text TOK_TEXT;                    /* "text"  */
  struct text TOK_DATE;                    /* "date"  */
  struct text TOK_MONTH;                   /* "month"  */
  struct text TOK_ONE;                     /* "one"  */
  struct text TOK_SET;                     /* "set"  */
  struct text TOK_TABLE;                   /* "table"  */
  struct text TOK_OPTIONAL;                /* "optional"  */
  struct text TOK_FIXED;                   /* "fixed"  */
  struct text TOK_AT;                      /* "at"  */
  struct text TOK_LEAST;                   /* "least"  */
  struct text TOK_MOST;                    /* "most"  */
  struct text TOK_KEY;                     /* "key"  */
  struct text TOK_THOUSAND;                /* "thousand"  */
  struct text TOK_MILLION;                 /* "million"  */
  struct text TOK_BILLION;                 /* "billion"  */
  struct text TOK_WORKING;                 /* "working"  */
  struct text TOK_DAY_WORD;                /* "day"  */
  struct text TOK_DAYS;                    /* "days"  */
  struct text TOK_GIVEN;                   /* "given"  */
  struct text TOK_COUNT;                   /* "count"  */
  struct text TOK_SHARE;                   /* "share"  */
  struct text TOK_SUM;                     /* "sum"  */
  struct text TOK_MEAN;                    /* "mean"  */
  struct text TOK_MIN;                     /* "min"  */
  struct text TOK_MAX;                     /* "max"  */
  struct text TOK_ALL;                     /* "all"  */
  struct text TOK_ANY;                     /* "any"  */
  struct text TOK_soft;                    /* soft  */

#line 383 "build/gen/rules.tab.h"

};
typedef union RULES_STYPE RULES_STYPE;
# define RULES_STYPE_IS_TRIVIAL 1
# define RULES_STYPE_IS_DECLARED 1
#endif

/* Location type.  */
typedef struct span RULES_LTYPE;




#ifndef YYPUSH_MORE_DEFINED
# define YYPUSH_MORE_DEFINED
enum { YYPUSH_MORE = 4 };
#endif

typedef struct rules_pstate rules_pstate;


int rules_push_parse (rules_pstate *ps,
                  int pushed_char, RULES_STYPE const *pushed_val, RULES_LTYPE *pushed_loc, struct tree *t);

rules_pstate *rules_pstate_new (void);
void rules_pstate_delete (rules_pstate *ps);

/* "%code provides" blocks.  */
#line 34 "grammar/rules.y"

/* Whether a keyword may also be a name. */
bool rules_keyword_is_soft(int token);
/* How users spell a token: a keyword or sign as it is, or words such as "a name". */
const char *rules_token_words(int token);

#line 419 "build/gen/rules.tab.h"

#endif /* !YY_RULES_BUILD_GEN_RULES_TAB_H_INCLUDED  */
