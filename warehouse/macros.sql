-- Formulas that several models share. z = 1.959964 is the normal quantile of a two-sided 95 % interval.

-- Bounds of Wilson's interval for k of n (Wilson 1927, JASA 22:209-212), cut to 0..1; null where n is 0.
CREATE OR REPLACE MACRO wilson_centre(k, n) AS (k + 1.9207294103) / (n + 3.8414588207);
CREATE OR REPLACE MACRO wilson_half(k, n) AS
  1.9599639845 * sqrt(greatest(k::DOUBLE * (n - k) / n, 0) + 0.9603647052) / (n + 3.8414588207);
CREATE OR REPLACE MACRO wilson_low(k, n) AS CASE
  WHEN n > 0 AND k <= 0 THEN 0.0
  WHEN n > 0 THEN greatest(wilson_centre(k, n) - wilson_half(k, n), 0.0) END;
CREATE OR REPLACE MACRO wilson_high(k, n) AS CASE
  WHEN n > 0 AND k >= n THEN 1.0
  WHEN n > 0 THEN least(wilson_centre(k, n) + wilson_half(k, n), 1.0) END;

-- A name without the sign of number 0, which no enumeration may hold (types.sql).
CREATE OR REPLACE MACRO plain_name(name) AS replace(name, chr(0), '');

-- The slice of a posting, by its day: months since year 0, and one for those without; and the number that the slice's postings follow.
CREATE OR REPLACE MACRO slice_of(day) AS coalesce(12 * year(day) + month(day) - 1, 99999);
CREATE OR REPLACE MACRO first_number(slice) AS 100000000 * slice;
-- The year of a posting's slice, by its number: that of its date, and one for those without.
CREATE OR REPLACE MACRO year_of(posting_no) AS (posting_no // 1200000000)::INTEGER;

-- A part of a whole, null where there is no whole.
CREATE OR REPLACE MACRO share_of(k, n) AS CASE WHEN n > 0 THEN k / n::DOUBLE END;

-- Requirement levels by strength: the strongest of a posting counts, and the first three are demand for holding it today.
CREATE OR REPLACE MACRO requirement_rank(requirement) AS list_position(
  ['required', 'preferred', 'mentioned', 'obtain_after_hire', 'employer_provides', 'not_required'], requirement);

-- What a pay period is worth in a year of full-time work.
CREATE OR REPLACE MACRO periods_a_year(period) AS CASE period
  WHEN 'hour' THEN 2080 WHEN 'day' THEN 260 WHEN 'week' THEN 52 WHEN 'month' THEN 12 WHEN 'year' THEN 1 END;

-- An employer's name without case, punctuation and legal form, so that "Acme, Inc." and "ACME" are one.
CREATE OR REPLACE MACRO employer_key(employer) AS nullif(trim(regexp_replace(
  regexp_replace(lower(employer), '[^\p{L}\p{N}]+', ' ', 'g'),
  '( (inc|llc|ltd|limited|corp|corporation|co|company|gmbh|plc|lp|llp|sa|ag|bv))+ ?$', '')), '');

-- A title without case and with single spaces; signs stay, since C++ is not C. Few titles have what the expression is for.
CREATE OR REPLACE MACRO title_key(title) AS lower(trim(CASE
  WHEN contains(title, '  ') OR title <> translate(title, chr(9) || chr(10) || chr(11) || chr(12) || chr(13), '     ')
    THEN regexp_replace(title, '\s+', ' ', 'g')
  ELSE title END));

-- The place of a count among all rows, 1 for the greatest, equal ones alike; null where there is nothing to count.
CREATE OR REPLACE MACRO place_of(k) AS CASE WHEN k > 0 THEN (rank() OVER (ORDER BY coalesce(k, 0) DESC))::INTEGER END;
-- An issuer without what stands in brackets behind it: "Adobe (delivered by Certiport)" is Adobe.
CREATE OR REPLACE MACRO issuer_root(issuer) AS regexp_replace(issuer, ' \([^)]*\)$', '');

-- The step of supply against demand, by the ratio of a certificate's part of the supply to its part of the demand.
CREATE OR REPLACE MACRO supply_step(ratio) AS CASE
  WHEN ratio IS NULL THEN 'insufficient evidence'
  WHEN ratio >= 4 THEN 'very oversupplied'
  WHEN ratio >= 2 THEN 'oversupplied'
  WHEN ratio > 0.5 THEN 'balanced'
  WHEN ratio > 0.25 THEN 'undersupplied'
  ELSE 'very undersupplied' END;
