const US_STATES: Record<string, string> = Object.fromEntries(
  `AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,
GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,
MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,
NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,
SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,
PR Puerto Rico,GU Guam`
    .split(",")
    .map((entry) => [entry.trim().slice(0, 2), entry.trim().slice(3)]),
);

const countries = new Intl.DisplayNames(["en-GB"], { type: "region", fallback: "code" });

const languages = new Intl.DisplayNames(["en-GB"], { type: "language", fallback: "code" });

/** "Spanish" for `es`; null for `und`, which stands for a language that could not be told. */
export function languageName(code: string | null): string | null {
  if (code === null || code === "und") return null;
  return /^[a-z]{2,3}$/.test(code) ? (languages.of(code) ?? code) : code;
}

/** "California" for `US-CA`, "United Kingdom" for `GB`; the code itself where it is neither. */
export function regionName(code: string): string {
  const state = code.startsWith("US-") ? US_STATES[code.slice(3)] : undefined;
  if (state !== undefined) return state;
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}
