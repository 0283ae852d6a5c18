-- Facts for every posting of a lake that lacks them, by the bundled worker: what `certworth extract` does, on a cluster.
-- Run by spark-sql, with -d for each of: lake (its folder), extractor (the worker's version), work (an empty folder that all
-- machines see). Leaves one Parquet file a file of postings under <work>/files, for `certworth extract --spark` to move into place,
-- and what the worker could not read under <work>/errors.
-- Answers are written as they come, before they are put together by file: a machine that is lost takes its running tasks with it,
-- and none of the answers that were given.
SET spark.sql.sources.partitionColumnTypeInference.enabled = false;
SET spark.sql.parquet.compression.codec = zstd;

CREATE TEMPORARY VIEW posting (posting_id STRING, content_hash STRING, title STRING, text STRING, lang STRING, posted_month STRING)
USING parquet OPTIONS (path '${lake}/postings');
CREATE TEMPORARY VIEW extraction (posting_id STRING, posted_month STRING)
USING parquet OPTIONS (path '${lake}/extractions/extractor=${extractor}');
CREATE TEMPORARY VIEW marker (replaces ARRAY<STRING>) USING json OPTIONS (path '${lake}/batches');

-- The files that count (see the lake's `batches`): their batch has a marker, and no merged batch replaces it.
CREATE TEMPORARY VIEW counted AS
SELECT regexp_extract(input_file_name(), '([^/]+)[.]json$', 1) AS batch FROM marker
EXCEPT
SELECT explode(replaces) FROM marker;

CREATE TEMPORARY VIEW answered AS
SELECT DISTINCT posted_month, regexp_extract(input_file_name(), '([^/]+)[.]parquet$', 1) AS batch FROM extraction;

CREATE TEMPORARY VIEW due AS
SELECT * FROM (SELECT *, regexp_extract(input_file_name(), '([^/]+)[.]parquet$', 1) AS batch FROM posting)
SEMI JOIN counted USING (batch)
ANTI JOIN answered USING (posted_month, batch);

CREATE TABLE answer USING parquet LOCATION '${work}/answers' AS
SELECT line, from_json(line, 'id STRING, error STRING, lang STRING,
  mentions ARRAY<STRUCT<kind: STRING, entity: STRING, start: INT, `end`: INT, surface: STRING, requirement: STRING, section: STRING,
    `group`: INT, evidence: STRING>>,
  occupation STRUCT<soc: STRING, title: STRING, score: DOUBLE>, seniority STRING, experience_years STRUCT<min: DOUBLE, max: DOUBLE>,
  education STRING, equivalent_experience BOOLEAN, pay STRUCT<min: DOUBLE, max: DOUBLE, currency: STRING, period: STRING>,
  place STRUCT<region: STRING, remote: BOOLEAN>, text_key BIGINT, text_length INT, bands ARRAY<BIGINT>') AS read
FROM (
  SELECT TRANSFORM (to_json(named_struct(
    'id', concat_ws('/', posting_id, content_hash, posted_month, batch),
    'title', coalesce(title, ''), 'text', coalesce(text, ''), 'lang', nullif(lang, ''))))
  USING 'node extract-worker.mjs --stdin --evidence' AS (line STRING)
  FROM due
);

CREATE TABLE file USING parquet PARTITIONED BY (posted_month, batch) LOCATION '${work}/files' AS
SELECT split_part(read.id, '/', 1) AS posting_id, split_part(read.id, '/', 2) AS content_hash, '${extractor}' AS extractor, read.lang,
  read.occupation.soc, read.occupation.title AS occupation_title, read.occupation.score AS occupation_score, read.seniority,
  read.experience_years.min AS experience_min, read.experience_years.max AS experience_max, read.education,
  read.equivalent_experience, read.pay.min AS pay_min, read.pay.max AS pay_max, read.pay.currency AS pay_currency,
  read.pay.period AS pay_period, read.place.region, read.place.remote, read.text_key,
  read.text_length, read.bands, read.mentions,
  split_part(read.id, '/', 3) AS posted_month, split_part(read.id, '/', 4) AS batch
FROM answer WHERE read.mentions IS NOT NULL
DISTRIBUTE BY posted_month, batch SORT BY posted_month, batch, posting_id, content_hash;

INSERT OVERWRITE DIRECTORY '${work}/errors' USING json
SELECT line FROM answer WHERE read.mentions IS NULL;
