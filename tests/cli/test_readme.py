"""What the two READMEs tell a reader to type is what the program takes."""

import re
import shlex
from pathlib import Path

import click
import pytest

from policynlp.cli import cli

ROOT = Path(__file__).parents[2]


def lines(name: str) -> list[list[str]]:
    """The command lines of a README, in words, without their remarks."""
    text = (ROOT / name).read_text("utf8")
    return [shlex.split(line, comments=True)[1:] for line in re.findall(r"^policynlp .*$", text, re.M)]


def options(command: click.Command) -> set[str]:
    return {spelling for one in command.params for spelling in one.opts}


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_every_command_line_of_the_readme_names_a_command_and_options_there_are(name: str) -> None:
    for words in lines(name):
        command = cli.get_command(click.Context(cli), words[0])
        assert command is not None, words
        assert {word for word in words if word.startswith("--")} <= options(command), words


def test_both_readmes_show_the_same_commands_and_all_there_are() -> None:
    every = set(cli.list_commands(click.Context(cli)))
    for name in ("README.md", "README.ko.md"):
        table = set(re.findall(r"`([a-z]+)[ `]", (ROOT / name).read_text("utf8")))
        assert every <= table, (name, every - table)
