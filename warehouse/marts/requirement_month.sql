-- One row per scope and month: which part of its postings asks for any certificate, for experience, for a degree, for soft
-- skills. The shares stand beside each other; a posting may ask for all of them.
-- key: scope, month
-- column postings: postings in scope
-- column any_certificate: share that names at least one counted certificate as required, preferred or mentioned
-- column any_certificate_required: share that requires at least one
-- column experience: share that asks for at least some years of experience
-- column degree: share that asks for an associate degree or higher
-- column soft_skills: share that asks for at least one soft skill
-- column equivalent_experience: share that takes experience in place of a degree or certificate
SELECT scope, month, postings, certificate / postings AS any_certificate, experience / postings AS experience,
  degree / postings AS degree, soft_skills / postings AS soft_skills, equivalent_experience / postings AS equivalent_experience,
  certificate_required / postings AS any_certificate_required
FROM intermediate.requirement_count
ORDER BY scope, month
