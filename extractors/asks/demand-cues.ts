/**
 * Words that say how strongly something is asked for. `side`: where the thing stands that the cue governs: `after` the
 * cue ("must have X"), `before` it ("X preferred"), or `both`.
 */
export type CueLevel = "required" | "preferred" | "obtain" | "provides" | "negated" | "no" | "may" | "idle";
export interface Cue {
  level: CueLevel;
  side: "before" | "after" | "both";
  phrases: string;
  /** Its line is no heading, short as it may be. */
  inline?: true;
  /** It governs only what stands right behind it: "you are CCNA certified". */
  near?: true;
}

/** Every one of `starts` with every one of `ends` behind it. */
const each = (starts: string, ends: string): string =>
  starts
    .split("|")
    .flatMap((start) => ends.split("|").map((end) => `${start} ${end}`))
    .join("|");

export const CUES: readonly Cue[] = [
  {
    level: "required",
    side: "both",
    phrases:
      "required|is a requirement|are a requirement|a requirement|mandatory|essential|must-have|necessary|minimum qualification|minimum qualifications|minimum requirement|minimum requirements|prerequisite|is a must|are a must|a must|compulsory|obligatory|required at hire|required at time of hire|required at the time of hire|required by time of hire|required by the time of hire|required upon hire|required on hire|required prior to hire|required before hire|condition of employment|conditions of employment",
  },
  {
    level: "required",
    side: "before",
    phrases:
      "must be attached|must be submitted|must be maintained|must be current|must be held|must be presented|must be provided|must be valid|must be included|must be listed|must be kept|must be on file|must be held at hire|must be held at time of hire|must be held at the time of hire|held at hire|held at time of hire|held at the time of hire|at time of hire|at the time of hire|by time of hire|by the time of hire|upon hire|upon employment|upon appointment|prior to hire|before hire|needed|is needed|are needed|expected|in good standing|will be accepted",
  },
  {
    level: "required",
    side: "after",
    phrases:
      "must|must have|must be|must possess|must hold|must maintain|must currently|must include|must also|shall|shall have|shall possess|you have|you hold|you possess|you are a|you are an|you will have|will hold|will possess|candidate will have|candidates will have|applicant will have|applicants will have|you will need|you'll have|you'll need|you need|you must|requires|require|requiring|need to have|needs to have|need to be|needs to be|need a|needs a|have a valid|possess a|must be in possession of|hold a valid|proof of|evidence of a|successful completion of|applicants need|candidates need|looking for someone with|should have|should hold|should possess|should also have|should also hold|should currently hold|should currently have|should be a|should be an|should be certified|should be licensed|should be registered|should hold a|should already have|" +
      each(
        "candidate|candidates|applicant|applicants|postholder|incumbent",
        "will be a|will be an|will be certified|will be licensed|will be registered|must be",
      ),
  },
  {
    level: "preferred",
    side: "both",
    phrases:
      "preferred|prefered|preffered|preferable|preferably|prefer|prefers|preference|desired|desirable|highly desired|highly desirable|nice to have|nice-to-have|nice to haves|ideal|ideally|bonus|bonus points|optional|advantageous|strongly preferred|good to have|wish list|would love",
  },
  {
    level: "preferred",
    side: "before",
    phrases:
      "a plus|is a plus|are a plus|a big plus|a huge plus|a definite plus|a strong plus|big plus|pluses|plusses|an asset|is an asset|considered an asset|an advantage|is an advantage|be advantage|distinct advantage|beneficial|helpful|a benefit|favorable|favourable|welcome|welcomed|would be great|is great|recommended|encouraged|strongly encouraged|valued|highly valued|appreciated|highly regarded|looked upon favorably|viewed favorably|be useful|is useful",
  },
  { level: "preferred", side: "after", phrases: "pluses include|plus if you|plus:|extra credit|it helps if|we'd love" },
  {
    level: "obtain",
    side: "before",
    phrases:
      "within one|within two|within three|within four|within five|within six|within nine|within twelve|within eighteen|within 30|within 45|within 60|within 90|within 120|within 180|within 1|within 2|within 3|within 4|within 5|within 6|within 8|within 9|within 10|within 12|within 14|within 15|within 18|within 24|within 36|within the first|within first|within ninety|within thirty|within sixty|in 30 days|in 60 days|in 90 days|in six months|after hire|after being hired|following hire|after employment|after appointment|of hire|of employment start|of start date|during probation|during the probationary|by end of probation|during the first|prior to completion of probation|before the end of probation|after starting|by the end of the probationary|by end of the probationary|by the end of probation|to be obtained|to be completed|to be acquired|must be obtained|be obtained|must be completed within|upon being hired|after hiring|once hired|once employed|after joining|within the time prescribed|within the prescribed time|within the time frame prescribed|within the required time|within the required timeframe|within the specified time|within a specified time|within a reasonable time|within a year|within the probationary|prior to the end of probation|by the end of your probation|post-hire|post hire|may secure|may be obtained|can be obtained|may be acquired|not required at time of hire|not required at the time of hire|not required upon hire|not required to start|" +
      each(
        "within|during|in|through|throughout|by the end of|by end of|prior to the end of|at the end of|before the end of|by completion of|upon completion of",
        "orientation|the orientation|new hire orientation|new employee orientation|your orientation|onboarding|the onboarding|your onboarding|new hire training|initial training",
      ),
  },
  {
    level: "obtain",
    side: "after",
    phrases:
      "ability to obtain|able to obtain|ability to get|able to get|ability to acquire|able to acquire|ability to secure|ability to earn|ability to become|able to become|ability to complete and obtain|" +
      each(
        "obtain|obtains|obtaining|acquire|attain|secure|earn|achieve|get",
        "and maintain|and maintains|and maintaining|and subsequently maintain|and subsequently maintains|and then maintain|and keep",
      ) +
      "|obtain or maintain|obtain/maintain|obtain & maintain|able to attain|ability to attain|able to earn|able to secure|able to complete|willing to obtain|willingness to obtain|willing to get|willing to become|willingness to become|willing to acquire|willing to complete|willing to pursue|willing to earn|willing to work towards|willing to work toward|willing to undertake|willingness to work towards|willingness to complete|willingness to pursue|work towards|work toward|will be required to obtain|required to obtain|required to become|required to get|required to complete|expected to obtain|will obtain|will need to obtain|eligible to obtain|qualify to obtain|to obtain|eligibility for|eligible for|eligible to sit for|or obtain|or be able to|can obtain|be able to obtain|opportunity to become",
  },
  {
    level: "provides",
    side: "both",
    phrases:
      "we pay|we will pay|we'll pay|we cover|we will cover|we sponsor|we will sponsor|we provide|we will provide training|we'll provide training|we will provide the training|we offer|we train|we will train|we'll train|we reimburse|company pays|company paid|company-paid|company sponsors|company sponsored|firm sponsors|firm sponsored|employer pays|employer paid|employer-paid|paid for by|paid by|pays for|will pay for|reimbursement|reimbursed|reimburses|reimburse|tuition assistance|free training|paid training|training provided|training is provided|training will be provided|provided free|sponsorship for|cover the cost of|covers the cost of|cover the costs of|covering the cost of|pay the cost of|pay the costs of|pays the cost of|pay for your|pay for the|pay for all|sponsored by us|at our expense|at no cost|covered by us|fees paid|fees covered|funded|fully funded|we will certify|training given|training and certification provided|certification provided|assistance with|support for obtaining|we will help you|we help you",
  },
  { level: "provides", side: "before", phrases: "scholarship|scholarships", inline: true },
  {
    level: "negated",
    side: "before",
    phrases:
      "not required|not a requirement|not necessary|not needed|not mandatory|not essential|is not required|are not required|not be required|isn't required|isn't necessary|isn't needed|unnecessary|not a must|need not be|not obligatory|no problem|not compulsory",
  },
  {
    level: "negated",
    side: "after",
    phrases:
      "no need for|do not need|don't need|does not require|doesn't require|do not require|don't require|not require|without a|without any|need not be|need not have|need not hold",
  },
  { level: "negated", side: "after", phrases: "non", near: true },
  { level: "no", side: "after", phrases: "no" },
  {
    level: "may",
    side: "both",
    phrases:
      "may require|may be required|may be required to|may need|might require|some positions require|some positions may require|some positions may|certain positions|some positions|some assignments|some assignments may require|may also require|may also be required|may not require|may not be required|may be asked|may be needed|could be required|may be substituted|may substitute|may be accepted in lieu|not all positions|for positions requiring|maybe required|maybe needed|maybe necessary|might be required|might be needed|may be necessary|may become required|can be required",
  },
  {
    level: "required",
    side: "before",
    phrases:
      "non-negotiable|is crucial|are crucial|is vital|are vital|is imperative|is indispensable|a necessity|is a necessity|req'd|prior to start|prior to start date|prior to starting|prior to your start|before start date|before starting|before the start date|before your first day|prior to first day|prior to your first day|required to work within|required to work in|required to work for|required to work at|by start date|by the start date|by date of hire|prior to employment|before employment|prior to placement|prior to assignment|as a minimum|at a minimum|at minimum|required if hired|required if selected",
  },
  {
    level: "required",
    side: "after",
    phrases:
      "only open to|open only to|expected to have|expected to hold|expected to possess|we ask for|you've got|you've earned|you come with|submit a copy of|provide a copy of|attach a copy of|include a copy of|at a minimum|as a minimum|" +
      each(
        "only",
        "candidates with|applicants with|those with|candidates who have|applicants who have|candidates holding|applicants holding",
      ) +
      "|" +
      each("candidates|applicants|applications|apply", "without"),
  },
  {
    level: "required",
    side: "after",
    phrases:
      "should be|you are|you're|we need|you bring|you bring a|applicants are|candidates are|has a|we expect|we expect a|holder of a|holder of",
    inline: true,
    near: true,
  },
  {
    level: "obtain",
    side: "after",
    phrases:
      "pursuing|pursuing a|pursuing an|pursuing your|pursuing the|actively pursuing|upon obtaining|upon receiving|with us prior to|" +
      each("until you|once you", "receive|obtain|gain|get|have received|have obtained|have gained"),
    inline: true,
    near: true,
  },
  {
    level: "preferred",
    side: "before",
    phrases:
      "an added advantage|added advantage|an added bonus|an added plus|added plus|would be nice|would help|will help|an edge|sets you apart|set you apart|looked upon favourably|viewed favourably|given priority|given preference|of benefit|would be of benefit|but useful|useful but|would be useful|very useful|particularly useful",
    inline: true,
  },
  {
    level: "preferred",
    side: "after",
    phrases:
      "extra points for|brownie points for|priority will be given to|priority given to|we'd like|we would like you to have|" +
      each(
        "a plus if|is a plus if|a bonus if|is a bonus if|great if|be great if|nice if|be nice if|helpful if|useful if|better if|bonus points if|an advantage if|an asset if|beneficial if|desirable if|advantageous if|ideal if|love it if",
        "you have|you hold|you possess|you are|you had|you also have|you're|they have|they hold",
      ),
    inline: true,
  },
  {
    level: "obtain",
    side: "before",
    phrases: each("in|by the end of|by end of|during", "the first|your first|their first|first"),
  },
  {
    level: "obtain",
    side: "after",
    phrases:
      each(
        "be willing to",
        "obtain|become|get|complete|pursue|earn|acquire|undertake|work towards|work toward|train|be trained|be certified|be licensed|gain|achieve|study",
      ) +
      "|" +
      each(
        "willingness and ability to|ability and willingness to|willing and able to|able and willing to",
        "obtain|become|get|complete|undertake|gain|achieve|attain|work towards|work toward",
      ) +
      "|on track toward|on track towards|on track to obtain|on track for|close to obtaining|must become|willing to be certified|willing to be licensed|willingness to get|willingness to be certified|in the process of obtaining|process of obtaining|working towards|working toward",
  },
  {
    level: "provides",
    side: "before",
    phrases:
      "training available|training is available|training on offer|training offered|is on us|will be covered|are covered|will be reimbursed|will be paid for|study leave",
    inline: true,
  },
  {
    level: "provides",
    side: "after",
    phrases:
      "employer covers|company covers|company will pay|company will cover|we'll cover|will cover the cost|help you get|help you obtain|help you become|help you earn|help you achieve|support you in|support you to|support to become|support to obtain|support to gain|support in obtaining|support towards|funding for|funding towards|get paid while you|get paid to|receive support with|assistance in gaining|assistance in obtaining|assistance with obtaining|" +
      each(
        "opportunity to|the chance to",
        "complete|gain|undertake|achieve|attain|study|study for|develop|progress|train|train as|work towards",
      ) +
      "|" +
      each("training to", "complete|gain|attain|become"),
    inline: true,
  },
  {
    level: "negated",
    side: "after",
    phrases:
      "don't have to have|do not have to have|don't have to be|do not have to be|don't have to hold|not have to have|not have to hold",
  },
  {
    level: "may",
    side: "both",
    phrases: each(
      each(
        "some|certain|select|specific|selected|certain other|some other",
        "positions|roles|jobs|assignments|locations|sites|routes|posts|units|departments|programs|schools|facilities|clients|areas|classes",
      ),
      "require|need|may require|may need|will require|may also require",
    ),
  },
  {
    level: "may",
    side: "both",
    phrases: each("not all", "roles|jobs|routes|sites|locations|posts|assignments"),
  },
  {
    level: "may",
    side: "after",
    phrases:
      "positions requiring|positions that require|" +
      each(
        "for positions|for those positions|for certain positions|for assignments|for roles",
        "in|within|assigned to",
      ),
  },
  {
    level: "preferred",
    side: "after",
    phrases: each(
      "encouraged to apply|encourage you to apply|encouraging you to apply|would help|will help|would be helpful|especially",
      "if|if you have|if you hold|if you are|if you possess",
    ),
  },
  {
    level: "obtain",
    side: "before",
    phrases: each(
      each("prior to|before|by|upon|within", "the end of|end of|the completion of|completion of|completing"),
      "probation|the probation|your probation|the probationary period|your probationary period|a probationary period|the probation period",
    ),
  },
  {
    level: "idle",
    side: "both",
    phrases: each(
      "to be eligible for|to be eligible to",
      "interview|an interview|shortlisting|this role|this position|this post|the role|the position|the post|hire|employment|promotion|appointment|consideration|apply|be considered",
    ),
  },
  // How near a specialist's training must be to its end is no deadline behind the hire: "within six months of interview".
  {
    level: "idle",
    side: "both",
    phrases: each(
      each("within", "3 months|three months|4 months|four months|6 months|six months"),
      "of interview|of the interview|of date of interview|of the date of interview|of your interview|of award|of the award|of being awarded|of attaining|of obtaining|of achieving|of completing|of completion",
    ),
  },
  // What is asked of some posts only. It speaks of what stands before it: "CPR required for some sites".
  {
    level: "may",
    side: "before",
    phrases:
      each(
        "not required|is not required|not needed|is not needed",
        "for all positions|for all roles|for all routes|for all jobs|at all sites|at all locations|on all routes",
      ) +
      "|" +
      each(
        "required|is required|are required|needed|is needed|are needed|necessary|is necessary|are necessary|mandatory|is mandatory|are mandatory|essential|a requirement|is a requirement",
        "for some|for certain|for select|for selected|for specific|for particular|at some|at certain|at select|in some|in certain|on some|on certain|by some|by certain|depending|depending on|depending upon|, depending|based on assignment|based on location|based on the assignment",
      ),
  },
  // Words that look like cues and are none: they keep the cue inside them from counting.
  {
    level: "idle",
    side: "both",
    phrases:
      "not required to apply|not required to interview|not required for application|dated within|issued within|taken within|completed within|within the last|within the past|within the previous|within last|within past|as required|as required by|if required|when required|where required|required by law|as necessary|if necessary|when necessary|as needed|if needed|when needed|where necessary|required documents|required to work|not limited to|required training|required reports|required to travel|as may be required|minimum wage|no later than|no more than|no less than|by no means|no longer|no matter|shall not|must not|must-see|optional benefits|assets under|bonus plan|sign-on bonus|sign on bonus|annual bonus|referral bonus|bonus program|" +
      each(
        "attendance|signing|retention|performance|completion|holiday|quarterly|monthly|weekly|yearly|year-end|certification|license|hiring|start|cash|production|productivity|safety|anniversary|discretionary",
        "bonus",
      ) +
      "|" +
      each(
        "bonus",
        "of|up to|structure|opportunity|opportunities|potential|pay|payment|payments|eligible|eligibility|scheme|incentive|incentives|paid",
      ) +
      "|" +
      each(
        "desired",
        "start|area|areas|field|fields|position|positions|location|locations|result|results|outcome|outcomes|shift|shifts|state|schedule|salary|goal|goals|objective|objectives|effect|level|role",
      ) +
      "|preferred pharmacy|preferred provider|preferred employer|welcome to|ideal for|veterans preference|veterans' preference|preference points|preference eligible|equipment required|other duties as required",
  },
];
