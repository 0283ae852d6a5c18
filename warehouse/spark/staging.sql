-- What the models of aggregates/ read, as Spark sees it: the lake's postings and extractions that count, and the macros that
-- DuckDB has (warehouse/macros.sql). Variables: lake (its folder), extractor (the version whose facts are read), given (the folder of the
-- small tables that stand beside the lake).
SET spark.sql.sources.partitionColumnTypeInference.enabled = false;
SET spark.sql.parquet.compression.codec = zstd;

CREATE TEMPORARY FUNCTION requirement_rank(requirement STRING) RETURNS INT RETURN nullif(array_position(
  array('required', 'preferred', 'mentioned', 'obtain_after_hire', 'employer_provides', 'not_required'), requirement), 0)::INT;

CREATE TEMPORARY FUNCTION employer_key(employer STRING) RETURNS STRING RETURN nullif(trim(regexp_replace(
  regexp_replace(lower(employer), r'[^\p{L}\p{N}]+', ' '),
  '( (inc|llc|ltd|limited|corp|corporation|co|company|gmbh|plc|lp|llp|sa|ag|bv))+ ?$', '')), '');

CREATE TEMPORARY FUNCTION title_key(title STRING) RETURNS STRING RETURN lower(trim(regexp_replace(title, r'[\t\n\f\r ]+', ' ')));

CREATE DATABASE lake;
CREATE DATABASE staging;
CREATE DATABASE given;
CREATE DATABASE aggregates;

CREATE TABLE lake.posting (posting_id STRING, content_hash STRING, source STRING, requisition STRING, title STRING, employer STRING,
  region STRING, employment_type STRING, posted_on DATE, posted_on_quality STRING, closed_on DATE, seen_on DATE, batch STRING,
  posted_month STRING)
USING parquet PARTITIONED BY (posted_month) LOCATION '${lake}/postings';
CREATE TABLE lake.extraction (posting_id STRING, content_hash STRING, soc STRING, region STRING, seniority STRING,
  experience_min DOUBLE, education STRING, equivalent_experience BOOLEAN, text_key BIGINT, text_length INT,
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
SELECT posting_id, content_hash, replace(source, chr(0), '') AS source, requisition, title, employer, replace(region, chr(0), '') AS region,
  employment_type, posted_on, posted_on_quality, closed_on, seen_on, coalesce(batch, file) AS batch
FROM (SELECT *, regexp_replace(_metadata.file_name, '[.]parquet$', '') AS file FROM lake.posting) SEMI JOIN lake.counted USING (file);

CREATE VIEW staging.extraction AS
SELECT posting_id, content_hash, soc, replace(region, chr(0), '') AS region, seniority, experience_min, education, equivalent_experience,
  text_key, text_length, mentions
FROM (SELECT *, regexp_replace(_metadata.file_name, '[.]parquet$', '') AS file FROM lake.extraction) SEMI JOIN lake.counted USING (file);

CREATE TABLE given.certificate USING parquet LOCATION '${given}/certificate';
CREATE TABLE given.licence USING parquet LOCATION '${given}/licence';
CREATE TABLE given.family USING parquet LOCATION '${given}/family';
CREATE TABLE given.lineage USING parquet LOCATION '${given}/lineage';
CREATE TABLE given.skill USING parquet LOCATION '${given}/skill';
CREATE TABLE given.skill_weight USING parquet LOCATION '${given}/skill_weight';
CREATE TABLE given.occupation USING parquet LOCATION '${given}/occupation';
CREATE TABLE given.censored_month USING parquet LOCATION '${given}/censored_month';
