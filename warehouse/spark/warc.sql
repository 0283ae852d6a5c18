-- The postings of web archives on a cluster. Run by spark-sql beside dist/warc-worker.mjs, with -d for each of: paths (a file that
-- names an archive a line, which every machine sees under that path), target (a folder that does not exist yet), tasks (how many
-- paths at a time; one a core). Leaves <target>/postings, rows for `certworth import --format ndjson`, and <target>/refused.
CREATE TEMPORARY VIEW archive (path STRING) USING text OPTIONS (path '${paths}');

CREATE TABLE answer USING parquet LOCATION '${target}/answers' AS
SELECT line FROM (
  SELECT TRANSFORM (path) USING 'node warc-worker.mjs --stdin' AS (line STRING)
  FROM (SELECT /*+ REPARTITION(${tasks}) */ path FROM archive)
);

INSERT OVERWRITE DIRECTORY '${target}/postings' USING text OPTIONS (compression 'gzip')
SELECT line FROM answer WHERE get_json_object(line, '$.error') IS NULL;

INSERT OVERWRITE DIRECTORY '${target}/refused' USING text OPTIONS (compression 'gzip')
SELECT line FROM answer WHERE get_json_object(line, '$.error') IS NOT NULL;
