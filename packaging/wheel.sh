#!/usr/bin/env bash
# Builds the wheel, installs it into an environment of its own and lets it run the tour, away from the checkout.
. "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

prepare build
need_qt
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
mkdir "$work/home" "$work/elsewhere"

quietly "$python" -m build --wheel --outdir "$work/dist" "$root"
quietly "$python" -m venv "$work/venv"
quietly "$work/venv/bin/python" -m pip install -c "$constraints" "$work"/dist/newsroom-*.whl

cd -- "$work/elsewhere"
env -i PATH=/usr/bin:/bin HOME="$work/home" LANG=C.UTF-8 \
    "$work/venv/bin/newsroom" tour --out "$work/tour" </dev/null
"$python" "$root/packaging/check_tour.py" "$work/tour"
