# Makes a checkout ready to run on a bare Debian or Ubuntu machine; sourced by the scripts beside it.
#
#   prepare EXTRA...    a virtual environment in .venv with the program and these extras
#   need_qt             the system libraries that Qt asks for, those of a window too where there is a display
#   want_dictionaries   what spelling asks, where it can be installed; without it Newsroom says so and works on
#
# Whatever is ready already is not touched: the second time costs some milliseconds.
# shellcheck shell=bash

set -euo pipefail
unset CDPATH PYTHONHOME PYTHONPATH
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
venv=$root/.venv
python=$venv/bin/python
constraints=$root/packaging/constraints.txt
log=$root/out/setup.log
mkdir -p "$root/out"

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# Run a command without output; where it fails, show the end of what it said.
quietly() {
    "$@" </dev/null >"$log" 2>&1 && return
    tail -n 25 "$log" >&2
    die "This did not work: $*"
}

# Set become to what turns a command into root's; false where Debian packages cannot be installed from here.
become_root() {
    become=()
    if [ "$(id -u)" -ne 0 ]; then
        become=(sudo -n)
    fi
    command -v apt-get >/dev/null && "${become[@]}" true 2>/dev/null
}

# Install Debian packages, or print the line that does.
install_packages() {
    local become
    if ! become_root; then
        die "Some system packages are missing. Please install them and start again:" \
            $'\n\n'"    sudo apt-get install -y $*"$'\n'
    fi
    say "Installing system packages: $*"
    "${become[@]}" apt-get update </dev/null >/dev/null 2>&1 || true # an old list may do
    quietly "${become[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "$@"
}

# Print the first Python that is new enough and can make a virtual environment.
find_python() {
    local name
    for name in python3 python3.13 python3.12 python3.11 python3.14; do
        if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Print the packages that bring a Python: the machine's own where it is new enough.
python_packages() {
    local offered
    offered=$(apt-cache policy python3 2>/dev/null | sed -n 's/^ *Candidate: *//p')
    case ${offered:-3.11} in
        3.[0-9].* | 3.10.*) echo python3.11 python3.11-venv ;;
        *) echo python3 python3-venv ;;
    esac
}

make_venv() {
    local found
    if ! found=$(find_python); then
        # shellcheck disable=SC2046
        install_packages $(python_packages)
        found=$(find_python) || die "Newsroom needs Python 3.11 or newer with its venv module."
    fi
    quietly "$found" -m venv --clear "$venv"
    quietly "$python" -m pip install --upgrade -c "$constraints" pip
    printf '%s\n' "$root" >"$venv/place"
}

# True where the environment works and was made for this very folder.
venv_stands() { [ -x "$python" ] && [ "$(cat "$venv/place" 2>/dev/null)" = "$root" ]; }

wanted_stamp() { cat "$root/pyproject.toml" "$constraints" "$root/packaging/hatch_build.py" | sha256sum; }

# True where the program and each of the extras were installed from today's project file.
extras_stand() {
    local extra stamp
    stamp=$(wanted_stamp)
    for extra in core "$@"; do
        [ "$(cat "$venv/stamp-$extra" 2>/dev/null)" = "$stamp" ] || return 1
    done
}

install_extras() {
    local extra list
    list=$(IFS=, && echo "$*")
    say "Installing Newsroom's packages into .venv (once, a minute or two) ..."
    quietly "$python" -m pip install -c "$constraints" -e "$root${list:+[$list]}"
    for extra in core "$@"; do
        wanted_stamp >"$venv/stamp-$extra"
    done
}

prepare() {
    if venv_stands && extras_stand "$@"; then
        return
    fi
    exec 9>"$root/out/setup.lock" # two first starts at once: one works, one waits
    flock 9
    venv_stands || make_venv
    extras_stand "$@" || install_extras "$@"
    exec 9>&-
}

# Print the packages of those system libraries that cannot be loaded.
missing_libraries() {
    "$python" - "$@" <<'PYTHON'
import ctypes
import sys

for pair in sys.argv[1:]:
    library, package = pair.split("=")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
PYTHON
}

glib_package() {
    # Debian 13 and Ubuntu 24.04 renamed it
    if apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then
        echo libglib2.0-0t64
    else
        echo libglib2.0-0
    fi
}

qt_libraries() {
    echo libGL.so.1=libgl1 libEGL.so.1=libegl1 libfontconfig.so.1=libfontconfig1
    echo libdbus-1.so.3=libdbus-1-3 libxkbcommon.so.0=libxkbcommon0 "libglib-2.0.so.0=$(glib_package)"
    if display; then
        echo libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4
        echo libxcb-keysyms.so.1=libxcb-keysyms1 libxkbcommon-x11.so.0=libxkbcommon-x11-0
        echo libxcb-xkb.so.1=libxcb-xkb1 libxcb-shape.so.0=libxcb-shape0
    fi
}

need_qt() {
    local missing stamp=$venv/stamp-qt
    display && stamp+=-window
    [ ! -e "$stamp" ] || return 0
    # shellcheck disable=SC2046
    missing=$(missing_libraries $(qt_libraries))
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086
        install_packages $missing
    fi
    touch "$stamp"
}

spelling_libraries() {
    [ -e /usr/share/hunspell/de_DE.dic ] || echo hunspell-de-de
    [ -e /usr/share/hunspell/en_US.dic ] || echo hunspell-en-us
    missing_libraries libenchant-2.so.2=libenchant-2-2
}

want_dictionaries() {
    local become missing stamp=$venv/stamp-spelling
    [ ! -e "$stamp" ] || return 0
    missing=$(spelling_libraries | tr '\n' ' ')
    if [ -n "$missing" ] && ! become_root; then
        say "Spelling is not checked until its dictionaries are installed: sudo apt-get install -y $missing"
    elif [ -n "$missing" ]; then
        # shellcheck disable=SC2086
        install_packages $missing
    fi
    touch "$stamp"
}
