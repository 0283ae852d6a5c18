import type { Expected } from "../../charts/fan.js";
import type { Counted } from "../../series.js";

/** What the signal says beside its status: shares are fractions over the last 12 months, each with its 95 % interval. */
export interface Detail {
  certificate_id: string;
  /** First month of the latest change of level or slope; null where one line fits or the series is short. */
  change_month: string | null;
  peak_share: number | null;
  share_now: number | null;
  share_now_low: number | null;
  share_now_high: number | null;
  share_corrected: number | null;
  share_corrected_low: number | null;
  share_corrected_high: number | null;
  share_shrunk: number | null;
  share_shrunk_low: number | null;
  share_shrunk_high: number | null;
}

export const DETAIL_SQL = `
  SELECT certificate_id, CAST(change_month AS VARCHAR) AS change_month, peak_share, share_now, share_now_low, share_now_high,
    share_corrected, share_corrected_low, share_corrected_high, share_shrunk, share_shrunk_low, share_shrunk_high
  FROM marts.certificate_signal`;

/** The share expected over the 12 months that end with `date`. */
export interface Ahead extends Expected {
  /** Probability that it is below half of the last 12 months' share. */
  p_below_half: number;
}

export interface HorizonRow {
  certificate_id: string;
  ahead: Ahead[];
}

export const HORIZON_SQL = `
  SELECT certificate_id, list({'months': months_ahead::DOUBLE, 'date': CAST(month AS VARCHAR), 'share': share, 'low_80': low_80,
    'high_80': high_80, 'low_95': low_95, 'high_95': high_95, 'p_below_half': p_below_half} ORDER BY months_ahead) AS ahead
  FROM marts.certificate_horizon GROUP BY certificate_id`;

/** Ranks by asks of the last 12 months: 1 is most; null where nothing was asked. */
export interface Ranking {
  certificate_id: string;
  kind: string;
  rank: number | null;
  rank_explicit: number | null;
  rank_skill: number | null;
  rank_licence: number | null;
  rank_weighted: number | null;
  rank_copies: number | null;
  rank_entry: number | null;
  rank_24: number | null;
  rank_36: number | null;
  flips: boolean;
  /** How many certificates have a rank in the same kind. */
  ranked: number;
}

export const RANKING_SQL = `
  SELECT certificate_id, kind, rank, rank_explicit, rank_skill, rank_licence, rank_weighted, rank_copies, rank_entry, rank_24, rank_36,
    flips, count(rank) OVER ()::DOUBLE AS ranked
  FROM marts.certificate_ranking`;

/** A month of a line of succession: asks for the certificate or for one that it followed, each posting once. */
export type Succession = Counted & { own: number };

export interface SuccessionRow {
  certificate_id: string;
  months: Succession[];
}

export const SUCCESSION_SQL = `
  SELECT certificate_id, list({'date': CAST(month AS VARCHAR), 'postings': postings::DOUBLE, 'asking': asking::DOUBLE,
    'own': own::DOUBLE} ORDER BY month) AS months
  FROM marts.succession_month GROUP BY certificate_id`;
