/* A Bison parser, made by GNU Bison 3.8.2.  */

/* Bison implementation for Yacc-like parsers in C

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

/* C LALR(1) parser skeleton written by Richard Stallman, by
   simplifying the original so-called "semantic" parser.  */

/* DO NOT RELY ON FEATURES THAT ARE NOT DOCUMENTED in the manual,
   especially those whose name start with YY_ or yy_.  They are
   private implementation details that can be changed or removed.  */

/* All symbols defined below should begin with yy or YY, to avoid
   infringing on user name space.  This should be done even for local
   variables, as they might otherwise be expanded by user macros.
   There are some unavoidable exceptions within include files to
   define necessary library symbols; they are noted "INFRINGES ON
   USER NAME SPACE" below.  */

/* Identify Bison output, and Bison version.  */
#define YYBISON 30802

/* Bison version string.  */
#define YYBISON_VERSION "3.8.2"

/* Skeleton name.  */
#define YYSKELETON_NAME "yacc.c"

/* Pure parsers.  */
#define YYPURE 2

/* Push parsers.  */
#define YYPUSH 1

/* Pull parsers.  */
#define YYPULL 0

/* Substitute the type names.  */
#define YYSTYPE         RULES_STYPE
#define YYLTYPE         RULES_LTYPE
/* Substitute the variable and function names.  */
#define yypush_parse    rules_push_parse
#define yypstate_new    rules_pstate_new
#define yypstate_clear  rules_pstate_clear
#define yypstate_delete rules_pstate_delete
#define yypstate        rules_pstate
#define yylex           rules_lex
#define yyerror         rules_error
#define yydebug         rules_debug
#define yynerrs         rules_nerrs


# ifndef YY_CAST
#  ifdef __cplusplus
#   define YY_CAST(Type, Val) static_cast<Type> (Val)
#   define YY_REINTERPRET_CAST(Type, Val) reinterpret_cast<Type> (Val)
#  else
#   define YY_CAST(Type, Val) ((Type) (Val))
#   define YY_REINTERPRET_CAST(Type, Val) ((Type) (Val))
#  endif
# endif
# ifndef YY_NULLPTR
#  if defined __cplusplus
#   if 201103L <= __cplusplus
#    define YY_NULLPTR nullptr
#   else
#    define YY_NULLPTR 0
#   endif
#  else
#   define YY_NULLPTR ((void*)0)
#  endif
# endif

#include "rules.tab.h"
/* Symbol kind.  */
enum yysymbol_kind_t
{
  YYSYMBOL_YYEMPTY = -2,
  YYSYMBOL_YYEOF = 0,                      /* "end of file"  */
  YYSYMBOL_YYerror = 1,                    /* error  */
  YYSYMBOL_YYUNDEF = 2,                    /* "invalid token"  */
  YYSYMBOL_NAME = 3,                       /* "a name"  */
  YYSYMBOL_NUM = 4,                        /* "a number"  */
  YYSYMBOL_DOTTED = 5,                     /* "an id"  */
  YYSYMBOL_STR = 6,                        /* "a text in quotes"  */
  YYSYMBOL_DAY = 7,                        /* "a date"  */
  YYSYMBOL_MON = 8,                        /* "a month"  */
  YYSYMBOL_LBRACE = 9,                     /* "{"  */
  YYSYMBOL_RBRACE = 10,                    /* "}"  */
  YYSYMBOL_LPAREN = 11,                    /* "("  */
  YYSYMBOL_RPAREN = 12,                    /* ")"  */
  YYSYMBOL_COMMA = 13,                     /* ","  */
  YYSYMBOL_COLON = 14,                     /* ":"  */
  YYSYMBOL_DOT = 15,                       /* "."  */
  YYSYMBOL_DOTS = 16,                      /* ".."  */
  YYSYMBOL_PERCENT = 17,                   /* "%"  */
  YYSYMBOL_PLUS = 18,                      /* "+"  */
  YYSYMBOL_MINUS = 19,                     /* "-"  */
  YYSYMBOL_TIMES = 20,                     /* "*"  */
  YYSYMBOL_DIVIDE = 21,                    /* "/"  */
  YYSYMBOL_EQ = 22,                        /* "="  */
  YYSYMBOL_NE = 23,                        /* "!="  */
  YYSYMBOL_LT = 24,                        /* "<"  */
  YYSYMBOL_LE = 25,                        /* "<="  */
  YYSYMBOL_GT = 26,                        /* ">"  */
  YYSYMBOL_GE = 27,                        /* ">="  */
  YYSYMBOL_BAD = 28,                       /* "something that is not part of the language"  */
  YYSYMBOL_HARD_FIRST = 29,                /* "(the words that are never names begin here)"  */
  YYSYMBOL_AND = 30,                       /* "and"  */
  YYSYMBOL_OR = 31,                        /* "or"  */
  YYSYMBOL_NOT = 32,                       /* "not"  */
  YYSYMBOL_IN = 33,                        /* "in"  */
  YYSYMBOL_OF = 34,                        /* "of"  */
  YYSYMBOL_OVER = 35,                      /* "over"  */
  YYSYMBOL_WHERE = 36,                     /* "where"  */
  YYSYMBOL_IF = 37,                        /* "if"  */
  YYSYMBOL_THEN = 38,                      /* "then"  */
  YYSYMBOL_ELSE = 39,                      /* "else"  */
  YYSYMBOL_WHEN = 40,                      /* "when"  */
  YYSYMBOL_OTHERWISE = 41,                 /* "otherwise"  */
  YYSYMBOL_IS = 42,                        /* "is"  */
  YYSYMBOL_PER = 43,                       /* "per"  */
  YYSYMBOL_BY = 44,                        /* "by"  */
  YYSYMBOL_TO = 45,                        /* "to"  */
  YYSYMBOL_UNTIL = 46,                     /* "until"  */
  YYSYMBOL_AFTER = 47,                     /* "after"  */
  YYSYMBOL_FROM = 48,                      /* "from"  */
  YYSYMBOL_ABOVE = 49,                     /* "above"  */
  YYSYMBOL_BELOW = 50,                     /* "below"  */
  YYSYMBOL_YES = 51,                       /* "yes"  */
  YYSYMBOL_NO = 52,                        /* "no"  */
  YYSYMBOL_YES_NO = 53,                    /* "yes/no"  */
  YYSYMBOL_SOFT_FIRST = 54,                /* "(the words that may also be names begin here)"  */
  YYSYMBOL_CRITERIA = 55,                  /* "criteria"  */
  YYSYMBOL_ERA = 56,                       /* "era"  */
  YYSYMBOL_PERIOD = 57,                    /* "period"  */
  YYSYMBOL_CLOSES = 58,                    /* "closes"  */
  YYSYMBOL_SCALE = 59,                     /* "scale"  */
  YYSYMBOL_USE = 60,                       /* "use"  */
  YYSYMBOL_CITE = 61,                      /* "cite"  */
  YYSYMBOL_DATED = 62,                     /* "dated"  */
  YYSYMBOL_PAGE = 63,                      /* "page"  */
  YYSYMBOL_NOTE = 64,                      /* "note"  */
  YYSYMBOL_TITLE = 65,                     /* "title"  */
  YYSYMBOL_UNITS = 66,                     /* "units"  */
  YYSYMBOL_MISSING = 67,                   /* "missing"  */
  YYSYMBOL_SCORES = 68,                    /* "scores"  */
  YYSYMBOL_APPLICABLE = 69,                /* "applicable"  */
  YYSYMBOL_APPLIES = 70,                   /* "applies"  */
  YYSYMBOL_DROP = 71,                      /* "drop"  */
  YYSYMBOL_GIVE = 72,                      /* "give"  */
  YYSYMBOL_WEIGHT = 73,                    /* "weight"  */
  YYSYMBOL_FACTS = 74,                     /* "facts"  */
  YYSYMBOL_GROUP = 75,                     /* "group"  */
  YYSYMBOL_INDICATOR = 76,                 /* "indicator"  */
  YYSYMBOL_PART = 77,                      /* "part"  */
  YYSYMBOL_PARTS = 78,                     /* "parts"  */
  YYSYMBOL_POINTS = 79,                    /* "points"  */
  YYSYMBOL_UNIT = 80,                      /* "unit"  */
  YYSYMBOL_MEASURE = 81,                   /* "measure"  */
  YYSYMBOL_LEVELS = 82,                    /* "levels"  */
  YYSYMBOL_STEPS = 83,                     /* "steps"  */
  YYSYMBOL_DONE = 84,                      /* "done"  */
  YYSYMBOL_LATE = 85,                      /* "late"  */
  YYSYMBOL_SCORE = 86,                     /* "score"  */
  YYSYMBOL_LET = 87,                       /* "let"  */
  YYSYMBOL_PENALTY = 88,                   /* "penalty"  */
  YYSYMBOL_FLOOR = 89,                     /* "floor"  */
  YYSYMBOL_CAP = 90,                       /* "cap"  */
  YYSYMBOL_ROUND = 91,                     /* "round"  */
  YYSYMBOL_SHOW = 92,                      /* "show"  */
  YYSYMBOL_MULTIPLE = 93,                  /* "multiple"  */
  YYSYMBOL_DECIMALS = 94,                  /* "decimals"  */
  YYSYMBOL_HALF = 95,                      /* "half"  */
  YYSYMBOL_UP = 96,                        /* "up"  */
  YYSYMBOL_EVEN = 97,                      /* "even"  */
  YYSYMBOL_DOWN = 98,                      /* "down"  */
  YYSYMBOL_TRUNCATE = 99,                  /* "truncate"  */
  YYSYMBOL_STATUS = 100,                   /* "status"  */
  YYSYMBOL_EXACTLY = 101,                  /* "exactly"  */
  YYSYMBOL_REQUIRES = 102,                 /* "requires"  */
  YYSYMBOL_REASON = 103,                   /* "reason"  */
  YYSYMBOL_CALENDAR = 104,                 /* "calendar"  */
  YYSYMBOL_COVERS = 105,                   /* "covers"  */
  YYSYMBOL_WEEKEND = 106,                  /* "weekend"  */
  YYSYMBOL_HOLIDAY = 107,                  /* "holiday"  */
  YYSYMBOL_NUMBER = 108,                   /* "number"  */
  YYSYMBOL_INTEGER = 109,                  /* "integer"  */
  YYSYMBOL_TEXT = 110,                     /* "text"  */
  YYSYMBOL_DATE = 111,                     /* "date"  */
  YYSYMBOL_MONTH = 112,                    /* "month"  */
  YYSYMBOL_ONE = 113,                      /* "one"  */
  YYSYMBOL_SET = 114,                      /* "set"  */
  YYSYMBOL_TABLE = 115,                    /* "table"  */
  YYSYMBOL_OPTIONAL = 116,                 /* "optional"  */
  YYSYMBOL_FIXED = 117,                    /* "fixed"  */
  YYSYMBOL_AT = 118,                       /* "at"  */
  YYSYMBOL_LEAST = 119,                    /* "least"  */
  YYSYMBOL_MOST = 120,                     /* "most"  */
  YYSYMBOL_KEY = 121,                      /* "key"  */
  YYSYMBOL_THOUSAND = 122,                 /* "thousand"  */
  YYSYMBOL_MILLION = 123,                  /* "million"  */
  YYSYMBOL_BILLION = 124,                  /* "billion"  */
  YYSYMBOL_WORKING = 125,                  /* "working"  */
  YYSYMBOL_DAY_WORD = 126,                 /* "day"  */
  YYSYMBOL_DAYS = 127,                     /* "days"  */
  YYSYMBOL_GIVEN = 128,                    /* "given"  */
  YYSYMBOL_COUNT = 129,                    /* "count"  */
  YYSYMBOL_SHARE = 130,                    /* "share"  */
  YYSYMBOL_SUM = 131,                      /* "sum"  */
  YYSYMBOL_MEAN = 132,                     /* "mean"  */
  YYSYMBOL_MIN = 133,                      /* "min"  */
  YYSYMBOL_MAX = 134,                      /* "max"  */
  YYSYMBOL_ALL = 135,                      /* "all"  */
  YYSYMBOL_ANY = 136,                      /* "any"  */
  YYSYMBOL_SOFT_LAST = 137,                /* "(the words that may also be names end here)"  */
  YYSYMBOL_YYACCEPT = 138,                 /* $accept  */
  YYSYMBOL_file = 139,                     /* file  */
  YYSYMBOL_items = 140,                    /* items  */
  YYSYMBOL_item = 141,                     /* item  */
  YYSYMBOL_criteria = 142,                 /* criteria  */
  YYSYMBOL_head = 143,                     /* head  */
  YYSYMBOL_units = 144,                    /* units  */
  YYSYMBOL_unit_declaration = 145,         /* unit_declaration  */
  YYSYMBOL_declarations = 146,             /* declarations  */
  YYSYMBOL_declaration = 147,              /* declaration  */
  YYSYMBOL_names = 148,                    /* names  */
  YYSYMBOL_type = 149,                     /* type  */
  YYSYMBOL_columns = 150,                  /* columns  */
  YYSYMBOL_words = 151,                    /* words  */
  YYSYMBOL_attributes = 152,               /* attributes  */
  YYSYMBOL_attribute = 153,                /* attribute  */
  YYSYMBOL_criterion = 154,                /* criterion  */
  YYSYMBOL_height = 155,                   /* height  */
  YYSYMBOL_members = 156,                  /* members  */
  YYSYMBOL_member = 157,                   /* member  */
  YYSYMBOL_common = 158,                   /* common  */
  YYSYMBOL_cite = 159,                     /* cite  */
  YYSYMBOL_cite_dated = 160,               /* cite_dated  */
  YYSYMBOL_cite_page = 161,                /* cite_page  */
  YYSYMBOL_policy = 162,                   /* policy  */
  YYSYMBOL_bound = 163,                    /* bound  */
  YYSYMBOL_numbers = 164,                  /* numbers  */
  YYSYMBOL_steps = 165,                    /* steps  */
  YYSYMBOL_step = 166,                     /* step  */
  YYSYMBOL_step_properties = 167,          /* step_properties  */
  YYSYMBOL_step_property = 168,            /* step_property  */
  YYSYMBOL_day_unit = 169,                 /* day_unit  */
  YYSYMBOL_penalty_items = 170,            /* penalty_items  */
  YYSYMBOL_penalty_item = 171,             /* penalty_item  */
  YYSYMBOL_amount = 172,                   /* amount  */
  YYSYMBOL_targets = 173,                  /* targets  */
  YYSYMBOL_target = 174,                   /* target  */
  YYSYMBOL_rounding = 175,                 /* rounding  */
  YYSYMBOL_show_rounding = 176,            /* show_rounding  */
  YYSYMBOL_mode = 177,                     /* mode  */
  YYSYMBOL_bands = 178,                    /* bands  */
  YYSYMBOL_band = 179,                     /* band  */
  YYSYMBOL_edge_low = 180,                 /* edge_low  */
  YYSYMBOL_edge_high = 181,                /* edge_high  */
  YYSYMBOL_reason_opt = 182,               /* reason_opt  */
  YYSYMBOL_calendar_items = 183,           /* calendar_items  */
  YYSYMBOL_calendar_item = 184,            /* calendar_item  */
  YYSYMBOL_holiday = 185,                  /* holiday  */
  YYSYMBOL_expr = 186,                     /* expr  */
  YYSYMBOL_cond = 187,                     /* cond  */
  YYSYMBOL_and_list = 188,                 /* and_list  */
  YYSYMBOL_or_list = 189,                  /* or_list  */
  YYSYMBOL_not = 190,                      /* not  */
  YYSYMBOL_comparison = 191,               /* comparison  */
  YYSYMBOL_quantified = 192,               /* quantified  */
  YYSYMBOL_all_any = 193,                  /* all_any  */
  YYSYMBOL_compare = 194,                  /* compare  */
  YYSYMBOL_sum = 195,                      /* sum  */
  YYSYMBOL_term = 196,                     /* term  */
  YYSYMBOL_factor = 197,                   /* factor  */
  YYSYMBOL_primary = 198,                  /* primary  */
  YYSYMBOL_aggregate = 199,                /* aggregate  */
  YYSYMBOL_aggregator = 200,               /* aggregator  */
  YYSYMBOL_where_opt = 201,                /* where_opt  */
  YYSYMBOL_literal = 202,                  /* literal  */
  YYSYMBOL_number = 203,                   /* number  */
  YYSYMBOL_signed = 204,                   /* signed  */
  YYSYMBOL_plain = 205,                    /* plain  */
  YYSYMBOL_unit_opt = 206,                 /* unit_opt  */
  YYSYMBOL_unit = 207,                     /* unit  */
  YYSYMBOL_scale_word = 208,               /* scale_word  */
  YYSYMBOL_range = 209,                    /* range  */
  YYSYMBOL_date = 210,                     /* date  */
  YYSYMBOL_path = 211,                     /* path  */
  YYSYMBOL_path_names = 212,               /* path_names  */
  YYSYMBOL_id = 213,                       /* id  */
  YYSYMBOL_string = 214,                   /* string  */
  YYSYMBOL_title_opt = 215,                /* title_opt  */
  YYSYMBOL_name = 216,                     /* name  */
  YYSYMBOL_soft = 217                      /* soft  */
};
typedef enum yysymbol_kind_t yysymbol_kind_t;



/* Unqualified %code blocks.  */
#line 41 "grammar/rules.y"

#include "syntax/parse.h"

#define YYLLOC_DEFAULT(now, rhs, n)                                                                \
    ((now) = (n) ? span_join(YYRHSLOC(rhs, 1), YYRHSLOC(rhs, n))                                  \
                 : (struct span){YYRHSLOC(rhs, 0).hi, YYRHSLOC(rhs, 0).hi})

/* Called for exhausted memory only: syntax errors come through yyreport_syntax_error. */
static void rules_error(const struct span *at, struct tree *t, const char *says);

#line 343 "build/gen/rules.tab.c"

#ifdef short
# undef short
#endif

/* On compilers that do not define __PTRDIFF_MAX__ etc., make sure
   <limits.h> and (if available) <stdint.h> are included
   so that the code can choose integer types of a good width.  */

#ifndef __PTRDIFF_MAX__
# include <limits.h> /* INFRINGES ON USER NAME SPACE */
# if defined __STDC_VERSION__ && 199901 <= __STDC_VERSION__
#  include <stdint.h> /* INFRINGES ON USER NAME SPACE */
#  define YY_STDINT_H
# endif
#endif

/* Narrow types that promote to a signed type and that can represent a
   signed or unsigned integer of at least N bits.  In tables they can
   save space and decrease cache pressure.  Promoting to a signed type
   helps avoid bugs in integer arithmetic.  */

#ifdef __INT_LEAST8_MAX__
typedef __INT_LEAST8_TYPE__ yytype_int8;
#elif defined YY_STDINT_H
typedef int_least8_t yytype_int8;
#else
typedef signed char yytype_int8;
#endif

#ifdef __INT_LEAST16_MAX__
typedef __INT_LEAST16_TYPE__ yytype_int16;
#elif defined YY_STDINT_H
typedef int_least16_t yytype_int16;
#else
typedef short yytype_int16;
#endif

/* Work around bug in HP-UX 11.23, which defines these macros
   incorrectly for preprocessor constants.  This workaround can likely
   be removed in 2023, as HPE has promised support for HP-UX 11.23
   (aka HP-UX 11i v2) only through the end of 2022; see Table 2 of
   <https://h20195.www2.hpe.com/V2/getpdf.aspx/4AA4-7673ENW.pdf>.  */
#ifdef __hpux
# undef UINT_LEAST8_MAX
# undef UINT_LEAST16_MAX
# define UINT_LEAST8_MAX 255
# define UINT_LEAST16_MAX 65535
#endif

#if defined __UINT_LEAST8_MAX__ && __UINT_LEAST8_MAX__ <= __INT_MAX__
typedef __UINT_LEAST8_TYPE__ yytype_uint8;
#elif (!defined __UINT_LEAST8_MAX__ && defined YY_STDINT_H \
       && UINT_LEAST8_MAX <= INT_MAX)
typedef uint_least8_t yytype_uint8;
#elif !defined __UINT_LEAST8_MAX__ && UCHAR_MAX <= INT_MAX
typedef unsigned char yytype_uint8;
#else
typedef short yytype_uint8;
#endif

#if defined __UINT_LEAST16_MAX__ && __UINT_LEAST16_MAX__ <= __INT_MAX__
typedef __UINT_LEAST16_TYPE__ yytype_uint16;
#elif (!defined __UINT_LEAST16_MAX__ && defined YY_STDINT_H \
       && UINT_LEAST16_MAX <= INT_MAX)
typedef uint_least16_t yytype_uint16;
#elif !defined __UINT_LEAST16_MAX__ && USHRT_MAX <= INT_MAX
typedef unsigned short yytype_uint16;
#else
typedef int yytype_uint16;
#endif

#ifndef YYPTRDIFF_T
# if defined __PTRDIFF_TYPE__ && defined __PTRDIFF_MAX__
#  define YYPTRDIFF_T __PTRDIFF_TYPE__
#  define YYPTRDIFF_MAXIMUM __PTRDIFF_MAX__
# elif defined PTRDIFF_MAX
#  ifndef ptrdiff_t
#   include <stddef.h> /* INFRINGES ON USER NAME SPACE */
#  endif
#  define YYPTRDIFF_T ptrdiff_t
#  define YYPTRDIFF_MAXIMUM PTRDIFF_MAX
# else
#  define YYPTRDIFF_T long
#  define YYPTRDIFF_MAXIMUM LONG_MAX
# endif
#endif

#ifndef YYSIZE_T
# ifdef __SIZE_TYPE__
#  define YYSIZE_T __SIZE_TYPE__
# elif defined size_t
#  define YYSIZE_T size_t
# elif defined __STDC_VERSION__ && 199901 <= __STDC_VERSION__
#  include <stddef.h> /* INFRINGES ON USER NAME SPACE */
#  define YYSIZE_T size_t
# else
#  define YYSIZE_T unsigned
# endif
#endif

#define YYSIZE_MAXIMUM                                  \
  YY_CAST (YYPTRDIFF_T,                                 \
           (YYPTRDIFF_MAXIMUM < YY_CAST (YYSIZE_T, -1)  \
            ? YYPTRDIFF_MAXIMUM                         \
            : YY_CAST (YYSIZE_T, -1)))

#define YYSIZEOF(X) YY_CAST (YYPTRDIFF_T, sizeof (X))


/* Stored state numbers (used for stacks). */
typedef yytype_int16 yy_state_t;

/* State numbers in computations.  */
typedef int yy_state_fast_t;

#ifndef YY_
# if defined YYENABLE_NLS && YYENABLE_NLS
#  if ENABLE_NLS
#   include <libintl.h> /* INFRINGES ON USER NAME SPACE */
#   define YY_(Msgid) dgettext ("bison-runtime", Msgid)
#  endif
# endif
# ifndef YY_
#  define YY_(Msgid) Msgid
# endif
#endif


