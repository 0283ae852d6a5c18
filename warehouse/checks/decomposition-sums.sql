-- The three parts of a change sum to it, to 1e-9.
SELECT certificate_id, period, within, "between", source_mix, total FROM marts.certificate_decomposition
WHERE NOT coalesce(abs(within + "between" + source_mix - total) <= 1e-9, false)
