"""evidence_polars.py FILE: what the runs of each check came to, by polars, with the longest run of failures."""

import sys

import polars as pl

SCHEMA = {"deliverable": pl.String, "check": pl.String, "result": pl.String, "at": pl.String, "ms": pl.Int64}
KEY = ["deliverable", "check"]

path = sys.argv[1]
scanned = pl.scan_csv(path, schema=SCHEMA) if path.endswith(".csv") else pl.scan_ndjson(path, schema=SCHEMA)
runs = scanned.select(
    *KEY, (pl.col("result") == "pass").alias("passed"), pl.col("at").str.head(10).alias("day"), "ms"
).collect().lazy()

sums = runs.group_by(KEY).agg(
    pl.len().alias("records"),
    pl.col("passed").sum().cast(pl.Int64).alias("passes"),
    pl.col("ms").sort().get((pl.len() * 95 + 99) // 100 - 1).alias("p95"),
    # Failures one after another have the same number of passes before them.
    pl.col("passed").cum_sum().filter(~pl.col("passed")).value_counts().struct.field("count").max().alias("streak"),
)
worst = (
    runs.group_by([*KEY, "day"])
    .agg((pl.col("passed").sum().cast(pl.Int64) * 10000 // pl.len().cast(pl.Int64)).alias("share"))
    .group_by(KEY)
    .agg(pl.col("share").min().alias("worst"))
)
pays = (pl.col("passes") * 100 >= pl.col("records") * 95) & (pl.col("p95") <= 500) & (pl.col("worst") >= 8000)
row = (
    sums.join(worst, on=KEY)
    .select(
        pl.len().alias("groups"),
        pl.col("records").sum(),
        pl.col("p95").sum(),
        pl.col("worst").sum(),
        pl.col("streak").fill_null(0).sum(),
        pays.sum().alias("pay"),
    )
    .collect()
    .row(0, named=True)
)
print(" ".join(f"{name}={value}" for name, value in row.items()))
