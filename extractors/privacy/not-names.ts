/**
 * Capitalised words after a cue such as "Contact:" that name an office, an organisation, a role or a field of a form and
 * no person. One of them in a would-be name and it stays. Lower case.
 */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  // Organisations and their parts.
  (
    "academy accounts acquisition administration administrative admissions affairs agency agencies associates association audit authority bank " +
    "benefits board branch bureau business campus care career careers center centre chamber charity church city civil clerk's client clinic " +
    "college command commission committee community company consulting consultants corporate corporation corp council county court " +
    "credit customer department dept desk development directorate district diversity division education elections employee employees employer " +
    "employment energy engineering enterprise equal executive faculty federal finance financial foundation fund general global gmbh government group " +
    "guest hall head headquarters health healthcare help helpdesk home hospital hospitals hotel house housing hr human inc inclusion industries information " +
    "institute insurance international investor it justice kontakt labor labour lab labs legal library limited llc llp local logistics ltd management " +
    "marketing media medical medicine member membership ministry municipal museum national network nhs nurses office offices officer online operations " +
    "opportunity ops order organisation organization outreach parish partners partnership payroll people personnel pharmacy plc police practice press privacy " +
    "procurement products professional program programme programs project property protection public purchasing quality radio recruitment recruiting regional registrar " +
    "relations research resorts resource resources restaurant sales school schools sciences secretariat section security senate service services shop social society " +
    "software solutions staff staffing state store studio studios student students supply support systems talent tax team teams technical technologies technology " +
    "town township trade training transportation travel treasury trust trustees union unit university us usa veterans village warehouse water welfare " +
    "workforce works youth " +
    // Roles, which may stand before a name but are none.
    "accountant administrator advisor adviser agent analyst architect assistant associate attorney chair chairman chairperson chairwoman chef chief clerk " +
    "clinician clinical coach commissioner consultant controller coordinator co-ordinator counsel counselor deputy developer director doctor driver editor " +
    "engineer engineers executives founder foreman hiring intern interviewer investigator junior lead leader lecturer manager managers matron matrons mentor midwife ward nurse nursing operator " +
    "owner paralegal partner pastor physician practitioner president principal producer professor programmer provost recruiter recruiters rep representative " +
    "researcher responsibilities scientist secretary senior sergeant sourcer specialist superintendent supervisor surgeon teacher technician therapist " +
    "trainer treasurer vice vp ceo cto cfo coo cio " +
    // Fields of forms, headings and what begins a sentence.
    "i'm i’m about account additional address addresses after all also alternatively an and any applicant applicants application applications apply are as ask at back based because " +
    "before below best both but by call can candidate candidates certificate certification chat check click close closing code compensation complete contact contacts cover " +
    "cv date deadline degree description details diploma direct directly do does drop duties each either email e-mail emails ensure enquiries every excellent experience " +
    "extension fax feel first follow following for form fri friday from full full-time further get give have he hello here hi hours how however i if important in include " +
    "informal inquiries interview interviews into is job jobs join just key kind knowledge last learn let letter level license licence line link linkedin list listed location " +
    "mail make may me message mobile mon monday more must my name need new next no none not note now number of on one only open or other our out outside overview page part " +
    "part-time pay permanent person phone ping please point position positions post posted posting preferred process purpose questions read ready reference references remote " +
    "reporting reports req required requirements requisition resolution resume resumes role roles salary sat saturday schedule screen second see send she should signal " +
    "since single site skills skype slack so some someone special start status street subject submit summary sun sunday tel telegram telephone tell text thank " +
    "thanks that the their them then there these they this those through thu thursday time title to today top tue tuesday twitter type under until up upon use via view visit " +
    "visits volunteer want we web website wed wednesday welcome what whatsapp when where which while who why will with within work working write yes you your zoom " +
    // Places, products, firms and fields that follow the same verbs.
    "africa america american arbor amazon android api apple asia atlanta aurora australia austin aws azure berlin boston brazil britain british california canada canadian " +
    "chicago china chinese cloud colorado dallas data denver design dublin dutch east europe european excel facebook florida france french german germany github google " +
    "houston html india indian ios ireland irish israel italy japan java javascript kingdom linux london los lyft mac mexico miami microsoft " +
    "munich netflix netherlands north ohio oracle oregon oxford pacific paris philadelphia phoenix python react ruby salesforce san seattle singapore south southern " +
    "spain spanish spark sql stripe switzerland sydney texas tokyo toronto uber uk ukraine vancouver virginia washington west western windows york angeles francisco diego " +
    "january feb february march july aug august sep sept september oct october nov november dec december"
  ).split(" "),
);
