# make            the program and the library, in build/
# make start      install what is missing, build, and score the 2566 case
# make test       install what is missing, and run all tests     (KEN_BLESS=1 rewrites expectations)
# make asan       all tests again under AddressSanitizer and UBSan, leaks included
# make tsan       streams of records in many threads, under ThreadSanitizer
# make lint       floors, layout, function length, clang-tidy, cppcheck
# make rules      the rules that come with Ken: layout, lints, tests, their coverage and mutants
# make bench      how fast it is, beside others (docs/performance.md)     (BENCH=check, quick or full)
# make scale      the recipes of docs/scale.md: GNU parallel over ssh to this machine, PostgreSQL
# make format     lay out the C files, rules and facts
# make man        the manual pages, in build/man
# make install    to $(DESTDIR)$(PREFIX), with manual pages and completion for bash, zsh and fish

CC      = gcc
BUILD   = build
BENCH   = quick
PREFIX  = /usr/local
FLOORS  = base verify value render syntax amend check plan facts format eval explain advise diff testing cases mutate lint batch report
GEN     = $(BUILD)/gen

WARN    = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
          -Wcast-qual -Wundef -Wvla -Wformat=2 -Werror
HARDEN  = -fstack-protector-strong -fPIE
CFLAGS  = -O2 -g
LDFLAGS = -Wl,-z,relro,-z,now
ALL     = -std=c11 -D_XOPEN_SOURCE=700 $(WARN) $(HARDEN) $(CFLAGS) -Isrc -I$(GEN) -MMD -MP
# Numbers are stored by halves.  Copied in vector registers right then, they would have to wait for both: an eighth of an
# evaluation.  Where that can be had, it also proves that no floating point has come in.
WHOLE   := $(shell $(CC) -mgeneral-regs-only -fsyntax-only -x c /dev/null 2>/dev/null && echo -mgeneral-regs-only)
# Linked statically: a program that starts in a millisecond should not spend another on finding libraries.
STATIC  = -static-pie
LIBS    = -l:libyajl_s.a -l:libunistring.a -l:libgmp.a -l:libnettle.a
LEX_YACC = rules facts
# The productions of rules.y, in this order; the first begins with the file.
RULES_Y = $(patsubst %,grammar/rules/%.y,file facts criteria figures calendars amendments tests expressions words)

