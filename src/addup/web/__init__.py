"""The review app: pages and a JSON API over a ledger."""

from addup.web.app import create_app
from addup.web.settings import Settings

__all__ = ["Settings", "create_app"]
