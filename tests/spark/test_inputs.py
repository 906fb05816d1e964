"""Archives are cut so that every core has work, and so that no piece is long."""

from __future__ import annotations

import pytest

from addup.spark.inputs import LEAST, MOST, File, piece_size, pieces_of


@pytest.mark.parametrize(
    ("size", "expected"), [(1_000, 1), (7_000_000, 32), (70_000_000, 67), (7_000_000_000, 6676)]
)
def test_a_small_archive_has_work_for_all_cores_and_a_large_one_no_long_piece(
    size: int, expected: int
) -> None:
    files = [File("file:///archive.jsonl", size, "2024-05-15")]
    pieces = list(pieces_of(files, piece_size(files, 32)))
    assert len(pieces) in {expected, expected + 1}
    assert sum(piece.end - piece.start for piece in pieces) == size
    assert max(piece.end - piece.start for piece in pieces) <= MOST


def test_many_small_files_are_put_together() -> None:
    files = [File(f"file:///{number:03}.txt", 3_000, "2024-05-15") for number in range(100)]
    pieces = list(pieces_of(files, piece_size(files, 32)))
    assert [path for piece in pieces for path in piece.paths] == [file.path for file in files]
    assert len(pieces) == 5  # as LEAST says
    assert all(3_000 * len(piece.paths) <= LEAST for piece in pieces)
