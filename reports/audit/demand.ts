import { sqlText } from "../../models/sql-text.js";
import type { Marts } from "../database.js";
import type { Step } from "./supply.js";

/** How many asked for a certificate in one scope over the months compared. */
export interface Asked {
  /** Postings in scope. */
  postings: number;
  /** Asks of the certificate's own kind of demand; weighted by how telling the skill is in the kind `skill`. */
  asking: number;
  /** Postings that name it: the kind by which different certificates can be set side by side. */
  named: number;
}

/** What the marts say of a certificate: the asks of the last 36 months, here and everywhere, and the course of its demand everywhere. */
export interface Demand {
  certificate_id: string;
  name: string;
  k12: string;
  cluster: string;
  cluster_name: string | null;
  parent: string | null;
  kind: "explicit" | "skill" | "licence";
  counted: boolean;
  issuer_status: string | null;
  retired_on: string | null;
  successor: string | null;
  status: string | null;
  slope_pct_year: number | null;
  slope_low: number | null;
  slope_high: number | null;
  employers: number | null;
  p_below_half: number | null;
  everywhere: Asked;
  here: Asked;
  /** The step of a table of certificates earned that was loaded (`marts.supply_demand`, latest year), where one is sure. */
  loaded_step: Step | null;
  loaded_year: number | null;
}

/** Months over which asks are counted: as in marts.supply_demand. */
export const MONTHS = 36;

/** Scopes `region:<code>` that the warehouse publishes. */
export const regionsOf = async (marts: Marts): Promise<string[]> => {
  const rows = await marts.rows<{ region: string }>(
    "SELECT DISTINCT scope[8:] AS region FROM marts.certificate_month WHERE scope LIKE 'region:%' ORDER BY region",
  );
  return rows.map(({ region }) => region);
};

const scopeOf = (region: string | null): string => (region === null ? "all" : `region:${region}`);

const demandSql = (region: string | null): string => `
  WITH as_of AS (SELECT CAST(value AS DATE) AS month FROM marts.meta WHERE key = 'as_of'),
  recent AS (
    SELECT m.certificate_id, m.scope, m.month, m.postings, m.asking, m.explicit_asking
    FROM marts.certificate_month AS m, as_of
    WHERE m.scope IN ('all', ${sqlText(scopeOf(region))}) AND m.month > as_of.month - INTERVAL ${MONTHS} MONTH AND m.month <= as_of.month
  ),
  postings AS (SELECT scope, sum(postings)::DOUBLE AS postings FROM (SELECT DISTINCT scope, month, postings FROM recent) GROUP BY scope),
  asks AS (
    SELECT certificate_id, scope, sum(asking)::DOUBLE AS asking, sum(explicit_asking)::DOUBLE AS named FROM recent GROUP BY ALL
  ),
  asked AS (
    SELECT c.certificate_id, p.scope, {'postings': p.postings, 'asking': coalesce(a.asking, 0), 'named': coalesce(a.named, 0)} AS asked
    FROM marts.certificate AS c CROSS JOIN postings AS p LEFT JOIN asks AS a USING (certificate_id, scope)
  ),
  signal AS (
    SELECT * FROM marts.certificate_signal QUALIFY row_number() OVER (PARTITION BY certificate_id ORDER BY as_of DESC) = 1
  ),
  loaded AS (
    SELECT certificate_id, step, year FROM marts.supply_demand
    WHERE region = ${sqlText(region ?? "all")} AND sure
    QUALIFY row_number() OVER (PARTITION BY certificate_id ORDER BY year DESC) = 1
  )
  SELECT c.certificate_id, c.name, c.k12, c.cluster, c.cluster_name, c.parent, c.demand AS kind, c.counted, c.issuer_status,
    CAST(c.retired_on AS VARCHAR) AS retired_on, c.successor, s.status, s.slope_pct_year, s.slope_low, s.slope_high,
    s.employers::DOUBLE AS employers, s.p_below_half, coalesce(e.asked, {'postings': 0, 'asking': 0, 'named': 0}) AS everywhere,
    coalesce(h.asked, {'postings': 0, 'asking': 0, 'named': 0}) AS here, l.step AS loaded_step, l.year::DOUBLE AS loaded_year
  FROM marts.certificate AS c
  LEFT JOIN signal AS s USING (certificate_id)
  LEFT JOIN asked AS e ON e.certificate_id = c.certificate_id AND e.scope = 'all'
  LEFT JOIN asked AS h ON h.certificate_id = c.certificate_id AND h.scope = ${sqlText(scopeOf(region))}
  LEFT JOIN loaded AS l ON l.certificate_id = c.certificate_id
  ORDER BY c.certificate_id`;

/** Every certificate's demand, by id; `here` is the region, or everywhere where none is asked for. */
export const readDemand = async (marts: Marts, region: string | null): Promise<Map<string, Demand>> =>
  new Map((await marts.rows<Demand>(demandSql(region))).map((row) => [row.certificate_id, row]));
