-- One row per round of projections that was loaded: how far the order of the occupations' trends in these postings agrees with
-- the order of their projected changes. Agreement with a projection, not accuracy; published whatever it is.
-- key: first_year, last_year
-- column occupations: occupations with a trend and a projection of their own: the n of the correlation
-- column rho: Spearman's rank correlation, -1 to 1; null below four occupations
-- column rho_low: lower bound of the 95 % interval (Fisher's z with Bonett and Wright's variance)
-- column rho_high: upper bound of the 95 % interval
SELECT first_year, last_year, occupations, rho, rho_low, rho_high
FROM intermediate.agreement
ORDER BY first_year, last_year
