-- One row per certificate of the taxonomy, families included.
-- key: certificate_id
-- column certificate_id: stable id of the taxonomy
-- column type: license, certification, software, career_readiness, cte_assessment, safety_card or professional_designation
-- column level: entry, associate, professional or expert, where the issuer says so
-- column k12: whether it is commonly earned by US high-school students
-- column cluster: one of the 16 career clusters
-- column issuer_status: active, retired or renamed by its issuer; null where not confirmed
-- column retired_on: month of retirement or renaming, YYYY-MM
-- column successor: the certificate that took its place
-- column parent: the family it belongs to
-- column demand: the kind of demand that its rank rests on: explicit, skill or licence
-- column counted: false for what is recognised only to be left out of demand
-- column renewal_years: years after which it must be renewed, null where it does not expire
SELECT c.certificate_id, c.name, c.issuer, c.type, c.level, c.k12, c.cluster, k.name AS cluster_name, c.issuer_status,
  c.retired_on, c.successor, c.parent, c.demand, c.counted, c.renewal_years, c.note
FROM staging.certificate AS c LEFT JOIN staging.cluster AS k USING (cluster)
ORDER BY certificate_id
