-- A rank correlation lies in -1 to 1 and in its interval, and has at least four occupations.
SELECT * FROM marts.projection_agreement
WHERE rho NOT BETWEEN -1 AND 1 OR rho NOT BETWEEN rho_low AND rho_high OR (rho IS NOT NULL AND occupations < 4)
