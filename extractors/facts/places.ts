/** "CA California; TX Texas" -> lower-cased name -> code. */
const table = (rows: string): ReadonlyMap<string, string> =>
  new Map(
    rows
      .split(";")
      .map((row) => row.trim())
      .flatMap((row) => {
        const code = row.slice(0, 2);
        return row
          .slice(3)
          .split("|")
          .map((name) => [name.toLowerCase(), code] as const);
      }),
  );

/** States of the USA, the District of Columbia and the territories, by name. */
export const US_STATES = table(
  "AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware; DC District of Columbia|D.C.|Washington DC|Washington D.C.; FL Florida; GA Georgia; HI Hawaii; " +
    "ID Idaho; IL Illinois; IN Indiana; IA Iowa; KS Kansas; KY Kentucky; LA Louisiana; ME Maine; MD Maryland; MA Massachusetts; MI Michigan; MN Minnesota; MS Mississippi; MO Missouri; MT Montana; " +
    "NE Nebraska; NV Nevada; NH New Hampshire; NJ New Jersey; NM New Mexico; NY New York|New York State; NC North Carolina; ND North Dakota; OH Ohio; OK Oklahoma; OR Oregon; PA Pennsylvania; RI Rhode Island; " +
    "SC South Carolina; SD South Dakota; TN Tennessee; TX Texas; UT Utah; VT Vermont; VA Virginia; WA Washington|Washington State; WV West Virginia; WI Wisconsin; WY Wyoming; PR Puerto Rico; GU Guam; VI U.S. Virgin Islands",
);

/** Provinces and territories of Canada, by name. */
export const CA_PROVINCES = table(
  "AB Alberta; BC British Columbia; MB Manitoba; NB New Brunswick; NL Newfoundland and Labrador|Newfoundland; NS Nova Scotia; NT Northwest Territories; NU Nunavut; ON Ontario; PE Prince Edward Island; QC Quebec|Québec; SK Saskatchewan; YT Yukon",
);

/** Countries by the names that postings use; the nations of the United Kingdom are GB. */
export const COUNTRIES = table(
  "US United States|United States of America|USA|U.S.|U.S.A.|US|America|US only|Nationwide; GB United Kingdom|UK|U.K.|England|Scotland|Wales|Northern Ireland|Great Britain|Britain|GB|GBR; CA Canada|CAN; AU Australia|AUS; NZ New Zealand; IE Ireland|Republic of Ireland; " +
    "DE Germany|Deutschland|DEU; FR France; ES Spain|España; IT Italy|Italia; NL Netherlands|The Netherlands|Holland; BE Belgium; LU Luxembourg; CH Switzerland|Schweiz; AT Austria|Österreich; PT Portugal; SE Sweden|Sverige; NO Norway; DK Denmark; FI Finland; IS Iceland; " +
    "PL Poland|Polska; CZ Czech Republic|Czechia; SK Slovakia; HU Hungary; RO Romania; BG Bulgaria; GR Greece; HR Croatia; SI Slovenia; RS Serbia; EE Estonia; LV Latvia; LT Lithuania; UA Ukraine; BY Belarus; RU Russia|Russian Federation; TR Turkey|Türkiye; CY Cyprus; MT Malta; " +
    "IL Israel; AE United Arab Emirates|UAE|U.A.E.; SA Saudi Arabia|KSA; QA Qatar; KW Kuwait; BH Bahrain; OM Oman; JO Jordan; LB Lebanon; EG Egypt; MA Morocco; TN Tunisia; DZ Algeria; ET Ethiopia; KE Kenya; UG Uganda; TZ Tanzania; RW Rwanda; NG Nigeria; GH Ghana; ZA South Africa; ZM Zambia; ZW Zimbabwe; SN Senegal; CI Ivory Coast|Côte d'Ivoire; CM Cameroon; SO Somalia; SD Sudan; SS South Sudan; DJ Djibouti; " +
    "IN India|IND; PK Pakistan; BD Bangladesh; LK Sri Lanka; NP Nepal; CN China; HK Hong Kong; TW Taiwan; JP Japan; KR South Korea|Korea|Republic of Korea; SG Singapore; MY Malaysia; TH Thailand; VN Vietnam|Viet Nam; PH Philippines|The Philippines; ID Indonesia; KH Cambodia; MM Myanmar; MN Mongolia; KZ Kazakhstan; UZ Uzbekistan; AM Armenia; AZ Azerbaijan; AF Afghanistan; IQ Iraq; IR Iran; SY Syria; " +
    "MX Mexico|México; BR Brazil|Brasil; AR Argentina; CL Chile; CO Colombia; PE Peru|Perú; UY Uruguay; VE Venezuela; EC Ecuador; BO Bolivia; PY Paraguay; CR Costa Rica; PA Panama; GT Guatemala; SV El Salvador; HN Honduras; NI Nicaragua; DO Dominican Republic; JM Jamaica; TT Trinidad and Tobago; CU Cuba; HT Haiti; FJ Fiji; PG Papua New Guinea",
);

