-- One row per certificate (or unknown name), region and year of the certificates earned that the user loaded: supply against
-- demand on five steps, by the method of "Credentials Matter" (ExcelinEd with Burning Glass): its part of all certificates
-- earned against its part of all asks, both among the certificates of the table, region and year, and within one kind of
-- demand, since kinds are never added up. Asks are those of the last 36 months of the series in the region, for an average year.
-- Supply is not skill, and postings are not vacancies: an oversupply may be of a certificate that postings never name.
-- key: subject, region, year
-- column subject: the certificate; for an unknown name the name as the table has it
-- column certificate_id: null where the taxonomy has no such id, name or alias: nothing can be compared
-- column name: the certificate's name, or the name as the table has it
-- column region: as the table says, or all where it says none; asks of a country (US) are those of its states too
-- column year: of earning
-- column kind: the kind of demand that is compared
-- column earned: certificates earned, over all names that the table has for it
-- column earned_all: certificates earned of this kind, region and year
-- column earned_share: earned / earned_all
-- column asks: asks in the region over the months compared, weighted by how telling the skill is in the kind skill
-- column asks_all: asks for all certificates of the table of this kind, region and year
-- column asks_year: asks in an average year
-- column asked_share: asks / asks_all
-- column ratio: earned_share / asked_share: 2 is twice as much of the supply as of the demand
-- column ratio_low: lower bound of the 95 % interval of the ratio of two shares (Katz et al. 1978, Biometrics 34:469-474)
-- column ratio_high: upper bound of the 95 % interval
-- column step: very oversupplied (ratio of 4 and more), oversupplied (2 to 4), balanced (1/2 to 2), undersupplied (1/4 to 1/2), very undersupplied (up to 1/4), or insufficient evidence (unknown name, fewer than 30 asks or 10 earned, or nothing to compare with)
-- column sure: whether the whole interval lies within the step
-- column cost: cost of one, as the table says: the mean over its rows
-- column hours: hours of teaching for one, likewise
-- column months: months of the series that the asks are of
-- column warning: what a reader must know: an unknown name
WITH span AS (
  SELECT max(month) AS last_month FROM intermediate.scope_month WHERE scope = 'all'
), supply AS (
  SELECT coalesce(certificate_id, s.name) AS subject, certificate_id, coalesce(any_value(c.name), any_value(s.name)) AS name,
    coalesce(nullif(region, ''), 'all') AS region, year, any_value(c.demand) AS kind, sum(earned)::BIGINT AS earned,
    avg(cost) AS cost, avg(hours) AS hours
  FROM staging.supply AS s LEFT JOIN staging.certificate AS c USING (certificate_id) GROUP BY ALL
), named AS (
  SELECT place, unnest(list_filter(list_distinct(['all', split_part(place, '-', 1), place]), lambda name: name <> '')) AS region
  FROM (SELECT DISTINCT region AS place FROM intermediate.region_month)
), length AS (
  SELECT named.region, (date_diff('month', min(month), max(month)) + 1)::INTEGER AS months
  FROM intermediate.region_month AS m JOIN named ON place = m.region CROSS JOIN span
  WHERE month > last_month - INTERVAL 36 MONTH GROUP BY named.region
), demand AS (
  SELECT certificate_id, named.region, sum(asking) / 1000.0::DOUBLE AS asks
  FROM intermediate.region_ask AS a JOIN named ON place = a.region CROSS JOIN span
  WHERE month > last_month - INTERVAL 36 MONTH GROUP BY ALL
), beside AS (
  SELECT supply.*, coalesce(asks, 0) AS asks, months,
    sum(earned) FILTER (certificate_id IS NOT NULL) OVER peers AS earned_all,
    sum(coalesce(asks, 0)) FILTER (certificate_id IS NOT NULL) OVER peers AS asks_all
  FROM supply LEFT JOIN demand USING (certificate_id, region) LEFT JOIN length USING (region)
  WINDOW peers AS (PARTITION BY region, year, kind)
), enough AS (
  SELECT *, certificate_id IS NOT NULL AND asks >= 30 AND earned >= 10 AND asks < asks_all AND earned < earned_all AS compared
  FROM beside
), ratio AS (
  SELECT *, CASE WHEN compared THEN (earned / earned_all) / (asks / asks_all) END AS ratio,
    CASE WHEN compared THEN exp(1.9599639845 * sqrt(1 / earned - 1 / earned_all + 1 / asks - 1 / asks_all)) END AS spread
  FROM enough
)
SELECT subject, certificate_id, name, region, year, kind, earned,
  CASE WHEN certificate_id IS NOT NULL THEN earned_all::BIGINT END AS earned_all,
  CASE WHEN certificate_id IS NOT NULL THEN share_of(earned, earned_all) END AS earned_share,
  CASE WHEN certificate_id IS NOT NULL THEN asks END AS asks, CASE WHEN certificate_id IS NOT NULL THEN asks_all END AS asks_all,
  CASE WHEN certificate_id IS NOT NULL THEN 12 * asks / months END AS asks_year,
  CASE WHEN certificate_id IS NOT NULL THEN share_of(asks, asks_all) END AS asked_share,
  ratio, ratio / spread AS ratio_low, ratio * spread AS ratio_high, supply_step(ratio) AS step,
  supply_step(ratio / spread) = supply_step(ratio * spread) AND ratio IS NOT NULL AS sure, cost, hours, months,
  CASE WHEN certificate_id IS NULL THEN 'unknown certificate: no id, name or alias of the taxonomy is like it' END AS warning
FROM ratio
ORDER BY subject, region, year
