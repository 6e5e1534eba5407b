#!/usr/bin/env bash
# Installs the programs that judge our files in tests: LibreOffice, pandoc, poppler, the validator of HTML, axe and Chromium.
#
# Needs root or sudo without a password. Without these programs the tests that ask them are skipped and say so.
. "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

judge_packages() {
    command -v soffice >/dev/null || echo libreoffice-writer-nogui
    command -v pandoc >/dev/null || echo pandoc
    command -v pdftotext >/dev/null || echo poppler-utils
    command -v java >/dev/null || echo default-jre-headless
    command -v npm >/dev/null || echo npm
    command -v chromium >/dev/null || echo chromium
}

prepare test
missing=$(judge_packages)
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    install_packages $missing
fi
modules=$venv/judges/node_modules
if [ ! -s "$modules/vnu-jar/build/dist/vnu.jar" ] || [ ! -s "$modules/axe-core/axe.min.js" ]; then
    say "Installing the judges of HTML ..."
    mkdir -p "$venv/judges"
    quietly npm install --ignore-scripts --no-audit --no-fund --no-save --prefix "$venv/judges" \
        vnu-jar@26.9.27 axe-core@4.14.1
fi
