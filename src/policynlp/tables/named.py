"""What readers call codes and canonical values, in their language."""

from collections.abc import Mapping
from functools import cache

from policynlp.languages import table


def name(section: str, code: str | int, language: str) -> str:
    """The name of a code in ``languages/shared/names.toml``; empty for a code without one."""
    said: Mapping[str, str] = table("shared", "names").get(section, {}).get(str(code), {})
    return said.get(language, "")


def value_name(kind: str, value: str, language: str) -> str:
    """The name of a mention's value; empty where no table names it (a body known by its words alone)."""
    if kind == "institution":
        return institutions(language).get(value, "")
    if kind == "place":
        return countries(language).get(value.removeprefix("country."), "")
    if kind == "area":
        return str(table("shared", "areas")["area"].get(value, {}).get(language, ""))
    return name(kind, value, language)


@cache
def institutions(language: str) -> Mapping[str, str]:
    """Full name by id; in the other language where the table has none in this one."""
    rows = table("shared", "institutions")["institution"]
    other = "en" if language == "ko" else "ko"
    return {row["id"]: next(iter([*row[language], *row[other]]), "") for row in rows}


@cache
def countries(language: str) -> Mapping[str, str]:
    """First name by code."""
    return {code: row[language][0] for code, row in table("shared", "places")["country"].items()}
