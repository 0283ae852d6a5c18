#!/usr/bin/env bash
# Puts DuckDB's extension httpfs, and moto, an S3 server for tests, into .s3/ of the checkout (150 MB, from Python's package index).
set -euo pipefail
cd "$(dirname "$0")/../../.."
engine=$(node -p "require('@duckdb/node-api/package.json').version.split('-')[0]")
pip="pip --quiet --disable-pip-version-check"
python3 -m venv .s3
.s3/bin/$pip download --no-deps --dest .s3 "duckdb-extension-httpfs==$engine"
python3 -c "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall('.s3')" .s3/duckdb_extension_httpfs-*.whl
mv .s3/duckdb_extension_httpfs/extensions/*/httpfs.duckdb_extension .s3/
rm -r .s3/duckdb_extension_httpfs*
.s3/bin/$pip install --no-compile "moto[s3]==5.2.5" flask flask-cors
echo "DuckDB's httpfs $engine and the server for its test are in .s3/."
