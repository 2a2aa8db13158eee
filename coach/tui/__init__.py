"""The app on the terminal.

Textual reads its debug switches when it is first imported, and one of them writes every key to a file
(`TEXTUAL_DEBUG`); this package therefore takes them out of the environment before any of its modules
imports Textual.
"""

from __future__ import annotations

import os

for _name in [name for name in os.environ if name.startswith("TEXTUAL")]:
    del os.environ[_name]
