"""The wheel and the source distribution hold what they must, and nothing else.

`tests/packaging/install.py` installs both, in environments with nothing in them.
"""

import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="what builds distributions is not installed")

ROOT = Path(__file__).parent.parent.parent
BUILD = "import sys; from hatchling.build import {kind} as build; print(build(sys.argv[1]))"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both, built side by side."""
    folder = tmp_path_factory.mktemp("dist")
    programs = {
        kind: subprocess.Popen(
            [sys.executable, "-c", BUILD.format(kind=kind), str(folder)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for kind in ("build_wheel", "build_sdist")
    }
    names = {kind: program.communicate()[0].split()[-1] for kind, program in programs.items()}
    return {kind: folder / name for kind, name in names.items()}


def _tracked(*paths: str) -> Iterator[str]:
    """The files of the project, as version control or the folder has them."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *paths],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        yield from (name for name in done.stdout.splitlines() if (ROOT / name).exists())
        return
    for path in paths:
        for file in (ROOT / path).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file.relative_to(ROOT).as_posix()


def test_the_wheel_holds_the_package_with_its_data_and_no_tests(built):
    with zipfile.ZipFile(built["build_wheel"]) as wheel:
        held = set(wheel.namelist())
    package = {name for name in held if ".dist-info/" not in name and ".data/" not in name}
    assert package == set(_tracked("tui")) - set(_tracked("tui/share"))
    beside = {name.partition(".data/data/")[2] for name in held if ".data/" in name}
    assert beside == {
        "share/man/man1/broadsheet.1",
        "share/bash-completion/completions/broadsheet",
        "share/zsh/site-functions/_broadsheet",
        "share/fish/vendor_completions.d/broadsheet.fish",
    }
    assert {"tui/py.typed", "tui/view/broadsheet.tcss", "tui/web/page/index.html"} <= package
    assert any(name.startswith("tui/enrich/data/") for name in package)


def test_the_wheel_says_how_it_is_called_and_what_may_be_added(built):
    with zipfile.ZipFile(built["build_wheel"]) as wheel:
        (about,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = wheel.read(about).decode()
        entry = wheel.read(about.replace("METADATA", "entry_points.txt")).decode()
        assert wheel.read(about.replace("METADATA", "licenses/LICENSE"))
    assert "broadsheet = tui.__main__:main" in entry
    assert "Requires-Python: >=3.11" in metadata
    for extra in ("models", "codings", "web"):
        assert f"Provides-Extra: {extra}" in metadata
    plain = [line for line in metadata.splitlines() if line.startswith("Requires-Dist")]
    for optional in ("textual-serve", "aiohttp", "spacy", "brotli"):
        lines = [line for line in plain if optional in line]
        assert lines
        assert all("extra ==" in line for line in lines)


def test_the_source_distribution_holds_what_the_tests_need(built):
    with tarfile.open(built["build_sdist"]) as archive:
        names = [member.name for member in archive.getmembers() if member.isfile()]
    held = {name.partition("/")[2] for name in names}
    wanted = set(_tracked("tui", "tests", "samples"))
    assert wanted <= held
    assert {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "PKG-INFO"} <= held
