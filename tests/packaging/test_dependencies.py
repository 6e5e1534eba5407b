"""Every dependency that is declared is pinned, and named in the README with its licence."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = [
    line
    for line in (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def folded(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def declared():
    project = PROJECT["project"]
    wanted = [*project["dependencies"], *PROJECT["build-system"]["requires"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    return sorted({folded(re.match(r"[\w.-]+", line).group()) for line in wanted})


def test_a_pin_is_a_name_and_a_version_and_no_address():
    assert [line for line in PINS if not re.fullmatch(r"[A-Za-z0-9][\w.-]*==[\w.!+]+", line)] == []


def test_every_declared_dependency_is_pinned():
    pinned = {folded(line.split("==")[0]) for line in PINS}
    assert [name for name in declared() if name not in pinned] == []


def test_nothing_is_pinned_twice():
    names = [folded(line.split("==")[0]) for line in PINS]
    assert sorted(set(names)) == sorted(names)


def test_the_readme_names_every_dependency_with_its_licence():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = {
        folded(name): licence.strip()
        for name, licence in re.findall(r"^\| `([\w.-]+)` \|[^|]+\|([^|]+)\|$", readme, re.MULTILINE)
    }
    assert [name for name in declared() if not rows.get(name)] == []
    assert [name for name in rows if name not in declared()] == []