CORE    = $(foreach f,$(FLOORS),$(wildcard src/$(f)/*.c)) $(wildcard src/*.c)
CORE_O  = $(CORE:src/%.c=$(BUILD)/src/%.o) $(LEX_YACC:%=$(BUILD)/gen/%.tab.o) $(LEX_YACC:%=$(BUILD)/gen/%.lex.o) \
          $(GEN)/pages.o
CLI_O   = $(patsubst src/%.c,$(BUILD)/src/%.o,$(wildcard src/cli/*.c))
TEST_O  = $(patsubst tests/%.c,$(BUILD)/tests/%.o,$(wildcard tests/*.c tests/unit/*.c))
GEN_H   = $(LEX_YACC:%=$(GEN)/%.tab.h) $(LEX_YACC:%=$(GEN)/%.lex.h)

all: $(BUILD)/ken $(BUILD)/libken.a

start:
	@tools/need build
	@$(MAKE) --no-print-directory all
	@echo
	@$(BUILD)/ken eval rules/cgd/2566.ken rules/cgd/facts/loei-2566.facts

test:
	@tools/need build test
	@$(MAKE) --no-print-directory $(BUILD)/ken $(BUILD)/run-tests
	KEN=$(BUILD)/ken $(BUILD)/run-tests $(TESTS)

asan:
	@tools/need build test asan
	@rm -f $(BUILD)/asan.report.*
	ASAN_OPTIONS=log_path=$(CURDIR)/$(BUILD)/asan.report:detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 \
	    $(MAKE) --no-print-directory test BUILD=$(BUILD)/asan STATIC=-pie \
	    CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
	@if ls $(BUILD)/asan.report.* >/dev/null 2>&1; then cat $(BUILD)/asan.report.*; exit 1; fi

# Only the program is built for it: the test runner's processes do not get along with it.
tsan:
	@tools/need build test
	@rm -f $(BUILD)/tsan.report.*
	@$(MAKE) --no-print-directory $(BUILD)/run-tests
	@$(MAKE) --no-print-directory $(BUILD)/tsan/ken BUILD=$(BUILD)/tsan STATIC=-pie \
	    CFLAGS="-O1 -g -fsanitize=thread -fno-omit-frame-pointer"
	TSAN_OPTIONS=log_path=$(CURDIR)/$(BUILD)/tsan.report KEN=$(BUILD)/tsan/ken \
	    $(BUILD)/run-tests --filter '@(batch_verb/@(writes|goes_on_in|ends)*|workload/*)'
	@if ls $(BUILD)/tsan.report.* >/dev/null 2>&1; then cat $(BUILD)/tsan.report.*; exit 1; fi

lint:
	@tools/need build lint
	@tools/lint

bench: all
	@tools/need bench
	@tests/bench/run $(BENCH)

scale: all
	@tools/need scale
	@tests/scale/ssh $(BUILD)/ken
	@tests/scale/postgres $(BUILD)/ken

rules: all
	$(BUILD)/ken fmt --check rules
	$(BUILD)/ken check --deny warnings rules/cgd/*.ken rules/examples/*/rules.ken rules/examples/*/rules.test.ken
	$(BUILD)/ken test rules
	$(BUILD)/ken test --coverage --fail-under 100 rules/cgd/2566.test.ken rules/examples -o $(BUILD)/coverage.txt
	@for tests in rules/cgd/2566.test.ken rules/examples/*/rules.test.ken; do \
	    $(BUILD)/ken mutate --fail-under 95 $$tests >$(BUILD)/mutants.txt || { cat $(BUILD)/mutants.txt; exit 1; }; \
	    echo "$$tests: $$(head -1 $(BUILD)/mutants.txt)"; done

format: $(BUILD)/ken
	clang-format -i $$(git ls-files '*.c' '*.h')
	$(BUILD)/ken fmt rules

man: all
	@tools/need man
	@mkdir -p $(BUILD)/man
	@for page in ken.1 ken-language.5; do KEN=$(BUILD)/ken tools/manual $$page >$(BUILD)/man/$$page; done

install: man
	install -D -m 755 $(BUILD)/ken $(DESTDIR)$(PREFIX)/bin/ken
	install -D -m 644 $(BUILD)/libken.a $(DESTDIR)$(PREFIX)/lib/libken.a
	install -D -m 644 src/ken.h $(DESTDIR)$(PREFIX)/include/ken.h
	install -D -m 644 $(BUILD)/man/ken.1 $(DESTDIR)$(PREFIX)/share/man/man1/ken.1
	install -D -m 644 $(BUILD)/man/ken-language.5 $(DESTDIR)$(PREFIX)/share/man/man5/ken-language.5
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	    $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BUILD)/ken completion bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/ken
	$(BUILD)/ken completion zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ken
	$(BUILD)/ken completion fish >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ken.fish

clean:
	rm -rf build

$(BUILD)/ken: $(CLI_O) $(BUILD)/libken.a
	@echo "  LD $@"; $(CC) $(CFLAGS) $(LDFLAGS) $(STATIC) -o $@ $(CLI_O) $(BUILD)/libken.a $(LIBS)

# Only what ken.h declares can be seen from outside: every other name is made local to the one object.
$(BUILD)/libken.a: $(CORE_O)
	@$(LD) -r -o $(BUILD)/ken-all.o $(CORE_O)
	@objcopy --localize-hidden $(BUILD)/ken-all.o
	@rm -f $@ && ar rcs $@ $(BUILD)/ken-all.o

# Tests look inside, so they link the objects themselves.
$(BUILD)/run-tests: $(TEST_O) $(CORE_O)
	@echo "  LD $@"; $(CC) $(CFLAGS) $(LDFLAGS) -pie -o $@ $(TEST_O) $(CORE_O) -lcriterion $(LIBS)

$(BUILD)/src/value/%.o $(BUILD)/src/eval/%.o: ALL += $(WHOLE)
$(BUILD)/src/%.o: src/%.c $(GEN_H)
	@mkdir -p $(@D)
	@echo "  $(CC) $@"; $(CC) $(ALL) -fvisibility=hidden -c -o $@ $<

$(GEN)/%.o: $(GEN)/%.c $(GEN_H)
	@echo "  $(CC) $@"; $(CC) $(ALL) -fvisibility=hidden -c -o $@ $<

# Criterion's macros convert freely; everything else that is strict stays strict.
$(BUILD)/tests/%.o: tests/%.c $(GEN_H)
	@mkdir -p $(@D)
	@echo "  $(CC) $@"; $(CC) $(ALL) -Wno-conversion -Wno-missing-prototypes -Wno-overlength-strings -Itests -D_DEFAULT_SOURCE -c -o $@ $<

$(GEN)/rules.y: $(RULES_Y)
$(GEN)/%.y: grammar/%.y tools/grammar.awk
	@mkdir -p $(@D)
	@awk -f tools/grammar.awk $< $(filter-out $<,$(filter %.y,$^)) >$@.part && mv $@.part $@

$(GEN)/%.tab.c $(GEN)/%.tab.h &: $(GEN)/%.y
	@bison -Wall -Wdangling-alias -Wcounterexamples -Werror -o $(GEN)/$*.tab.c --header=$(GEN)/$*.tab.h $<

$(GEN)/%.lex.c $(GEN)/%.lex.h &: grammar/%.l
	@mkdir -p $(@D)
	@flex --header-file=$(GEN)/$*.lex.h -o $(GEN)/$*.lex.c $<

# What is for those who use Ken, not for those who build it.
PAGES   = $(sort $(wildcard docs/diagnostics/K*.md)) $(filter-out docs/architecture.md docs/adding-a-construct.md,$(sort $(wildcard docs/*.md)))

$(GEN)/pages.c: tools/pages.awk $(PAGES)
	@mkdir -p $(@D)
	@awk -f tools/pages.awk $(PAGES) >$@.part && mv $@.part $@

.SECONDARY:
.PHONY: all rules start test asan tsan lint bench scale format man install clean
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
