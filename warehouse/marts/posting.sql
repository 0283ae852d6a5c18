-- One row per posting, copies included: what it says, when it was open and where it came from.
-- slices: posting_no
-- key: posting_id
-- column posting_id: hash of platform, board and requisition; never changes
-- column posted_on: its date, the earliest that it ever stated; an advert that is dated anew keeps it; null where unknown
-- column posted_on_quality: stated by the source, first_seen by us, or unknown (never used for trends)
-- column first_seen: first day on which we met it
-- column last_seen: last day on which we saw it open
-- column closed_on: the first healthy crawl that no longer saw it, or as stated where no later sighting says otherwise, the earlier of both; a stated day may lie ahead; null while it is open
-- column source: id of the source
-- column soc: SOC 2018 detailed code read from title and text
-- column region: US state (US-CA) or country (GB)
-- column seniority: internship, entry, mid or senior
-- column experience_min: least years of experience asked for
-- column education: lowest degree accepted
-- column equivalent_experience: true where experience may stand in for a degree or certificate
-- column pay_year: middle of the stated pay range, in currency a year of full-time work
-- column lang: ISO 639-1
-- column duplicate_of: the posting that this one is a copy of; copies do not count
-- column reopened: how often it was gone for one healthy crawl or more and then seen open again
SELECT posting_id, title, employer, posted_on, posted_on_quality, first_seen, last_seen, closed_on, source, soc, region,
  seniority, experience_min, education, equivalent_experience, pay_year, pay_currency, lang, duplicate_of, url, reopened
FROM intermediate.posting
JOIN (SELECT posting_no, posting_id, title, employer, url FROM intermediate.posting_version) USING (posting_no)
ORDER BY posting_id
