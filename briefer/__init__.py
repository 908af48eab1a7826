"""Read sources side by side, file their passages, write the brief that can prove its quotations."""

from __future__ import annotations

__version__ = "0.1.0"
