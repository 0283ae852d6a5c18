-- What the models of aggregates/ read, as Spark sees it: the lake's postings and extractions that count, and the macros that
-- DuckDB has. Variables: lake (its folder), extractor (the version whose facts are read).
SET spark.sql.sources.partitionColumnTypeInference.enabled = false;
SET spark.sql.parquet.compression.codec = zstd;

CREATE TEMPORARY FUNCTION requirement_rank(requirement STRING) RETURNS INT RETURN nullif(array_position(
  array('required', 'preferred', 'mentioned', 'obtain_after_hire', 'employer_provides', 'not_required'), requirement), 0)::INT;

CREATE DATABASE lake;
CREATE DATABASE staging;
CREATE DATABASE aggregates;

CREATE TABLE lake.posting (posting_id STRING, content_hash STRING, source STRING, region STRING, employment_type STRING,
  posted_on DATE, posted_on_quality STRING, seen_on DATE, batch STRING, posted_month STRING)
USING parquet PARTITIONED BY (posted_month) LOCATION '${lake}/postings';
CREATE TABLE lake.extraction (posting_id STRING, content_hash STRING, soc STRING, region STRING, seniority STRING,
  mentions ARRAY<STRUCT<kind: STRING, entity: STRING, requirement: STRING, "group": INT>>, posted_month STRING)
USING parquet PARTITIONED BY (posted_month) LOCATION '${lake}/extractions/extractor=${extractor}';
MSCK REPAIR TABLE lake.posting;
MSCK REPAIR TABLE lake.extraction;
CREATE TABLE lake.marker (replaces ARRAY<STRING>) USING json LOCATION '${lake}/batches';

CREATE VIEW lake.counted AS
SELECT regexp_replace(_metadata.file_name, '[.]json$', '') AS file FROM lake.marker
EXCEPT
SELECT explode(replaces) FROM lake.marker;

CREATE VIEW staging.posting AS
SELECT posting_id, content_hash, source, region, employment_type, posted_on, posted_on_quality, seen_on,
  coalesce(batch, file) AS batch
FROM (SELECT *, regexp_replace(_metadata.file_name, '[.]parquet$', '') AS file FROM lake.posting) SEMI JOIN lake.counted USING (file);

CREATE VIEW staging.extraction AS
SELECT posting_id, content_hash, soc, region, seniority, mentions
FROM (SELECT *, regexp_replace(_metadata.file_name, '[.]parquet$', '') AS file FROM lake.extraction) SEMI JOIN lake.counted USING (file);
