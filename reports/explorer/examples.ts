interface Example {
  label: string;
  sql: string;
}

/** Questions to begin with: each runs on any warehouse, also an empty one. */
export const EXAMPLES: readonly Example[] = [
  {
    label: "Which certificates rise?",
    sql: `SELECT c.name, s.slope_pct_year, s.slope_low, s.slope_high, s.evidence AS postings_asking, s.status
FROM marts.certificate_signal AS s JOIN marts.certificate AS c USING (certificate_id)
WHERE s.status IN ('growing', 'emerging')
ORDER BY s.slope_low DESC
LIMIT 20`,
  },
  {
    label: "Demand for one certificate, by month",
    sql: `-- Put another certificate_id in place of the inner query, such as 'comptia-a-plus'.
SELECT month, share, share_low, share_high, asking, postings
FROM marts.certificate_month
WHERE scope = 'all' AND certificate_id = (
  SELECT certificate_id FROM marts.certificate_signal WHERE kind = 'explicit' ORDER BY evidence DESC, certificate_id LIMIT 1)
ORDER BY month`,
  },
  {
    label: "Which issuers are named most?",
    sql: `SELECT issuer, share, share_low, share_high, numerator AS postings_naming, denominator AS postings, employers
FROM marts.question_issuers
WHERE period = (SELECT max(period) FROM marts.question_issuers)
ORDER BY share DESC
LIMIT 15`,
  },
  {
    label: "Certificate, experience or degree?",
    sql: `SELECT date_trunc('year', month)::DATE AS year,
  sum(any_certificate * postings) / sum(postings) AS certificate,
  wilson_low(sum(any_certificate * postings), sum(postings)) AS certificate_low,
  wilson_high(sum(any_certificate * postings), sum(postings)) AS certificate_high,
  sum(experience * postings) / sum(postings) AS experience,
  sum(degree * postings) / sum(postings) AS degree, sum(postings) AS postings
FROM marts.requirement_month
WHERE scope = 'all'
GROUP BY 1 ORDER BY 1`,
  },
  {
    label: "Required, or nice to have?",
    sql: `SELECT c.name, sum(m.required) / sum(m.explicit_asking) AS required,
  wilson_low(sum(m.required), sum(m.explicit_asking)) AS required_low,
  wilson_high(sum(m.required), sum(m.explicit_asking)) AS required_high,
  sum(m.preferred) / sum(m.explicit_asking) AS preferred, sum(m.explicit_asking) AS postings_naming
FROM marts.certificate_month AS m JOIN marts.certificate AS c USING (certificate_id)
WHERE m.scope = 'all'
GROUP BY c.name HAVING sum(m.explicit_asking) >= 100
ORDER BY required DESC
LIMIT 20`,
  },
  {
    label: "Where is a certificate asked for?",
    sql: `SELECT scope[8:] AS region, sum(asking) / sum(postings) AS share,
  wilson_low(sum(asking), sum(postings)) AS share_low, wilson_high(sum(asking), sum(postings)) AS share_high,
  sum(asking) AS asking, sum(postings) AS postings
FROM marts.certificate_month
WHERE scope LIKE 'region:%' AND certificate_id = (
  SELECT certificate_id FROM marts.certificate_signal WHERE kind = 'explicit' ORDER BY evidence DESC, certificate_id LIMIT 1)
GROUP BY region HAVING sum(postings) >= 100
ORDER BY share DESC
LIMIT 15`,
  },
];
