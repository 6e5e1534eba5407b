#!/usr/bin/env bash
# Runs all tests from a fresh clone; arguments go to pytest.
#
#   ./packaging/test.sh                 the quick ones, on two cores, in less than four minutes
#   ./packaging/test.sh -n 2            all: servers, killed programs and whole journeys too
#   ./packaging/test.sh tests/text -x   some
. "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

prepare test spell
need_qt
want_dictionaries
export QT_QPA_PLATFORM=offscreen
[ $# -gt 0 ] || set -- -n 3 --dist loadfile --durations=10 -m "not long"
cd -- "$root"
exec "$python" -m pytest "$@"
