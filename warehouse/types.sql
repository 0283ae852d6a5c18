-- Closed sets of names, read from the files before anything is built from them. Inside the build an entity, a requirement level, a
-- scope or a source is a number that reads as its name, so that millions of rows are joined and grouped by small integers; in the
-- marts all of them are text again.

-- Ids of the taxonomy's certificates and skills.
CREATE TYPE entity_id AS ENUM (
  SELECT id FROM read_csv(getvariable('taxonomy') || '/certificates.csv', header = true, quote = '"', escape = '"', all_varchar = true)
  UNION
  SELECT id FROM read_csv(getvariable('skill_file'), header = true, quote = '"', escape = '"', all_varchar = true)
  ORDER BY id);

-- Requirement levels by strength: the strongest of a posting counts, and the first three are demand for holding it today.
CREATE TYPE requirement_level AS ENUM (
  'required', 'preferred', 'mentioned', 'obtain_after_hire', 'employer_provides', 'not_required');
CREATE MACRO is_asked(requirement) AS requirement <= 'mentioned'::requirement_level;

-- What has a series that sources are matched in: a certificate, a line of certificates that followed each other, a skill.
CREATE TYPE series_kind AS ENUM ('certificate', 'line', 'skill');

-- Sources that a posting came from or was seen at, and '' for those that stand together (intermediate.matched_source).
CREATE TYPE source_name AS ENUM (
  SELECT '' AS source
  UNION
  SELECT plain_name(source) FROM read_parquet(getvariable('posting_files'), hive_partitioning = false, union_by_name = true)
  WHERE source IS NOT NULL
  UNION
  SELECT plain_name(source) FROM read_parquet(getvariable('sighting_files'), hive_partitioning = false, union_by_name = true)
  WHERE source IS NOT NULL
  UNION
  SELECT source FROM read_parquet(getvariable('posting_month_files'), hive_partitioning = false, union_by_name = true)
  ORDER BY source);

-- Every scope that a posting can belong to, whether it is published or not.
CREATE TYPE scope_name AS ENUM (
  WITH place AS (
    SELECT plain_name(region) AS region FROM read_parquet(getvariable('posting_files'), hive_partitioning = false, union_by_name = true)
    UNION
    SELECT plain_name(region) AS region FROM read_parquet(getvariable('extraction_files'), hive_partitioning = false, union_by_name = true)
  ), occupation AS (
    SELECT DISTINCT soc FROM read_parquet(getvariable('extraction_files'), hive_partitioning = false, union_by_name = true)
    WHERE soc IS NOT NULL
  )
  SELECT unnest(['all', 'entry', 'internship']) AS scope
  UNION SELECT scope FROM read_parquet(getvariable('posting_month_files'), hive_partitioning = false, union_by_name = true)
  UNION SELECT 'region:' || region FROM place WHERE region IS NOT NULL
  UNION SELECT 'soc:' || left(soc, 2) FROM occupation
  UNION SELECT 'cluster:' || cluster
  FROM read_csv(getvariable('taxonomy') || '/occupations.csv', header = true, quote = '"', escape = '"', all_varchar = true)
  WHERE cluster IS NOT NULL
  ORDER BY scope);
