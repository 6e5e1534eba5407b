"""The scripts that set up a bare machine, tried with a Python and a sudo that only write down what they are asked."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = [*sorted((ROOT / "packaging").glob("*.sh")), ROOT / ".ci" / "run"]

FAKE_PYTHON = """#!/bin/bash
printf '%s\\n' "$*" >>"$CALLS"
if [ "$2" = venv ]; then
    mkdir -p "$4/bin"
    cp "$0" "$4/bin/python"
fi
"""


class Machine:
    """A checkout in a folder with a space in its name, and a PATH where our stand-ins come first."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "my checkout"
        self.calls = folder / "calls"
        self.programs = folder / "bin"
        self.programs.mkdir()
        (folder / "home").mkdir()
        shutil.copytree(ROOT / "packaging", self.checkout / "packaging")
        shutil.copy(ROOT / "pyproject.toml", self.checkout)
        self.environment = {
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "HOME": str(folder / "home"),
            "CALLS": str(self.calls),
        }
        self.program("python3", FAKE_PYTHON)

    def program(self, name, text):
        path = self.programs / name
        path.write_text(text)
        path.chmod(0o755)

    def say(self, command, cwd="/"):
        self.calls.write_text("")
        setup = self.checkout / "packaging" / "setup.sh"
        return subprocess.run(
            ["bash", "-c", f'. "$0"; {command}', str(setup)],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env=self.environment,
            cwd=cwd,
            check=False,
        )


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_each_script_is_good_bash(script):
    subprocess.run(["bash", "-n", str(script)], check=True)


@pytest.mark.parametrize("name", ["run.sh", "test.sh", "bench.sh", "judges.sh", "wheel.sh"])
def test_each_command_may_be_executed(name):
    assert os.access(ROOT / "packaging" / name, os.X_OK)


def test_the_first_start_makes_an_environment_and_installs_the_program_with_its_extras(machine):
    answer = machine.say("prepare test lint")
    assert answer.returncode == 0, answer.stderr
    calls = machine.calls.read_text().splitlines()
    assert any(call.startswith("-m venv") for call in calls)
    assert calls[-1].endswith(f"-e {machine.checkout}[test,lint]")
    assert f"-c {machine.checkout}/packaging/constraints.txt" in calls[-1]


def test_the_second_start_installs_nothing(machine):
    machine.say("prepare test")
    machine.say("prepare test")
    assert machine.calls.read_text() == ""


def test_extras_that_came_with_others_are_known(machine):
    machine.say("prepare test lint build")
    machine.say("prepare test; prepare")
    assert machine.calls.read_text() == ""


def test_a_new_version_of_a_package_is_installed(machine):
    machine.say("prepare test")
    with (machine.checkout / "packaging" / "constraints.txt").open("a") as file:
        file.write("something==2.0\n")
    machine.say("prepare test")
    assert "pip install" in machine.calls.read_text()
    assert "venv" not in machine.calls.read_text().split(str(machine.checkout))[0]


def test_a_checkout_that_was_moved_gets_a_new_environment(machine):
    machine.say("prepare")
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("elsewhere"))
    machine.say("prepare")
    assert "-m venv --clear" in machine.calls.read_text()


def test_a_failed_installation_is_told_and_tried_again(machine):
    machine.program(
        "python3", FAKE_PYTHON + 'case $* in *install*-e*) echo "no such version"; exit 1 ;; esac\n'
    )
    answer = machine.say("prepare")
    assert answer.returncode == 1
    assert "no such version" in answer.stderr
    machine.say("prepare")
    assert "install" in machine.calls.read_text()


def test_without_root_the_exact_line_is_printed(machine):
    machine.program("id", "#!/bin/bash\necho 1000\n")
    machine.program("sudo", "#!/bin/bash\nexit 1\n")
    answer = machine.say("install_packages libgl1 libegl1")
    assert answer.returncode == 1
    assert "    sudo apt-get install -y libgl1 libegl1\n" in answer.stderr


@pytest.mark.long
def test_a_window_asks_for_more_libraries_than_the_tour(machine):
    bare = machine.say("qt_libraries").stdout
    machine.environment["DISPLAY"] = ":7"
    assert "libxcb-cursor0" not in bare
    assert "libxcb-cursor0" in machine.say("qt_libraries").stdout


def test_scripts_work_from_any_folder(machine, tmp_path):
    answer = machine.say('printf "%s" "$root"', cwd=tmp_path)
    assert answer.stdout == str(machine.checkout)
