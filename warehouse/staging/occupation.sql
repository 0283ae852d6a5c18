-- One row per detailed occupation of SOC 2018.
-- key: soc
SELECT soc, title, cluster
FROM read_csv(getvariable('taxonomy') || '/occupations.csv', header = true, quote = '"', escape = '"',
  columns = {soc: 'VARCHAR', title: 'VARCHAR', cluster: 'VARCHAR'})
