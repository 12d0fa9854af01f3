"""What click says of a command that it cannot understand, in our words and both languages."""

import click

from policynlp.errors import UnknownNameError, UsageError
from policynlp.messages import Phrase


def worded(error: click.UsageError) -> UsageError:
    """Our sentence for click's."""
    command = error.ctx.command_path if error.ctx else "policynlp"
    if isinstance(error, click.MissingParameter):
        return UsageError("usage-missing", what=_name(error.param), command=command)
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        hint = Phrase("usage-near", {"near": near}) if near else ""
        return UsageError("usage-option", option=error.option_name, hint=hint, command=command)
    if isinstance(error, click.BadOptionUsage):
        return UsageError("usage-no-value", option=error.option_name, command=command)
    if isinstance(error, click.BadParameter):
        return UsageError("usage-value", option=_name(error.param), error=_plain(error), command=command)
    return UsageError("usage-other", error=_plain(error), command=command)


def known(group: click.Group, ctx: click.Context, name: str) -> None:
    """Raise UnknownNameError for a command that the group does not have."""
    if not name.startswith("-") and group.get_command(ctx, name) is None:
        raise UnknownNameError("name-command", name, group.list_commands(ctx), Phrase("remedy-commands"))


def _name(parameter: click.Parameter | None) -> str:
    """An argument as the help shows it, an option by its longest name."""
    if parameter is None:
        return ""
    if isinstance(parameter, click.Argument):
        return parameter.make_metavar(click.Context(click.Command("policynlp")))
    return max(parameter.opts, key=len)


def _plain(error: click.UsageError) -> str:
    return error.message.rstrip(".")
