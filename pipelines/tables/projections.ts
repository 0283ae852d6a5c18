import { type Cells, type Column, type Layout, numberOf, roundIn } from "./layout.js";

const NUMBER = "a number, or — where it is not available";

const column = (field: string, header: RegExp, right: string, needed = true): Column => ({
  field,
  header,
  right,
  needed,
});

const CODE = column("soc", /matrix (occupation )?code$/i, "a code such as 15-1232");
const TITLE = column("title", /matrix (occupation )?title$/i, "the occupation's title");

/** ">=$239,200" says that the wage is at or above the highest one that is published. */
const wage = (cell: string): { median_wage: number | string | null; wage_top_coded: boolean | null } => {
  if (/^[>≥]/.test(cell)) return { median_wage: null, wage_top_coded: true };
  const median_wage = numberOf(cell);
  return { median_wage, wage_top_coded: median_wage === null ? null : false };
};

const textOrNull = (cell: string): string | null => (/^[-–—]?$/.test(cell) ? null : cell);

const facts = (cells: Cells, file: string) => ({
  soc: cells.of("soc"),
  title: cells.of("title"),
  openings: numberOf(cells.of("openings")),
  ...wage(cells.of("median_wage")),
  entry_education: textOrNull(cells.of("entry_education")),
  file,
});

/** The official tables list subtotals between the occupations: "Line item" marks what is none. */
const official = (cells: Cells, file: string): Record<string, unknown>[] => {
  if (cells.of("type") === "Summary") return [];
  const round = roundIn(cells.headOf("change_pct"));
  return [
    {
      ...facts(cells, file),
      ...(round ?? { first_year: null, last_year: null }),
      employment: numberOf(cells.of("employment")),
      employment_projected: numberOf(cells.of("employment_projected")),
      change_pct: numberOf(cells.of("change_pct")),
    },
  ];
};

const OFFICIAL: readonly Column[] = [
  TITLE,
  CODE,
  column("type", /^occupation type$/i, "Line item or Summary"),
  column("employment", /^employment, \d{4}$/i, NUMBER),
  column("change_pct", /^employment change, percent, \d{4}/i, NUMBER),
  column("openings", /^occupational openings, .*annual average$/i, NUMBER),
];

/** A panel of several rounds, one column `pct_<first>_<last>` each; what else it says is of its last round. */
const panel = (cells: Cells, file: string): Record<string, unknown>[] => {
  const rounds = [...cells.all].flatMap(([header, cell]) => {
    const round = /^pct_/i.test(header) ? roundIn(header) : null;
    return round === null ? [] : [{ ...round, change_pct: numberOf(cell) }];
  });
  const latest = Math.max(...rounds.map(({ first_year }) => first_year));
  const nothing = { openings: null, median_wage: null, wage_top_coded: null, entry_education: null };
  return rounds
    .filter(({ change_pct }) => change_pct !== null)
    .map((round) => ({
      ...facts(cells, file),
      ...(round.first_year === latest
        ? { employment: numberOf(cells.of("employment")) }
        : { ...nothing, employment: null }),
      employment_projected: null,
      ...round,
    }));
};

/** Employment Projections of the US Bureau of Labor Statistics: public domain; tried on the round 2024-34. */
export const PROJECTIONS: readonly Layout[] = [
  {
    kind: "bls-projections",
    name: "BLS Employment Projections, table 1.2",
    columns: [
      ...OFFICIAL,
      column("median_wage", /^median annual wage/i, "dollars a year, >=$239,200 or —"),
      column("entry_education", /^typical education needed for entry$/i, "a level of education"),
    ],
    rows: official,
  },
  {
    kind: "bls-projections",
    name: "BLS Employment Projections, table 1.10",
    columns: [...OFFICIAL, column("separations", /^total occupational separations rate/i, NUMBER)],
    rows: official,
  },
  {
    kind: "bls-projections",
    name: "panel of projections",
    columns: [
      column("soc", /^soc$/i, "a code such as 15-1232"),
      column("title", /^title$/i, "the occupation's title"),
      column("change_pct", /^pct_\d{4}_\d{2}$/i, "a change in %, or blank"),
      column("employment", /^emp_\d{4}_k$/i, NUMBER, false),
      column("openings", /^openings_/i, NUMBER, false),
      column("median_wage", /^median_wage/i, "dollars a year", false),
      column("entry_education", /^entry_education$/i, "a level of education", false),
    ],
    rows: panel,
  },
];
