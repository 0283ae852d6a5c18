import { all, each } from "../phrases.js";
import type { Cue } from "./cue.js";

/** What is demanded. */
export const REQUIRED: readonly Cue[] = [
  {
    level: "required",
    side: "both",
    phrases: all(
      "required|is a requirement|are a requirement|a requirement|mandatory|essential|must-have|necessary",
      "minimum qualification|minimum qualifications|minimum requirement|minimum requirements|prerequisite",
      "is a must|are a must|a must|compulsory|obligatory|required at hire|required at time of hire",
      "required at the time of hire|required by time of hire|required by the time of hire|required upon hire",
      "required on hire|required prior to hire|required before hire|condition of employment",
      "conditions of employment|condition of your employment|condition of your appointment|condition of appointment",
    ),
  },
  {
    level: "required",
    side: "before",
    phrases: all(
      "must be obtained through|must be obtained from|must be attached|must be submitted|must be maintained|must be current|must be held|must be presented",
      "must be provided|must be valid|must be included|must be listed|must be kept|must be on file",
      "must be held at hire|must be held at time of hire|must be held at the time of hire|held at hire",
      "held at time of hire|held at the time of hire|at time of hire|at the time of hire|by time of hire",
      "by the time of hire|upon hire|upon employment|upon appointment|prior to hire|before hire|needed",
      "is needed|are needed|expected|in good standing|will be accepted",
    ),
  },
  {
    level: "required",
    side: "after",
    phrases: all(
      each(
        "ideal candidate|ideal candidates|ideal applicant|ideal person",
        "must|must be|must have|must hold|must possess",
      ),
      "must|must have|must be|must possess|must hold|must maintain|must currently|must include|must also|shall",
      "shall have|shall possess|you have|you hold|you possess|you are a|you are an|you will have|will hold",
      "will possess|candidate will have|candidates will have|applicant will have|applicants will have",
      "you will need|you'll have|you'll need|you need|you must|requires|require|requiring|need to have",
      "needs to have|need to be|needs to be|need a|needs a|have a valid|possess a|must be in possession of",
      "hold a valid|proof of|evidence of a|successful completion of|applicants need|candidates need",
      "applications are invited from|invite applications from|welcome applications from|inviting applications from",
      "applications are welcome from|looking for someone with|should have|should hold|should possess|should also have|should also hold",
      "should currently hold|should currently have|should be a|should be an|should be certified",
      "should be licensed|should be registered|should hold a|should already have",
      each(
        all(
          "who have|who has|you have|should have|will have|that have|that has|candidates with|applicants with",
          "someone with|nurses with|people with|individuals with|professionals with",
        ),
        "the following",
      ),
      each("the following", "skills and experience|skills and experiences|qualifications|requirements|criteria"),
      each(
        "candidate|candidates|applicant|applicants|postholder|incumbent",
        "will be a|will be an|will be certified|will be licensed|will be registered|must be|should be",
      ),
    ),
  },
  {
    level: "required",
    side: "before",
    phrases: all(
      "non-negotiable|crucial|is crucial|are crucial|is critical|are critical|is vital|are vital|is imperative|is indispensable|a necessity",
      "is a necessity|req'd|wanted|is wanted|are wanted|prior to start|prior to start date|prior to starting|prior to your start",
      "before start date|before starting|before the start date|before your first day|prior to first day",
      "prior to your first day|required to work within|required to work in|required to work for",
      "required to work at|by start date|by the start date|by date of hire|prior to employment",
      "before employment|prior to placement|prior to assignment|as a minimum|at a minimum|at minimum",
      "required if hired|required if selected",
    ),
  },
  {
    level: "required",
    side: "after",
    phrases: all(
      "only open to|open only to|expected to have|expected to hold|expected to possess|we ask for|you've got",
      "you've earned|you come with|submit a copy of|provide a copy of|attach a copy of|include a copy of",
      "at a minimum|as a minimum|also need|also needs",
      each("need|needs", "current|valid|active|an active|a current|state|their own|your own"),
      each(
        "only",
        all(
          "candidates with|applicants with|those with|candidates who have|applicants who have|candidates holding",
          "applicants holding",
        ),
      ),
      each("candidates|applicants|applications|apply", "without"),
    ),
  },
  {
    level: "required",
    side: "after",
    phrases: all(
      "should be|you are|you're|we need|you bring|you bring a|applicants are|candidates are|has a|we expect",
      "we expect a|holder of a|holder of",
    ),
    inline: true,
    near: true,
  },
  // What may be had later, but not after the start, is demanded.
  {
    level: "required",
    side: "after",
    phrases: each(
      "able to obtain|able to acquire|ability to obtain|ability to acquire|obtain",
      each("by time of|by the time of|prior to|before|by", "appointment|hire|start date|start"),
    ),
  },
  {
    level: "required",
    side: "before",
    phrases: each(
      "at time of|at the time of|required at time of|required at the time of",
      "start date|start|your start date|application|filing|appointment",
    ),
  },
];
