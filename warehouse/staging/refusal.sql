-- One row per posting or answer that was refused at the boundary, with the reason.
SELECT coalesce(source, '') AS source, batch, "where", field, value, reason
FROM read_json(getvariable('quarantine_files'), format = 'newline_delimited', maximum_object_size = 67108864, columns = {
  source: 'VARCHAR', batch: 'VARCHAR', "where": 'VARCHAR', field: 'VARCHAR', value: 'VARCHAR', reason: 'VARCHAR'
})