#ifndef YY_ATTRIBUTE_PURE
# if defined __GNUC__ && 2 < __GNUC__ + (96 <= __GNUC_MINOR__)
#  define YY_ATTRIBUTE_PURE __attribute__ ((__pure__))
# else
#  define YY_ATTRIBUTE_PURE
# endif
#endif

#ifndef YY_ATTRIBUTE_UNUSED
# if defined __GNUC__ && 2 < __GNUC__ + (7 <= __GNUC_MINOR__)
#  define YY_ATTRIBUTE_UNUSED __attribute__ ((__unused__))
# else
#  define YY_ATTRIBUTE_UNUSED
# endif
#endif

/* Suppress unused-variable warnings by "using" E.  */
#if ! defined lint || defined __GNUC__
# define YY_USE(E) ((void) (E))
#else
# define YY_USE(E) /* empty */
#endif

/* Suppress an incorrect diagnostic about yylval being uninitialized.  */
#if defined __GNUC__ && ! defined __ICC && 406 <= __GNUC__ * 100 + __GNUC_MINOR__
# if __GNUC__ * 100 + __GNUC_MINOR__ < 407
#  define YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN                           \
    _Pragma ("GCC diagnostic push")                                     \
    _Pragma ("GCC diagnostic ignored \"-Wuninitialized\"")
# else
#  define YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN                           \
    _Pragma ("GCC diagnostic push")                                     \
    _Pragma ("GCC diagnostic ignored \"-Wuninitialized\"")              \
    _Pragma ("GCC diagnostic ignored \"-Wmaybe-uninitialized\"")
# endif
# define YY_IGNORE_MAYBE_UNINITIALIZED_END      \
    _Pragma ("GCC diagnostic pop")
#else
# define YY_INITIAL_VALUE(Value) Value
#endif
#ifndef YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
# define YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
# define YY_IGNORE_MAYBE_UNINITIALIZED_END
#endif
#ifndef YY_INITIAL_VALUE
# define YY_INITIAL_VALUE(Value) /* Nothing. */
#endif

#if defined __cplusplus && defined __GNUC__ && ! defined __ICC && 6 <= __GNUC__
# define YY_IGNORE_USELESS_CAST_BEGIN                          \
    _Pragma ("GCC diagnostic push")                            \
    _Pragma ("GCC diagnostic ignored \"-Wuseless-cast\"")
# define YY_IGNORE_USELESS_CAST_END            \
    _Pragma ("GCC diagnostic pop")
#endif
#ifndef YY_IGNORE_USELESS_CAST_BEGIN
# define YY_IGNORE_USELESS_CAST_BEGIN
# define YY_IGNORE_USELESS_CAST_END
#endif


#define YY_ASSERT(E) ((void) (0 && (E)))

#if 1

/* The parser invokes alloca or malloc; define the necessary symbols.  */

# ifdef YYSTACK_ALLOC
   /* Pacify GCC's 'empty if-body' warning.  */
#  define YYSTACK_FREE(Ptr) do { /* empty */; } while (0)
#  ifndef YYSTACK_ALLOC_MAXIMUM
    /* The OS might guarantee only one guard page at the bottom of the stack,
       and a page size can be as small as 4096 bytes.  So we cannot safely
       invoke alloca (N) if N exceeds 4096.  Use a slightly smaller number
       to allow for a few compiler-allocated temporary stack slots.  */
#   define YYSTACK_ALLOC_MAXIMUM 4032 /* reasonable circa 2006 */
#  endif
# else
#  define YYSTACK_ALLOC YYMALLOC
#  define YYSTACK_FREE YYFREE
#  ifndef YYSTACK_ALLOC_MAXIMUM
#   define YYSTACK_ALLOC_MAXIMUM YYSIZE_MAXIMUM
#  endif
#  if (defined __cplusplus && ! defined EXIT_SUCCESS \
       && ! ((defined YYMALLOC || defined malloc) \
             && (defined YYFREE || defined free)))
#   include <stdlib.h> /* INFRINGES ON USER NAME SPACE */
#   ifndef EXIT_SUCCESS
#    define EXIT_SUCCESS 0
#   endif
#  endif
#  ifndef YYMALLOC
#   define YYMALLOC malloc
#   if ! defined malloc && ! defined EXIT_SUCCESS
void *malloc (YYSIZE_T); /* INFRINGES ON USER NAME SPACE */
#   endif
#  endif
#  ifndef YYFREE
#   define YYFREE free
#   if ! defined free && ! defined EXIT_SUCCESS
void free (void *); /* INFRINGES ON USER NAME SPACE */
#   endif
#  endif
# endif
# define YYCOPY_NEEDED 1
#endif /* 1 */

#if (! defined yyoverflow \
     && (! defined __cplusplus \
         || (defined RULES_LTYPE_IS_TRIVIAL && RULES_LTYPE_IS_TRIVIAL \
             && defined RULES_STYPE_IS_TRIVIAL && RULES_STYPE_IS_TRIVIAL)))

/* A type that is properly aligned for any stack member.  */
union yyalloc
{
  yy_state_t yyss_alloc;
  YYSTYPE yyvs_alloc;
  YYLTYPE yyls_alloc;
};

/* The size of the maximum gap between one aligned stack and the next.  */
# define YYSTACK_GAP_MAXIMUM (YYSIZEOF (union yyalloc) - 1)

/* The size of an array large to enough to hold all stacks, each with
   N elements.  */
# define YYSTACK_BYTES(N) \
     ((N) * (YYSIZEOF (yy_state_t) + YYSIZEOF (YYSTYPE) \
             + YYSIZEOF (YYLTYPE)) \
      + 2 * YYSTACK_GAP_MAXIMUM)

# define YYCOPY_NEEDED 1

/* Relocate STACK from its old location to the new one.  The
   local variables YYSIZE and YYSTACKSIZE give the old and new number of
   elements in the stack, and YYPTR gives the new location of the
   stack.  Advance YYPTR to a properly aligned location for the next
   stack.  */
# define YYSTACK_RELOCATE(Stack_alloc, Stack)                           \
    do                                                                  \
      {                                                                 \
        YYPTRDIFF_T yynewbytes;                                         \
        YYCOPY (&yyptr->Stack_alloc, Stack, yysize);                    \
        Stack = &yyptr->Stack_alloc;                                    \
        yynewbytes = yystacksize * YYSIZEOF (*Stack) + YYSTACK_GAP_MAXIMUM; \
        yyptr += yynewbytes / YYSIZEOF (*yyptr);                        \
      }                                                                 \
    while (0)

#endif

#if defined YYCOPY_NEEDED && YYCOPY_NEEDED
/* Copy COUNT objects from SRC to DST.  The source and destination do
   not overlap.  */
# ifndef YYCOPY
#  if defined __GNUC__ && 1 < __GNUC__
#   define YYCOPY(Dst, Src, Count) \
      __builtin_memcpy (Dst, Src, YY_CAST (YYSIZE_T, (Count)) * sizeof (*(Src)))
#  else
#   define YYCOPY(Dst, Src, Count)              \
      do                                        \
        {                                       \
          YYPTRDIFF_T yyi;                      \
          for (yyi = 0; yyi < (Count); yyi++)   \
            (Dst)[yyi] = (Src)[yyi];            \
        }                                       \
      while (0)
#  endif
# endif
#endif /* !YYCOPY_NEEDED */

/* YYFINAL -- State number of the termination state.  */
#define YYFINAL  3
/* YYLAST -- Last index in YYTABLE.  */
#define YYLAST   2216

/* YYNTOKENS -- Number of terminals.  */
#define YYNTOKENS  138
/* YYNNTS -- Number of nonterminals.  */
#define YYNNTS  80
/* YYNRULES -- Number of rules.  */
#define YYNRULES  320
/* YYNSTATES -- Number of states.  */
#define YYNSTATES  529

/* YYMAXUTOK -- Last valid token kind.  */
#define YYMAXUTOK   392


/* YYTRANSLATE(TOKEN-NUM) -- Symbol number corresponding to TOKEN-NUM
   as returned by yylex, with out-of-bounds checking.  */
#define YYTRANSLATE(YYX) YY_CAST (yysymbol_kind_t, YYX)

#if RULES_DEBUG
/* YYRLINE[YYN] -- Source line where rule number YYN was defined.  */
static const yytype_int16 yyrline[] =
{
       0,   102,   102,   106,   107,   108,   112,   113,   114,   115,
     116,   117,   118,   119,   124,   128,   129,   130,   131,   135,
     136,   137,   141,   147,   148,   149,   153,   155,   160,   161,
     165,   166,   167,   168,   169,   170,   171,   172,   173,   174,
     175,   176,   177,   181,   185,   186,   190,   191,   195,   196,
     197,   198,   199,   200,   206,   208,   212,   213,   214,   218,
     219,   220,   224,   225,   226,   227,   228,   230,   231,   232,
     233,   238,   239,   240,   241,   242,   244,   246,   247,   249,
     250,   251,   252,   257,   260,   260,   261,   261,   264,   265,
     266,   269,   269,   272,   273,   277,   278,   279,   283,   288,
     289,   293,   294,   295,   296,   300,   301,   305,   306,   307,
     311,   312,   313,   314,   318,   325,   326,   330,   334,   336,
     338,   343,   345,   347,   351,   352,   353,   354,   355,   361,
     362,   363,   367,   369,   371,   373,   375,   379,   379,   380,
     380,   381,   381,   386,   387,   388,   392,   393,   394,   395,
     396,   400,   407,   408,   409,   415,   416,   417,   421,   422,
     426,   427,   431,   432,   436,   437,   438,   439,   441,   442,
     446,   449,   449,   452,   453,   454,   455,   456,   457,   461,
     462,   463,   467,   468,   469,   473,   474,   478,   479,   480,
     481,   482,   483,   487,   489,   491,   493,   495,   496,   498,
     503,   504,   505,   506,   509,   509,   514,   515,   516,   517,
     518,   522,   524,   528,   529,   534,   535,   536,   539,   539,
     542,   543,   547,   548,   549,   553,   557,   558,   562,   566,
     567,   571,   572,   573,   576,   577,   577,   580,   581,   586,
     586,   586,   586,   586,   586,   586,   586,   586,   587,   587,
     587,   587,   587,   587,   587,   587,   588,   588,   588,   588,
     588,   588,   588,   588,   588,   589,   589,   589,   589,   589,
     589,   589,   589,   589,   590,   590,   590,   590,   590,   590,
     590,   590,   590,   591,   591,   591,   591,   591,   591,   591,
     592,   592,   592,   592,   592,   592,   592,   592,   592,   593,
     593,   593,   593,   593,   593,   593,   593,   593,   594,   594,
     594,   594,   594,   594,   594,   594,   594,   595,   595,   595,
     595
};
#endif

/** Accessing symbol of state STATE.  */
#define YY_ACCESSING_SYMBOL(State) YY_CAST (yysymbol_kind_t, yystos[State])

#if 1
/* The user-facing name of the symbol whose (internal) number is
   YYSYMBOL.  No bounds checking.  */
static const char *yysymbol_name (yysymbol_kind_t yysymbol) YY_ATTRIBUTE_UNUSED;

static const char *
yysymbol_name (yysymbol_kind_t yysymbol)
{
  static const char *const yy_sname[] =
  {
  "end of file", "error", "invalid token", "a name", "a number", "an id",
  "a text in quotes", "a date", "a month", "{", "}", "(", ")", ",", ":",
  ".", "..", "%", "+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=",
  "something that is not part of the language",
  "(the words that are never names begin here)", "and", "or", "not", "in",
  "of", "over", "where", "if", "then", "else", "when", "otherwise", "is",
  "per", "by", "to", "until", "after", "from", "above", "below", "yes",
  "no", "yes/no", "(the words that may also be names begin here)",
  "criteria", "era", "period", "closes", "scale", "use", "cite", "dated",
  "page", "note", "title", "units", "missing", "scores", "applicable",
  "applies", "drop", "give", "weight", "facts", "group", "indicator",
  "part", "parts", "points", "unit", "measure", "levels", "steps", "done",
  "late", "score", "let", "penalty", "floor", "cap", "round", "show",
  "multiple", "decimals", "half", "up", "even", "down", "truncate",
  "status", "exactly", "requires", "reason", "calendar", "covers",
  "weekend", "holiday", "number", "integer", "text", "date", "month",
  "one", "set", "table", "optional", "fixed", "at", "least", "most", "key",
  "thousand", "million", "billion", "working", "day", "days", "given",
  "count", "share", "sum", "mean", "min", "max", "all", "any",
  "(the words that may also be names end here)", "$accept", "file",
  "items", "item", "criteria", "head", "units", "unit_declaration",
  "declarations", "declaration", "names", "type", "columns", "words",
  "attributes", "attribute", "criterion", "height", "members", "member",
  "common", "cite", "cite_dated", "cite_page", "policy", "bound",
  "numbers", "steps", "step", "step_properties", "step_property",
  "day_unit", "penalty_items", "penalty_item", "amount", "targets",
  "target", "rounding", "show_rounding", "mode", "bands", "band",
  "edge_low", "edge_high", "reason_opt", "calendar_items", "calendar_item",
  "holiday", "expr", "cond", "and_list", "or_list", "not", "comparison",
  "quantified", "all_any", "compare", "sum", "term", "factor", "primary",
  "aggregate", "aggregator", "where_opt", "literal", "number", "signed",
  "plain", "unit_opt", "unit", "scale_word", "range", "date", "path",
  "path_names", "id", "string", "title_opt", "name", "soft", YY_NULLPTR
  };
  return yy_sname[yysymbol];
}
#endif

#define YYPACT_NINF (-409)

#define yypact_value_is_default(Yyn) \
  ((Yyn) == YYPACT_NINF)

#define YYTABLE_NINF (-263)

#define yytable_value_is_error(Yyn) \
  0

/* YYPACT[STATE-NUM] -- Index in YYTABLE of the portion describing
   STATE-NUM.  */
static const yytype_int16 yypact[] =
{
    -409,    29,   340,  -409,  -409,   -27,  1954,  1954,  1552,   136,
    1552,    80,    80,    80,  1954,    43,    82,    61,  -409,  -409,
    -409,  1954,  1954,  -409,  -409,  1954,  1954,    79,  1954,  -409,
    -409,  -409,  -409,   606,  -409,  -409,    44,    62,  -409,  -409,
    -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,
    -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,
    -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,
    -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,
    -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,
    -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,
    -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,
    -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,
    -409,    80,  -409,  -409,    47,  -409,  -409,  -409,   470,  1552,
    -409,  -409,    32,    81,   199,   145,  -409,  -409,  -409,  -409,
    -409,  -409,  -409,    53,  -409,  -409,  -409,  -409,  -409,    42,
    -409,    80,  -409,    44,  -409,  -409,    80,    80,    46,  -409,
    -409,    58,  -409,    80,   103,  -409,  -409,    80,  -409,   152,
    -409,  -409,  -409,    85,    44,  -409,  -409,  -409,  -409,  -409,
    -409,  -409,  -409,  -409,  -409,   129,   169,  1418,  1418,    67,
     140,   155,   177,   187,   196,   210,   215,   220,   230,   179,
    -409,   236,   237,   154,  -409,  -409,   238,   256,  -409,   243,
    -409,  1820,  1284,  1552,  1552,  1552,  1552,  1552,  1954,   136,
     208,  -409,   742,  -409,   878,   251,   275,  1954,    18,  -409,
      18,  -409,  -409,    48,   276,  -409,   277,  -409,   242,  -409,
    -409,  -409,  -409,   254,   252,   247,  1552,  1954,  1954,  -409,
    1418,  1418,  1418,  1418,  1954,  -409,  -409,  -409,  -409,  -409,
    -409,  1552,   167,  1552,  1686,  -409,   255,   157,   145,   145,
    -409,  -409,  -409,  -409,   152,  -409,  -409,  -409,  -409,    80,
    -409,  -409,  -409,    59,  -409,  1284,  -409,  -409,   279,   295,
     267,    84,   137,  -409,  -409,   289,  -409,  -409,  -409,  -409,
      44,  -409,    44,    44,  -409,  2090,  -409,  1820,  1954,  1284,
    1552,    60,   269,   270,  -409,  -409,  -409,  -409,   128,   227,
    -409,   157,   207,   112,   296,  -409,  -409,  1954,   143,  -409,
      52,  -409,  -409,    57,   108,   151,  -409,  -409,  -409,  -409,
     108,  1954,   293,    24,   299,    16,  -409,  -409,   280,   152,
      80,  1284,    44,   301,  1284,  -409,  -409,  -409,  2124,  -409,
     282,   278,    64,  1552,  1418,  -409,  1418,  1552,  1418,  1552,
    1954,  -409,  -409,  -409,    87,  -409,  -409,    80,   152,  -409,
    -409,  -409,   281,   108,  -409,  -409,  -409,    80,  1954,  1954,
      44,  1954,  -409,  -409,    80,  1552,  1954,   136,  -409,  -409,
    -409,  1418,  -409,  -409,  -409,   308,  -409,  -409,  -409,  -409,
    1284,  1552,   157,  -409,  -409,   157,  -409,   157,   269,  1014,
    -409,   290,   294,  -409,  -409,  -409,   288,   292,    72,  -409,
    -409,  -409,    83,  -409,   226,    80,    80,   315,    80,  -409,
    -409,   317,    80,   291,    44,   125,  -409,   157,  -409,  -409,
      15,    15,   320,     4,   323,  -409,   321,   209,  -409,   300,
     233,  -409,   226,   226,  1954,   226,  -409,    62,  -409,  -409,
      80,  -409,  -409,  -409,  -409,    80,    80,  -409,  -409,  1150,
     327,    56,  -409,  1552,  -409,  -409,  -409,    80,  -409,  -409,
     258,   239,  -409,   245,  -409,  -409,  -409,   120,  1954,  -409,
     244,   100,   226,  1418,  -409,    80,  -409,    57,    57,  -409,
    -409,  1552,  -409,  -409,  -409,  -409,  -409,   157,    23,  1552,
      80,   152,  -409,  -409,   157,  -409,   305,    83,  -409
};

/* YYDEFACT[STATE-NUM] -- Default reduction number in state STATE-NUM.
   Performed when YYTABLE does not specify something else to do.  Zero
   means the default is an error.  */
static const yytype_int16 yydefact[] =
{
       3,     0,     0,     1,     5,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,    56,    57,
      58,     0,     0,    91,    92,     0,     0,     0,     0,     4,
       8,     6,     9,     0,     7,    71,     0,     0,   237,   239,
     240,   241,   242,   243,   244,   245,   246,   247,   248,   249,
     250,   251,   252,   253,   254,   255,   256,   257,   258,   259,
     260,   261,   262,   263,   264,   265,   266,   267,   268,   269,
     270,   271,   272,   273,   274,   275,   276,   277,   278,   279,
     280,   281,   282,   283,   284,   285,   286,   287,   288,   289,
     290,   291,   292,   293,   294,   295,   296,   297,   298,   299,
     300,   301,   302,   303,   304,   305,   306,   307,   308,   309,
     310,   311,   312,   313,   314,   315,   316,   317,   318,   319,
     320,   235,   238,    15,   218,   208,   226,   227,     0,     0,
     209,   210,   270,   275,     0,   179,   182,   185,   187,   206,
      16,   207,   188,   228,   229,    17,    74,   234,    18,    84,
      72,     0,    19,     0,    76,    23,   235,   235,     0,   115,
     117,     0,   129,   235,     0,   231,   232,   235,   233,     0,
     213,    79,    88,     0,     0,    77,   236,    14,   220,   212,
     222,   223,   224,   211,   219,     0,     0,     0,     0,   309,
     311,   313,   314,   315,   316,   317,   318,   319,   320,     0,
     152,   156,   157,   155,   162,   169,     0,   164,   153,     0,
     186,     0,     0,     0,     0,     0,     0,     0,     0,     0,
      86,    73,     0,    75,     0,     0,     0,     0,     0,    80,
       0,   123,    81,     0,     0,    59,     0,   214,     0,    89,
     221,   190,   163,     0,     0,     0,     0,     0,     0,   189,
       0,     0,     0,     0,     0,   173,   174,   175,   176,   177,
     178,     0,     0,     0,     0,   191,     0,   225,   180,   181,
     183,   184,   230,    85,     0,    83,    21,    11,    20,   235,
      25,    10,    24,   235,    28,     0,   107,   116,   215,     0,
       0,     0,   121,   131,    12,     0,   139,   137,   138,   140,
       0,   130,     0,     0,   143,     0,    59,     0,     0,     0,
       0,     0,   204,     0,   159,   161,   158,   160,     0,   166,
     168,   165,   197,     0,     0,    87,    22,     0,     0,    82,
       0,   216,   217,     0,     0,     0,   126,   127,   128,   118,
     122,     0,     0,     0,     0,     0,    61,    55,     0,     0,
       0,     0,     0,     0,     0,    63,    60,    62,     0,    90,
       0,     0,     0,     0,     0,   193,     0,     0,     0,     0,
       0,   192,    29,    23,     0,   109,    78,     0,     0,   113,
     108,   110,     0,     0,   119,   124,   125,   235,     0,     0,
       0,     0,   145,    13,     0,     0,     0,     0,   150,   144,
     148,     0,    64,    65,    67,    68,    93,    95,    70,    54,
       0,     0,   198,   205,   194,   170,   196,   167,   204,     0,
      37,    30,    32,    34,    35,    36,     0,     0,     0,    46,
     112,   111,     0,   120,   141,   235,   235,     0,   235,   149,
     146,   147,   235,     0,     0,     0,   154,   199,   195,    26,
       0,     0,     0,     0,     0,    23,    27,     0,   105,     0,
       0,   136,   141,   141,     0,   141,   151,     0,    94,    97,
     235,    69,    96,    31,    33,     0,     0,    39,    42,     0,
       0,     0,   106,     0,   142,   135,   132,   235,   133,    66,
       0,     0,    44,     0,    41,    48,    49,     0,     0,    47,
       0,     0,   141,     0,    38,     0,    40,     0,     0,    53,
      50,     0,   134,    99,    45,    51,    52,   114,    98,     0,
       0,     0,   104,   100,   101,   103,     0,     0,   102
};

/* YYPGOTO[NTERM-NUM].  */
static const yytype_int16 yypgoto[] =
{
    -409,  -409,  -409,  -409,  -409,  -409,  -409,  -409,  -348,  -409,
     -57,  -409,  -409,  -127,  -409,  -409,   348,  -409,    50,  -409,
     349,  -299,  -409,  -409,  -115,  -409,  -409,  -409,  -409,  -409,
    -409,  -174,  -409,  -409,  -409,   328,   131,  -141,  -409,  -293,
    -409,  -409,  -409,    17,  -408,  -409,  -409,  -409,  -200,  -178,
    -409,  -409,  -151,  -409,  -409,  -117,  -409,    -8,    45,   -89,
    -409,  -409,  -409,   -56,  -409,   -33,  -140,  -216,  -409,  -189,
    -409,    -9,    -5,  -203,  -409,  -192,    -6,  -124,     2,  -409
};

