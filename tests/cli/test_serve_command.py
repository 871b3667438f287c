"""`broadsheet serve`: what is said where it cannot be done."""

import socket

import pytest

from tui.cli import run


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setattr("tui.cli.serve.find_spec", lambda name: None)
    assert run(["serve"]) == 2
    assert capsys.readouterr().err == (
        "broadsheet: serve needs textual-serve, which is missing: pip install 'broadsheet[web]'\n"
    )


def test_a_path_or_library_that_is_not_there(tmp_path, capsys):
    assert run(["serve", str(tmp_path / "none")]) == 1
    assert "no such file or folder" in capsys.readouterr().err
    assert run(["serve", "--library", str(tmp_path / "none.db")]) == 2
    assert "no such library" in capsys.readouterr().err


def test_a_port_that_is_taken(tmp_path, capsys, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("textual_serve", reason="the extra `web` is not installed")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port), str(tmp_path)]) == 2
    assert f"cannot serve at 127.0.0.1, port {port}: " in capsys.readouterr().err


@pytest.mark.parametrize("port", ["70000", "-1", "x", "٣"])
def test_what_is_no_port(port, capsys):
    with pytest.raises(SystemExit) as left:
        run(["serve", f"--port={port}"])
    assert left.value.code == 2
    assert "not a port" in capsys.readouterr().err
