-- Each share that answers a question lies in its interval, and the interval in 0 to 1.
SELECT * FROM (
  SELECT 'open_doors' AS question, share, share_low, share_high FROM marts.question_open_doors
  UNION ALL SELECT 'experience_or_paper', share, share_low, share_high FROM marts.question_experience_or_paper
  UNION ALL SELECT 'still_relevant', share, share_low, share_high FROM marts.question_still_relevant
  UNION ALL SELECT 'theory_or_practice', share, share_low, share_high FROM marts.question_theory_or_practice
  UNION ALL SELECT 'new_roles', share, share_low, share_high FROM marts.question_new_roles
  UNION ALL SELECT 'data_entry', share, share_low, share_high FROM marts.question_data_entry
  UNION ALL SELECT 'soft_skills', share, share_low, share_high FROM marts.question_soft_skills
  UNION ALL SELECT 'issuers', share, share_low, share_high FROM marts.question_issuers
  UNION ALL SELECT 'which_hold', share, share_low, share_high FROM marts.question_which_hold
  UNION ALL SELECT 'subjects', share, share_low, share_high FROM marts.question_subjects
  UNION ALL SELECT 'supply', share, share_low, share_high FROM marts.question_supply
) WHERE NOT coalesce(0 <= share_low AND share_low <= share AND share <= share_high AND share_high <= 1,
  share IS NULL AND share_low IS NULL AND share_high IS NULL)