/* YYDEFGOTO[NTERM-NUM].  */
static const yytype_int16 yydefgoto[] =
{
       0,     1,     2,    29,    30,    31,   222,   278,   224,   282,
     283,   429,   480,   491,   456,   499,   355,    33,   305,   356,
     357,    35,   220,   275,   175,    36,   405,   445,   472,   518,
     523,   459,   330,   380,   381,   158,   159,   229,   232,   339,
     233,   301,   302,   303,   461,   345,   399,   400,   199,   200,
     201,   202,   203,   204,   205,   243,   263,   207,   135,   136,
     137,   208,   209,   365,   138,   139,   171,   291,   183,   184,
     185,   140,   141,   142,   143,   167,   176,   177,   144,   122
};

/* YYTABLE[YYPACT[STATE-NUM]] -- What to do in state STATE-NUM.  If
   positive, shift that token.  If negative, reduce the rule whose
   number is the opposite.  If YYTABLE_NINF, syntax error.  */
static const yytype_int16 yytable[] =
{
     134,   146,   134,   170,   145,   148,   149,   150,   121,   123,
     244,   206,   266,   223,   292,   476,   151,   392,   178,   265,
     231,   284,   288,   156,   157,   419,   393,   160,   160,     3,
     163,   379,   225,   226,   239,   168,   242,   289,   389,   234,
     210,   384,    37,   236,   312,   313,   398,   384,   124,   293,
     178,   318,   152,   375,   485,   486,   124,   488,   294,   227,
     288,   288,   376,   169,   179,   147,   211,   519,   218,   296,
     155,   227,   327,   454,   299,   289,   289,    12,   214,   215,
     394,   455,   214,   215,    12,   329,   147,   520,   162,   295,
     433,   228,   212,   296,   512,   206,   297,   298,   299,   314,
     315,   316,   317,   230,   219,   360,   363,   479,   521,   361,
     411,   290,   235,    12,   477,   359,   377,   383,   214,   215,
     170,   395,   396,   397,   372,   324,   469,   270,   271,   470,
     214,   215,   240,   172,   173,   471,   237,   180,   181,   182,
     420,   170,   378,   126,   127,   221,   511,   370,   174,   300,
     153,   404,   373,   154,   408,   326,   124,   374,   238,   328,
     342,   367,   343,   344,   368,   216,   217,   418,   206,   180,
     181,   182,   495,   496,   497,   214,   215,   498,   334,   335,
     336,   241,   337,   338,   252,   253,   413,   246,   414,   247,
     416,   249,   206,   284,   245,   421,   422,   423,   424,   425,
     426,   427,   428,   335,   336,   267,   337,   338,   457,   458,
     446,   248,   406,   168,   273,   213,   284,   214,   215,   522,
     272,  -200,  -262,   443,   279,  -262,  -262,  -262,  -262,   160,
    -201,   340,   335,   336,   206,   337,   338,   206,   311,   507,
     508,   325,  -262,   369,  -202,   214,   215,   385,   386,  -203,
     437,   504,   505,   319,  -171,   321,   323,   506,   505,   268,
     269,   473,   474,   434,  -172,   500,   250,   170,   251,   170,
     170,   274,   254,   285,   214,   215,   284,   264,   255,   256,
     257,   258,   259,   260,   286,   304,   306,   307,   308,   261,
     309,   515,   516,   206,   310,   320,   331,   382,   262,   332,
     228,   333,   362,   341,   468,   364,   366,   388,   371,   168,
     407,   462,   463,   391,   465,   367,   402,   410,   466,   170,
     401,   444,   452,   450,   432,   513,   453,   451,   460,   464,
     327,   475,   467,   478,   481,   482,   484,   494,   510,   441,
      -2,     4,   503,   387,   403,   431,   490,   483,   527,   493,
      32,    34,   489,   528,   161,   412,   358,   170,   287,   415,
     390,   417,   448,   502,     0,     0,     0,     0,     0,     0,
       0,   430,     5,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,   440,   134,   439,     0,
     435,   436,   442,   438,     0,     6,     7,     8,     9,    10,
      11,    12,     0,   447,    13,    14,    15,    16,     0,     0,
       0,   170,     0,     0,    17,    18,    19,    20,     0,     0,
       0,     0,     0,     0,     0,     0,     0,    21,    22,    23,
      24,    25,    26,     0,     0,     0,     0,     0,     0,     0,
      27,     0,     0,     0,    28,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,   487,     0,     0,   492,
     492,   186,     0,    38,   124,   501,   125,   126,   127,     0,
       0,   128,     0,     0,     0,     0,     0,     0,   526,   129,
       0,     0,     0,     0,     0,     0,     0,     0,     0,   514,
     509,     0,   187,   517,     0,     0,     0,   188,     0,     0,
       0,   524,     0,     0,   525,     0,     0,     0,     0,     0,
       0,   130,   131,     0,     0,    39,    40,    41,    42,    43,
      44,    45,    46,    47,    48,    49,    50,    51,    52,    53,
      54,    55,    56,    57,    58,    59,    60,    61,    62,    63,
      64,    65,    66,    67,    68,    69,   132,    71,    72,    73,
      74,   133,    76,    77,    78,    79,    80,    81,    82,    83,
      84,    85,    86,    87,    88,    89,    90,    91,    92,    93,
      94,    95,    96,    97,    98,    99,   100,   101,   102,   103,
     104,   105,   106,   107,   108,   189,   110,   190,   112,   191,
     192,   193,   194,   195,   196,   197,   198,   164,     0,    38,
     165,   166,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,    39,    40,    41,    42,    43,    44,    45,    46,    47,
      48,    49,    50,    51,    52,    53,    54,    55,    56,    57,
      58,    59,    60,    61,    62,    63,    64,    65,    66,    67,
      68,    69,    70,    71,    72,    73,    74,    75,    76,    77,
      78,    79,    80,    81,    82,    83,    84,    85,    86,    87,
      88,    89,    90,    91,    92,    93,    94,    95,    96,    97,
      98,    99,   100,   101,   102,   103,   104,   105,   106,   107,
     108,   109,   110,   111,   112,   113,   114,   115,   116,   117,
     118,   119,   120,   276,     0,    38,     0,     0,     0,     0,
       0,     0,   277,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,    39,    40,    41,
      42,    43,    44,    45,    46,    47,    48,    49,    50,    51,
      52,    53,    54,    55,    56,    57,    58,    59,    60,    61,
      62,    63,    64,    65,    66,    67,    68,    69,    70,    71,
      72,    73,    74,    75,    76,    77,    78,    79,    80,    81,
      82,    83,    84,    85,    86,    87,    88,    89,    90,    91,
      92,    93,    94,    95,    96,    97,    98,    99,   100,   101,
     102,   103,   104,   105,   106,   107,   108,   109,   110,   111,
     112,   113,   114,   115,   116,   117,   118,   119,   120,   280,
       0,    38,     0,     0,     0,     0,     0,     0,   281,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,    39,    40,    41,    42,    43,    44,    45,
      46,    47,    48,    49,    50,    51,    52,    53,    54,    55,
      56,    57,    58,    59,    60,    61,    62,    63,    64,    65,
      66,    67,    68,    69,    70,    71,    72,    73,    74,    75,
      76,    77,    78,    79,    80,    81,    82,    83,    84,    85,
      86,    87,    88,    89,    90,    91,    92,    93,    94,    95,
      96,    97,    98,    99,   100,   101,   102,   103,   104,   105,
     106,   107,   108,   109,   110,   111,   112,   113,   114,   115,
     116,   117,   118,   119,   120,   280,     0,    38,     0,     0,
       0,     0,     0,     0,   449,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,    39,
      40,    41,    42,    43,    44,    45,    46,    47,    48,    49,
      50,    51,    52,    53,    54,    55,    56,    57,    58,    59,
      60,    61,    62,    63,    64,    65,    66,    67,    68,    69,
      70,    71,    72,    73,    74,    75,    76,    77,    78,    79,
      80,    81,    82,    83,    84,    85,    86,    87,    88,    89,
      90,    91,    92,    93,    94,    95,    96,    97,    98,    99,
     100,   101,   102,   103,   104,   105,   106,   107,   108,   109,
     110,   111,   112,   113,   114,   115,   116,   117,   118,   119,
     120,   280,     0,    38,     0,     0,     0,     0,     0,     0,
     -43,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,    39,    40,    41,    42,    43,
      44,    45,    46,    47,    48,    49,    50,    51,    52,    53,
      54,    55,    56,    57,    58,    59,    60,    61,    62,    63,
      64,    65,    66,    67,    68,    69,    70,    71,    72,    73,
      74,    75,    76,    77,    78,    79,    80,    81,    82,    83,
      84,    85,    86,    87,    88,    89,    90,    91,    92,    93,
      94,    95,    96,    97,    98,    99,   100,   101,   102,   103,
     104,   105,   106,   107,   108,   109,   110,   111,   112,   113,
     114,   115,   116,   117,   118,   119,   120,    38,   124,     0,
     125,   126,   127,     0,     0,   128,     0,     0,     0,     0,
       0,     0,     0,   129,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,   187,     0,     0,     0,
       0,   188,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,   130,   131,     0,     0,    39,
      40,    41,    42,    43,    44,    45,    46,    47,    48,    49,
      50,    51,    52,    53,    54,    55,    56,    57,    58,    59,
      60,    61,    62,    63,    64,    65,    66,    67,    68,    69,
     132,    71,    72,    73,    74,   133,    76,    77,    78,    79,
      80,    81,    82,    83,    84,    85,    86,    87,    88,    89,
      90,    91,    92,    93,    94,    95,    96,    97,    98,    99,
     100,   101,   102,   103,   104,   105,   106,   107,   108,   189,
     110,   190,   112,   191,   192,   193,   194,   195,   196,   197,
     198,    38,   124,     0,   125,   126,   127,     0,     0,   128,
       0,     0,     0,     0,     0,     0,     0,   129,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
     187,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,   130,
     131,     0,     0,    39,    40,    41,    42,    43,    44,    45,
      46,    47,    48,    49,    50,    51,    52,    53,    54,    55,
      56,    57,    58,    59,    60,    61,    62,    63,    64,    65,
      66,    67,    68,    69,   132,    71,    72,    73,    74,   133,
      76,    77,    78,    79,    80,    81,    82,    83,    84,    85,
      86,    87,    88,    89,    90,    91,    92,    93,    94,    95,
      96,    97,    98,    99,   100,   101,   102,   103,   104,   105,
     106,   107,   108,   109,   110,   111,   112,   113,   114,   115,
     116,   117,   118,   197,   198,    38,   124,     0,   125,   126,
     127,     0,     0,   128,     0,     0,     0,     0,     0,     0,
       0,   129,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,   130,   131,     0,     0,    39,    40,    41,
      42,    43,    44,    45,    46,    47,    48,    49,    50,    51,
      52,    53,    54,    55,    56,    57,    58,    59,    60,    61,
      62,    63,    64,    65,    66,    67,    68,    69,   132,    71,
      72,    73,    74,   133,    76,    77,    78,    79,    80,    81,
      82,    83,    84,    85,    86,    87,    88,    89,    90,    91,
      92,    93,    94,    95,    96,    97,    98,    99,   100,   101,
     102,   103,   104,   105,   106,   107,   108,   109,   110,   111,
     112,   113,   114,   115,   116,   117,   118,   119,   120,    38,
     124,     0,   125,   126,   127,     0,     0,   128,     0,     0,
       0,     0,     0,     0,     0,   129,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,   130,   131,     0,
       0,    39,    40,    41,    42,    43,    44,    45,    46,    47,
      48,    49,    50,    51,    52,    53,    54,    55,    56,    57,
      58,    59,    60,    61,   322,    63,    64,    65,    66,    67,
      68,    69,   132,    71,    72,    73,    74,   133,    76,    77,
      78,    79,    80,    81,    82,    83,    84,    85,    86,    87,
      88,    89,    90,    91,    92,    93,    94,    95,    96,    97,
      98,    99,   100,   101,   102,   103,   104,   105,   106,   107,
     108,   109,   110,   111,   112,   113,   114,   115,   116,   117,
     118,   119,   120,    38,   165,   166,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,    39,    40,    41,    42,    43,
      44,    45,    46,    47,    48,    49,    50,    51,    52,    53,
      54,    55,    56,    57,    58,    59,    60,    61,    62,    63,
      64,    65,    66,    67,    68,    69,    70,    71,    72,    73,
      74,    75,    76,    77,    78,    79,    80,    81,    82,    83,
      84,    85,    86,    87,    88,    89,    90,    91,    92,    93,
      94,    95,    96,    97,    98,    99,   100,   101,   102,   103,
     104,   105,   106,   107,   108,   109,   110,   111,   112,   113,
     114,   115,   116,   117,   118,   119,   120,    38,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,    39,
      40,    41,    42,    43,    44,    45,    46,    47,    48,    49,
      50,    51,    52,    53,    54,    55,    56,    57,    58,    59,
      60,    61,    62,    63,    64,    65,    66,    67,    68,    69,
      70,    71,    72,    73,    74,    75,    76,    77,    78,    79,
      80,    81,    82,    83,    84,    85,    86,    87,    88,    89,
      90,    91,    92,    93,    94,    95,    96,    97,    98,    99,
     100,   101,   102,   103,   104,   105,   106,   107,   108,   109,
     110,   111,   112,   113,   114,   115,   116,   117,   118,   119,
     120,   346,     0,     0,     0,     0,     0,     0,     0,     0,
     347,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,     0,
       0,     0,     5,     0,     0,   346,     0,     0,     0,     0,
       0,     0,     0,     0,   409,     0,     0,     0,     0,     0,
       0,     0,     0,     0,     0,     0,     0,     0,     0,    10,
       0,    12,     0,     0,    13,    14,     5,    16,     0,     0,
     348,     0,     0,     0,     0,    18,    19,    20,     0,   349,
     350,   351,   352,   353,     0,     0,   354,    21,    22,    23,
      24,    25,    26,    10,     0,    12,     0,     0,    13,    14,
       0,    16,     0,     0,   348,     0,     0,     0,     0,    18,
      19,    20,     0,   349,   350,   351,   352,   353,     0,     0,
     354,    21,    22,    23,    24,    25,    26
};

static const yytype_int16 yycheck[] =
{
       8,    10,    10,    36,     9,    11,    12,    13,     6,     7,
     188,   128,   212,   153,   230,    11,    14,     1,     3,   211,
     161,   224,     4,    21,    22,   373,    10,    25,    26,     0,
      28,   330,   156,   157,   174,    33,   187,    19,    14,   163,
     129,   334,    69,   167,   247,   248,   345,   340,     4,     1,
       3,   254,     9,     1,   462,   463,     4,   465,    10,    13,
       4,     4,    10,    19,    17,     6,    34,    44,    15,    45,
       9,    13,    13,     1,    50,    19,    19,    61,    18,    19,
      64,     9,    18,    19,    61,   285,     6,    64,     9,    41,
     383,    45,    11,    45,   502,   212,    48,    49,    50,   250,
     251,   252,   253,    45,    62,   308,    46,   455,    85,   309,
      46,    93,     9,    61,   110,   307,    64,   333,    18,    19,
     153,   105,   106,   107,   327,   266,     1,   216,   217,     4,
      18,    19,     3,    71,    72,    10,   169,   122,   123,   124,
      53,   174,    90,     7,     8,   151,    46,    35,    86,   101,
      68,   351,     9,    71,   354,   279,     4,    14,    73,   283,
     300,    33,   302,   303,    36,    20,    21,   370,   285,   122,
     123,   124,   116,   117,   118,    18,    19,   121,    94,    95,
      96,    12,    98,    99,    30,    31,   364,    47,   366,    34,
     368,    12,   309,   396,   127,   108,   109,   110,   111,   112,
     113,   114,   115,    95,    96,   213,    98,    99,   125,   126,
     410,    34,   352,   211,   219,    16,   419,    18,    19,   518,
     218,    34,    15,   401,   222,    18,    19,    20,    21,   227,
      34,    94,    95,    96,   351,    98,    99,   354,   246,   119,
     120,   274,    35,    16,    34,    18,    19,    96,    97,    34,
     390,    12,    13,   261,    34,   263,   264,    12,    13,   214,
     215,   450,   451,   387,    34,   481,    30,   300,    31,   302,
     303,    63,    34,    22,    18,    19,   479,    34,    22,    23,
      24,    25,    26,    27,     9,     9,     9,    45,    34,    33,
      38,   507,   508,   410,    47,   128,    17,   330,    42,     4,
      45,    34,   310,    14,   444,    36,    36,    14,    12,   307,
       9,   435,   436,    14,   438,    33,   349,    39,   442,   352,
      40,    13,    34,    33,    43,   503,    34,    33,   102,    14,
      13,    11,    41,    10,    13,   126,   103,    10,    94,   396,
       0,     1,    84,   341,   350,   378,   470,    47,    43,   476,
       2,     2,   467,   527,    26,   363,   306,   390,   227,   367,
     343,   369,   418,   487,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,   377,    32,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,   395,   395,   394,    -1,
     388,   389,   397,   391,    -1,    55,    56,    57,    58,    59,
      60,    61,    -1,   411,    64,    65,    66,    67,    -1,    -1,
      -1,   444,    -1,    -1,    74,    75,    76,    77,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    87,    88,    89,
      90,    91,    92,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
     100,    -1,    -1,    -1,   104,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,   464,    -1,    -1,   475,
     476,     1,    -1,     3,     4,   483,     6,     7,     8,    -1,
      -1,    11,    -1,    -1,    -1,    -1,    -1,    -1,   521,    19,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,   505,
     498,    -1,    32,   511,    -1,    -1,    -1,    37,    -1,    -1,
      -1,   519,    -1,    -1,   520,    -1,    -1,    -1,    -1,    -1,
      -1,    51,    52,    -1,    -1,    55,    56,    57,    58,    59,
      60,    61,    62,    63,    64,    65,    66,    67,    68,    69,
      70,    71,    72,    73,    74,    75,    76,    77,    78,    79,
      80,    81,    82,    83,    84,    85,    86,    87,    88,    89,
      90,    91,    92,    93,    94,    95,    96,    97,    98,    99,
     100,   101,   102,   103,   104,   105,   106,   107,   108,   109,
     110,   111,   112,   113,   114,   115,   116,   117,   118,   119,
     120,   121,   122,   123,   124,   125,   126,   127,   128,   129,
     130,   131,   132,   133,   134,   135,   136,     1,    -1,     3,
       4,     5,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    55,    56,    57,    58,    59,    60,    61,    62,    63,
      64,    65,    66,    67,    68,    69,    70,    71,    72,    73,
      74,    75,    76,    77,    78,    79,    80,    81,    82,    83,
      84,    85,    86,    87,    88,    89,    90,    91,    92,    93,
      94,    95,    96,    97,    98,    99,   100,   101,   102,   103,
     104,   105,   106,   107,   108,   109,   110,   111,   112,   113,
     114,   115,   116,   117,   118,   119,   120,   121,   122,   123,
     124,   125,   126,   127,   128,   129,   130,   131,   132,   133,
     134,   135,   136,     1,    -1,     3,    -1,    -1,    -1,    -1,
      -1,    -1,    10,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    55,    56,    57,
      58,    59,    60,    61,    62,    63,    64,    65,    66,    67,
      68,    69,    70,    71,    72,    73,    74,    75,    76,    77,
      78,    79,    80,    81,    82,    83,    84,    85,    86,    87,
      88,    89,    90,    91,    92,    93,    94,    95,    96,    97,
      98,    99,   100,   101,   102,   103,   104,   105,   106,   107,
     108,   109,   110,   111,   112,   113,   114,   115,   116,   117,
     118,   119,   120,   121,   122,   123,   124,   125,   126,   127,
     128,   129,   130,   131,   132,   133,   134,   135,   136,     1,
      -1,     3,    -1,    -1,    -1,    -1,    -1,    -1,    10,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    55,    56,    57,    58,    59,    60,    61,
      62,    63,    64,    65,    66,    67,    68,    69,    70,    71,
      72,    73,    74,    75,    76,    77,    78,    79,    80,    81,
      82,    83,    84,    85,    86,    87,    88,    89,    90,    91,
      92,    93,    94,    95,    96,    97,    98,    99,   100,   101,
     102,   103,   104,   105,   106,   107,   108,   109,   110,   111,
     112,   113,   114,   115,   116,   117,   118,   119,   120,   121,
     122,   123,   124,   125,   126,   127,   128,   129,   130,   131,
     132,   133,   134,   135,   136,     1,    -1,     3,    -1,    -1,
      -1,    -1,    -1,    -1,    10,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    55,
      56,    57,    58,    59,    60,    61,    62,    63,    64,    65,
      66,    67,    68,    69,    70,    71,    72,    73,    74,    75,
      76,    77,    78,    79,    80,    81,    82,    83,    84,    85,
      86,    87,    88,    89,    90,    91,    92,    93,    94,    95,
      96,    97,    98,    99,   100,   101,   102,   103,   104,   105,
     106,   107,   108,   109,   110,   111,   112,   113,   114,   115,
     116,   117,   118,   119,   120,   121,   122,   123,   124,   125,
     126,   127,   128,   129,   130,   131,   132,   133,   134,   135,
     136,     1,    -1,     3,    -1,    -1,    -1,    -1,    -1,    -1,
      10,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    55,    56,    57,    58,    59,
      60,    61,    62,    63,    64,    65,    66,    67,    68,    69,
      70,    71,    72,    73,    74,    75,    76,    77,    78,    79,
      80,    81,    82,    83,    84,    85,    86,    87,    88,    89,
      90,    91,    92,    93,    94,    95,    96,    97,    98,    99,
     100,   101,   102,   103,   104,   105,   106,   107,   108,   109,
     110,   111,   112,   113,   114,   115,   116,   117,   118,   119,
     120,   121,   122,   123,   124,   125,   126,   127,   128,   129,
     130,   131,   132,   133,   134,   135,   136,     3,     4,    -1,
       6,     7,     8,    -1,    -1,    11,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    19,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    32,    -1,    -1,    -1,
      -1,    37,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    51,    52,    -1,    -1,    55,
      56,    57,    58,    59,    60,    61,    62,    63,    64,    65,
      66,    67,    68,    69,    70,    71,    72,    73,    74,    75,
      76,    77,    78,    79,    80,    81,    82,    83,    84,    85,
      86,    87,    88,    89,    90,    91,    92,    93,    94,    95,
      96,    97,    98,    99,   100,   101,   102,   103,   104,   105,
     106,   107,   108,   109,   110,   111,   112,   113,   114,   115,
     116,   117,   118,   119,   120,   121,   122,   123,   124,   125,
     126,   127,   128,   129,   130,   131,   132,   133,   134,   135,
     136,     3,     4,    -1,     6,     7,     8,    -1,    -1,    11,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    19,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      32,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    51,
      52,    -1,    -1,    55,    56,    57,    58,    59,    60,    61,
      62,    63,    64,    65,    66,    67,    68,    69,    70,    71,
      72,    73,    74,    75,    76,    77,    78,    79,    80,    81,
      82,    83,    84,    85,    86,    87,    88,    89,    90,    91,
      92,    93,    94,    95,    96,    97,    98,    99,   100,   101,
     102,   103,   104,   105,   106,   107,   108,   109,   110,   111,
     112,   113,   114,   115,   116,   117,   118,   119,   120,   121,
     122,   123,   124,   125,   126,   127,   128,   129,   130,   131,
     132,   133,   134,   135,   136,     3,     4,    -1,     6,     7,
       8,    -1,    -1,    11,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    19,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    51,    52,    -1,    -1,    55,    56,    57,
      58,    59,    60,    61,    62,    63,    64,    65,    66,    67,
      68,    69,    70,    71,    72,    73,    74,    75,    76,    77,
      78,    79,    80,    81,    82,    83,    84,    85,    86,    87,
      88,    89,    90,    91,    92,    93,    94,    95,    96,    97,
      98,    99,   100,   101,   102,   103,   104,   105,   106,   107,
     108,   109,   110,   111,   112,   113,   114,   115,   116,   117,
     118,   119,   120,   121,   122,   123,   124,   125,   126,   127,
     128,   129,   130,   131,   132,   133,   134,   135,   136,     3,
       4,    -1,     6,     7,     8,    -1,    -1,    11,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    19,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    51,    52,    -1,
      -1,    55,    56,    57,    58,    59,    60,    61,    62,    63,
      64,    65,    66,    67,    68,    69,    70,    71,    72,    73,
      74,    75,    76,    77,    78,    79,    80,    81,    82,    83,
      84,    85,    86,    87,    88,    89,    90,    91,    92,    93,
      94,    95,    96,    97,    98,    99,   100,   101,   102,   103,
     104,   105,   106,   107,   108,   109,   110,   111,   112,   113,
     114,   115,   116,   117,   118,   119,   120,   121,   122,   123,
     124,   125,   126,   127,   128,   129,   130,   131,   132,   133,
     134,   135,   136,     3,     4,     5,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    55,    56,    57,    58,    59,
      60,    61,    62,    63,    64,    65,    66,    67,    68,    69,
      70,    71,    72,    73,    74,    75,    76,    77,    78,    79,
      80,    81,    82,    83,    84,    85,    86,    87,    88,    89,
      90,    91,    92,    93,    94,    95,    96,    97,    98,    99,
     100,   101,   102,   103,   104,   105,   106,   107,   108,   109,
     110,   111,   112,   113,   114,   115,   116,   117,   118,   119,
     120,   121,   122,   123,   124,   125,   126,   127,   128,   129,
     130,   131,   132,   133,   134,   135,   136,     3,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    55,
      56,    57,    58,    59,    60,    61,    62,    63,    64,    65,
      66,    67,    68,    69,    70,    71,    72,    73,    74,    75,
      76,    77,    78,    79,    80,    81,    82,    83,    84,    85,
      86,    87,    88,    89,    90,    91,    92,    93,    94,    95,
      96,    97,    98,    99,   100,   101,   102,   103,   104,   105,
     106,   107,   108,   109,   110,   111,   112,   113,   114,   115,
     116,   117,   118,   119,   120,   121,   122,   123,   124,   125,
     126,   127,   128,   129,   130,   131,   132,   133,   134,   135,
     136,     1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      10,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    32,    -1,    -1,     1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    10,    -1,    -1,    -1,    -1,    -1,
      -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    -1,    59,
      -1,    61,    -1,    -1,    64,    65,    32,    67,    -1,    -1,
      70,    -1,    -1,    -1,    -1,    75,    76,    77,    -1,    79,
      80,    81,    82,    83,    -1,    -1,    86,    87,    88,    89,
      90,    91,    92,    59,    -1,    61,    -1,    -1,    64,    65,
      -1,    67,    -1,    -1,    70,    -1,    -1,    -1,    -1,    75,
      76,    77,    -1,    79,    80,    81,    82,    83,    -1,    -1,
      86,    87,    88,    89,    90,    91,    92
};

