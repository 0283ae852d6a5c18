const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that join the words of a name: "Certificate of Competency in Plumbing". */
export const JOINERS = words("of in and for the to & as a an at or on");

/** Words that say something of a credential and name none; a name neither begins with nor consists of them. */
export const PLAIN = words(
  `applicant applicants candidate candidates holders a an and any all are as at be become by can each either for from has have having hold holder holding if in is it its may
   must my need no not of on one or our per possess possesses possessing shall should some that the their these this those to
   two three upon with within without you your we will who
   active additional advanced applicable appropriate approved available basic bonus certain completed completion current currently
   desirable desired equivalent essential federal following full fully further general good highly ideally industry job local
   maintain maintains mandatory minimum more multiple national new obtain obtained other passed plus preferably preferred previous
   proof proper professional provincial qualified recent recognised recognized related relevant require required requires
   respective required: requirements similar specialised specialized specialty specific standard state strong successful
   successfully suitable supervised technical unencumbered unrestricted us usa valid various when where work working
   academic associate associate's bachelor bachelor's bachelors board college combination degree degrees diploma doctoral doctorate
   education educational experience ged graduate graduation knowledge licensing master's masters phd post-graduate
   postgraduate skills training trainings undergraduate university vocational year years
   accreditation accreditations card cards certificate certificates certification certifications certified credential credentials
   designation designations endorsement endorsements exam examination license licenses licence licences licensed licensure permit
   permits registered registration registrations ticket tickets membership memberships
   description duties include includes including preferred: note benefits position summary qualifications qualification responsibilities
   special conditions necessary substitutions alabama alaska arizona arkansas california colorado connecticut delaware florida georgia
   hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
   montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
   carolina dakota hampshire jersey mexico york north south west rhode island commonwealth county city uk canada ontario nys nyc tx`
    .split(/\s+/)
    .join(" "),
);

/** What stands before the noun and makes it no person's credential: "gift card", "SSL certificate", "software license". */
export const NO_CREDENTIAL =
  /\b(?:birth|death|marriage|gift|credit|debit|business|green|sim|video|graphics|report|score|time|playing|greeting|post|id|ids|identification|identity|identify|social security|insurance|loyalty|fuel|payment|bank|punch|jira|trouble|support|help|service|parking|speeding|ssl|tls|tax|stock|origin|occupancy|incorporation|conformity|analysis|software|product|enterprise|site|open|source|building|construction|event|film|liquor|vote|voter|motor vehicle|vehicle|land|iso|b corp|leed|driver'?s?'?|drivers?|driving|operator'?s)$/;

/** What a person is called who holds a licence: "electrician", "assessor", "pest control applicator". */
export const AGENT = /^[a-z-]{2,16}(?:er|or|ist|ian|ant|ent|man|eur|ate|wife|tect|yst|king)s?$/;

/** People and firms that are licensed in every second posting without a name of a credential. */
export const NO_AGENT = words(
  "other their provider providers or for under after over user users driver drivers customer customers per dealer dealers lender lenders insurer employer entertainment content",
);
