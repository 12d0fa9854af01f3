"""axe-core reads the page as assistive technology does: no serious barrier."""

import pytest

from tests.report import examples

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("folded", [True, False], ids=["folded", "open"])
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("make", [examples.memoranda, examples.across, examples.family, examples.hostile])
def test_axe_finds_no_serious_barrier(opened, make, language, folded):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = opened(make(), bypass_csp=True)
    if page.evaluate("document.documentElement.lang") != language:
        page.click("#switch")
    if not folded:
        page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
        page.evaluate("document.querySelector('#more')?.click()")
    found = axe.Axe().run(page).response["violations"]
    grave = [
        (each["id"], node["html"])
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
    assert grave == []
