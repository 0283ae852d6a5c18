-- The shares of a month's requirements lie within 0 and 1, and requiring a certificate implies asking for one.
SELECT * FROM marts.requirement_month
WHERE greatest(any_certificate, experience, degree, soft_skills, equivalent_experience) > 1
  OR least(any_certificate, experience, degree, soft_skills, equivalent_experience) < 0
  OR any_certificate_required > any_certificate
