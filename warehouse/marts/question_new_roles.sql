-- One row per occupation or skill with at least ten postings in one of two periods of 12 months: new roles appear, old ones
-- fade. Over sources that were there in both periods. Born and died need none in the one period and more than chance in the
-- other: 95 % intervals that do not meet, as do rose and fell.
-- key: kind, subject
-- column kind: occupation or skill
-- column subject: SOC code or skill id
-- column period: last months of the two periods
-- column sources: sources that were there in both periods: few sources are no market
-- column measured: what is counted, in one sentence
-- column turn: born, rose, no clear change, fell or died
-- column numerator: its postings in the later period
-- column denominator: all postings of the later period
-- column share: numerator / denominator
-- column share_low: lower bound of the 95 % Wilson interval
-- column share_high: upper bound of the 95 % Wilson interval
-- column n: what the comparison rests on: its postings in both periods
-- column base_numerator: its postings in the earlier period
-- column base_denominator: all postings of the earlier period
-- column base_share: base_numerator / base_denominator
-- column base_low: lower bound of the 95 % Wilson interval
-- column base_high: upper bound of the 95 % Wilson interval
WITH shared AS (
  SELECT *, share_of(k, n) AS share, wilson_low(k, n) AS share_low, wilson_high(k, n) AS share_high,
    share_of(base_k, base_n) AS base_share, wilson_low(base_k, base_n) AS base_low, wilson_high(base_k, base_n) AS base_high
  FROM intermediate.role_count WHERE greatest(k, base_k) >= 10
)
SELECT shared.kind, subject, coalesce(o.title, s.name) AS name, period, sources::INTEGER AS sources,
  CASE shared.kind WHEN 'occupation' THEN 'Postings for the occupation, of all of the later period.'
    ELSE 'Postings that ask for the skill, of all of the later period.' END AS measured,
  CASE
    WHEN share_low > base_high THEN if(base_k = 0, 'born', 'rose')
    WHEN share_high < base_low THEN if(k = 0, 'died', 'fell')
    ELSE 'no clear change' END AS turn,
  k::INTEGER AS numerator, shared.n::INTEGER AS denominator, share, share_low, share_high, (k + base_k)::INTEGER AS n,
  base_k::INTEGER AS base_numerator, base_n::INTEGER AS base_denominator, base_share, base_low, base_high
FROM shared LEFT JOIN staging.occupation AS o ON shared.kind = 'occupation' AND o.soc = subject
LEFT JOIN staging.skill AS s ON shared.kind = 'skill' AND s.skill_id = subject
ORDER BY shared.kind, subject
