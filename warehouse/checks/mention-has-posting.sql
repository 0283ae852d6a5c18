-- Every mention belongs to a posting.
SELECT posting_id, entity, start FROM made.mention ANTI JOIN marts.posting USING (posting_id)
