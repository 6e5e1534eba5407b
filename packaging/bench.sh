#!/usr/bin/env bash
# Measures Newsroom against what it is built on and prints ratios; arguments go to tests/benchmarks.
. "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

prepare test
need_qt
export QT_QPA_PLATFORM=offscreen
exec "$python" "$root/tests/benchmarks" "$@"
