"""The page in a real browser: `make test-all` runs these; `make test` leaves them out by their marker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.render.ferry import ferry_dossier, ferry_reading
from tests.render.test_page import HOSTILE, telling

from newstemma.model import Reading
from newstemma.render.page import to_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

pytestmark = pytest.mark.browser

_CHROMIUM = Path("/usr/bin/chromium")
_MISSING = "the browser tests need playwright and Debian's chromium: run `make test-all`, which says how to get both"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        pytest.fail(f"playwright is not installed; {_MISSING}")
    if not _CHROMIUM.exists():
        pytest.fail(f"{_CHROMIUM} is not there; {_MISSING}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(_CHROMIUM), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """A page that is open, and what it did that it should not."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def ask(self, script: str) -> Any:
        return self.page.evaluate(script)


def visit(browser: Browser, folder: Path, reading: Reading, width: int = 1280) -> Visit:
    file = folder / "page.html"
    file.write_text(to_html(reading), encoding="utf-8")
    visited = Visit(browser.new_page(viewport={"width": width, "height": 800}))
    visited.page.on("request", lambda request: visited.requests.append(request.url))
    visited.page.on("console", lambda message: visited.complaints.append(message.text))
    visited.page.on("pageerror", lambda error: visited.complaints.append(str(error)))
    visited.page.on("dialog", visited.dismiss)
    visited.page.goto(file.as_uri())
    return visited


def wide_reading() -> Reading:
    """Return the story with words, names and files that have nowhere to break."""
    long = "Unbreakable" * 30
    dossier = ferry_dossier()
    about = replace(dossier.articles[3].about, outlet=long, title=long)
    articles = (*dossier.articles[:3], replace(dossier.articles[3], about=about, files=(long,)), dossier.articles[4])
    return Reading((replace(dossier, title=long, articles=articles), *telling(long).dossiers), ())


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("reading", [ferry_reading(), wide_reading()], ids=["ferry", "wide"])
def test_nothing_is_wider_than_the_screen(browser: Browser, tmp_path: Path, reading: Reading, width: int) -> None:
    visited = visit(browser, tmp_path, reading, width)
    visited.ask("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert visited.ask("document.documentElement.scrollWidth") <= width


def test_evidence_opens_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    visited = visit(browser, tmp_path, ferry_reading())
    closed = visited.ask("document.querySelectorAll('details.evidence[open]').length")
    for _ in range(60):
        visited.page.keyboard.press("Tab")
        if visited.ask("document.activeElement.matches('details.evidence > summary')"):
            break
    assert visited.ask("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    visited.page.keyboard.press("Enter")
    assert (closed, visited.ask("document.querySelectorAll('details.evidence[open]').length")) == (0, 1)
    assert visited.page.locator("details.evidence[open] mark").first.is_visible()


def test_skip_link_comes_first_and_leads_to_the_findings(browser: Browser, tmp_path: Path) -> None:
    visited = visit(browser, tmp_path, ferry_reading())
    visited.page.keyboard.press("Tab")
    assert visited.ask("document.activeElement.getBoundingClientRect().left") >= 0
    visited.page.keyboard.press("Enter")
    assert visited.ask("document.activeElement.id") == "main"


def test_links_lead_to_the_words(browser: Browser, tmp_path: Path) -> None:
    visited = visit(browser, tmp_path, ferry_reading())
    hrefs = visited.ask("[...document.querySelectorAll('a[href^=\"#\"]')].map(each => each.getAttribute('href'))")
    assert len(hrefs) > 40
    assert [href for href in hrefs if visited.page.locator(f"[id='{href[1:]}']").count() != 1] == []
    visited.page.locator(".variants a").first.evaluate("link => link.click()")
    target = visited.page.locator(":target")
    assert target.inner_text() == "In storm weeks the boats will be kept for registered residents only"
    target.wait_for(state="visible")


def test_nothing_leaves_the_page_and_nothing_complains(browser: Browser, tmp_path: Path) -> None:
    visited = visit(browser, tmp_path, ferry_reading())
    visited.ask("document.querySelectorAll('details').forEach(each => each.open = true)")
    visited.page.wait_for_timeout(100)
    assert visited.requests == [visited.page.url]
    assert visited.complaints == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_runs_as_script(browser: Browser, tmp_path: Path, text: str) -> None:
    visited = visit(browser, tmp_path, telling(text, url="javascript:alert(1)", language=text))
    visited.page.wait_for_timeout(50)
    assert visited.complaints == []
    assert visited.requests == [visited.page.url]
    assert visited.ask("document.scripts.length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast(browser: Browser, tmp_path: Path, scheme: str) -> None:
    """Every text has at least 4.5 : 1 against its ground (WCAG 2.2, AA)."""
    visited = visit(browser, tmp_path, ferry_reading())
    visited.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visited.ask("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert visited.ask(_CONTRAST) == []


def test_paper_shows_what_is_folded(browser: Browser, tmp_path: Path) -> None:
    visited = visit(browser, tmp_path, ferry_reading())
    mark = visited.page.locator("details.evidence mark").first
    assert not mark.is_visible()
    visited.page.emulate_media(media="print")
    assert mark.is_visible()


_CONTRAST = """() => {
  const part = value => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const numbers = colour => colour.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ground = element => {
    for (; element; element = element.parentElement) {
      const colour = numbers(getComputedStyle(element).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())) continue;
    const [ink, paper] = [light(numbers(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (ratio < 4.5) poor.push(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2));
  }
  return poor;
}"""
