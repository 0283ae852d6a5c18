import { type Cells, type Layout, numberOf } from "./layout.js";

/** `#`: at or above the highest wage that is published. */
const TOP = "#";

const NUMBER = "a number, * where there is no estimate or # where it is above what is published";

const wage = (cell: string): number | string | null => (cell === TOP ? null : numberOf(cell));

/** The year in a file's name (`oesm24nat`, `national_M2024_dl`, `oews-national-2024`). */
const yearOf = (file: string): number | null => {
  const [, long, short] = /(?<!\d)(20\d{2})(?!\d)|oesm(\d{2})/i.exec(file) ?? [];
  if (long !== undefined) return Number(long);
  return short === undefined ? null : 2000 + Number(short);
};

/** National rows over all industries and owners, of single occupations: not of groups, states or branches. */
const isNational = (cells: Cells): boolean =>
  cells.of("group") === "detailed" &&
  ["", "1"].includes(cells.of("area_type")) &&
  ["", "cross-industry"].includes(cells.of("industries"));

const rows = (cells: Cells, file: string): Record<string, unknown>[] => {
  if (!isNational(cells)) return [];
  const annual = cells.of("median_annual");
  return [
    {
      soc: cells.of("soc"),
      title: cells.of("title"),
      year: yearOf(file),
      employment: numberOf(cells.of("employment")),
      median_annual: wage(annual),
      median_hourly: wage(cells.of("median_hourly")),
      wage_top_coded: annual === TOP,
      file,
    },
  ];
};

/** Occupational Employment and Wage Statistics of the US Bureau of Labor Statistics: public domain; tried on May 2024. */
export const WAGES: readonly Layout[] = [
  {
    kind: "oews",
    name: "OEWS national wages",
    columns: [
      { field: "soc", header: /^occ_code$/i, needed: true, right: "a code such as 15-1232" },
      { field: "title", header: /^occ_title$/i, needed: true, right: "the occupation's title" },
      { field: "group", header: /^o_group$/i, needed: true, right: "detailed, broad, minor, major or total" },
      { field: "employment", header: /^tot_emp$/i, needed: true, right: NUMBER },
      { field: "median_annual", header: /^a_median$/i, needed: true, right: NUMBER },
      { field: "median_hourly", header: /^h_median$/i, needed: true, right: NUMBER },
      { field: "area_type", header: /^area_type$/i, needed: false, right: "1 for the nation" },
      { field: "industries", header: /^i_group$/i, needed: false, right: "cross-industry" },
    ],
    rows,
  },
];
