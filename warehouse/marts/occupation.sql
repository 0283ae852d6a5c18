-- One row per detailed occupation of SOC 2018.
-- key: soc
-- column soc: SOC 2018 detailed code
-- column cluster: the career cluster that it belongs to
SELECT o.soc, o.title, o.cluster, k.name AS cluster_name
FROM staging.occupation AS o LEFT JOIN staging.cluster AS k USING (cluster)
ORDER BY soc
