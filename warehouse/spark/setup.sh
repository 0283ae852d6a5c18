#!/usr/bin/env bash
# Puts Apache Spark into .spark/ of the checkout (430 MB, from Python's package index) and bundles the workers. Needs Java 17 or newer.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=4.0.1
if ! command -v java >/dev/null; then echo "setup:spark: no java; Spark $version needs Java 17 or 21" >&2; exit 1; fi
major=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
if [ "${major:-0}" -lt 17 ]; then echo "setup:spark: java is version ${major:-unknown}; Spark $version needs Java 17 or 21" >&2; exit 1; fi
python3 -m venv .spark
.spark/bin/pip install --quiet --disable-pip-version-check "pyspark==$version"
npm run --silent bundle
echo "Spark $version is in .spark/, dist/extract-worker.mjs and dist/warc-worker.mjs are made."
