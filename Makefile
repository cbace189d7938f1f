# The commands of this project. `make run` and `make test` work on a fresh Debian with Go, git and make.

GO     ?= go
# One set of tags for everything with a window: other tags compile the C parts again. On Wayland the
# window runs through XWayland, which sets DISPLAY too.
WINDOW := x11
LINTER := bin/golangci-lint
# A screen of its own for tests and benchmarks of the real window, and the program they drive. It does
# not begin anew between one program and the next.
SCREEN := TOUCHLINE_BIN=$(CURDIR)/bin/touchline xvfb-run -a -s "-screen 0 1920x1080x24 -noreset"

.PHONY: run build static test test-headless test-window crash bench lint fmt clean

# Opens the sample map. Without a display it leaves the map as PDF and PNG instead.
run: build
	@test -e flight.journey || bin/touchline new flight.journey --template flight
	@if [ -n "$${DISPLAY:-}" ] || [ "$$(uname -s)" != Linux ]; then \
		exec bin/touchline flight.journey; \
	else \
		bin/touchline export flight.journey flight.pdf && \
		bin/touchline export flight.journey flight.png --scale 2 && \
		echo "There is no display here, so the map was exported instead: flight.pdf and flight.png"; \
	fi

# The program with its window, in bin/touchline.
build:
	@scripts/deps.sh build
	$(GO) build -tags $(WINDOW) -o bin/touchline ./cmd/touchline

# The program without a window and without C: all commands, in bin/touchline-static.
static:
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/touchline-static ./cmd/touchline

test: test-headless test-window

test-headless:
	@scripts/deps.sh build test
	$(GO) test -timeout 20m -tags ci ./...

# Drives the program in a real window on a screen of its own.
test-window: build
	@scripts/deps.sh build test
	$(SCREEN) $(GO) test -count=1 -timeout 20m -tags "$(WINDOW) window" ./cmd/touchline/...

# What make test does in short, at length: programs killed, the power cut, errors of the disk, mutated
# files, merges of three copies. Hours; CUTS, KILLS, MUTATED and so on make it shorter.
KILLS   ?= 10000
OTHERS  ?= 1000
CUTS    ?= 250000
MUTATED ?= 1000000
MERGES  ?= 100000
REPLACED ?= 10000
crash:
	$(GO) test -v -timeout 0 -run Converge ./journey/merge -merge.rounds $(MERGES)
	$(GO) test -v -timeout 0 -tags ci -run 'Crash|Converge' ./storage -merge.rounds 1000 -crash.edits 6 \
		-crash.step 1 -crash.wrecks 100 -crash.replaced $(REPLACED) -crash.kills $(KILLS) -crash.others $(OTHERS) -crash.cuts $(CUTS) -crash.mutated $(MUTATED)

# The second line measures frames in a real window, beside a control in the same run.
bench: build
	@scripts/deps.sh build test
	$(GO) test -tags ci -run '^$$' -bench . -benchmem ./...
	$(SCREEN) $(GO) run -tags $(WINDOW) ./cmd/framebench

lint: $(LINTER)
	$(LINTER) run --allow-parallel-runners ./...

# Formats as the linter wants it.
fmt: $(LINTER)
	$(LINTER) fmt ./...

# The linter is pinned in a module of its own, so that nothing of it enters go.mod.
$(LINTER): scripts/lint/go.mod
	$(GO) -C scripts/lint build -o ../../$(LINTER) github.com/golangci/golangci-lint/v2/cmd/golangci-lint

# Leaves flight.journey alone: somebody may have worked in it.
clean:
	rm -rf bin flight.pdf flight.png
