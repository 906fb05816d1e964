"""Groups of names that belong together, joined one pair at a time (union-find)."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """A partition of names that only ever gets coarser."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}

    def root(self, name: str) -> str:
        """Name the one that stands for the group."""
        parent = self._parent
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    def join(self, names: Iterable[str]) -> None:
        """Put all these names into one group."""
        roots = [self.root(name) for name in names]
        for root in roots[1:]:
            self._parent[self.root(root)] = self.root(roots[0])

    def listed(self) -> list[list[str]]:
        """List the groups, each in the order in which its names were given."""
        groups: dict[str, list[str]] = {}
        for name in self._parent:
            groups.setdefault(self.root(name), []).append(name)
        return list(groups.values())
