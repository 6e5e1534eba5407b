#!/usr/bin/env bash
# Runs Newsroom from a fresh clone: with a display its window on the sample stories, without one the tour.
#
#   ./packaging/run.sh                  the window, or the tour into out/tour
#   ./packaging/run.sh --lang de ...    arguments are passed on
. "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

prepare spell postgres
need_qt
want_dictionaries
if display; then
    exec "$venv/bin/newsroom-desk" --samples "$@"
fi
exec "$venv/bin/newsroom" tour --out "$root/out/tour" "$@"
