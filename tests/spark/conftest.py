"""One Spark for all tests, and an archive to read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from addup.spark.archive import Summary


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """Spark on two cores of this machine."""
    if shutil.which("java") is None:
        pytest.skip("needs Java 17 (Debian's package openjdk-17-jre-headless)")
    pytest.importorskip("pyspark", reason="needs the extra spark")
    pytest.importorskip("pandas", reason="needs the extra spark as it is now: pandas is missing")
    from pyspark.sql import SparkSession

    from addup.spark.session import session

    # Compiling each query, and compiling Java well, pays for long runs only. The rest is what users run.
    os.environ["JDK_JAVA_OPTIONS"] = "-XX:TieredStopAtLevel=1"
    SparkSession.builder.config("spark.sql.codegen.wholeStage", "false").config(
        "spark.sql.codegen.factoryMode", "NO_CODEGEN"
    )
    began = session("local[2]", memory="1g")
    yield began
    began.stop()


_FLOOD = (
    "At least 43 people were killed when the Selm flooded Brennick on Tuesday, the governor of Marland said. "
    "Some 120 people were injured. The army sent boats from Harden to Brennick."
)
REPORTS = {
    "2024-05-15-a": _FLOOD,
    "2024-05-15-b": "The flood in Brennick killed 38 people on Tuesday, the mayor said. The Selm rose in "
    "Marland to 9 metres, and boats came from Harden.",
    "2024-05-16-c": f"{_FLOOD} (Northern Press)",
    "2024-05-16-d": "A fire in a mill in Oxley killed 4 workers on Wednesday, police said. The owner of the "
    "mill, Ada Quill, said that 60 people worked there.",
    "2024-05-17-e": "The death toll of the fire in the mill in Oxley has risen to 6, police said on Friday. "
    "Ada Quill closed the mill.",
    "2024-05-17-f": "The council of Norwick met on Friday and talked about trees.",
}
"""Reports on a flood, one of them printed twice, on a fire, and on nothing."""


def write(folder: Path, names: Iterator[str] | list[str]) -> None:
    """Write some of the reports into a folder, a file each, named after the day of publication."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(REPORTS[name])


@pytest.fixture(scope="session")
def whole(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Summary]:
    """An archive read at once: its folder, its tables, and the summary."""
    folder = tmp_path_factory.mktemp("whole")
    write(folder / "in", list(REPORTS))
    from addup.spark.archive import archive

    (summary,) = archive(spark, str(folder / "in"), str(folder / "out"))
    return folder / "in", folder / "out", summary
