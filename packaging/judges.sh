#!/usr/bin/env bash
# Installs the programs that judge our files in tests: LibreOffice, pandoc, poppler and the validator of HTML.
#
# Needs root or sudo without a password. Without these programs the tests that ask them are skipped and say so.
. "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

judge_packages() {
    command -v soffice >/dev/null || echo libreoffice-writer-nogui
    command -v pandoc >/dev/null || echo pandoc
    command -v pdftotext >/dev/null || echo poppler-utils
    command -v java >/dev/null || echo default-jre-headless
    command -v npm >/dev/null || echo npm
}

prepare test
missing=$(judge_packages)
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    install_packages $missing
fi
validator=$venv/judges/node_modules/vnu-jar/build/dist/vnu.jar
if [ ! -s "$validator" ]; then
    say "Installing the validator of HTML ..."
    mkdir -p "$venv/judges"
    quietly npm install --ignore-scripts --no-audit --no-fund --no-save --prefix "$venv/judges" vnu-jar@26.9.27
fi
