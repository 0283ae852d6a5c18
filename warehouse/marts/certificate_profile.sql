-- One row per certificate of the taxonomy: who asks for it, where, at which level and pay, and what it leaves out. Over all
-- postings that count, dated or not; asks are those of the certificate's own kind of demand.
-- key: certificate_id
-- column entry_level_share: part of its asks that are for entry-level postings
-- column internship_share: part of its asks that are for internships
-- column occupations: the ten occupations with most asks; share is their part of its asks
-- column breadth: entropy of its asks over the 23 SOC groups, 0 (one group) to 1 (all alike)
-- column pay_with: median yearly pay of postings that ask for it, averaged over occupations
-- column pay_without: the same for postings of the same occupations that do not ask for it
-- column pay_n: postings with pay that ask for it, in the occupations compared
-- column coverage: part of the skill asks of its target occupations that it attests; null where no skill is linked to it
-- column missing_skills: the twelve skills most asked for in its target occupations that it does not attest, by share of postings
-- column regions: the fifteen regions with most asks; share is their part of its asks
-- column top_employers: the ten employers with most asks
WITH asked AS (
  SELECT entity AS certificate_id, facet, value, asking FROM intermediate.ask_facet WHERE kind = 'certificate'
), head AS (
  SELECT certificate_id, sum(asking)::BIGINT AS total,
    coalesce(sum(asking) FILTER (value = 'entry'), 0)::BIGINT AS entry,
    coalesce(sum(asking) FILTER (value = 'internship'), 0)::BIGINT AS internship
  FROM asked WHERE facet = 'seniority' GROUP BY ALL
), by_occupation AS (
  SELECT certificate_id, value AS soc, asking FROM asked WHERE facet = 'soc' AND value <> ''
), occupations AS (
  SELECT certificate_id,
    list({soc: soc, title: o.title, asking: (asking / 1000.0)::BIGINT, share: asking / total::DOUBLE}
      ORDER BY asking DESC, soc)[:10] AS occupations
  FROM by_occupation JOIN head USING (certificate_id) LEFT JOIN staging.occupation AS o USING (soc) GROUP BY ALL
), by_group AS (
  SELECT certificate_id, left(soc, 2) AS major, sum(asking)::DOUBLE AS asking FROM by_occupation GROUP BY ALL
), part AS (
  SELECT certificate_id, asking / sum(asking) OVER (PARTITION BY certificate_id) AS p FROM by_group
), breadth AS (
  SELECT certificate_id, abs(round(-sum(p * ln(p)) / ln(23), 9)) AS breadth FROM part GROUP BY ALL
), by_region AS (
  SELECT certificate_id, value AS region, asking FROM asked WHERE facet = 'region' AND value <> ''
), regions AS (
  SELECT certificate_id,
    list({region: region, asking: (asking / 1000.0)::BIGINT, share: asking / total::DOUBLE}
      ORDER BY asking DESC, region)[:15] AS regions
  FROM by_region JOIN head USING (certificate_id) GROUP BY ALL
), by_employer AS (
  SELECT certificate_id, employer_no, sum(asking)::BIGINT AS asking
  FROM intermediate.ask WHERE employer_no IS NOT NULL GROUP BY certificate_id, employer_no
  QUALIFY rank() OVER (PARTITION BY certificate_id ORDER BY sum(asking) DESC) <= 10
), by_name AS (
  SELECT certificate_id, min(employer) AS employer, any_value(by_employer.asking) AS asking
  FROM by_employer JOIN intermediate.ask USING (certificate_id, employer_no)
  JOIN (SELECT posting_no, employer FROM intermediate.posting_version) USING (posting_no) GROUP BY certificate_id, employer_no
), employers AS (
  SELECT certificate_id,
    list({employer: employer, asking: (asking / 1000.0)::BIGINT} ORDER BY asking DESC, employer)[:10] AS top_employers
  FROM by_name GROUP BY ALL
), linked AS (
  SELECT DISTINCT certificate_id FROM staging.certificate_skill
), coverage AS (
  SELECT certificate_id, share_of(coalesce(sum(asking) FILTER (attested), 0), sum(asking)) AS coverage
  FROM intermediate.target_skill SEMI JOIN linked USING (certificate_id) GROUP BY ALL
), missing AS (
  SELECT certificate_id, list({skill_id: t.skill_id, name: s.name, kind: s.kind, share: asking / postings::DOUBLE}
    ORDER BY asking DESC, t.skill_id)[:12] AS missing_skills
  FROM intermediate.target_skill AS t JOIN staging.skill AS s USING (skill_id)
  WHERE NOT attested GROUP BY ALL
)
SELECT certificate_id, share_of(entry, total) AS entry_level_share, share_of(internship, total) AS internship_share,
  coalesce(occupations, []) AS occupations, breadth, pay_with, pay_without, pay_currency, pay_n, coverage,
  coalesce(missing_skills, []) AS missing_skills, coalesce(regions, []) AS regions, coalesce(top_employers, []) AS top_employers
FROM staging.certificate
LEFT JOIN head USING (certificate_id)
LEFT JOIN occupations USING (certificate_id)
LEFT JOIN breadth USING (certificate_id)
LEFT JOIN intermediate.pay_gap USING (certificate_id)
LEFT JOIN coverage USING (certificate_id)
LEFT JOIN missing USING (certificate_id)
LEFT JOIN regions USING (certificate_id)
LEFT JOIN employers USING (certificate_id)
ORDER BY certificate_id
