"""Pictures of the app for its docs, made anew by `make screenshots`.

    python benchmarks/screenshots.py docs/app

Every page in light and dark, and some on a phone. The reports are those in examples/.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from review_app import ARGUMENTS, CHROMIUM, fill, served, wait_for_charts

from addup.ledger import Ledger

PHONE, DESK = (390, 800), (1280, 860)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "ledger.sqlite"
        fill(path)
        pages = addresses(path)
        with served(path) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            wait_for_charts(browser, url + pages["series"])
            shots = [(name, "light", DESK) for name in pages if name != "series"]
            shots += [(name, "dark", DESK) for name in ("report", "series")]
            shots += [(name, "light", PHONE) for name in ("report", "finding")] + [("series", "dark", PHONE)]
            for name, scheme, size in shots:
                context = browser.new_context(
                    viewport={"width": size[0], "height": size[1]},
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                page = context.new_page()
                page.goto(url + pages[name])
                page.wait_for_load_state("networkidle")
                if name == "series":
                    page.wait_for_selector("#chart[data-drawn]", timeout=60_000)
                    page.locator("#chart").evaluate("chart => chart.scrollIntoView({block: 'center'})")
                kind = "phone" if size is PHONE else scheme
                page.screenshot(path=folder / f"{name}-{kind}.png", full_page=False)
                context.close()
            browser.close()


def addresses(path: Path) -> dict[str, str]:
    """Name the pages worth a picture."""
    ledger = Ledger(path)
    conflict = next(one for one in ledger.findings(kinds=("conflict",)) if one.finding.relations)
    killed = next(one for one in ledger.series() if one.name.startswith("killed"))
    series = "/series/{}/{}".format(*ledger.first_figures([killed.id])[killed.id])
    ledger.close()
    return {
        "report": f"/documents/{conflict.finding.evidence[0].document}",
        "finding": f"/findings/{conflict.key}",
        "series": series,
        "account": f"/dossiers/{conflict.dossier}/account",
        "event": f"/dossiers/{killed.dossier}",
    }


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/app"))
