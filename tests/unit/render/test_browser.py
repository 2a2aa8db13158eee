"""The HTML in a real browser without a window: axe-core finds nothing wrong, and it prints on its paper."""

from __future__ import annotations

import html
import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from coach.domain.preparation import Preparation
from coach.domain.sheet import Sheet
from coach.render.html import sheet_as_html
from tests.unit.samples import AGREED, CARDS, LONGEST, TYPICAL, in_large_print, sheet_of

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.xdist_group("chromium")]

EMPTY = sheet_of(Preparation(), empty=True)
RUN = """
<script>{axe}</script>
<script>
  axe.run(document).then(found => {{
    const out = document.createElement("pre");
    out.id = "found";
    out.textContent = JSON.stringify({{
      passes: found.passes.map(rule => rule.id),
      violations: found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html)]),
      incomplete: found.incomplete.map(rule => rule.id),
    }});
    document.body.append(out);
  }});
</script>
</body>
"""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""It keeps every script out, so that of the checker too; `test_html.py` sees that it is there."""


def browser(page: str, folder: Path, *options: str) -> bytes:
    """Open `page` and return what the browser says; it keeps all that it writes in `folder`."""
    name = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    file = folder / "blad.html"
    file.write_text(page, "utf-8")
    command = [name, "--headless", "--disable-gpu", f"--user-data-dir={folder / 'browser'}"]
    if os.geteuid() == 0:
        command.append("--no-sandbox")
    command += [*options, "--virtual-time-budget=20000", file.as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout


@pytest.fixture(scope="session")
def axe(checkout: Path) -> str:
    """The program of axe-core, fetched once as it is locked."""
    folder = checkout / "tests" / "axe"
    program = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not program.exists():
        subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=folder,
            capture_output=True,
            check=False,
        )
    if not program.exists():
        pytest.skip("axe-core was niet op te halen; zo wel: zet het netwerk aan en draai npm ci in tests/axe")
    return program.read_text("utf-8")


def checked(page: str, axe: str, folder: Path) -> dict[str, Any]:
    """What axe-core finds in `page`."""
    page = POLICY.sub("", page).replace("</body>", RUN.format(axe=axe))
    dom = browser(page, folder, "--dump-dom").decode()
    found = re.search(r'<pre id="found">(.*?)</pre>', dom, re.DOTALL)
    assert found, "the checker did not run"
    result: dict[str, Any] = json.loads(html.unescape(found[1]))
    return result


@pytest.mark.needs("npm")
@pytest.mark.parametrize("sheet", [sheet_of(LONGEST), AGREED, CARDS], ids=["full", "agreed", "cards"])
def test_axe_finds_nothing_wrong(sheet: Sheet, axe: str, tmp_path: Path) -> None:
    found = checked(sheet_as_html(sheet), axe, tmp_path)
    assert {"document-title", "html-has-lang", "color-contrast"} <= set(found["passes"])
    assert found["violations"] == []
    assert found["incomplete"] == []


@pytest.mark.needs("npm")
def test_axe_finds_what_is_wrong(axe: str, tmp_path: Path) -> None:
    page = sheet_as_html(AGREED).replace('lang="nl"', "").replace("#000", "#bbb")
    found = {name for name, _ in checked(page, axe, tmp_path)["violations"]}
    assert {"html-has-lang", "color-contrast"} <= found


@pytest.mark.parametrize(
    ("sheet", "pages"),
    [(EMPTY, 1), (sheet_of(LONGEST), 1), (CARDS, 1), (in_large_print(sheet_of(TYPICAL)), 2)],
    ids=["empty", "longest", "cards", "large"],
)
def test_it_prints_on_its_paper(sheet: Sheet, pages: int, tmp_path: Path) -> None:
    paper = tmp_path / "blad.pdf"
    browser(sheet_as_html(sheet), tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={paper}")
    document = pikepdf.open(io.BytesIO(paper.read_bytes()))
    assert len(document.pages) == pages
    box = [float(value) for value in document.pages[0].MediaBox]
    assert [abs(side - a4) < 2 for side, a4 in zip(box[2:], (595, 842), strict=True)] == [True, True]
