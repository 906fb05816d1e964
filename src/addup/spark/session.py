"""The Spark session that a run works in."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from addup.errors import AddupError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

DRIVER_MEMORY = "2g"
SETTINGS = {
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
    # Days are days wherever the machines are.
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.sources.partitionOverwriteMode": "static",
    "spark.ui.showConsoleProgress": "false",
    # One dossier may be much larger than the others: nobody waits for more of them than for the largest.
    "spark.sql.adaptive.enabled": "true",
    "spark.sql.adaptive.coalescePartitions.parallelismFirst": "true",
}
"""What a run needs to be set; whoever starts Spark in another way (spark-submit) may set more."""


JAVA_ON_ONE_MACHINE = ("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m", "-XX:+UseParallelGC")
"""On one machine Java does little beside those that read, and for minutes: compiling what it runs thoroughly
takes more than it gains (113 s of the processor for 10,000 reports, 66 s without)."""


def session(master: str | None = None, *, memory: str | None = None) -> SparkSession:
    """Give the session that is there, or begin one.

    `master` is where Spark runs, by default what the environment says (spark-submit), else all cores of this
    machine. `memory` is the driver's; on one machine the tasks use it too.

    Raises:
        AddupError: the extra `spark` or Java is not installed, or Spark does not start.
    """
    try:
        import pandas  # noqa: F401 - PySpark asks for it late and with a traceback
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ModuleNotFoundError:
        raise AddupError("for an archive, addup needs its extra: pip install 'addup[spark]'") from None
    builder = SparkSession.builder.appName("addup archive")
    submitted = "PYSPARK_GATEWAY_PORT" in os.environ  # by spark-submit, which says where and how
    if master or not submitted:
        builder = builder.master(master or "local[*]").config("spark.driver.memory", memory or DRIVER_MEMORY)
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    if not submitted and (master or "local").startswith("local"):
        quiet = f"-Dlog4j2.configurationFile={(Path(__file__).parent / 'log4j2.properties').as_uri()}"
        builder = builder.config("spark.driver.extraJavaOptions", " ".join((quiet, *JAVA_ON_ONE_MACHINE)))
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the tasks need what this process has
        builder = builder.config("spark.driver.host", "localhost").config("spark.ui.enabled", "false")
    try:
        spark: SparkSession = builder.getOrCreate()
    except PySparkException as problem:
        if "JAVA_GATEWAY" in str(problem):
            raise AddupError("Spark needs Java 17: on Debian, apt install openjdk-17-jre-headless.") from None
        raise AddupError(f"Spark does not start: {problem}") from None
    except Exception as problem:  # py4j brings what Java throws
        raise AddupError(f"Spark does not start: {str(problem).splitlines()[0]}") from None
    spark.sparkContext.setLogLevel("ERROR")
    return spark
