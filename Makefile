# Building, checking and running Rasid. `make` alone lists what there is.

CONFIG  ?= feeds.yaml
PREFIX  ?= /usr
DESTDIR ?=
UNITDIR ?= $(PREFIX)/lib/systemd/system
CORPUS  ?= ../shared/corpus
TARGET  ?= all
SECONDS ?= 60

# What Debian must have: libraries with their headers, and what Swift itself needs to link and to fetch packages.
PACKAGES := libxml2-dev libcurl4-openssl-dev libsqlite3-dev zlib1g-dev libbrotli-dev libzstd-dev pkg-config \
            git ca-certificates g++ tzdata

# Swift is also found where its archive and swiftly put it.
export PATH := $(PATH):/opt/swift/usr/bin:$(HOME)/.local/share/swiftly/bin

# Tests with servers of their own come last: what computes would leave their servers no thread.
SERVED := FetchingTests|EtiquetteTests|MonitoringTests

# Tests that start programs run by themselves: they wait for daemons, which tests that compute would hold up.
STARTING := EndToEndTests

# The program carries the Swift runtime: with the toolchain's libraries, which may lie in a home that the service cannot
# read, it starts half as fast and needs 6 MB more. Symbols are bound at the start, and their table cannot be written
# afterwards.
RELEASE := -c release --static-swift-stdlib -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now

STRICT := --explicit-target-dependency-import-check error

STORE_ARGS ?=
LOAD_ARGS  ?=

.PHONY: help run build test etiquette check check-systemd quality bench bench-store load faults sanitize fuzz install uninstall check-docs deb trial clean prepare

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 22

run: build ## build and watch the feeds of CONFIG (feeds.yaml)
	.build/release/rasid run --config "$(CONFIG)"

build: prepare ## build .build/release/rasid
	swift build $(RELEASE) --product rasid

test: prepare ## run all tests
	swift test $(STRICT) --skip '$(SERVED)|$(STARTING)'
	swift test $(STRICT) --skip-build --filter '$(STARTING)'
	swift test $(STRICT) --skip-build --filter '$(SERVED)'

etiquette: prepare ## score the manners toward servers by group (docs/etiquette.md)
	swift build --build-tests
	swift test --skip-build --filter EtiquetteTests | .ci/etiquette

check: prepare check-systemd check-docs ## lint, build with warnings as errors, verify unit, package and manual
	swift format lint --strict -r Sources Tests Fuzzing Benchmarks Package.swift
	swift build --build-tests $(STRICT)

check-systemd: ## verify the unit and its hardening
	@if command -v systemd-analyze >/dev/null; then systemd/check; else echo "systemd-analyze is missing: unit not verified"; fi

check-docs: ## verify manual pages, alert rules, dashboard and the package's description
	@docs/check
	@debian/check

quality: build ## score the stages on the corpora in CORPUS, against .ci/floors
	@.ci/quality .build/release/rasid "$(CORPUS)"

bench: build ## measure copies against MinHash, parsing against lxml, fetching and the whole flow against curl (needs nginx, curl)
	swift build $(RELEASE) --product fetchbench
	@missed=0; \
	Benchmarks/dedupe.py --rasid .build/release/rasid --corpus "$(CORPUS)" || missed=1; \
	Benchmarks/parse.py --rasid .build/release/rasid --corpus "$(CORPUS)" || missed=1; \
	Benchmarks/fetch.py --bench .build/release/fetchbench || missed=1; \
	Benchmarks/flow.py --rasid .build/release/rasid || missed=1; \
	exit $$missed

bench-store: prepare ## measure how many articles a second are stored, indexed and published (STORE_ARGS, see Benchmarks/store.py)
	swift build -c release --product storebench
	Benchmarks/store.py --bench .build/release/storebench $(STORE_ARGS)

load: build ## ten thousand feeds: a simulated day, then three minutes of the daemon (needs nginx; LOAD_ARGS, see Benchmarks/load.py)
	RASID_LOAD=1 swift test --filter LoadTests
	Benchmarks/load.py --rasid .build/release/rasid $(LOAD_ARGS)

# ONLY picks suites: StepFaultTests, KillFaultTests, PlaceFaultTests, DamageFaultTests, FeedFaultTests, ChangeFaultTests,
# MemoryFaultTests. Takes half an hour or more; tmpfs needs root.
ONLY ?= FaultTests
faults: prepare ## kill, cut the power, fill disks, damage files: every fault in full, with a table
	swift build $(STRICT) --build-tests
	@rm -f .build/faults.txt
	RASID_FAULTS=full RASID_FAULT_TABLE=$(CURDIR)/.build/faults.txt swift test --skip-build --filter 'EndToEndTests.*$(ONLY)'; \
	    status=$$?; cat .build/faults.txt; exit $$status

