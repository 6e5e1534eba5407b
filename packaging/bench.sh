#!/usr/bin/env bash
# Measures Newsroom beside what it is built on and prints ratios; arguments go to tests/benchmarks.
#
#   ./packaging/bench.sh                all, on 10,000 stories
#   ./packaging/bench.sh 100k library   one, on 100,000
. "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

prepare test
need_qt
export QT_QPA_PLATFORM=offscreen
cd -- "$root"
exec "$python" -m tests.benchmarks "$@"
