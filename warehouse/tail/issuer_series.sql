-- As the aggregates counted them.
SELECT issuer, month, asking FROM aggregates.issuer_month