# The mutex library tells ThreadSanitizer what Swift's Mutex does in the part that it cannot see; nothing is suppressed.
# SUITES says which tests drive the sanitized binaries.
SUITES ?= WholeFlowTests|ServiceTests|BadInputTests|.*FaultTests
sanitize: prepare ## run end-to-end and fault tests under AddressSanitizer and ThreadSanitizer
	swift build $(STRICT) --build-tests
	swift build --sanitize=address --scratch-path .build/address --product rasid
	swift build --sanitize=thread --scratch-path .build/thread --product rasid
	clang -O1 -shared -fPIC -o .build/libmutex.so Tests/EndToEndTests/Fixtures/sanitizers/mutex.c
	@rm -rf .build/sanitizers && mkdir .build/sanitizers
	RASID_BINARY=$(CURDIR)/.build/address/debug/rasid \
	    ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0:log_path=$(CURDIR)/.build/sanitizers/address \
	    swift test --skip-build --filter 'EndToEndTests.($(SUITES))'
	RASID_BINARY=$(CURDIR)/.build/thread/debug/rasid LD_PRELOAD=$(CURDIR)/.build/libmutex.so \
	    TSAN_OPTIONS=log_path=$(CURDIR)/.build/sanitizers/thread \
	    swift test --skip-build --filter 'EndToEndTests.($(SUITES))'
	@if ls .build/sanitizers/* >/dev/null 2>&1; then cat .build/sanitizers/*; exit 1; fi

# TARGET is parse, extract, clean or all, SECONDS the time for each.
fuzz: prepare ## feed bytes made up by libFuzzer to what reads feeds, pages and texts
	@Fuzzing/run "$(TARGET)" "$(SECONDS)"

install: prepare ## install program, unit, manual and configuration below DESTDIR, PREFIX (/usr)
	swift build $(RELEASE) --product rasid
	install -D -s -m 755 .build/release/rasid "$(DESTDIR)$(PREFIX)/bin/rasid"
	install -D -m 644 systemd/rasid.sysusers.conf "$(DESTDIR)$(PREFIX)/lib/sysusers.d/rasid.conf"
	install -D -m 644 systemd/rasid.tmpfiles.conf "$(DESTDIR)$(PREFIX)/lib/tmpfiles.d/rasid.conf"
	install -d "$(DESTDIR)$(UNITDIR)" "$(DESTDIR)/etc/rasid"
	sed 's|/usr/bin/rasid|$(PREFIX)/bin/rasid|' systemd/rasid.service >"$(DESTDIR)$(UNITDIR)/rasid.service"
	for page in $(PAGES); do install -D -m 644 docs/$$page "$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$$page"; done
	for shell in $(COMPLETIONS); do \
	    file="$(DESTDIR)$(PREFIX)/share/$${shell#*:}"; install -d "$${file%/*}"; \
	    .build/release/rasid --generate-completion-script $${shell%%:*} | sed '1{/^#!/d}' >"$$file"; test -s "$$file" || exit 1; done
	test -e "$(DESTDIR)/etc/rasid/feeds.yaml" || \
	    sed -E 's,^(outbox|state): \./,\1: /var/lib/rasid/,' feeds.yaml >"$(DESTDIR)/etc/rasid/feeds.yaml"
	@test -n "$(DESTDIR)" || echo "Now: systemd-sysusers && systemd-tmpfiles --create && systemctl daemon-reload && systemctl enable --now rasid"

PAGES := rasid.1 rasid.8 feeds.yaml.5
COMPLETIONS := bash:bash-completion/completions/rasid zsh:zsh/vendor-completions/_rasid fish:fish/vendor_completions.d/rasid.fish

uninstall: ## remove what install put there; configuration and articles stay
	rm -f "$(DESTDIR)$(PREFIX)/bin/rasid" "$(DESTDIR)$(PREFIX)/lib/sysusers.d/rasid.conf"
	rm -f "$(DESTDIR)$(PREFIX)/lib/tmpfiles.d/rasid.conf" "$(DESTDIR)$(UNITDIR)/rasid.service"
	for page in $(PAGES); do rm -f "$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$$page"; done
	for shell in $(COMPLETIONS); do rm -f "$(DESTDIR)$(PREFIX)/share/$${shell#*:}"; done

# The version is the program's; the date is the last commit's, so that the same commit gives the same package.
deb: ## build the Debian package in .build/deb
	@.ci/prepare $(PACKAGES) debhelper
	@sed -n 's/.*static let version = "\(.*\)"/rasid (\1) bookworm; urgency=medium/p' Sources/rasid/Rasid.swift >debian/changelog
	@printf '\n  * See CHANGELOG.md.\n\n -- %s  %s\n' "$$(sed -n 's/^Maintainer: //p' debian/control)" "$$(git log -1 --format=%aD)" >>debian/changelog
	@mkdir -p .build/deb
	debian/rules binary
	@ls -l .build/deb/*.deb

trial: ## install .build/deb/*.deb in a fresh Debian with systemd and try it (root, systemd-nspawn, debootstrap)
	systemd/trial .build/deb/*.deb

clean: ## remove what was built
	rm -rf .build

prepare:
	@.ci/prepare $(PACKAGES)
