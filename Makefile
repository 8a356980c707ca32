# make run: the whole product with demo data. make test, make check: what must hold before a commit.
# Each does its own set-up; nothing is built twice.

.PHONY: run test soak check bench schema client

modules = $(1)/node_modules/.package-lock.json

run: client
	@scripts/run

test: client $(call modules,tests/clients) $(call modules,tests/browser)
	@scripts/setup-tests
	@scripts/test

# The history checker for as long as one likes: make soak MINUTES=60.
soak: MINUTES ?= 10
soak:
	@scripts/setup-tests
	SOAK_MINUTES=$(MINUTES) cargo test --test it -- --ignored --nocapture history::soak

check: $(call modules,web)
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --all-features -- -D warnings
	npm run --prefix web check
	@scripts/setup-tools
	PATH="$(CURDIR)/.tools/bin:$$PATH" cargo deny --all-features check licenses bans sources
	scripts/audit

# The table of ratios beside the peers, kept in bench/README.md.
bench: client
	bench/run

# The API as the server writes it; a test fails when the file is stale.
schema:
	cargo run --quiet -- schema > target/schema.graphql && cp target/schema.graphql schema/

client: $(call modules,web)
	@scripts/client

%/node_modules/.package-lock.json: %/package-lock.json
	npm ci --prefix $* --no-audit --no-fund
	@touch $@
