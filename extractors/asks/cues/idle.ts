import { all, each } from "../phrases.js";
import type { Cue } from "./cue.js";

/** Words that look like cues and are none: they keep the cue inside them from counting. */
export const IDLE: readonly Cue[] = [
  {
    level: "idle",
    side: "both",
    phrases: each(
      "to be eligible for|to be eligible to|be considered eligible for|considered eligible for",
      all(
        "interview|an interview|shortlisting|this role|this position|this post|the role|the position|the post",
        "hire|employment|promotion|appointment|consideration|apply|be considered",
      ),
    ),
  },
  {
    level: "idle",
    side: "both",
    phrases: each(
      "once you have|when you have|after you have|until you have",
      "completed|finished|passed|successfully completed|successfully passed|been trained|joined|settled in",
    ),
  },
  // How old a paper may be is no deadline for what is asked beside it: "registered with the HCPC, with a CRB check within 12 months".
  {
    level: "idle",
    side: "both",
    phrases: each(
      all(
        "disclosure|CRB|CRB check|DBS|DBS check|background check|TB test|TB skin test|PPD|physical|physical exam",
        "physical examination|drug screen|drug test",
      ),
      each("within", "3|6|12|three|six|twelve|one|two|the last|the past"),
    ),
  },
  // How near a specialist's training must be to its end is no deadline behind the hire: "within six months of interview".
  {
    level: "idle",
    side: "both",
    phrases: each(
      each("within", "3 months|three months|4 months|four months|6 months|six months|12 months|twelve months"),
      all(
        "of CCT|of a CCT|of their CCT|of your CCT|of the CCT|of expected CCT|of their expected CCT|of your expected CCT",
        "of CCT/CESR|of CCT date|of obtaining CCT|of gaining CCT|of gaining|of their CESR|of your CESR|of CESR",
        "of interview|of the interview|of date of interview|of the date of interview|of your interview|of award",
        "of the award|of being awarded|of attaining|of obtaining|of achieving|of completing|of completion",
      ),
    ),
  },
  {
    level: "idle",
    side: "both",
    phrases: all(
      "not required to apply|not required to interview|not required for application|dated within|issued within",
      "taken within|completed within|within the last|within the past|within the previous|within last",
      "within past|as required|as required by|if required|when required|where required|required by law",
      "as necessary|if necessary|when necessary|as needed|if needed|when needed|where necessary",
      "required documents|required to work|not limited to|required training|required reports|required to travel",
      "as may be required|minimum wage|no later than|no more than|no less than|by no means|no longer|no matter",
      "shall not|must not|must-see|optional benefits|assets under|bonus plan|sign-on bonus|sign on bonus",
      "annual bonus|referral bonus|bonus program",
      each(
        all(
          "attendance|signing|retention|performance|completion|holiday|quarterly|monthly|weekly|yearly|year-end",
          "certification|license|hiring|start|cash|production|productivity|safety|anniversary|discretionary",
        ),
        "bonus",
      ),
      each(
        "bonus",
        all(
          "of|up to|structure|opportunity|opportunities|potential|pay|payment|payments|eligible|eligibility|scheme",
          "incentive|incentives|paid",
        ),
      ),
      each(
        "desired",
        all(
          "start|area|areas|field|fields|position|positions|location|locations|result|results|outcome|outcomes",
          "shift|shifts|state|schedule|salary|goal|goals|objective|objectives|effect|level|role",
        ),
      ),
      "minimum qualifications for the ideal|preferred pharmacy|preferred provider|preferred employer|welcome to|ideal for|veterans preference",
      "or be able to demonstrate|if desired|as desired",
      each("candidates|applicants|candidate|applicant", "should be aware|should be advised|must be aware"),
      each("information|tools|support|resources|help|guidance|everything", "you need|you will need|you'll need"),
      each(
        all(
          "consideration will be given to|consideration may be given to|will consider|also consider|may consider",
          "happy to consider|able to consider|welcome|welcomes|applications from",
        ),
        "candidates without|applicants without|applications without",
      ),
      each("drug|smoke|tax|toll|alcohol|tobacco|commission", "free"),
      each("highly|well|best|top|fully|hourly|salary|weekly", "paid"),
      // What one may have to do asks for no paper: "you may need to travel, so a driving licence is essential".
      each(
        "may need to|may be required to|may be asked to|may have to",
        "travel|drive|relocate|lift|stand|attend|cover|stay|visit|move|walk",
      ),
      "veterans' preference|preference points|preference eligible|equipment required|other duties as required",
    ),
  },
];