/* YYSTOS[STATE-NUM] -- The symbol kind of the accessing symbol of
   state STATE-NUM.  */
static const yytype_uint8 yystos[] =
{
       0,   139,   140,     0,     1,    32,    55,    56,    57,    58,
      59,    60,    61,    64,    65,    66,    67,    74,    75,    76,
      77,    87,    88,    89,    90,    91,    92,   100,   104,   141,
     142,   143,   154,   155,   158,   159,   163,    69,     3,    55,
      56,    57,    58,    59,    60,    61,    62,    63,    64,    65,
      66,    67,    68,    69,    70,    71,    72,    73,    74,    75,
      76,    77,    78,    79,    80,    81,    82,    83,    84,    85,
      86,    87,    88,    89,    90,    91,    92,    93,    94,    95,
      96,    97,    98,    99,   100,   101,   102,   103,   104,   105,
     106,   107,   108,   109,   110,   111,   112,   113,   114,   115,
     116,   117,   118,   119,   120,   121,   122,   123,   124,   125,
     126,   127,   128,   129,   130,   131,   132,   133,   134,   135,
     136,   216,   217,   216,     4,     6,     7,     8,    11,    19,
      51,    52,    86,    91,   195,   196,   197,   198,   202,   203,
     209,   210,   211,   212,   216,   210,   209,     6,   214,   214,
     214,   216,     9,    68,    71,     9,   216,   216,   173,   174,
     216,   173,     9,   216,     1,     4,     5,   213,   216,    19,
     203,   204,    71,    72,    86,   162,   214,   215,     3,    17,
     122,   123,   124,   206,   207,   208,     1,    32,    37,   125,
     127,   129,   130,   131,   132,   133,   134,   135,   136,   186,
     187,   188,   189,   190,   191,   192,   193,   195,   199,   200,
     197,    34,    11,    16,    18,    19,    20,    21,    15,    62,
     160,   214,   144,   204,   146,   215,   215,    13,    45,   175,
      45,   175,   176,   178,   215,     9,   215,   203,    73,   204,
       3,    12,   190,   193,   187,   127,    47,    34,    34,    12,
      30,    31,    30,    31,    34,    22,    23,    24,    25,    26,
      27,    33,    42,   194,    34,   213,   186,   195,   196,   196,
     197,   197,   216,   210,    63,   161,     1,    10,   145,   216,
       1,    10,   147,   148,   211,    22,     9,   174,     4,    19,
      93,   205,   205,     1,    10,    41,    45,    48,    49,    50,
     101,   179,   180,   181,     9,   156,     9,    45,    34,    38,
      47,   195,   211,   211,   190,   190,   190,   190,   211,   195,
     128,   195,    78,   195,   175,   203,   215,    13,   215,   186,
     170,    17,     4,    34,    94,    95,    96,    98,    99,   177,
      94,    14,   204,   204,   204,   183,     1,    10,    70,    79,
      80,    81,    82,    83,    86,   154,   157,   158,   156,   213,
     211,   186,   195,    46,    36,   201,    36,    33,    36,    16,
      35,    12,   211,     9,    14,     1,    10,    64,    90,   159,
     171,   172,   203,   205,   177,    96,    97,   216,    14,    14,
     181,    14,     1,    10,    64,   105,   106,   107,   159,   184,
     185,    40,   203,   214,   186,   164,   204,     9,   186,    10,
      39,    46,   195,   187,   187,   195,   187,   195,   211,   146,
      53,   108,   109,   110,   111,   112,   113,   114,   115,   149,
     214,   203,    43,   177,   215,   216,   216,   204,   216,   214,
     209,   148,   210,   187,    13,   165,   186,   195,   201,    10,
      33,    33,    34,    34,     1,     9,   152,   125,   126,   169,
     102,   182,   215,   215,    14,   215,   215,    41,   204,     1,
       4,    10,   166,   207,   207,    11,    11,   110,    10,   146,
     150,    13,   126,    47,   103,   182,   182,   216,   182,   162,
     215,   151,   214,   151,    10,   116,   117,   118,   121,   153,
     205,   195,   215,    84,    12,    13,    12,   119,   120,   216,
      94,    46,   182,   187,   214,   205,   205,   195,   167,    44,
      64,    85,   159,   168,   195,   214,   203,    43,   169
};

/* YYR1[RULE-NUM] -- Symbol kind of the left-hand side of rule RULE-NUM.  */
static const yytype_uint8 yyr1[] =
{
       0,   138,   139,   140,   140,   140,   141,   141,   141,   141,
     141,   141,   141,   141,   142,   143,   143,   143,   143,   144,
     144,   144,   145,   146,   146,   146,   147,   147,   148,   148,
     149,   149,   149,   149,   149,   149,   149,   149,   149,   149,
     149,   149,   149,   150,   151,   151,   152,   152,   153,   153,
     153,   153,   153,   153,   154,   154,   155,   155,   155,   156,
     156,   156,   157,   157,   157,   157,   157,   157,   157,   157,
     157,   158,   158,   158,   158,   158,   158,   158,   158,   158,
     158,   158,   158,   159,   160,   160,   161,   161,   162,   162,
     162,   163,   163,   164,   164,   165,   165,   165,   166,   167,
     167,   168,   168,   168,   168,   169,   169,   170,   170,   170,
     171,   171,   171,   171,   172,   173,   173,   174,   175,   175,
     175,   176,   176,   176,   177,   177,   177,   177,   177,   178,
     178,   178,   179,   179,   179,   179,   179,   180,   180,   181,
     181,   182,   182,   183,   183,   183,   184,   184,   184,   184,
     184,   185,   186,   186,   186,   187,   187,   187,   188,   188,
     189,   189,   190,   190,   191,   191,   191,   191,   191,   191,
     192,   193,   193,   194,   194,   194,   194,   194,   194,   195,
     195,   195,   196,   196,   196,   197,   197,   198,   198,   198,
     198,   198,   198,   199,   199,   199,   199,   199,   199,   199,
     200,   200,   200,   200,   201,   201,   202,   202,   202,   202,
     202,   203,   203,   204,   204,   205,   205,   205,   206,   206,
     207,   207,   208,   208,   208,   209,   210,   210,   211,   212,
     212,   213,   213,   213,   214,   215,   215,   216,   216,   217,
     217,   217,   217,   217,   217,   217,   217,   217,   217,   217,
     217,   217,   217,   217,   217,   217,   217,   217,   217,   217,
     217,   217,   217,   217,   217,   217,   217,   217,   217,   217,
     217,   217,   217,   217,   217,   217,   217,   217,   217,   217,
     217,   217,   217,   217,   217,   217,   217,   217,   217,   217,
     217,   217,   217,   217,   217,   217,   217,   217,   217,   217,
     217,   217,   217,   217,   217,   217,   217,   217,   217,   217,
     217,   217,   217,   217,   217,   217,   217,   217,   217,   217,
     217
};

/* YYR2[RULE-NUM] -- Number of symbols on the right-hand side of rule RULE-NUM.  */
static const yytype_int8 yyr2[] =
{
       0,     2,     1,     0,     2,     2,     1,     1,     1,     1,
       4,     4,     4,     6,     3,     2,     2,     2,     2,     0,
       2,     2,     2,     0,     2,     2,     5,     5,     1,     3,
       1,     3,     1,     3,     1,     1,     1,     1,     5,     3,
       5,     4,     3,     1,     1,     3,     0,     3,     1,     1,
       2,     3,     3,     2,     6,     5,     1,     1,     1,     0,
       2,     2,     1,     1,     2,     2,     5,     2,     2,     4,
       2,     1,     2,     3,     2,     3,     2,     3,     6,     2,
       3,     3,     5,     4,     0,     2,     0,     2,     1,     2,
       4,     1,     1,     1,     3,     0,     2,     2,     5,     0,
       2,     2,     4,     2,     1,     1,     2,     0,     2,     2,
       1,     2,     2,     1,     7,     1,     3,     1,     3,     4,
       5,     2,     3,     1,     2,     2,     1,     1,     1,     0,
       2,     2,     6,     6,     8,     6,     5,     1,     1,     1,
       1,     0,     2,     0,     2,     2,     2,     2,     1,     2,
       1,     3,     1,     1,     6,     1,     1,     1,     3,     3,
       3,     3,     1,     2,     1,     3,     3,     5,     3,     1,
       5,     1,     1,     1,     1,     1,     1,     1,     1,     1,
       3,     3,     1,     3,     3,     1,     2,     1,     1,     3,
       3,     3,     5,     4,     5,     6,     5,     3,     5,     6,
       1,     1,     1,     1,     0,     2,     1,     1,     1,     1,
       1,     2,     2,     1,     2,     1,     2,     2,     0,     1,
       1,     2,     1,     1,     1,     3,     1,     1,     1,     1,
       3,     1,     1,     1,     1,     0,     1,     1,     1,     1,
       1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
       1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
       1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
       1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
       1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
       1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
       1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
       1,     1,     1,     1,     1,     1,     1,     1,     1,     1,
       1
};


enum { YYENOMEM = -2 };

#define yyerrok         (yyerrstatus = 0)
#define yyclearin       (yychar = TOK_RULES_EMPTY)

#define YYACCEPT        goto yyacceptlab
#define YYABORT         goto yyabortlab
#define YYERROR         goto yyerrorlab
#define YYNOMEM         goto yyexhaustedlab


#define YYRECOVERING()  (!!yyerrstatus)

#define YYBACKUP(Token, Value)                                    \
  do                                                              \
    if (yychar == TOK_RULES_EMPTY)                                        \
      {                                                           \
        yychar = (Token);                                         \
        yylval = (Value);                                         \
        YYPOPSTACK (yylen);                                       \
        yystate = *yyssp;                                         \
        YY_LAC_DISCARD ("YYBACKUP");                              \
        goto yybackup;                                            \
      }                                                           \
    else                                                          \
      {                                                           \
        yyerror (&yylloc, t, YY_("syntax error: cannot back up")); \
        YYERROR;                                                  \
      }                                                           \
  while (0)

/* Backward compatibility with an undocumented macro.
   Use TOK_RULES_error or TOK_RULES_UNDEF. */
#define YYERRCODE TOK_RULES_UNDEF

/* YYLLOC_DEFAULT -- Set CURRENT to span from RHS[1] to RHS[N].
   If N is 0, then set CURRENT to the empty location which ends
   the previous symbol: RHS[0] (always defined).  */

#ifndef YYLLOC_DEFAULT
# define YYLLOC_DEFAULT(Current, Rhs, N)                                \
    do                                                                  \
      if (N)                                                            \
        {                                                               \
          (Current).first_line   = YYRHSLOC (Rhs, 1).first_line;        \
          (Current).first_column = YYRHSLOC (Rhs, 1).first_column;      \
          (Current).last_line    = YYRHSLOC (Rhs, N).last_line;         \
          (Current).last_column  = YYRHSLOC (Rhs, N).last_column;       \
        }                                                               \
      else                                                              \
        {                                                               \
          (Current).first_line   = (Current).last_line   =              \
            YYRHSLOC (Rhs, 0).last_line;                                \
          (Current).first_column = (Current).last_column =              \
            YYRHSLOC (Rhs, 0).last_column;                              \
        }                                                               \
    while (0)
#endif

#define YYRHSLOC(Rhs, K) ((Rhs)[K])


/* Enable debugging if requested.  */
#if RULES_DEBUG

# ifndef YYFPRINTF
#  include <stdio.h> /* INFRINGES ON USER NAME SPACE */
#  define YYFPRINTF fprintf
# endif

# define YYDPRINTF(Args)                        \
do {                                            \
  if (yydebug)                                  \
    YYFPRINTF Args;                             \
} while (0)


/* YYLOCATION_PRINT -- Print the location on the stream.
   This macro was not mandated originally: define only if we know
   we won't break user code: when these are the locations we know.  */

# ifndef YYLOCATION_PRINT

#  if defined YY_LOCATION_PRINT

   /* Temporary convenience wrapper in case some people defined the
      undocumented and private YY_LOCATION_PRINT macros.  */
#   define YYLOCATION_PRINT(File, Loc)  YY_LOCATION_PRINT(File, *(Loc))

#  elif defined RULES_LTYPE_IS_TRIVIAL && RULES_LTYPE_IS_TRIVIAL

/* Print *YYLOCP on YYO.  Private, do not rely on its existence. */

YY_ATTRIBUTE_UNUSED
static int
yy_location_print_ (FILE *yyo, YYLTYPE const * const yylocp)
{
  int res = 0;
  int end_col = 0 != yylocp->last_column ? yylocp->last_column - 1 : 0;
  if (0 <= yylocp->first_line)
    {
      res += YYFPRINTF (yyo, "%d", yylocp->first_line);
      if (0 <= yylocp->first_column)
        res += YYFPRINTF (yyo, ".%d", yylocp->first_column);
    }
  if (0 <= yylocp->last_line)
    {
      if (yylocp->first_line < yylocp->last_line)
        {
          res += YYFPRINTF (yyo, "-%d", yylocp->last_line);
          if (0 <= end_col)
            res += YYFPRINTF (yyo, ".%d", end_col);
        }
      else if (0 <= end_col && yylocp->first_column < end_col)
        res += YYFPRINTF (yyo, "-%d", end_col);
    }
  return res;
}

#   define YYLOCATION_PRINT  yy_location_print_

    /* Temporary convenience wrapper in case some people defined the
       undocumented and private YY_LOCATION_PRINT macros.  */
#   define YY_LOCATION_PRINT(File, Loc)  YYLOCATION_PRINT(File, &(Loc))

#  else

#   define YYLOCATION_PRINT(File, Loc) ((void) 0)
    /* Temporary convenience wrapper in case some people defined the
       undocumented and private YY_LOCATION_PRINT macros.  */
#   define YY_LOCATION_PRINT  YYLOCATION_PRINT

#  endif
# endif /* !defined YYLOCATION_PRINT */


# define YY_SYMBOL_PRINT(Title, Kind, Value, Location)                    \
do {                                                                      \
  if (yydebug)                                                            \
    {                                                                     \
      YYFPRINTF (stderr, "%s ", Title);                                   \
      yy_symbol_print (stderr,                                            \
                  Kind, Value, Location, t); \
      YYFPRINTF (stderr, "\n");                                           \
    }                                                                     \
} while (0)


/*-----------------------------------.
| Print this symbol's value on YYO.  |
`-----------------------------------*/

static void
yy_symbol_value_print (FILE *yyo,
                       yysymbol_kind_t yykind, YYSTYPE const * const yyvaluep, YYLTYPE const * const yylocationp, struct tree *t)
{
  FILE *yyoutput = yyo;
  YY_USE (yyoutput);
  YY_USE (yylocationp);
  YY_USE (t);
  if (!yyvaluep)
    return;
  YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
  YY_USE (yykind);
  YY_IGNORE_MAYBE_UNINITIALIZED_END
}


/*---------------------------.
| Print this symbol on YYO.  |
`---------------------------*/

static void
yy_symbol_print (FILE *yyo,
                 yysymbol_kind_t yykind, YYSTYPE const * const yyvaluep, YYLTYPE const * const yylocationp, struct tree *t)
{
  YYFPRINTF (yyo, "%s %s (",
             yykind < YYNTOKENS ? "token" : "nterm", yysymbol_name (yykind));

  YYLOCATION_PRINT (yyo, yylocationp);
  YYFPRINTF (yyo, ": ");
  yy_symbol_value_print (yyo, yykind, yyvaluep, yylocationp, t);
  YYFPRINTF (yyo, ")");
}

/*------------------------------------------------------------------.
| yy_stack_print -- Print the state stack from its BOTTOM up to its |
| TOP (included).                                                   |
`------------------------------------------------------------------*/

static void
yy_stack_print (yy_state_t *yybottom, yy_state_t *yytop)
{
  YYFPRINTF (stderr, "Stack now");
  for (; yybottom <= yytop; yybottom++)
    {
      int yybot = *yybottom;
      YYFPRINTF (stderr, " %d", yybot);
    }
  YYFPRINTF (stderr, "\n");
}

# define YY_STACK_PRINT(Bottom, Top)                            \
do {                                                            \
  if (yydebug)                                                  \
    yy_stack_print ((Bottom), (Top));                           \
} while (0)


/*------------------------------------------------.
| Report that the YYRULE is going to be reduced.  |
`------------------------------------------------*/

static void
yy_reduce_print (yy_state_t *yyssp, YYSTYPE *yyvsp, YYLTYPE *yylsp,
                 int yyrule, struct tree *t)
{
  int yylno = yyrline[yyrule];
  int yynrhs = yyr2[yyrule];
  int yyi;
  YYFPRINTF (stderr, "Reducing stack by rule %d (line %d):\n",
             yyrule - 1, yylno);
  /* The symbols being reduced.  */
  for (yyi = 0; yyi < yynrhs; yyi++)
    {
      YYFPRINTF (stderr, "   $%d = ", yyi + 1);
      yy_symbol_print (stderr,
                       YY_ACCESSING_SYMBOL (+yyssp[yyi + 1 - yynrhs]),
                       &yyvsp[(yyi + 1) - (yynrhs)],
                       &(yylsp[(yyi + 1) - (yynrhs)]), t);
      YYFPRINTF (stderr, "\n");
    }
}

# define YY_REDUCE_PRINT(Rule)          \
do {                                    \
  if (yydebug)                          \
    yy_reduce_print (yyssp, yyvsp, yylsp, Rule, t); \
} while (0)

/* Nonzero means print parse trace.  It is left uninitialized so that
   multiple parsers can coexist.  */
int yydebug;
#else /* !RULES_DEBUG */
# define YYDPRINTF(Args) ((void) 0)
# define YY_SYMBOL_PRINT(Title, Kind, Value, Location)
# define YY_STACK_PRINT(Bottom, Top)
# define YY_REDUCE_PRINT(Rule)
#endif /* !RULES_DEBUG */


/* YYINITDEPTH -- initial size of the parser's stacks.  */
#ifndef YYINITDEPTH
# define YYINITDEPTH 200
#endif

/* YYMAXDEPTH -- maximum size the stacks can grow to (effective only
   if the built-in stack extension method is used).

   Do not make this value too large; the results are undefined if
   YYSTACK_ALLOC_MAXIMUM < YYSTACK_BYTES (YYMAXDEPTH)
   evaluated with infinite-precision integer arithmetic.  */

