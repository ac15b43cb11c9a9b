# Building, checking and running Rasid. `make` alone lists what there is.

CONFIG  ?= feeds.yaml
PREFIX  ?= /usr
DESTDIR ?=
CORPUS  ?= ../shared/corpus
TARGET  ?= all
SECONDS ?= 60

# What Debian must have: libraries with their headers, and what Swift itself needs to link and to fetch packages.
PACKAGES := libxml2-dev libcurl4-openssl-dev libsqlite3-dev zlib1g-dev libbrotli-dev libzstd-dev pkg-config \
            git ca-certificates g++ tzdata

# Swift is also found where its archive and swiftly put it.
export PATH := $(PATH):/opt/swift/usr/bin:$(HOME)/.local/share/swiftly/bin

# Tests with servers of their own come last: what computes would leave their servers no thread.
SERVED := EndToEndTests|FetchingTests|EtiquetteTests

STRICT := --explicit-target-dependency-import-check error

.PHONY: help run build test etiquette check check-systemd quality bench load faults fuzz install uninstall clean prepare

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 22

run: build ## build and watch the feeds of CONFIG (feeds.yaml)
	.build/release/rasid run --config "$(CONFIG)"

build: prepare ## build .build/release/rasid
	swift build -c release --product rasid

test: prepare ## run all tests
	swift test $(STRICT) --skip '$(SERVED)'
	swift test $(STRICT) --skip-build --filter '$(SERVED)'

etiquette: prepare ## score the manners toward servers by group (docs/etiquette.md)
	swift build --build-tests
	swift test --skip-build --filter EtiquetteTests | .ci/etiquette

check: prepare check-systemd ## lint, build with warnings as errors, verify the unit
	swift format lint --strict -r Sources Tests Fuzzing Benchmarks Package.swift
	swift build --build-tests $(STRICT)

check-systemd: ## verify the unit and its hardening
	@if command -v systemd-analyze >/dev/null; then systemd/check; else echo "systemd-analyze is missing: unit not verified"; fi

quality: build ## score the stages on the corpora in CORPUS, against .ci/floors
	@.ci/quality .build/release/rasid "$(CORPUS)"

bench: build ## measure copies against MinHash, fetching and the whole flow against curl (needs nginx, curl)
	Benchmarks/dedupe.py --rasid .build/release/rasid --corpus "$(CORPUS)"
	swift build -c release --product fetchbench
	Benchmarks/fetch.py --bench .build/release/fetchbench
	Benchmarks/flow.py --rasid .build/release/rasid

load: build ## ten thousand feeds: a simulated day, then minutes of the daemon (needs nginx)
	RASID_LOAD=1 swift test --filter LoadTests
	Benchmarks/load.py --rasid .build/release/rasid

# ONLY picks suites: StepFaultTests, KillFaultTests, PlaceFaultTests, DamageFaultTests. Takes an hour or two; tmpfs needs root.
ONLY ?= FaultTests
faults: prepare ## kill, cut the power, fill disks, damage files: every fault in full, with a table
	swift build $(STRICT) --build-tests
	@rm -f .build/faults.txt
	RASID_FAULTS=full RASID_FAULT_TABLE=$(CURDIR)/.build/faults.txt swift test --skip-build --filter 'EndToEndTests.*$(ONLY)'; \
	    status=$$?; cat .build/faults.txt; exit $$status

# TARGET is parse, extract, clean or all, SECONDS the time for each.
fuzz: prepare ## feed bytes made up by libFuzzer to what reads feeds, pages and texts
	@Fuzzing/run "$(TARGET)" "$(SECONDS)"

# The installed program carries the Swift runtime: the toolchain may be in a home, which the service cannot read.
install: prepare ## install program, unit and configuration below DESTDIR, PREFIX (/usr)
	swift build -c release --product rasid --static-swift-stdlib --scratch-path .build/static
	install -D -s -m 755 .build/static/release/rasid "$(DESTDIR)$(PREFIX)/bin/rasid"
	install -D -m 644 systemd/rasid.sysusers.conf "$(DESTDIR)$(PREFIX)/lib/sysusers.d/rasid.conf"
	install -d "$(DESTDIR)$(PREFIX)/lib/systemd/system" "$(DESTDIR)/etc/rasid"
	sed 's|/usr/bin/rasid|$(PREFIX)/bin/rasid|' systemd/rasid.service >"$(DESTDIR)$(PREFIX)/lib/systemd/system/rasid.service"
	test -e "$(DESTDIR)/etc/rasid/feeds.yaml" || \
	    sed -E 's,^(outbox|state): \./,\1: /var/lib/rasid/,' feeds.yaml >"$(DESTDIR)/etc/rasid/feeds.yaml"
	@test -n "$(DESTDIR)" || echo "Now: systemd-sysusers && systemctl daemon-reload && systemctl enable --now rasid"

uninstall: ## remove what install put there; configuration and articles stay
	rm -f "$(DESTDIR)$(PREFIX)/bin/rasid" "$(DESTDIR)$(PREFIX)/lib/sysusers.d/rasid.conf"
	rm -f "$(DESTDIR)$(PREFIX)/lib/systemd/system/rasid.service"

clean: ## remove what was built
	rm -rf .build

prepare:
	@.ci/prepare $(PACKAGES)
