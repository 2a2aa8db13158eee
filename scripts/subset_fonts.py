"""Make the small fonts of the PDF from the Noto fonts that Debian's package fonts-noto-core installs.

    python scripts/subset_fonts.py [FOLDER]

FOLDER (default /usr/share/fonts/truetype/noto) holds the whole fonts. Writes the subsets and `coverage.txt`,
the characters that they have, to coach/render/fonts. Needs fonttools; nothing else here does.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/truetype/noto")
TARGET = Path(__file__).resolve().parent.parent / "coach" / "render" / "fonts"

LATIN = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02B0, 0x02FF),  # modifier letters
    (0x0300, 0x036F),  # combining marks
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x218B),  # letterlike signs and fractions
    (0xFFFD, 0xFFFD),
)
SIGNS = (
    (0x2190, 0x21FF),  # arrows
    (0x2212, 0x2212),
    (0x221E, 0x221E),
    (0x2248, 0x2248),
    (0x2260, 0x2265),  # not equal, at most, at least
)
PICTURES = (
    (0x25A0, 0x25FF),  # boxes and circles
    (0x2605, 0x2606),
    (0x260E, 0x260E),
    (0x2610, 0x2612),  # ballot boxes
    (0x2639, 0x263A),
    (0x2665, 0x2665),
    (0x2713, 0x2718),  # check marks and crosses
    (0x2764, 0x2764),
)
FONTS = {
    "NotoSans-Regular.ttf": LATIN,
    "NotoSans-Bold.ttf": LATIN,
    "NotoSansMath-Regular.ttf": SIGNS,
    "NotoSansSymbols2-Regular.ttf": PICTURES,
}
INVISIBLE = (*range(0x200E, 0x2010), *range(0x2028, 0x202F), *range(0x2066, 0x2070))
"""Line separators and direction marks: text is cleaned of them before it is set."""


def make_subset(source: Path, target: Path, ranges: tuple[tuple[int, int], ...]) -> set[int]:
    """Write the part of a font that holds `ranges` to `target`; return the characters that it has."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    font = TTFont(source, recalcTimestamp=False)
    wanted = {code for first, last in ranges for code in range(first, last + 1)} - set(INVISIBLE)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.save(target)
    return set(font.getBestCmap())


def as_ranges(codes: set[int]) -> list[str]:
    """Return code points as lines "0041-005A", in order."""
    lines: list[list[int]] = []
    for code in sorted(codes):
        if lines and lines[-1][1] == code - 1:
            lines[-1][1] = code
        else:
            lines.append([code, code])
    return [f"{first:04X}-{last:04X}" for first, last in lines]


def main(arguments: list[str]) -> int:
    """Make all subsets; returns the exit code."""
    source = Path(arguments[0]) if arguments else SOURCE
    covered: dict[str, set[int]] = {}
    for name, ranges in FONTS.items():
        covered[name] = make_subset(source / name, TARGET / name, ranges)
        print(f"{name}: {len(covered[name])} characters, {(TARGET / name).stat().st_size // 1024} kB")
    both = covered["NotoSans-Regular.ttf"] & covered["NotoSans-Bold.ttf"]
    lines = as_ranges(both | covered["NotoSansMath-Regular.ttf"] | covered["NotoSansSymbols2-Regular.ttf"])
    (TARGET / "coverage.txt").write_text("\n".join(lines) + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