#ifndef YYMAXDEPTH
# define YYMAXDEPTH 10000
#endif
/* Parser data structure.  */
struct yypstate
  {
    /* Number of syntax errors so far.  */
    int yynerrs;

    yy_state_fast_t yystate;
    /* Number of tokens to shift before error messages enabled.  */
    int yyerrstatus;

    /* Refer to the stacks through separate pointers, to allow yyoverflow
       to reallocate them elsewhere.  */

    /* Their size.  */
    YYPTRDIFF_T yystacksize;

    /* The state stack: array, bottom, top.  */
    yy_state_t yyssa[YYINITDEPTH];
    yy_state_t *yyss;
    yy_state_t *yyssp;

    /* The semantic value stack: array, bottom, top.  */
    YYSTYPE yyvsa[YYINITDEPTH];
    YYSTYPE *yyvs;
    YYSTYPE *yyvsp;

    /* The location stack: array, bottom, top.  */
    YYLTYPE yylsa[YYINITDEPTH];
    YYLTYPE *yyls;
    YYLTYPE *yylsp;

    yy_state_t yyesa[20];
    yy_state_t *yyes;
    YYPTRDIFF_T yyes_capacity;
    /* Whether this instance has not started parsing yet.
     * If 2, it corresponds to a finished parsing.  */
    int yynew;
  };


/* Given a state stack such that *YYBOTTOM is its bottom, such that
   *YYTOP is either its top or is YYTOP_EMPTY to indicate an empty
   stack, and such that *YYCAPACITY is the maximum number of elements it
   can hold without a reallocation, make sure there is enough room to
   store YYADD more elements.  If not, allocate a new stack using
   YYSTACK_ALLOC, copy the existing elements, and adjust *YYBOTTOM,
   *YYTOP, and *YYCAPACITY to reflect the new capacity and memory
   location.  If *YYBOTTOM != YYBOTTOM_NO_FREE, then free the old stack
   using YYSTACK_FREE.  Return 0 if successful or if no reallocation is
   required.  Return YYENOMEM if memory is exhausted.  */
static int
yy_lac_stack_realloc (YYPTRDIFF_T *yycapacity, YYPTRDIFF_T yyadd,
#if RULES_DEBUG
                      char const *yydebug_prefix,
                      char const *yydebug_suffix,
#endif
                      yy_state_t **yybottom,
                      yy_state_t *yybottom_no_free,
                      yy_state_t **yytop, yy_state_t *yytop_empty)
{
  YYPTRDIFF_T yysize_old =
    *yytop == yytop_empty ? 0 : *yytop - *yybottom + 1;
  YYPTRDIFF_T yysize_new = yysize_old + yyadd;
  if (*yycapacity < yysize_new)
    {
      YYPTRDIFF_T yyalloc = 2 * yysize_new;
      yy_state_t *yybottom_new;
      /* Use YYMAXDEPTH for maximum stack size given that the stack
         should never need to grow larger than the main state stack
         needs to grow without LAC.  */
      if (YYMAXDEPTH < yysize_new)
        {
          YYDPRINTF ((stderr, "%smax size exceeded%s", yydebug_prefix,
                      yydebug_suffix));
          return YYENOMEM;
        }
      if (YYMAXDEPTH < yyalloc)
        yyalloc = YYMAXDEPTH;
      yybottom_new =
        YY_CAST (yy_state_t *,
                 YYSTACK_ALLOC (YY_CAST (YYSIZE_T,
                                         yyalloc * YYSIZEOF (*yybottom_new))));
      if (!yybottom_new)
        {
          YYDPRINTF ((stderr, "%srealloc failed%s", yydebug_prefix,
                      yydebug_suffix));
          return YYENOMEM;
        }
      if (*yytop != yytop_empty)
        {
          YYCOPY (yybottom_new, *yybottom, yysize_old);
          *yytop = yybottom_new + (yysize_old - 1);
        }
      if (*yybottom != yybottom_no_free)
        YYSTACK_FREE (*yybottom);
      *yybottom = yybottom_new;
      *yycapacity = yyalloc;
    }
  return 0;
}

/* Establish the initial context for the current lookahead if no initial
   context is currently established.

   We define a context as a snapshot of the parser stacks.  We define
   the initial context for a lookahead as the context in which the
   parser initially examines that lookahead in order to select a
   syntactic action.  Thus, if the lookahead eventually proves
   syntactically unacceptable (possibly in a later context reached via a
   series of reductions), the initial context can be used to determine
   the exact set of tokens that would be syntactically acceptable in the
   lookahead's place.  Moreover, it is the context after which any
   further semantic actions would be erroneous because they would be
   determined by a syntactically unacceptable token.

   YY_LAC_ESTABLISH should be invoked when a reduction is about to be
   performed in an inconsistent state (which, for the purposes of LAC,
   includes consistent states that don't know they're consistent because
   their default reductions have been disabled).  Iff there is a
   lookahead token, it should also be invoked before reporting a syntax
   error.  This latter case is for the sake of the debugging output.

   For parse.lac=full, the implementation of YY_LAC_ESTABLISH is as
   follows.  If no initial context is currently established for the
   current lookahead, then check if that lookahead can eventually be
   shifted if syntactic actions continue from the current context.
   Report a syntax error if it cannot.  */
#define YY_LAC_ESTABLISH                                                \
do {                                                                    \
  if (!yy_lac_established)                                              \
    {                                                                   \
      YYDPRINTF ((stderr,                                               \
                  "LAC: initial context established for %s\n",          \
                  yysymbol_name (yytoken)));                            \
      yy_lac_established = 1;                                           \
      switch (yy_lac (yyesa, &yyes, &yyes_capacity, yyssp, yytoken))    \
        {                                                               \
        case YYENOMEM:                                                  \
          YYNOMEM;                                                      \
        case 1:                                                         \
          goto yyerrlab;                                                \
        }                                                               \
    }                                                                   \
} while (0)

/* Discard any previous initial lookahead context because of Event,
   which may be a lookahead change or an invalidation of the currently
   established initial context for the current lookahead.

   The most common example of a lookahead change is a shift.  An example
   of both cases is syntax error recovery.  That is, a syntax error
   occurs when the lookahead is syntactically erroneous for the
   currently established initial context, so error recovery manipulates
   the parser stacks to try to find a new initial context in which the
   current lookahead is syntactically acceptable.  If it fails to find
   such a context, it discards the lookahead.  */
#if RULES_DEBUG
# define YY_LAC_DISCARD(Event)                                           \
do {                                                                     \
  if (yy_lac_established)                                                \
    {                                                                    \
      YYDPRINTF ((stderr, "LAC: initial context discarded due to "       \
                  Event "\n"));                                          \
      yy_lac_established = 0;                                            \
    }                                                                    \
} while (0)
#else
# define YY_LAC_DISCARD(Event) yy_lac_established = 0
#endif

/* Given the stack whose top is *YYSSP, return 0 iff YYTOKEN can
   eventually (after perhaps some reductions) be shifted, return 1 if
   not, or return YYENOMEM if memory is exhausted.  As preconditions and
   postconditions: *YYES_CAPACITY is the allocated size of the array to
   which *YYES points, and either *YYES = YYESA or *YYES points to an
   array allocated with YYSTACK_ALLOC.  yy_lac may overwrite the
   contents of either array, alter *YYES and *YYES_CAPACITY, and free
   any old *YYES other than YYESA.  */
static int
yy_lac (yy_state_t *yyesa, yy_state_t **yyes,
        YYPTRDIFF_T *yyes_capacity, yy_state_t *yyssp, yysymbol_kind_t yytoken)
{
  yy_state_t *yyes_prev = yyssp;
  yy_state_t *yyesp = yyes_prev;
  /* Reduce until we encounter a shift and thereby accept the token.  */
  YYDPRINTF ((stderr, "LAC: checking lookahead %s:", yysymbol_name (yytoken)));
  if (yytoken == YYSYMBOL_YYUNDEF)
    {
      YYDPRINTF ((stderr, " Always Err\n"));
      return 1;
    }
  while (1)
    {
      int yyrule = yypact[+*yyesp];
      if (yypact_value_is_default (yyrule)
          || (yyrule += yytoken) < 0 || YYLAST < yyrule
          || yycheck[yyrule] != yytoken)
        {
          /* Use the default action.  */
          yyrule = yydefact[+*yyesp];
          if (yyrule == 0)
            {
              YYDPRINTF ((stderr, " Err\n"));
              return 1;
            }
        }
      else
        {
          /* Use the action from yytable.  */
          yyrule = yytable[yyrule];
          if (yytable_value_is_error (yyrule))
            {
              YYDPRINTF ((stderr, " Err\n"));
              return 1;
            }
          if (0 < yyrule)
            {
              YYDPRINTF ((stderr, " S%d\n", yyrule));
              return 0;
            }
          yyrule = -yyrule;
        }
      /* By now we know we have to simulate a reduce.  */
      YYDPRINTF ((stderr, " R%d", yyrule - 1));
      {
        /* Pop the corresponding number of values from the stack.  */
        YYPTRDIFF_T yylen = yyr2[yyrule];
        /* First pop from the LAC stack as many tokens as possible.  */
        if (yyesp != yyes_prev)
          {
            YYPTRDIFF_T yysize = yyesp - *yyes + 1;
            if (yylen < yysize)
              {
                yyesp -= yylen;
                yylen = 0;
              }
            else
              {
                yyesp = yyes_prev;
                yylen -= yysize;
              }
          }
        /* Only afterwards look at the main stack.  */
        if (yylen)
          yyesp = yyes_prev -= yylen;
      }
      /* Push the resulting state of the reduction.  */
      {
        yy_state_fast_t yystate;
        {
          const int yylhs = yyr1[yyrule] - YYNTOKENS;
          const int yyi = yypgoto[yylhs] + *yyesp;
          yystate = (0 <= yyi && yyi <= YYLAST && yycheck[yyi] == *yyesp
                     ? yytable[yyi]
                     : yydefgoto[yylhs]);
        }
        if (yyesp == yyes_prev)
          {
            yyesp = *yyes;
            YY_IGNORE_USELESS_CAST_BEGIN
            *yyesp = YY_CAST (yy_state_t, yystate);
            YY_IGNORE_USELESS_CAST_END
          }
        else
          {
            if (yy_lac_stack_realloc (yyes_capacity, 1,
#if RULES_DEBUG
                                      " (", ")",
#endif
                                      yyes, yyesa, &yyesp, yyes_prev))
              {
                YYDPRINTF ((stderr, "\n"));
                return YYENOMEM;
              }
            YY_IGNORE_USELESS_CAST_BEGIN
            *++yyesp = YY_CAST (yy_state_t, yystate);
            YY_IGNORE_USELESS_CAST_END
          }
        YYDPRINTF ((stderr, " G%d", yystate));
      }
    }
}

/* Context of a parse error.  */
typedef struct
{
  yypstate* yyps;
  yysymbol_kind_t yytoken;
  YYLTYPE *yylloc;
} yypcontext_t;

/* Put in YYARG at most YYARGN of the expected tokens given the
   current YYCTX, and return the number of tokens stored in YYARG.  If
   YYARG is null, return the number of expected tokens (guaranteed to
   be less than YYNTOKENS).  Return YYENOMEM on memory exhaustion.
   Return 0 if there are more than YYARGN expected tokens, yet fill
   YYARG up to YYARGN. */
static int
yypstate_expected_tokens (yypstate *yyps,
                          yysymbol_kind_t yyarg[], int yyargn)
{
  /* Actual size of YYARG. */
  int yycount = 0;

  int yyx;
  for (yyx = 0; yyx < YYNTOKENS; ++yyx)
    {
      yysymbol_kind_t yysym = YY_CAST (yysymbol_kind_t, yyx);
      if (yysym != YYSYMBOL_YYerror && yysym != YYSYMBOL_YYUNDEF)
        switch (yy_lac (yyps->yyesa, &yyps->yyes, &yyps->yyes_capacity, yyps->yyssp, yysym))
          {
          case YYENOMEM:
            return YYENOMEM;
          case 1:
            continue;
          default:
            if (!yyarg)
              ++yycount;
            else if (yycount == yyargn)
              return 0;
            else
              yyarg[yycount++] = yysym;
          }
    }
  if (yyarg && yycount == 0 && 0 < yyargn)
    yyarg[0] = YYSYMBOL_YYEMPTY;
  return yycount;
}


/* Similar to the previous function.  */
static int
yypcontext_expected_tokens (const yypcontext_t *yyctx,
                            yysymbol_kind_t yyarg[], int yyargn)
{
  return yypstate_expected_tokens (yyctx->yyps, yyarg, yyargn);
}


/* The kind of the lookahead of this context.  */
static yysymbol_kind_t
yypcontext_token (const yypcontext_t *yyctx) YY_ATTRIBUTE_UNUSED;

static yysymbol_kind_t
yypcontext_token (const yypcontext_t *yyctx)
{
  return yyctx->yytoken;
}

/* The location of the lookahead of this context.  */
static YYLTYPE *
yypcontext_location (const yypcontext_t *yyctx) YY_ATTRIBUTE_UNUSED;

static YYLTYPE *
yypcontext_location (const yypcontext_t *yyctx)
{
  return yyctx->yylloc;
}

/* User defined function to report a syntax error.  */
static int
yyreport_syntax_error (const yypcontext_t *yyctx, struct tree *t);

/*-----------------------------------------------.
| Release the memory associated to this symbol.  |
`-----------------------------------------------*/

static void
yydestruct (const char *yymsg,
            yysymbol_kind_t yykind, YYSTYPE *yyvaluep, YYLTYPE *yylocationp, struct tree *t)
{
  YY_USE (yyvaluep);
  YY_USE (yylocationp);
  YY_USE (t);
  if (!yymsg)
    yymsg = "Deleting";
  YY_SYMBOL_PRINT (yymsg, yykind, yyvaluep, yylocationp);

  YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
  YY_USE (yykind);
  YY_IGNORE_MAYBE_UNINITIALIZED_END
}





#define rules_nerrs yyps->rules_nerrs
#define yystate yyps->yystate
#define yyerrstatus yyps->yyerrstatus
#define yyssa yyps->yyssa
#define yyss yyps->yyss
#define yyssp yyps->yyssp
#define yyvsa yyps->yyvsa
#define yyvs yyps->yyvs
#define yyvsp yyps->yyvsp
#define yylsa yyps->yylsa
#define yyls yyps->yyls
#define yylsp yyps->yylsp
#define yystacksize yyps->yystacksize
#define yyesa yyps->yyesa
#define yyes yyps->yyes
#define yyes_capacity yyps->yyes_capacity

/* Initialize the parser data structure.  */
static void
yypstate_clear (yypstate *yyps)
{
  yynerrs = 0;
  yystate = 0;
  yyerrstatus = 0;

  yyssp = yyss;
  yyvsp = yyvs;
  yylsp = yyls;

  /* Initialize the state stack, in case yypcontext_expected_tokens is
     called before the first call to yyparse. */
  *yyssp = 0;
  yyps->yynew = 1;
}

/* Initialize the parser data structure.  */
yypstate *
yypstate_new (void)
{
  yypstate *yyps;
  yyps = YY_CAST (yypstate *, YYMALLOC (sizeof *yyps));
  if (!yyps)
    return YY_NULLPTR;
  yystacksize = YYINITDEPTH;
  yyss = yyssa;
  yyvs = yyvsa;
  yyls = yylsa;
  yyes = yyesa;
  yyes_capacity = 20;
  if (YYMAXDEPTH < yyes_capacity)
    yyes_capacity = YYMAXDEPTH;
  yypstate_clear (yyps);
  return yyps;
}

void
yypstate_delete (yypstate *yyps)
{
  if (yyps)
    {
#ifndef yyoverflow
      /* If the stack was reallocated but the parse did not complete, then the
         stack still needs to be freed.  */
      if (yyss != yyssa)
        YYSTACK_FREE (yyss);
#endif
      if (yyes != yyesa)
        YYSTACK_FREE (yyes);
      YYFREE (yyps);
    }
}



/*---------------.
| yypush_parse.  |
`---------------*/