const cities = (rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(rows).flatMap(([region, names]) =>
      names.split(",").map((name) => [name.trim().toLowerCase(), region] as const),
    ),
  );

/** Large cities whose name alone tells the region. */
export const CITIES = cities({
  "US-NY": "New York City,NYC,Manhattan,Brooklyn,Queens,Bronx,Buffalo,Staten Island,Brooklyn NY",
  "US-CA":
    "San Francisco,SF,San Francisco Bay,SF Bay,Bay,Los Angeles,San Diego,San Jose,Oakland,Palo Alto,Mountain View,Sunnyvale,Menlo Park,Redwood City,San Mateo,Santa Monica,Santa Clara,Berkeley,Sacramento,Fresno,Long Beach,Irvine,Silicon Valley,Santa Barbara,Cupertino,Culver City,Pasadena",
  "US-IL": "Chicago",
  "US-MA": "Boston,Somerville MA",
  "US-WA": "Seattle,Bellevue,Redmond,Spokane,Tacoma",
  "US-TX": "Austin,Dallas,Houston,San Antonio,Fort Worth,El Paso,DFW,Plano",
  "US-PA": "Philadelphia,Pittsburgh",
  "US-CO": "Denver,Boulder,Colorado Springs",
  "US-GA": "Atlanta",
  "US-FL": "Miami,Orlando,Tampa,Jacksonville,Fort Lauderdale",
  "US-AZ": "Phoenix,Tucson,Scottsdale,Mesa AZ",
  "US-OR": "Portland",
  "US-MN": "Minneapolis,St. Paul,Saint Paul",
  "US-MI": "Detroit,Ann Arbor,Grand Rapids",
  "US-OH": "Cleveland,Cincinnati,Columbus",
  "US-UT": "Salt Lake City,Provo",
  "US-NC": "Charlotte,Raleigh,Durham NC,Raleigh-Durham",
  "US-TN": "Nashville,Memphis",
  "US-MD": "Baltimore,Bethesda",
  "US-DC": "Washington DC,Washington D.C.,D.C.,DC,Washington DC area",
  "US-NV": "Las Vegas,Reno",
  "US-MO": "St. Louis,Saint Louis,Kansas City",
  "US-WI": "Milwaukee,Madison",
  "US-LA": "New Orleans,Baton Rouge",
  "US-IN": "Indianapolis",
  "US-VA": "Virginia Beach,Arlington VA,Reston",
  "US-OK": "Oklahoma City,Tulsa",
  "US-NM": "Albuquerque",
  "US-NE": "Omaha",
  "US-HI": "Honolulu",
  "US-AK": "Anchorage",
  "US-ID": "Boise",
  "US-KY": "Louisville,Lexington",
  "US-NJ": "Newark,Jersey City,Hoboken",
  "US-CT": "Hartford",
  "US-RI": "Providence",
  "US-SC": "Charleston SC",
  "US-IA": "Des Moines",
  "CA-ON": "Toronto,Ottawa,Mississauga,Kitchener,Hamilton ON,Brampton",
  "CA-QC": "Montreal,Montréal,Quebec City",
  "CA-BC": "Vancouver,Victoria BC,Burnaby,Surrey BC",
  "CA-AB": "Calgary,Edmonton",
  "CA-MB": "Winnipeg",
  "CA-NS": "Halifax NS",
  "CA-SK": "Saskatoon,Regina",
  GB: "London,Manchester,Birmingham UK,Edinburgh,Glasgow,Bristol,Leeds,Liverpool,Sheffield,Nottingham,Leicester,Cardiff,Belfast,Newcastle upon Tyne,Southampton,Brighton,Oxford,Cambridge UK,Reading,Aberdeen,Coventry,Milton Keynes,Central London,Greater London,Derby,Norwich,Exeter,Swansea,Kent,Surrey,Essex,Hertfordshire,Hampshire,Yorkshire,Lancashire,Cheshire,Berkshire,Buckinghamshire,Oxfordshire,West Midlands,East Midlands,West Yorkshire,South East England,North West England",
  DE: "Berlin,Munich,München,Hamburg,Frankfurt,Cologne,Köln,Stuttgart,Düsseldorf,Leipzig,Dresden",
  FR: "Paris,Lyon,Marseille,Toulouse,Nantes,Bordeaux,Lille",
  ES: "Madrid,Barcelona,Valencia,Seville,Málaga",
  IT: "Rome,Milan,Milano,Roma,Turin",
  NL: "Amsterdam,Rotterdam,Utrecht,The Hague,Eindhoven",
  BE: "Brussels,Antwerp,Ghent",
  CH: "Zurich,Zürich,Geneva,Basel,Lausanne",
  AT: "Vienna,Wien",
  PT: "Lisbon,Lisboa,Porto",
  SE: "Stockholm,Gothenburg,Göteborg,Malmö",
  NO: "Oslo,Bergen",
  DK: "Copenhagen,Aarhus",
  FI: "Helsinki",
  IE: "Dublin,Cork,Galway",
  PL: "Warsaw,Kraków,Krakow,Wroclaw,Wrocław,Gdansk",
  CZ: "Prague,Brno",
  HU: "Budapest",
  RO: "Bucharest,Cluj-Napoca",
  BG: "Sofia",
  GR: "Athens",
  EE: "Tallinn",
  LV: "Riga",
  LT: "Vilnius",
  UA: "Kyiv,Kiev,Lviv",
  RU: "Moscow,Saint Petersburg",
  TR: "Istanbul,Ankara",
  IL: "Tel Aviv,Jerusalem,Haifa,Tel-Aviv",
  AE: "Dubai,Abu Dhabi",
  SA: "Riyadh,Jeddah",
  QA: "Doha",
  EG: "Cairo",
  ET: "Addis Ababa,Addis Abeba,Adama,Hawassa,Bahir Dar,Mekelle,Dire Dawa,Jimma,Gondar",
  KE: "Nairobi,Mombasa",
  NG: "Lagos,Abuja",
  GH: "Accra",
  ZA: "Cape Town,Johannesburg,Durban,Pretoria",
  RW: "Kigali",
  UG: "Kampala",
  MA: "Casablanca",
  IN: "Bangalore,Bengaluru,Mumbai,Delhi,New Delhi,Hyderabad,Chennai,Pune,Kolkata,Gurgaon,Gurugram,Noida,Ahmedabad",
  PK: "Karachi,Lahore,Islamabad",
  BD: "Dhaka",
  SG: "Singapore",
  MY: "Kuala Lumpur",
  TH: "Bangkok",
  VN: "Ho Chi Minh City,Hanoi",
  PH: "Manila,Makati,Cebu",
  ID: "Jakarta",
  CN: "Beijing,Shanghai,Shenzhen,Guangzhou",
  HK: "Hong Kong",
  TW: "Taipei",
  JP: "Tokyo,Osaka,Kyoto",
  KR: "Seoul",
  AU: "Sydney,Melbourne,Brisbane,Perth,Adelaide,Canberra",
  NZ: "Auckland,Wellington,Christchurch",
  MX: "Mexico City,Guadalajara,Monterrey",
  BR: "São Paulo,Sao Paulo,Rio de Janeiro",
  AR: "Buenos Aires",
  CL: "Santiago",
  CO: "Bogota,Bogotá,Medellin,Medellín",
  PE: "Lima",
  UY: "Montevideo",
  CR: "San José",
});