int
yypush_parse (yypstate *yyps,
              int yypushed_char, YYSTYPE const *yypushed_val, YYLTYPE *yypushed_loc, struct tree *t)
{
/* Lookahead token kind.  */
int yychar;


/* The semantic value of the lookahead symbol.  */
/* Default value used for initialization, for pacifying older GCCs
   or non-GCC compilers.  */
YY_INITIAL_VALUE (static YYSTYPE yyval_default;)
YYSTYPE yylval YY_INITIAL_VALUE (= yyval_default);

/* Location data for the lookahead symbol.  */
static YYLTYPE yyloc_default
# if defined RULES_LTYPE_IS_TRIVIAL && RULES_LTYPE_IS_TRIVIAL
  = { 1, 1, 1, 1 }
# endif
;
YYLTYPE yylloc = yyloc_default;

  /* Whether LAC context is established.  A Boolean.  */
  int yy_lac_established = 0;
  int yyn;
  /* The return value of yyparse.  */
  int yyresult;
  /* Lookahead symbol kind.  */
  yysymbol_kind_t yytoken = YYSYMBOL_YYEMPTY;
  /* The variables used to return semantic value and location from the
     action routines.  */
  YYSTYPE yyval;
  YYLTYPE yyloc;

  /* The locations where the error started and ended.  */
  YYLTYPE yyerror_range[3];



#define YYPOPSTACK(N)   (yyvsp -= (N), yyssp -= (N), yylsp -= (N))

  /* The number of symbols on the RHS of the reduced rule.
     Keep to zero when no symbol should be popped.  */
  int yylen = 0;

  switch (yyps->yynew)
    {
    case 0:
      yyn = yypact[yystate];
      goto yyread_pushed_token;

    case 2:
      yypstate_clear (yyps);
      break;

    default:
      break;
    }

  YYDPRINTF ((stderr, "Starting parse\n"));

  yychar = TOK_RULES_EMPTY; /* Cause a token to be read.  */

  yylsp[0] = *yypushed_loc;
  goto yysetstate;


/*------------------------------------------------------------.
| yynewstate -- push a new state, which is found in yystate.  |
`------------------------------------------------------------*/
yynewstate:
  /* In all cases, when you get here, the value and location stacks
     have just been pushed.  So pushing a state here evens the stacks.  */
  yyssp++;


/*--------------------------------------------------------------------.
| yysetstate -- set current state (the top of the stack) to yystate.  |
`--------------------------------------------------------------------*/
yysetstate:
  YYDPRINTF ((stderr, "Entering state %d\n", yystate));
  YY_ASSERT (0 <= yystate && yystate < YYNSTATES);
  YY_IGNORE_USELESS_CAST_BEGIN
  *yyssp = YY_CAST (yy_state_t, yystate);
  YY_IGNORE_USELESS_CAST_END
  YY_STACK_PRINT (yyss, yyssp);

  if (yyss + yystacksize - 1 <= yyssp)
#if !defined yyoverflow && !defined YYSTACK_RELOCATE
    YYNOMEM;
#else
    {
      /* Get the current used size of the three stacks, in elements.  */
      YYPTRDIFF_T yysize = yyssp - yyss + 1;

# if defined yyoverflow
      {
        /* Give user a chance to reallocate the stack.  Use copies of
           these so that the &'s don't force the real ones into
           memory.  */
        yy_state_t *yyss1 = yyss;
        YYSTYPE *yyvs1 = yyvs;
        YYLTYPE *yyls1 = yyls;

        /* Each stack pointer address is followed by the size of the
           data in use in that stack, in bytes.  This used to be a
           conditional around just the two extra args, but that might
           be undefined if yyoverflow is a macro.  */
        yyoverflow (YY_("memory exhausted"),
                    &yyss1, yysize * YYSIZEOF (*yyssp),
                    &yyvs1, yysize * YYSIZEOF (*yyvsp),
                    &yyls1, yysize * YYSIZEOF (*yylsp),
                    &yystacksize);
        yyss = yyss1;
        yyvs = yyvs1;
        yyls = yyls1;
      }
# else /* defined YYSTACK_RELOCATE */
      /* Extend the stack our own way.  */
      if (YYMAXDEPTH <= yystacksize)
        YYNOMEM;
      yystacksize *= 2;
      if (YYMAXDEPTH < yystacksize)
        yystacksize = YYMAXDEPTH;

      {
        yy_state_t *yyss1 = yyss;
        union yyalloc *yyptr =
          YY_CAST (union yyalloc *,
                   YYSTACK_ALLOC (YY_CAST (YYSIZE_T, YYSTACK_BYTES (yystacksize))));
        if (! yyptr)
          YYNOMEM;
        YYSTACK_RELOCATE (yyss_alloc, yyss);
        YYSTACK_RELOCATE (yyvs_alloc, yyvs);
        YYSTACK_RELOCATE (yyls_alloc, yyls);
#  undef YYSTACK_RELOCATE
        if (yyss1 != yyssa)
          YYSTACK_FREE (yyss1);
      }
# endif

      yyssp = yyss + yysize - 1;
      yyvsp = yyvs + yysize - 1;
      yylsp = yyls + yysize - 1;

      YY_IGNORE_USELESS_CAST_BEGIN
      YYDPRINTF ((stderr, "Stack size increased to %ld\n",
                  YY_CAST (long, yystacksize)));
      YY_IGNORE_USELESS_CAST_END

      if (yyss + yystacksize - 1 <= yyssp)
        YYABORT;
    }
#endif /* !defined yyoverflow && !defined YYSTACK_RELOCATE */


  if (yystate == YYFINAL)
    YYACCEPT;

  goto yybackup;


/*-----------.
| yybackup.  |
`-----------*/
yybackup:
  /* Do appropriate processing given the current state.  Read a
     lookahead token if we need one and don't already have one.  */

  /* First try to decide what to do without reference to lookahead token.  */
  yyn = yypact[yystate];
  if (yypact_value_is_default (yyn))
    goto yydefault;

  /* Not known => get a lookahead token if don't already have one.  */

  /* YYCHAR is either empty, or end-of-input, or a valid lookahead.  */
  if (yychar == TOK_RULES_EMPTY)
    {
      if (!yyps->yynew)
        {
          YYDPRINTF ((stderr, "Return for a new token:\n"));
          yyresult = YYPUSH_MORE;
          goto yypushreturn;
        }
      yyps->yynew = 0;
yyread_pushed_token:
      YYDPRINTF ((stderr, "Reading a token\n"));
      yychar = yypushed_char;
      if (yypushed_val)
        yylval = *yypushed_val;
      if (yypushed_loc)
        yylloc = *yypushed_loc;
    }

  if (yychar <= TOK_EOF)
    {
      yychar = TOK_EOF;
      yytoken = YYSYMBOL_YYEOF;
      YYDPRINTF ((stderr, "Now at end of input.\n"));
    }
  else if (yychar == TOK_RULES_error)
    {
      /* The scanner already issued an error message, process directly
         to error recovery.  But do not keep the error token as
         lookahead, it is too special and may lead us to an endless
         loop in error recovery. */
      yychar = TOK_RULES_UNDEF;
      yytoken = YYSYMBOL_YYerror;
      yyerror_range[1] = yylloc;
      goto yyerrlab1;
    }
  else
    {
      yytoken = YYTRANSLATE (yychar);
      YY_SYMBOL_PRINT ("Next token is", yytoken, &yylval, &yylloc);
    }

  /* If the proper action on seeing token YYTOKEN is to reduce or to
     detect an error, take that action.  */
  yyn += yytoken;
  if (yyn < 0 || YYLAST < yyn || yycheck[yyn] != yytoken)
    {
      YY_LAC_ESTABLISH;
      goto yydefault;
    }
  yyn = yytable[yyn];
  if (yyn <= 0)
    {
      if (yytable_value_is_error (yyn))
        goto yyerrlab;
      yyn = -yyn;
      YY_LAC_ESTABLISH;
      goto yyreduce;
    }

  /* Count tokens shifted since error; after three, turn off error
     status.  */
  if (yyerrstatus)
    yyerrstatus--;

  /* Shift the lookahead token.  */
  YY_SYMBOL_PRINT ("Shifting", yytoken, &yylval, &yylloc);
  yystate = yyn;
  YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
  *++yyvsp = yylval;
  YY_IGNORE_MAYBE_UNINITIALIZED_END
  *++yylsp = yylloc;

  /* Discard the shifted token.  */
  yychar = TOK_RULES_EMPTY;
  YY_LAC_DISCARD ("shift");
  goto yynewstate;


/*-----------------------------------------------------------.
| yydefault -- do the default action for the current state.  |
`-----------------------------------------------------------*/
yydefault:
  yyn = yydefact[yystate];
  if (yyn == 0)
    goto yyerrlab;
  goto yyreduce;


/*-----------------------------.
| yyreduce -- do a reduction.  |
`-----------------------------*/
yyreduce:
  /* yyn is the number of a rule to reduce with.  */
  yylen = yyr2[yyn];

  /* If YYLEN is nonzero, implement the default value of the action:
     '$$ = $1'.

     Otherwise, the following line sets YYVAL to garbage.
     This behavior is undocumented and Bison
     users should not rely upon it.  Assigning to YYVAL
     unconditionally makes the parser a bit smaller, and it avoids a
     GCC warning that YYVAL may be used uninitialized.  */
  yyval = yyvsp[1-yylen];

  /* Default location. */
  YYLLOC_DEFAULT (yyloc, (yylsp - yylen), yylen);
  yyerror_range[1] = yyloc;
  YY_REDUCE_PRINT (yyn);
  {
    int yychar_backup = yychar;
    switch (yyn)
      {
  case 2: /* file: items  */
#line 102 "grammar/rules.y"
                                   { t->root = TREE(t, file, (yyloc), .items = (yyvsp[0].TOK_items)); }
#line 2526 "build/gen/rules.tab.c"
    break;

  case 3: /* items: %empty  */
#line 106 "grammar/rules.y"
                                   { (yyval.TOK_items) = (struct nodes){0}; }
#line 2532 "build/gen/rules.tab.c"
    break;

  case 4: /* items: items item  */
#line 107 "grammar/rules.y"
                                   { (yyval.TOK_items) = tree_list(t, (yyvsp[-1].TOK_items), (yyvsp[0].TOK_item)); }
#line 2538 "build/gen/rules.tab.c"
    break;

  case 5: /* items: items error  */
#line 108 "grammar/rules.y"
                                   { (yyval.TOK_items) = (yyvsp[-1].TOK_items); }
#line 2544 "build/gen/rules.tab.c"
    break;

  case 10: /* item: "facts" "{" declarations "}"  */
#line 116 "grammar/rules.y"
                                   { (yyval.TOK_item) = TREE(t, facts, (yyloc), .declarations = (yyvsp[-1].TOK_declarations)); }
#line 2550 "build/gen/rules.tab.c"
    break;

  case 11: /* item: "units" "{" units "}"  */
#line 117 "grammar/rules.y"
                                   { (yyval.TOK_item) = TREE(t, units, (yyloc), .units = (yyvsp[-1].TOK_units)); }
#line 2556 "build/gen/rules.tab.c"
    break;

  case 12: /* item: "status" "{" bands "}"  */
#line 118 "grammar/rules.y"
                                   { (yyval.TOK_item) = TREE(t, status, (yyloc), .bands = (yyvsp[-1].TOK_bands)); }
#line 2562 "build/gen/rules.tab.c"
    break;

  case 13: /* item: "calendar" name title_opt "{" calendar_items "}"  */
#line 120 "grammar/rules.y"
    { (yyval.TOK_item) = TREE(t, calendar, (yyloc), .name = (yyvsp[-4].TOK_name), .title = (yyvsp[-3].TOK_title_opt), .items = (yyvsp[-1].TOK_calendar_items)); }
#line 2568 "build/gen/rules.tab.c"
    break;

  case 14: /* criteria: "criteria" name title_opt  */
#line 124 "grammar/rules.y"
                                   { (yyval.TOK_criteria) = TREE(t, criteria, (yyloc), .id = (yyvsp[-1].TOK_name), .title = (yyvsp[0].TOK_title_opt)); }
#line 2574 "build/gen/rules.tab.c"
    break;

  case 15: /* head: "era" name  */
#line 128 "grammar/rules.y"
                                   { (yyval.TOK_head) = TREE(t, era, (yyloc), .name = (yyvsp[0].TOK_name)); }
#line 2580 "build/gen/rules.tab.c"
    break;

  case 16: /* head: "period" range  */
#line 129 "grammar/rules.y"
                                   { (yyval.TOK_head) = TREE(t, period, (yyloc), .range = (yyvsp[0].TOK_range)); }
#line 2586 "build/gen/rules.tab.c"
    break;

  case 17: /* head: "closes" date  */
#line 130 "grammar/rules.y"
                                   { (yyval.TOK_head) = TREE(t, closes, (yyloc), .date = (yyvsp[0].TOK_date)); }
#line 2592 "build/gen/rules.tab.c"
    break;

  case 18: /* head: "use" string  */
#line 131 "grammar/rules.y"
                                   { (yyval.TOK_head) = TREE(t, use, (yyloc), .file = (yyvsp[0].TOK_string)); }
#line 2598 "build/gen/rules.tab.c"
    break;

  case 19: /* units: %empty  */
#line 135 "grammar/rules.y"
                                   { (yyval.TOK_units) = (struct nodes){0}; }
#line 2604 "build/gen/rules.tab.c"
    break;

  case 20: /* units: units unit_declaration  */
#line 136 "grammar/rules.y"
                                   { (yyval.TOK_units) = tree_list(t, (yyvsp[-1].TOK_units), (yyvsp[0].TOK_unit_declaration)); }
#line 2610 "build/gen/rules.tab.c"
    break;

  case 21: /* units: units error  */
#line 137 "grammar/rules.y"
                                   { (yyval.TOK_units) = (yyvsp[-1].TOK_units); }
#line 2616 "build/gen/rules.tab.c"
    break;

  case 22: /* unit_declaration: name title_opt  */
#line 141 "grammar/rules.y"
                                   { (yyval.TOK_unit_declaration) = TREE(t, unit_declaration, (yyloc), .name = (yyvsp[-1].TOK_name), .title = (yyvsp[0].TOK_title_opt)); }
#line 2622 "build/gen/rules.tab.c"
    break;

  case 23: /* declarations: %empty  */
#line 147 "grammar/rules.y"
                                   { (yyval.TOK_declarations) = (struct nodes){0}; }
#line 2628 "build/gen/rules.tab.c"
    break;

  case 24: /* declarations: declarations declaration  */
#line 148 "grammar/rules.y"
                                   { (yyval.TOK_declarations) = tree_list(t, (yyvsp[-1].TOK_declarations), (yyvsp[0].TOK_declaration)); }
#line 2634 "build/gen/rules.tab.c"
    break;

  case 25: /* declarations: declarations error  */
#line 149 "grammar/rules.y"
                                   { (yyval.TOK_declarations) = (yyvsp[-1].TOK_declarations); }
#line 2640 "build/gen/rules.tab.c"
    break;

  case 26: /* declaration: names title_opt "{" declarations "}"  */
#line 154 "grammar/rules.y"
    { (yyval.TOK_declaration) = TREE(t, fact_group, (yyloc), .names = (yyvsp[-4].TOK_names), .title = (yyvsp[-3].TOK_title_opt), .declarations = (yyvsp[-1].TOK_declarations)); }
#line 2646 "build/gen/rules.tab.c"
    break;

  case 27: /* declaration: names title_opt ":" type attributes  */
#line 156 "grammar/rules.y"
    { (yyval.TOK_declaration) = TREE(t, fact, (yyloc), .names = (yyvsp[-4].TOK_names), .title = (yyvsp[-3].TOK_title_opt), .type = (yyvsp[-1].TOK_type), .attributes = (yyvsp[0].TOK_attributes)); }
#line 2652 "build/gen/rules.tab.c"
    break;

  case 28: /* names: path  */
#line 160 "grammar/rules.y"
                                   { (yyval.TOK_names) = tree_list(t, (struct nodes){0}, (yyvsp[0].TOK_path)); }
#line 2658 "build/gen/rules.tab.c"
    break;

  case 29: /* names: names "," path  */
#line 161 "grammar/rules.y"
                                   { (yyval.TOK_names) = tree_list(t, (yyvsp[-2].TOK_names), (yyvsp[0].TOK_path)); }
#line 2664 "build/gen/rules.tab.c"
    break;

  case 30: /* type: "number"  */
#line 165 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_NUMBER); }
#line 2670 "build/gen/rules.tab.c"
    break;

  case 31: /* type: "number" "in" unit  */
#line 166 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_NUMBER, .unit = (yyvsp[0].TOK_unit)); }
#line 2676 "build/gen/rules.tab.c"
    break;

  case 32: /* type: "integer"  */
#line 167 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_INTEGER); }
#line 2682 "build/gen/rules.tab.c"
    break;

  case 33: /* type: "integer" "in" unit  */
#line 168 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_INTEGER, .unit = (yyvsp[0].TOK_unit)); }
#line 2688 "build/gen/rules.tab.c"
    break;

  case 34: /* type: "text"  */
#line 169 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_TEXT); }
#line 2694 "build/gen/rules.tab.c"
    break;

  case 35: /* type: "date"  */
#line 170 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_DATE); }
#line 2700 "build/gen/rules.tab.c"
    break;

  case 36: /* type: "month"  */
#line 171 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_MONTH); }
#line 2706 "build/gen/rules.tab.c"
    break;

  case 37: /* type: "yes/no"  */
#line 172 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_YES_NO); }
#line 2712 "build/gen/rules.tab.c"
    break;

  case 38: /* type: "one" "of" "(" words ")"  */
#line 173 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_CHOICE, .words = (yyvsp[-1].TOK_words)); }
#line 2718 "build/gen/rules.tab.c"
    break;

  case 39: /* type: "set" "of" "text"  */
#line 174 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_SET); }
#line 2724 "build/gen/rules.tab.c"
    break;

  case 40: /* type: "set" "of" "(" words ")"  */
#line 175 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_SET, .words = (yyvsp[-1].TOK_words)); }
#line 2730 "build/gen/rules.tab.c"
    break;

  case 41: /* type: "table" "{" columns "}"  */
#line 176 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, type, (yyloc), .kind = WRITTEN_TABLE, .columns = (yyvsp[-1].TOK_columns)); }
#line 2736 "build/gen/rules.tab.c"
    break;

  case 42: /* type: "table" error "}"  */
#line 177 "grammar/rules.y"
                                   { (yyval.TOK_type) = TREE(t, broken, (yyloc), .text = {0}); }
#line 2742 "build/gen/rules.tab.c"
    break;

  case 44: /* words: string  */
#line 185 "grammar/rules.y"
                                   { (yyval.TOK_words) = tree_list(t, (struct nodes){0}, (yyvsp[0].TOK_string)); }
#line 2748 "build/gen/rules.tab.c"
    break;

  case 45: /* words: words "," string  */
#line 186 "grammar/rules.y"
                                   { (yyval.TOK_words) = tree_list(t, (yyvsp[-2].TOK_words), (yyvsp[0].TOK_string)); }
#line 2754 "build/gen/rules.tab.c"
    break;

  case 46: /* attributes: %empty  */
#line 190 "grammar/rules.y"
                                   { (yyval.TOK_attributes) = (struct nodes){0}; }
#line 2760 "build/gen/rules.tab.c"
    break;

  case 47: /* attributes: attributes "," attribute  */
#line 191 "grammar/rules.y"
                                   { (yyval.TOK_attributes) = tree_list(t, (yyvsp[-2].TOK_attributes), (yyvsp[0].TOK_attribute)); }
#line 2766 "build/gen/rules.tab.c"
    break;

  case 48: /* attribute: "optional"  */
#line 195 "grammar/rules.y"
                                   { (yyval.TOK_attribute) = TREE(t, attribute, (yyloc), .kind = ATTRIBUTE_OPTIONAL); }
#line 2772 "build/gen/rules.tab.c"
    break;

  case 49: /* attribute: "fixed"  */
#line 196 "grammar/rules.y"
                                   { (yyval.TOK_attribute) = TREE(t, attribute, (yyloc), .kind = ATTRIBUTE_FIXED); }
#line 2778 "build/gen/rules.tab.c"
    break;

  case 50: /* attribute: plain "decimals"  */
#line 197 "grammar/rules.y"
                                   { (yyval.TOK_attribute) = TREE(t, attribute, (yyloc), .kind = ATTRIBUTE_DECIMALS, .value = (yyvsp[-1].TOK_plain)); }
#line 2784 "build/gen/rules.tab.c"
    break;

  case 51: /* attribute: "at" "least" plain  */
#line 198 "grammar/rules.y"
                                   { (yyval.TOK_attribute) = TREE(t, attribute, (yyloc), .kind = ATTRIBUTE_LEAST, .value = (yyvsp[0].TOK_plain)); }
#line 2790 "build/gen/rules.tab.c"
    break;

  case 52: /* attribute: "at" "most" plain  */
#line 199 "grammar/rules.y"
                                   { (yyval.TOK_attribute) = TREE(t, attribute, (yyloc), .kind = ATTRIBUTE_MOST, .value = (yyvsp[0].TOK_plain)); }
#line 2796 "build/gen/rules.tab.c"
    break;

  case 53: /* attribute: "key" name  */
#line 200 "grammar/rules.y"
                                   { (yyval.TOK_attribute) = TREE(t, attribute, (yyloc), .kind = ATTRIBUTE_KEY, .value = (yyvsp[0].TOK_name)); }
#line 2802 "build/gen/rules.tab.c"
    break;

  case 54: /* criterion: height id title_opt "{" members "}"  */
#line 207 "grammar/rules.y"
    { (yyval.TOK_criterion) = TREE(t, criterion, (yyloc), .height = (yyvsp[-5].TOK_height), .id = (yyvsp[-4].TOK_id), .title = (yyvsp[-3].TOK_title_opt), .items = (yyvsp[-1].TOK_members)); }
#line 2808 "build/gen/rules.tab.c"
    break;

  case 55: /* criterion: height error "{" members "}"  */
#line 208 "grammar/rules.y"
                                   { (yyval.TOK_criterion) = TREE(t, broken, (yyloc), .text = {0}); }
#line 2814 "build/gen/rules.tab.c"
    break;

  case 56: /* height: "group"  */
#line 212 "grammar/rules.y"
                                   { (yyval.TOK_height) = HEIGHT_GROUP; }
#line 2820 "build/gen/rules.tab.c"
    break;

  case 57: /* height: "indicator"  */
#line 213 "grammar/rules.y"
                                   { (yyval.TOK_height) = HEIGHT_INDICATOR; }
#line 2826 "build/gen/rules.tab.c"
    break;

  case 58: /* height: "part"  */
#line 214 "grammar/rules.y"
                                   { (yyval.TOK_height) = HEIGHT_PART; }
#line 2832 "build/gen/rules.tab.c"
    break;

  case 59: /* members: %empty  */
#line 218 "grammar/rules.y"
                                   { (yyval.TOK_members) = (struct nodes){0}; }
#line 2838 "build/gen/rules.tab.c"
    break;

  case 60: /* members: members member  */
#line 219 "grammar/rules.y"
                                   { (yyval.TOK_members) = tree_list(t, (yyvsp[-1].TOK_members), (yyvsp[0].TOK_member)); }
#line 2844 "build/gen/rules.tab.c"
    break;

  case 61: /* members: members error  */
#line 220 "grammar/rules.y"
                                   { (yyval.TOK_members) = (yyvsp[-1].TOK_members); }
#line 2850 "build/gen/rules.tab.c"
    break;

  case 64: /* member: "points" number  */
#line 226 "grammar/rules.y"
                                   { (yyval.TOK_member) = TREE(t, points, (yyloc), .number = (yyvsp[0].TOK_number)); }
#line 2856 "build/gen/rules.tab.c"
    break;

  case 65: /* member: "unit" string  */
#line 227 "grammar/rules.y"
                                   { (yyval.TOK_member) = TREE(t, shown_unit, (yyloc), .text = (yyvsp[0].TOK_string)); }
#line 2862 "build/gen/rules.tab.c"
    break;

  case 66: /* member: "applies" "when" cond "otherwise" policy  */
#line 229 "grammar/rules.y"
    { (yyval.TOK_member) = TREE(t, applies, (yyloc), .when = (yyvsp[-2].TOK_cond), .policy = (yyvsp[0].TOK_policy)); }
#line 2868 "build/gen/rules.tab.c"
    break;

  case 67: /* member: "measure" expr  */
#line 230 "grammar/rules.y"
                                   { (yyval.TOK_member) = TREE(t, measure, (yyloc), .value = (yyvsp[0].TOK_expr)); }
#line 2874 "build/gen/rules.tab.c"
    break;

  case 68: /* member: "levels" numbers  */
#line 231 "grammar/rules.y"
                                   { (yyval.TOK_member) = TREE(t, levels, (yyloc), .values = (yyvsp[0].TOK_numbers)); }
#line 2880 "build/gen/rules.tab.c"
    break;

  case 69: /* member: "steps" "{" steps "}"  */
#line 232 "grammar/rules.y"
                                   { (yyval.TOK_member) = TREE(t, steps, (yyloc), .steps = (yyvsp[-1].TOK_steps)); }
#line 2886 "build/gen/rules.tab.c"
    break;

  case 70: /* member: "score" expr  */
#line 233 "grammar/rules.y"
                                   { (yyval.TOK_member) = TREE(t, score, (yyloc), .value = (yyvsp[0].TOK_expr)); }
#line 2892 "build/gen/rules.tab.c"
    break;

  case 72: /* common: "note" string  */
#line 239 "grammar/rules.y"
                                   { (yyval.TOK_common) = TREE(t, note, (yyloc), .text = (yyvsp[0].TOK_string)); }
#line 2898 "build/gen/rules.tab.c"
    break;

  case 73: /* common: "title" name string  */
#line 240 "grammar/rules.y"
                                   { (yyval.TOK_common) = TREE(t, title, (yyloc), .language = (yyvsp[-1].TOK_name), .text = (yyvsp[0].TOK_string)); }
#line 2904 "build/gen/rules.tab.c"
    break;

  case 74: /* common: "scale" range  */
#line 241 "grammar/rules.y"
                                   { (yyval.TOK_common) = TREE(t, scale, (yyloc), .range = (yyvsp[0].TOK_range)); }
#line 2910 "build/gen/rules.tab.c"
    break;

  case 75: /* common: "missing" "scores" signed  */
#line 243 "grammar/rules.y"
    { (yyval.TOK_common) = TREE(t, missing, (yyloc), .policy = TREE(t, policy, (yylsp[-1]), .kind = POLICY_SCORE, .value = (yyvsp[0].TOK_signed))); }
#line 2916 "build/gen/rules.tab.c"
    break;

  case 76: /* common: "missing" "drop"  */
#line 245 "grammar/rules.y"
    { (yyval.TOK_common) = TREE(t, missing, (yyloc), .policy = TREE(t, policy, (yylsp[0]), .kind = POLICY_DROP)); }
#line 2922 "build/gen/rules.tab.c"
    break;

  case 77: /* common: "not" "applicable" policy  */
#line 246 "grammar/rules.y"
                                   { (yyval.TOK_common) = TREE(t, not_applicable, (yyloc), .policy = (yyvsp[0].TOK_policy)); }
#line 2928 "build/gen/rules.tab.c"
    break;

  case 78: /* common: "penalty" name title_opt "{" penalty_items "}"  */
#line 248 "grammar/rules.y"
    { (yyval.TOK_common) = TREE(t, penalty, (yyloc), .name = (yyvsp[-4].TOK_name), .title = (yyvsp[-3].TOK_title_opt), .items = (yyvsp[-1].TOK_penalty_items)); }
#line 2934 "build/gen/rules.tab.c"
    break;

  case 79: /* common: bound signed  */
#line 249 "grammar/rules.y"
                                   { (yyval.TOK_common) = TREE(t, bound, (yyloc), .kind = (yyvsp[-1].TOK_bound), .number = (yyvsp[0].TOK_signed)); }
#line 2940 "build/gen/rules.tab.c"
    break;

  case 80: /* common: "round" targets rounding  */
#line 250 "grammar/rules.y"
                                   { (yyval.TOK_common) = TREE(t, round, (yyloc), .targets = (yyvsp[-1].TOK_targets), .rounding = (yyvsp[0].TOK_rounding)); }
#line 2946 "build/gen/rules.tab.c"
    break;

  case 81: /* common: "show" targets show_rounding  */
#line 251 "grammar/rules.y"
                                   { (yyval.TOK_common) = TREE(t, show, (yyloc), .targets = (yyvsp[-1].TOK_targets), .rounding = (yyvsp[0].TOK_show_rounding)); }
#line 2952 "build/gen/rules.tab.c"
    break;

  case 82: /* common: "let" name title_opt "=" expr  */
#line 253 "grammar/rules.y"
    { (yyval.TOK_common) = TREE(t, let, (yyloc), .name = (yyvsp[-3].TOK_name), .title = (yyvsp[-2].TOK_title_opt), .value = (yyvsp[0].TOK_expr)); }
#line 2958 "build/gen/rules.tab.c"
    break;

  case 83: /* cite: "cite" string cite_dated cite_page  */
#line 258 "grammar/rules.y"
    { (yyval.TOK_cite) = TREE(t, cite, (yyloc), .document = (yyvsp[-2].TOK_string), .dated = (yyvsp[-1].TOK_cite_dated), .page = (yyvsp[0].TOK_cite_page)); }
#line 2964 "build/gen/rules.tab.c"
    break;

  case 84: /* cite_dated: %empty  */
#line 260 "grammar/rules.y"
                   { (yyval.TOK_cite_dated) = NULL; }
#line 2970 "build/gen/rules.tab.c"
    break;

  case 85: /* cite_dated: "dated" date  */
#line 260 "grammar/rules.y"
                                                 { (yyval.TOK_cite_dated) = (yyvsp[0].TOK_date); }
#line 2976 "build/gen/rules.tab.c"
    break;

  case 86: /* cite_page: %empty  */
#line 261 "grammar/rules.y"
                  { (yyval.TOK_cite_page) = NULL; }
#line 2982 "build/gen/rules.tab.c"
    break;

  case 87: /* cite_page: "page" number  */
#line 261 "grammar/rules.y"
                                                 { (yyval.TOK_cite_page) = (yyvsp[0].TOK_number); }
#line 2988 "build/gen/rules.tab.c"
    break;

  case 88: /* policy: "drop"  */
#line 264 "grammar/rules.y"
                                   { (yyval.TOK_policy) = TREE(t, policy, (yyloc), .kind = POLICY_DROP); }
#line 2994 "build/gen/rules.tab.c"
    break;

  case 89: /* policy: "score" signed  */
#line 265 "grammar/rules.y"
                                   { (yyval.TOK_policy) = TREE(t, policy, (yyloc), .kind = POLICY_SCORE, .value = (yyvsp[0].TOK_signed)); }
#line 3000 "build/gen/rules.tab.c"
    break;

  case 90: /* policy: "give" "weight" "to" id  */
#line 266 "grammar/rules.y"
                                   { (yyval.TOK_policy) = TREE(t, policy, (yyloc), .kind = POLICY_GIVE, .value = (yyvsp[0].TOK_id)); }
#line 3006 "build/gen/rules.tab.c"
    break;

  case 91: /* bound: "floor"  */
#line 269 "grammar/rules.y"
               { (yyval.TOK_bound) = BOUND_FLOOR; }
#line 3012 "build/gen/rules.tab.c"
    break;

  case 92: /* bound: "cap"  */
#line 269 "grammar/rules.y"
                                             { (yyval.TOK_bound) = BOUND_CAP; }
#line 3018 "build/gen/rules.tab.c"
    break;

  case 93: /* numbers: signed  */
#line 272 "grammar/rules.y"
                                   { (yyval.TOK_numbers) = tree_list(t, (struct nodes){0}, (yyvsp[0].TOK_signed)); }
#line 3024 "build/gen/rules.tab.c"
    break;

  case 94: /* numbers: numbers "," signed  */
#line 273 "grammar/rules.y"
                                   { (yyval.TOK_numbers) = tree_list(t, (yyvsp[-2].TOK_numbers), (yyvsp[0].TOK_signed)); }
#line 3030 "build/gen/rules.tab.c"
    break;

  case 95: /* steps: %empty  */
#line 277 "grammar/rules.y"
                                   { (yyval.TOK_steps) = (struct nodes){0}; }
#line 3036 "build/gen/rules.tab.c"
    break;

  case 96: /* steps: steps step  */
#line 278 "grammar/rules.y"
                                   { (yyval.TOK_steps) = tree_list(t, (yyvsp[-1].TOK_steps), (yyvsp[0].TOK_step)); }
#line 3042 "build/gen/rules.tab.c"
    break;

  case 97: /* steps: steps error  */
#line 279 "grammar/rules.y"
                                   { (yyval.TOK_steps) = (yyvsp[-1].TOK_steps); }
#line 3048 "build/gen/rules.tab.c"
    break;

  case 98: /* step: "a number" title_opt "done" cond step_properties  */
#line 284 "grammar/rules.y"
    { (yyval.TOK_step) = TREE(t, step, (yyloc), .number = TREE(t, number, (yylsp[-4]), .digits = (yyvsp[-4].TOK_NUM)), .title = (yyvsp[-3].TOK_title_opt), .done = (yyvsp[-1].TOK_cond), .properties = (yyvsp[0].TOK_step_properties)); }
#line 3054 "build/gen/rules.tab.c"
    break;

  case 99: /* step_properties: %empty  */
#line 288 "grammar/rules.y"
                                   { (yyval.TOK_step_properties) = (struct nodes){0}; }
#line 3060 "build/gen/rules.tab.c"
    break;

  case 100: /* step_properties: step_properties step_property  */
#line 289 "grammar/rules.y"
                                   { (yyval.TOK_step_properties) = tree_list(t, (yyvsp[-1].TOK_step_properties), (yyvsp[0].TOK_step_property)); }
#line 3066 "build/gen/rules.tab.c"
    break;

  case 101: /* step_property: "by" sum  */
#line 293 "grammar/rules.y"
                                   { (yyval.TOK_step_property) = TREE(t, by, (yyloc), .deadline = (yyvsp[0].TOK_sum)); }
#line 3072 "build/gen/rules.tab.c"
    break;

  case 102: /* step_property: "late" number "per" day_unit  */
#line 294 "grammar/rules.y"
                                   { (yyval.TOK_step_property) = TREE(t, late, (yyloc), .amount = (yyvsp[-2].TOK_number), .unit = (yyvsp[0].TOK_day_unit)); }
#line 3078 "build/gen/rules.tab.c"
    break;

  case 103: /* step_property: "note" string  */
#line 295 "grammar/rules.y"
                                   { (yyval.TOK_step_property) = TREE(t, note, (yyloc), .text = (yyvsp[0].TOK_string)); }
#line 3084 "build/gen/rules.tab.c"
    break;

  case 105: /* day_unit: "day"  */
#line 300 "grammar/rules.y"
                                   { (yyval.TOK_day_unit) = UNIT_DAY; }
#line 3090 "build/gen/rules.tab.c"
    break;

  case 106: /* day_unit: "working" "day"  */
#line 301 "grammar/rules.y"
                                   { (yyval.TOK_day_unit) = UNIT_WORKING_DAY; }
#line 3096 "build/gen/rules.tab.c"
    break;

  case 107: /* penalty_items: %empty  */
#line 305 "grammar/rules.y"
                                   { (yyval.TOK_penalty_items) = (struct nodes){0}; }
#line 3102 "build/gen/rules.tab.c"
    break;

  case 108: /* penalty_items: penalty_items penalty_item  */
#line 306 "grammar/rules.y"
                                   { (yyval.TOK_penalty_items) = tree_list(t, (yyvsp[-1].TOK_penalty_items), (yyvsp[0].TOK_penalty_item)); }
#line 3108 "build/gen/rules.tab.c"
    break;

  case 109: /* penalty_items: penalty_items error  */
#line 307 "grammar/rules.y"
                                   { (yyval.TOK_penalty_items) = (yyvsp[-1].TOK_penalty_items); }
#line 3114 "build/gen/rules.tab.c"
    break;

  case 111: /* penalty_item: "cap" number  */
#line 312 "grammar/rules.y"
                                   { (yyval.TOK_penalty_item) = TREE(t, bound, (yyloc), .kind = BOUND_CAP, .number = (yyvsp[0].TOK_number)); }
#line 3120 "build/gen/rules.tab.c"
    break;

  case 112: /* penalty_item: "note" string  */
#line 313 "grammar/rules.y"
                                   { (yyval.TOK_penalty_item) = TREE(t, note, (yyloc), .text = (yyvsp[0].TOK_string)); }
#line 3126 "build/gen/rules.tab.c"
    break;

  case 114: /* amount: number "per" day_unit "after" sum "until" sum  */
#line 319 "grammar/rules.y"
    { (yyval.TOK_amount) = TREE(t, amount, (yyloc), .each = (yyvsp[-6].TOK_number), .unit = (yyvsp[-4].TOK_day_unit), .after = (yyvsp[-2].TOK_sum), .until = (yyvsp[0].TOK_sum)); }
#line 3132 "build/gen/rules.tab.c"
    break;

  case 115: /* targets: target  */
#line 325 "grammar/rules.y"
                                   { (yyval.TOK_targets) = tree_list(t, (struct nodes){0}, (yyvsp[0].TOK_target)); }
#line 3138 "build/gen/rules.tab.c"
    break;

  case 116: /* targets: targets "," target  */
#line 326 "grammar/rules.y"
                                   { (yyval.TOK_targets) = tree_list(t, (yyvsp[-2].TOK_targets), (yyvsp[0].TOK_target)); }
#line 3144 "build/gen/rules.tab.c"
    break;

  case 118: /* rounding: "to" plain mode  */
#line 335 "grammar/rules.y"
    { (yyval.TOK_rounding) = TREE(t, rounding, (yyloc), .to = ROUNDING_TO_PLACES, .amount = (yyvsp[-1].TOK_plain), .mode = (yyvsp[0].TOK_mode)); }
#line 3150 "build/gen/rules.tab.c"
    break;

  case 119: /* rounding: "to" plain "decimals" mode  */
#line 337 "grammar/rules.y"
    { (yyval.TOK_rounding) = TREE(t, rounding, (yyloc), .to = ROUNDING_TO_PLACES, .amount = (yyvsp[-2].TOK_plain), .mode = (yyvsp[0].TOK_mode)); }
#line 3156 "build/gen/rules.tab.c"
    break;

  case 120: /* rounding: "to" "multiple" "of" plain mode  */
#line 339 "grammar/rules.y"
    { (yyval.TOK_rounding) = TREE(t, rounding, (yyloc), .to = ROUNDING_TO_MULTIPLE, .amount = (yyvsp[-1].TOK_plain), .mode = (yyvsp[0].TOK_mode)); }
#line 3162 "build/gen/rules.tab.c"
    break;

  case 121: /* show_rounding: "to" plain  */
#line 344 "grammar/rules.y"
    { (yyval.TOK_show_rounding) = TREE(t, rounding, (yyloc), .to = ROUNDING_TO_PLACES, .amount = (yyvsp[0].TOK_plain), .mode = ROUND_HALF_UP); }
#line 3168 "build/gen/rules.tab.c"
    break;

  case 122: /* show_rounding: "to" plain "decimals"  */
#line 346 "grammar/rules.y"
    { (yyval.TOK_show_rounding) = TREE(t, rounding, (yyloc), .to = ROUNDING_TO_PLACES, .amount = (yyvsp[-1].TOK_plain), .mode = ROUND_HALF_UP); }
#line 3174 "build/gen/rules.tab.c"
    break;

  case 124: /* mode: "half" "up"  */
#line 351 "grammar/rules.y"
                                   { (yyval.TOK_mode) = ROUND_HALF_UP; }
#line 3180 "build/gen/rules.tab.c"
    break;

  case 125: /* mode: "half" "even"  */
#line 352 "grammar/rules.y"
                                   { (yyval.TOK_mode) = ROUND_HALF_EVEN; }
#line 3186 "build/gen/rules.tab.c"
    break;

  case 126: /* mode: "up"  */
#line 353 "grammar/rules.y"
                                   { (yyval.TOK_mode) = ROUND_UP; }
#line 3192 "build/gen/rules.tab.c"
    break;

  case 127: /* mode: "down"  */
#line 354 "grammar/rules.y"
                                   { (yyval.TOK_mode) = ROUND_DOWN; }
#line 3198 "build/gen/rules.tab.c"
    break;

  case 128: /* mode: "truncate"  */
#line 355 "grammar/rules.y"
                                   { (yyval.TOK_mode) = ROUND_DOWN; }
#line 3204 "build/gen/rules.tab.c"
    break;

  case 129: /* bands: %empty  */
#line 361 "grammar/rules.y"
                                   { (yyval.TOK_bands) = (struct nodes){0}; }
#line 3210 "build/gen/rules.tab.c"
    break;

  case 130: /* bands: bands band  */
#line 362 "grammar/rules.y"
                                   { (yyval.TOK_bands) = tree_list(t, (yyvsp[-1].TOK_bands), (yyvsp[0].TOK_band)); }
#line 3216 "build/gen/rules.tab.c"
    break;

  case 131: /* bands: bands error  */
#line 363 "grammar/rules.y"
                                   { (yyval.TOK_bands) = (yyvsp[-1].TOK_bands); }
#line 3222 "build/gen/rules.tab.c"
    break;

  case 132: /* band: edge_low signed ":" name title_opt reason_opt  */
#line 368 "grammar/rules.y"
    { (yyval.TOK_band) = TREE(t, band, (yyloc), .low_kind = (yyvsp[-5].TOK_edge_low), .low = (yyvsp[-4].TOK_signed), .name = (yyvsp[-2].TOK_name), .title = (yyvsp[-1].TOK_title_opt), .needs_reason = (yyvsp[0].TOK_reason_opt)); }
#line 3228 "build/gen/rules.tab.c"
    break;

  case 133: /* band: edge_high signed ":" name title_opt reason_opt  */
#line 370 "grammar/rules.y"
    { (yyval.TOK_band) = TREE(t, band, (yyloc), .high_kind = (yyvsp[-5].TOK_edge_high), .high = (yyvsp[-4].TOK_signed), .name = (yyvsp[-2].TOK_name), .title = (yyvsp[-1].TOK_title_opt), .needs_reason = (yyvsp[0].TOK_reason_opt)); }
#line 3234 "build/gen/rules.tab.c"
    break;

  case 134: /* band: edge_low signed edge_high signed ":" name title_opt reason_opt  */
#line 372 "grammar/rules.y"
    { (yyval.TOK_band) = TREE(t, band, (yyloc), .low_kind = (yyvsp[-7].TOK_edge_low), .low = (yyvsp[-6].TOK_signed), .high_kind = (yyvsp[-5].TOK_edge_high), .high = (yyvsp[-4].TOK_signed), .name = (yyvsp[-2].TOK_name), .title = (yyvsp[-1].TOK_title_opt), .needs_reason = (yyvsp[0].TOK_reason_opt)); }
#line 3240 "build/gen/rules.tab.c"
    break;

  case 135: /* band: "exactly" signed ":" name title_opt reason_opt  */
#line 374 "grammar/rules.y"
    { (yyval.TOK_band) = TREE(t, band, (yyloc), .low_kind = EDGE_EXACTLY, .low = (yyvsp[-4].TOK_signed), .name = (yyvsp[-2].TOK_name), .title = (yyvsp[-1].TOK_title_opt), .needs_reason = (yyvsp[0].TOK_reason_opt)); }
#line 3246 "build/gen/rules.tab.c"
    break;

  case 136: /* band: "otherwise" ":" name title_opt reason_opt  */
#line 376 "grammar/rules.y"
    { (yyval.TOK_band) = TREE(t, band, (yyloc), .low_kind = EDGE_OTHERWISE, .name = (yyvsp[-2].TOK_name), .title = (yyvsp[-1].TOK_title_opt), .needs_reason = (yyvsp[0].TOK_reason_opt)); }
#line 3252 "build/gen/rules.tab.c"
    break;

  case 137: /* edge_low: "from"  */
#line 379 "grammar/rules.y"
                 { (yyval.TOK_edge_low) = EDGE_FROM; }
#line 3258 "build/gen/rules.tab.c"
    break;

  case 138: /* edge_low: "above"  */
#line 379 "grammar/rules.y"
                                               { (yyval.TOK_edge_low) = EDGE_ABOVE; }
#line 3264 "build/gen/rules.tab.c"
    break;

  case 139: /* edge_high: "to"  */
#line 380 "grammar/rules.y"
                { (yyval.TOK_edge_high) = EDGE_TO; }
#line 3270 "build/gen/rules.tab.c"
    break;

  case 140: /* edge_high: "below"  */
#line 380 "grammar/rules.y"
                                            { (yyval.TOK_edge_high) = EDGE_BELOW; }
#line 3276 "build/gen/rules.tab.c"
    break;

  case 141: /* reason_opt: %empty  */
#line 381 "grammar/rules.y"
                   { (yyval.TOK_reason_opt) = 0; }
#line 3282 "build/gen/rules.tab.c"
    break;

  case 142: /* reason_opt: "requires" "reason"  */
#line 381 "grammar/rules.y"
                                                     { (yyval.TOK_reason_opt) = 1; }
#line 3288 "build/gen/rules.tab.c"
    break;

  case 143: /* calendar_items: %empty  */
#line 386 "grammar/rules.y"
                                   { (yyval.TOK_calendar_items) = (struct nodes){0}; }
#line 3294 "build/gen/rules.tab.c"
    break;

  case 144: /* calendar_items: calendar_items calendar_item  */
#line 387 "grammar/rules.y"
                                   { (yyval.TOK_calendar_items) = tree_list(t, (yyvsp[-1].TOK_calendar_items), (yyvsp[0].TOK_calendar_item)); }
#line 3300 "build/gen/rules.tab.c"
    break;

  case 145: /* calendar_items: calendar_items error  */
#line 388 "grammar/rules.y"
                                   { (yyval.TOK_calendar_items) = (yyvsp[-1].TOK_calendar_items); }
#line 3306 "build/gen/rules.tab.c"
    break;

  case 146: /* calendar_item: "covers" range  */
#line 392 "grammar/rules.y"
                                   { (yyval.TOK_calendar_item) = TREE(t, covers, (yyloc), .range = (yyvsp[0].TOK_range)); }
#line 3312 "build/gen/rules.tab.c"
    break;

  case 147: /* calendar_item: "weekend" names  */
#line 393 "grammar/rules.y"
                                   { (yyval.TOK_calendar_item) = TREE(t, weekend, (yyloc), .days = (yyvsp[0].TOK_names)); }
#line 3318 "build/gen/rules.tab.c"
    break;

  case 149: /* calendar_item: "note" string  */
#line 395 "grammar/rules.y"
                                   { (yyval.TOK_calendar_item) = TREE(t, note, (yyloc), .text = (yyvsp[0].TOK_string)); }
#line 3324 "build/gen/rules.tab.c"
    break;

  case 151: /* holiday: "holiday" date title_opt  */
#line 400 "grammar/rules.y"
                                   { (yyval.TOK_holiday) = TREE(t, holiday, (yyloc), .date = (yyvsp[-1].TOK_date), .name = (yyvsp[0].TOK_title_opt)); }
#line 3330 "build/gen/rules.tab.c"
    break;

  case 154: /* expr: "if" cond "then" expr "else" expr  */
#line 410 "grammar/rules.y"
    { (yyval.TOK_expr) = TREE(t, choice, (yyloc), .when = (yyvsp[-4].TOK_cond), .yes = (yyvsp[-2].TOK_expr), .no = (yyvsp[0].TOK_expr)); }
#line 3336 "build/gen/rules.tab.c"
    break;

  case 156: /* cond: and_list  */
#line 416 "grammar/rules.y"
                                   { (yyval.TOK_cond) = TREE(t, logic, (yyloc), .op = OP_AND, .operands = (yyvsp[0].TOK_and_list)); }
#line 3342 "build/gen/rules.tab.c"
    break;

  case 157: /* cond: or_list  */
#line 417 "grammar/rules.y"
                                   { (yyval.TOK_cond) = TREE(t, logic, (yyloc), .op = OP_OR, .operands = (yyvsp[0].TOK_or_list)); }
#line 3348 "build/gen/rules.tab.c"
    break;

  case 158: /* and_list: not "and" not  */
#line 421 "grammar/rules.y"
                                   { (yyval.TOK_and_list) = tree_list(t, tree_list(t, (struct nodes){0}, (yyvsp[-2].TOK_not)), (yyvsp[0].TOK_not)); }
#line 3354 "build/gen/rules.tab.c"
    break;

  case 159: /* and_list: and_list "and" not  */
#line 422 "grammar/rules.y"
                                   { (yyval.TOK_and_list) = tree_list(t, (yyvsp[-2].TOK_and_list), (yyvsp[0].TOK_not)); }
#line 3360 "build/gen/rules.tab.c"
    break;

  case 160: /* or_list: not "or" not  */
#line 426 "grammar/rules.y"
                                   { (yyval.TOK_or_list) = tree_list(t, tree_list(t, (struct nodes){0}, (yyvsp[-2].TOK_not)), (yyvsp[0].TOK_not)); }
#line 3366 "build/gen/rules.tab.c"
    break;

  case 161: /* or_list: or_list "or" not  */
#line 427 "grammar/rules.y"
                                   { (yyval.TOK_or_list) = tree_list(t, (yyvsp[-2].TOK_or_list), (yyvsp[0].TOK_not)); }
#line 3372 "build/gen/rules.tab.c"
    break;

  case 163: /* not: "not" not  */
#line 432 "grammar/rules.y"
                                   { (yyval.TOK_not) = TREE(t, denial, (yyloc), .operand = (yyvsp[0].TOK_not)); }
#line 3378 "build/gen/rules.tab.c"
    break;

  case 165: /* comparison: sum compare sum  */
#line 437 "grammar/rules.y"
                                   { (yyval.TOK_comparison) = TREE(t, binary, (yyloc), .op = (yyvsp[-1].TOK_compare), .left = (yyvsp[-2].TOK_sum), .right = (yyvsp[0].TOK_sum)); }
#line 3384 "build/gen/rules.tab.c"
    break;

  case 166: /* comparison: sum "in" sum  */
#line 438 "grammar/rules.y"
                                   { (yyval.TOK_comparison) = TREE(t, binary, (yyloc), .op = OP_IN, .left = (yyvsp[-2].TOK_sum), .right = (yyvsp[0].TOK_sum)); }
#line 3390 "build/gen/rules.tab.c"
    break;

  case 167: /* comparison: sum "in" sum ".." sum  */
#line 440 "grammar/rules.y"
    { (yyval.TOK_comparison) = TREE(t, binary, (yyloc), .op = OP_IN, .left = (yyvsp[-4].TOK_sum), .right = TREE(t, range, span_join((yylsp[-2]), (yylsp[0])), .low = (yyvsp[-2].TOK_sum), .high = (yyvsp[0].TOK_sum))); }
#line 3396 "build/gen/rules.tab.c"
    break;

  case 168: /* comparison: sum "is" "given"  */
#line 441 "grammar/rules.y"
                                   { (yyval.TOK_comparison) = TREE(t, given, (yyloc), .operand = (yyvsp[-2].TOK_sum)); }
#line 3402 "build/gen/rules.tab.c"
    break;

  case 170: /* quantified: all_any "of" path "in" sum  */
#line 446 "grammar/rules.y"
                                   { (yyval.TOK_quantified) = TREE(t, all_in, (yyloc), .kind = (yyvsp[-4].TOK_all_any), .of = (yyvsp[-2].TOK_path), .in = (yyvsp[0].TOK_sum)); }
#line 3408 "build/gen/rules.tab.c"
    break;

  case 171: /* all_any: "all"  */
#line 449 "grammar/rules.y"
               { (yyval.TOK_all_any) = AGGREGATE_ALL; }
#line 3414 "build/gen/rules.tab.c"
    break;

  case 172: /* all_any: "any"  */
#line 449 "grammar/rules.y"
                                               { (yyval.TOK_all_any) = AGGREGATE_ANY; }
#line 3420 "build/gen/rules.tab.c"
    break;

  case 173: /* compare: "="  */
#line 452 "grammar/rules.y"
                                   { (yyval.TOK_compare) = OP_EQ; }
#line 3426 "build/gen/rules.tab.c"
    break;

  case 174: /* compare: "!="  */
#line 453 "grammar/rules.y"
                                   { (yyval.TOK_compare) = OP_NE; }
#line 3432 "build/gen/rules.tab.c"
    break;

  case 175: /* compare: "<"  */
#line 454 "grammar/rules.y"
                                   { (yyval.TOK_compare) = OP_LT; }
#line 3438 "build/gen/rules.tab.c"
    break;

  case 176: /* compare: "<="  */
#line 455 "grammar/rules.y"
                                   { (yyval.TOK_compare) = OP_LE; }
#line 3444 "build/gen/rules.tab.c"
    break;

  case 177: /* compare: ">"  */
#line 456 "grammar/rules.y"
                                   { (yyval.TOK_compare) = OP_GT; }
#line 3450 "build/gen/rules.tab.c"
    break;

  case 178: /* compare: ">="  */
#line 457 "grammar/rules.y"
                                   { (yyval.TOK_compare) = OP_GE; }
#line 3456 "build/gen/rules.tab.c"
    break;

  case 180: /* sum: sum "+" term  */
#line 462 "grammar/rules.y"
                                   { (yyval.TOK_sum) = TREE(t, binary, (yyloc), .op = OP_ADD, .left = (yyvsp[-2].TOK_sum), .right = (yyvsp[0].TOK_term)); }
#line 3462 "build/gen/rules.tab.c"
    break;

  case 181: /* sum: sum "-" term  */
#line 463 "grammar/rules.y"
                                   { (yyval.TOK_sum) = TREE(t, binary, (yyloc), .op = OP_SUBTRACT, .left = (yyvsp[-2].TOK_sum), .right = (yyvsp[0].TOK_term)); }
#line 3468 "build/gen/rules.tab.c"
    break;

  case 183: /* term: term "*" factor  */
#line 468 "grammar/rules.y"
                                   { (yyval.TOK_term) = TREE(t, binary, (yyloc), .op = OP_MULTIPLY, .left = (yyvsp[-2].TOK_term), .right = (yyvsp[0].TOK_factor)); }
#line 3474 "build/gen/rules.tab.c"
    break;

  case 184: /* term: term "/" factor  */
#line 469 "grammar/rules.y"
                                   { (yyval.TOK_term) = TREE(t, binary, (yyloc), .op = OP_DIVIDE, .left = (yyvsp[-2].TOK_term), .right = (yyvsp[0].TOK_factor)); }
#line 3480 "build/gen/rules.tab.c"
    break;

  case 186: /* factor: "-" factor  */
#line 474 "grammar/rules.y"
                                   { (yyval.TOK_factor) = TREE(t, negation, (yyloc), .operand = (yyvsp[0].TOK_factor)); }
#line 3486 "build/gen/rules.tab.c"
    break;

  case 189: /* primary: "(" expr ")"  */
#line 480 "grammar/rules.y"
                                   { (yyval.TOK_primary) = (yyvsp[-1].TOK_expr); }
#line 3492 "build/gen/rules.tab.c"
    break;

  case 190: /* primary: "(" error ")"  */
#line 481 "grammar/rules.y"
                                   { (yyval.TOK_primary) = TREE(t, broken, (yyloc), .text = {0}); }
#line 3498 "build/gen/rules.tab.c"
    break;

  case 191: /* primary: "score" "of" id  */
#line 482 "grammar/rules.y"
                                   { (yyval.TOK_primary) = TREE(t, score_of, (yyloc), .id = (yyvsp[0].TOK_id)); }
#line 3504 "build/gen/rules.tab.c"
    break;

  case 192: /* primary: "round" "(" expr rounding ")"  */
#line 483 "grammar/rules.y"
                                   { (yyval.TOK_primary) = TREE(t, rounded, (yyloc), .value = (yyvsp[-2].TOK_expr), .rounding = (yyvsp[-1].TOK_rounding)); }
#line 3510 "build/gen/rules.tab.c"
    break;

  case 193: /* aggregate: "count" "of" path where_opt  */
#line 488 "grammar/rules.y"
    { (yyval.TOK_aggregate) = TREE(t, aggregate, (yyloc), .kind = AGGREGATE_COUNT, .over = (yyvsp[-1].TOK_path), .where = (yyvsp[0].TOK_where_opt)); }
#line 3516 "build/gen/rules.tab.c"
    break;

  case 194: /* aggregate: "share" "of" path "where" cond  */
#line 490 "grammar/rules.y"
    { (yyval.TOK_aggregate) = TREE(t, aggregate, (yyloc), .kind = AGGREGATE_SHARE, .over = (yyvsp[-2].TOK_path), .where = (yyvsp[0].TOK_cond)); }
#line 3522 "build/gen/rules.tab.c"
    break;

  case 195: /* aggregate: aggregator "of" sum "over" path where_opt  */
#line 492 "grammar/rules.y"
    { (yyval.TOK_aggregate) = TREE(t, aggregate, (yyloc), .kind = (yyvsp[-5].TOK_aggregator), .of = (yyvsp[-3].TOK_sum), .over = (yyvsp[-1].TOK_path), .where = (yyvsp[0].TOK_where_opt)); }
#line 3528 "build/gen/rules.tab.c"
    break;

  case 196: /* aggregate: all_any "of" path "where" cond  */
#line 494 "grammar/rules.y"
    { (yyval.TOK_aggregate) = TREE(t, aggregate, (yyloc), .kind = (yyvsp[-4].TOK_all_any), .over = (yyvsp[-2].TOK_path), .where = (yyvsp[0].TOK_cond)); }
#line 3534 "build/gen/rules.tab.c"
    break;

  case 197: /* aggregate: aggregator "of" "parts"  */
#line 495 "grammar/rules.y"
                                   { (yyval.TOK_aggregate) = TREE(t, of_parts, (yyloc), .kind = (yyvsp[-2].TOK_aggregator)); }
#line 3540 "build/gen/rules.tab.c"
    break;

  case 198: /* aggregate: "days" "after" sum "until" sum  */
#line 497 "grammar/rules.y"
    { (yyval.TOK_aggregate) = TREE(t, days, (yyloc), .unit = UNIT_DAY, .after = (yyvsp[-2].TOK_sum), .until = (yyvsp[0].TOK_sum)); }
#line 3546 "build/gen/rules.tab.c"
    break;

  case 199: /* aggregate: "working" "days" "after" sum "until" sum  */
#line 499 "grammar/rules.y"
    { (yyval.TOK_aggregate) = TREE(t, days, (yyloc), .unit = UNIT_WORKING_DAY, .after = (yyvsp[-2].TOK_sum), .until = (yyvsp[0].TOK_sum)); }
#line 3552 "build/gen/rules.tab.c"
    break;

  case 200: /* aggregator: "sum"  */
#line 503 "grammar/rules.y"
                                   { (yyval.TOK_aggregator) = AGGREGATE_SUM; }
#line 3558 "build/gen/rules.tab.c"
    break;

  case 201: /* aggregator: "mean"  */
#line 504 "grammar/rules.y"
                                   { (yyval.TOK_aggregator) = AGGREGATE_MEAN; }
#line 3564 "build/gen/rules.tab.c"
    break;

  case 202: /* aggregator: "min"  */
#line 505 "grammar/rules.y"
                                   { (yyval.TOK_aggregator) = AGGREGATE_MIN; }
#line 3570 "build/gen/rules.tab.c"
    break;

  case 203: /* aggregator: "max"  */
#line 506 "grammar/rules.y"
                                   { (yyval.TOK_aggregator) = AGGREGATE_MAX; }
#line 3576 "build/gen/rules.tab.c"
    break;

  case 204: /* where_opt: %empty  */
#line 509 "grammar/rules.y"
                  { (yyval.TOK_where_opt) = NULL; }
#line 3582 "build/gen/rules.tab.c"
    break;

  case 205: /* where_opt: "where" cond  */
#line 509 "grammar/rules.y"
                                                { (yyval.TOK_where_opt) = (yyvsp[0].TOK_cond); }
#line 3588 "build/gen/rules.tab.c"
    break;

  case 208: /* literal: "a text in quotes"  */
#line 516 "grammar/rules.y"
                                   { (yyval.TOK_literal) = TREE(t, string, (yyloc), .text = (yyvsp[0].TOK_STR)); }
#line 3594 "build/gen/rules.tab.c"
    break;

  case 209: /* literal: "yes"  */
#line 517 "grammar/rules.y"
                                   { (yyval.TOK_literal) = TREE(t, truth, (yyloc), .value = 1); }
#line 3600 "build/gen/rules.tab.c"
    break;

  case 210: /* literal: "no"  */
#line 518 "grammar/rules.y"
                                   { (yyval.TOK_literal) = TREE(t, truth, (yyloc), .value = 0); }
#line 3606 "build/gen/rules.tab.c"
    break;

  case 211: /* number: "a number" unit_opt  */
#line 523 "grammar/rules.y"
    { (yyval.TOK_number) = (yyvsp[0].TOK_unit_opt) ? TREE(t, quantity, (yyloc), .digits = (yyvsp[-1].TOK_NUM), .unit = (yyvsp[0].TOK_unit_opt)) : TREE(t, number, (yyloc), .digits = (yyvsp[-1].TOK_NUM)); }
#line 3612 "build/gen/rules.tab.c"
    break;

  case 212: /* number: "a number" "%"  */
#line 524 "grammar/rules.y"
                                   { (yyval.TOK_number) = TREE(t, percent, (yyloc), .digits = (yyvsp[-1].TOK_NUM)); }
#line 3618 "build/gen/rules.tab.c"
    break;

  case 214: /* signed: "-" number  */
#line 529 "grammar/rules.y"
                                   { (yyval.TOK_signed) = TREE(t, negation, (yyloc), .operand = (yyvsp[0].TOK_number)); }
#line 3624 "build/gen/rules.tab.c"
    break;

  case 215: /* plain: "a number"  */
#line 534 "grammar/rules.y"
                                   { (yyval.TOK_plain) = TREE(t, number, (yyloc), .digits = (yyvsp[0].TOK_NUM)); }
#line 3630 "build/gen/rules.tab.c"
    break;

  case 216: /* plain: "a number" "%"  */
#line 535 "grammar/rules.y"
                                   { (yyval.TOK_plain) = TREE(t, percent, (yyloc), .digits = (yyvsp[-1].TOK_NUM)); }
#line 3636 "build/gen/rules.tab.c"
    break;

  case 217: /* plain: "-" "a number"  */
#line 536 "grammar/rules.y"
                                   { (yyval.TOK_plain) = TREE(t, negation, (yyloc), .operand = TREE(t, number, (yylsp[0]), .digits = (yyvsp[0].TOK_NUM))); }
#line 3642 "build/gen/rules.tab.c"
    break;

  case 218: /* unit_opt: %empty  */
#line 539 "grammar/rules.y"
                 { (yyval.TOK_unit_opt) = NULL; }
#line 3648 "build/gen/rules.tab.c"
    break;

  case 220: /* unit: "a name"  */
#line 542 "grammar/rules.y"
                                   { (yyval.TOK_unit) = TREE(t, unit, (yyloc), .name = TREE(t, word, (yyloc), .text = (yyvsp[0].TOK_NAME))); }
#line 3654 "build/gen/rules.tab.c"
    break;

  case 221: /* unit: scale_word "a name"  */
#line 543 "grammar/rules.y"
                                   { (yyval.TOK_unit) = TREE(t, unit, (yyloc), .scale = (yyvsp[-1].TOK_scale_word), .name = TREE(t, word, (yylsp[0]), .text = (yyvsp[0].TOK_NAME))); }
#line 3660 "build/gen/rules.tab.c"
    break;

  case 222: /* scale_word: "thousand"  */
#line 547 "grammar/rules.y"
                                   { (yyval.TOK_scale_word) = SCALE_THOUSAND; }
#line 3666 "build/gen/rules.tab.c"
    break;

  case 223: /* scale_word: "million"  */
#line 548 "grammar/rules.y"
                                   { (yyval.TOK_scale_word) = SCALE_MILLION; }
#line 3672 "build/gen/rules.tab.c"
    break;

  case 224: /* scale_word: "billion"  */
#line 549 "grammar/rules.y"
                                   { (yyval.TOK_scale_word) = SCALE_BILLION; }
#line 3678 "build/gen/rules.tab.c"
    break;

  case 225: /* range: sum ".." sum  */
#line 553 "grammar/rules.y"
                                   { (yyval.TOK_range) = TREE(t, range, (yyloc), .low = (yyvsp[-2].TOK_sum), .high = (yyvsp[0].TOK_sum)); }
#line 3684 "build/gen/rules.tab.c"
    break;

  case 226: /* date: "a date"  */
#line 557 "grammar/rules.y"
                                   { (yyval.TOK_date) = TREE(t, date, (yyloc), .text = (yyvsp[0].TOK_DAY)); }
#line 3690 "build/gen/rules.tab.c"
    break;

  case 227: /* date: "a month"  */
#line 558 "grammar/rules.y"
                                   { (yyval.TOK_date) = TREE(t, month, (yyloc), .text = (yyvsp[0].TOK_MON)); }
#line 3696 "build/gen/rules.tab.c"
    break;

  case 228: /* path: path_names  */
#line 562 "grammar/rules.y"
                                   { (yyval.TOK_path) = TREE(t, path, (yyloc), .names = (yyvsp[0].TOK_path_names)); }
#line 3702 "build/gen/rules.tab.c"
    break;

  case 229: /* path_names: name  */
#line 566 "grammar/rules.y"
                                   { (yyval.TOK_path_names) = tree_list(t, (struct nodes){0}, (yyvsp[0].TOK_name)); }
#line 3708 "build/gen/rules.tab.c"
    break;

  case 230: /* path_names: path_names "." name  */
#line 567 "grammar/rules.y"
                                   { (yyval.TOK_path_names) = tree_list(t, (yyvsp[-2].TOK_path_names), (yyvsp[0].TOK_name)); }
#line 3714 "build/gen/rules.tab.c"
    break;

  case 231: /* id: "a number"  */
#line 571 "grammar/rules.y"
                                   { (yyval.TOK_id) = TREE(t, word, (yyloc), .text = (yyvsp[0].TOK_NUM)); }
#line 3720 "build/gen/rules.tab.c"
    break;

  case 232: /* id: "an id"  */
#line 572 "grammar/rules.y"
                                   { (yyval.TOK_id) = TREE(t, word, (yyloc), .text = (yyvsp[0].TOK_DOTTED)); }
#line 3726 "build/gen/rules.tab.c"
    break;

  case 234: /* string: "a text in quotes"  */
#line 576 "grammar/rules.y"
                                   { (yyval.TOK_string) = TREE(t, string, (yyloc), .text = (yyvsp[0].TOK_STR)); }
#line 3732 "build/gen/rules.tab.c"
    break;

  case 235: /* title_opt: %empty  */
#line 577 "grammar/rules.y"
                  { (yyval.TOK_title_opt) = NULL; }
#line 3738 "build/gen/rules.tab.c"
    break;

  case 237: /* name: "a name"  */
#line 580 "grammar/rules.y"
                                   { (yyval.TOK_name) = TREE(t, word, (yyloc), .text = (yyvsp[0].TOK_NAME)); }
#line 3744 "build/gen/rules.tab.c"
    break;

  case 238: /* name: soft  */
#line 581 "grammar/rules.y"
                                   { (yyval.TOK_name) = TREE(t, word, (yyloc), .text = (yyvsp[0].TOK_soft)); }
#line 3750 "build/gen/rules.tab.c"
    break;


#line 3754 "build/gen/rules.tab.c"

        default: break;
      }
    if (yychar_backup != yychar)
      YY_LAC_DISCARD ("yychar change");
  }
  /* User semantic actions sometimes alter yychar, and that requires
     that yytoken be updated with the new translation.  We take the
     approach of translating immediately before every use of yytoken.
     One alternative is translating here after every semantic action,
     but that translation would be missed if the semantic action invokes
     YYABORT, YYACCEPT, or YYERROR immediately after altering yychar or
     if it invokes YYBACKUP.  In the case of YYABORT or YYACCEPT, an
     incorrect destructor might then be invoked immediately.  In the
     case of YYERROR or YYBACKUP, subsequent parser actions might lead
     to an incorrect destructor call or verbose syntax error message
     before the lookahead is translated.  */
  YY_SYMBOL_PRINT ("-> $$ =", YY_CAST (yysymbol_kind_t, yyr1[yyn]), &yyval, &yyloc);

  YYPOPSTACK (yylen);
  yylen = 0;

  *++yyvsp = yyval;
  *++yylsp = yyloc;

  /* Now 'shift' the result of the reduction.  Determine what state
     that goes to, based on the state we popped back to and the rule
     number reduced by.  */
  {
    const int yylhs = yyr1[yyn] - YYNTOKENS;
    const int yyi = yypgoto[yylhs] + *yyssp;
    yystate = (0 <= yyi && yyi <= YYLAST && yycheck[yyi] == *yyssp
               ? yytable[yyi]
               : yydefgoto[yylhs]);
  }

  goto yynewstate;


/*--------------------------------------.
| yyerrlab -- here on detecting error.  |
`--------------------------------------*/
yyerrlab:
  /* Make sure we have latest lookahead translation.  See comments at
     user semantic actions for why this is necessary.  */
  yytoken = yychar == TOK_RULES_EMPTY ? YYSYMBOL_YYEMPTY : YYTRANSLATE (yychar);
  /* If not already recovering from an error, report this error.  */
  if (!yyerrstatus)
    {
      ++yynerrs;
      {
        yypcontext_t yyctx
          = {yyps, yytoken, &yylloc};
        if (yychar != TOK_RULES_EMPTY)
          YY_LAC_ESTABLISH;
        if (yyreport_syntax_error (&yyctx, t) == 2)
          YYNOMEM;
      }
    }

  yyerror_range[1] = yylloc;
  if (yyerrstatus == 3)
    {
      /* If just tried and failed to reuse lookahead token after an
         error, discard it.  */

      if (yychar <= TOK_EOF)
        {
          /* Return failure if at end of input.  */
          if (yychar == TOK_EOF)
            YYABORT;
        }
      else
        {
          yydestruct ("Error: discarding",
                      yytoken, &yylval, &yylloc, t);
          yychar = TOK_RULES_EMPTY;
        }
    }

  /* Else will try to reuse lookahead token after shifting the error
     token.  */
  goto yyerrlab1;


/*---------------------------------------------------.
| yyerrorlab -- error raised explicitly by YYERROR.  |
`---------------------------------------------------*/
yyerrorlab:
  /* Pacify compilers when the user code never invokes YYERROR and the
     label yyerrorlab therefore never appears in user code.  */
  if (0)
    YYERROR;
  ++yynerrs;

  /* Do not reclaim the symbols of the rule whose action triggered
     this YYERROR.  */
  YYPOPSTACK (yylen);
  yylen = 0;
  YY_STACK_PRINT (yyss, yyssp);
  yystate = *yyssp;
  goto yyerrlab1;


/*-------------------------------------------------------------.
| yyerrlab1 -- common code for both syntax error and YYERROR.  |
`-------------------------------------------------------------*/
yyerrlab1:
  yyerrstatus = 3;      /* Each real token shifted decrements this.  */

  /* Pop stack until we find a state that shifts the error token.  */
  for (;;)
    {
      yyn = yypact[yystate];
      if (!yypact_value_is_default (yyn))
        {
          yyn += YYSYMBOL_YYerror;
          if (0 <= yyn && yyn <= YYLAST && yycheck[yyn] == YYSYMBOL_YYerror)
            {
              yyn = yytable[yyn];
              if (0 < yyn)
                break;
            }
        }

      /* Pop the current state because it cannot handle the error token.  */
      if (yyssp == yyss)
        YYABORT;

      yyerror_range[1] = *yylsp;
      yydestruct ("Error: popping",
                  YY_ACCESSING_SYMBOL (yystate), yyvsp, yylsp, t);
      YYPOPSTACK (1);
      yystate = *yyssp;
      YY_STACK_PRINT (yyss, yyssp);
    }

  /* If the stack popping above didn't lose the initial context for the
     current lookahead token, the shift below will for sure.  */
  YY_LAC_DISCARD ("error recovery");

  YY_IGNORE_MAYBE_UNINITIALIZED_BEGIN
  *++yyvsp = yylval;
  YY_IGNORE_MAYBE_UNINITIALIZED_END

  yyerror_range[2] = yylloc;
  ++yylsp;
  YYLLOC_DEFAULT (*yylsp, yyerror_range, 2);

  /* Shift the error token.  */
  YY_SYMBOL_PRINT ("Shifting", YY_ACCESSING_SYMBOL (yyn), yyvsp, yylsp);

  yystate = yyn;
  goto yynewstate;


/*-------------------------------------.
| yyacceptlab -- YYACCEPT comes here.  |
`-------------------------------------*/
yyacceptlab:
  yyresult = 0;
  goto yyreturnlab;


/*-----------------------------------.
| yyabortlab -- YYABORT comes here.  |
`-----------------------------------*/
yyabortlab:
  yyresult = 1;
  goto yyreturnlab;


/*-----------------------------------------------------------.
| yyexhaustedlab -- YYNOMEM (memory exhaustion) comes here.  |
`-----------------------------------------------------------*/
yyexhaustedlab:
  yyerror (&yylloc, t, YY_("memory exhausted"));
  yyresult = 2;
  goto yyreturnlab;


/*----------------------------------------------------------.
| yyreturnlab -- parsing is finished, clean up and return.  |
`----------------------------------------------------------*/
yyreturnlab:
  if (yychar != TOK_RULES_EMPTY)
    {
      /* Make sure we have latest lookahead translation.  See comments at
         user semantic actions for why this is necessary.  */
      yytoken = YYTRANSLATE (yychar);
      yydestruct ("Cleanup: discarding lookahead",
                  yytoken, &yylval, &yylloc, t);
    }
  /* Do not reclaim the symbols of the rule whose action triggered
     this YYABORT or YYACCEPT.  */
  YYPOPSTACK (yylen);
  YY_STACK_PRINT (yyss, yyssp);
  while (yyssp != yyss)
    {
      yydestruct ("Cleanup: popping",
                  YY_ACCESSING_SYMBOL (+*yyssp), yyvsp, yylsp, t);
      YYPOPSTACK (1);
    }
  yyps->yynew = 2;
  goto yypushreturn;


/*-------------------------.
| yypushreturn -- return.  |
`-------------------------*/
yypushreturn:

  return yyresult;
}
#undef rules_nerrs
#undef yystate
#undef yyerrstatus
#undef yyssa
#undef yyss
#undef yyssp
#undef yyvsa
#undef yyvs
#undef yyvsp
#undef yylsa
#undef yyls
#undef yylsp
#undef yystacksize
#undef yyesa
#undef yyes
#undef yyes_capacity
#line 598 "grammar/rules.y"


bool rules_keyword_is_soft(int token)
{
    return TOK_SOFT_FIRST < token && token < TOK_SOFT_LAST;
}

const char *rules_token_words(int token)
{
    return yysymbol_name((yysymbol_kind_t)token);
}

static void rules_error(const struct span *at, struct tree *t, const char *says)
{
    (void)says;
    DIAG_ADD(t->diags, K0205, *at, text_number(t->arena, TREE_DEPTH));
}

static int yyreport_syntax_error(const yypcontext_t *context, struct tree *t)
{
    yysymbol_kind_t expected[YYNTOKENS];
    int n = yypcontext_expected_tokens(context, expected, YYNTOKENS);
    int tokens[YYNTOKENS];
    for (int i = 0; i < n; i++)
        tokens[i] = (int)expected[i];
    parse_unexpected(t, (int)yypcontext_token(context), *yypcontext_location(context), tokens, n);
    return 0;
}
