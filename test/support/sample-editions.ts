type Row = Record<string, unknown>;

const DAYS = ["2024-11-30", "2024-12-15"];

const ahead = (signal: Row): Row[] =>
  [12, 24, 36, 48, 60, 72].map((months_ahead) => {
    const share = (signal.peak_share as number) * (1 + (signal.slope_pct_year as number) / 100) ** (months_ahead / 24);
    const width = 0.06 * Math.sqrt(months_ahead / 12);
    return {
      certificate_id: signal.certificate_id,
      months_ahead,
      month: `${2024 + months_ahead / 12}-12-01`,
      share,
      low_80: share * (1 - width),
      high_80: share * (1 + width),
      low_95: share * (1 - 1.6 * width),
      high_95: share * (1 + 1.6 * width),
      p_below_half: 0.04,
    };
  });

function revision(signal: Row, index: number): Row {
  const share_now = (signal.share_now as number | null) ?? 0;
  const share_before = index % 4 === 0 ? share_now : share_now * 0.96;
  return {
    certificate_id: signal.certificate_id,
    vintage_before: DAYS[0],
    vintage: DAYS[1],
    status_before: signal.status === "growing" ? "stable" : signal.status,
    status: signal.status,
    share_before,
    share_now,
    share_change: share_now - share_before,
    slope_before: signal.slope_pct_year,
    slope_pct_year: signal.slope_pct_year,
    postings_added: 14_000,
    evidence_added: index % 4 === 0 ? 0 : 7,
    causes: index % 4 === 0 && signal.status !== "growing" ? [] : ["months went by", "more postings"],
  };
}

/** A certificate whose name is hostile moved most. */
const HOSTILE: Row = {
  ...revision({ certificate_id: "w-hostile", status: "stable", share_now: 0.5, slope_pct_year: null }, 1),
  share_before: 0.1,
  share_change: 0.4,
};

const ranking = (signal: Row, index: number): Row => ({
  certificate_id: signal.certificate_id,
  kind: signal.kind,
  asking: signal.evidence,
  rank: index + 1,
  rank_explicit: index + 1,
  rank_skill: index + 2,
  rank_licence: null,
  rank_weighted: index + 3,
  rank_copies: index + 1,
  rank_entry: index + 9,
  rank_24: index + 1,
  rank_36: index + 1,
  flips: index % 2 === 0,
});

const succession = (month: Row): Row => ({
  certificate_id: month.certificate_id,
  month: month.month,
  postings: month.postings,
  asking: (month.asking as number) + 6,
  own: month.asking,
  before: 6,
});

/** Horizons, places, a line of succession (CCNA), and two editions of which the later calls some growing that were stable. */
export function sampleEditions(signals: readonly Row[], months: readonly Row[]): Record<string, Row[]> {
  const trends = signals.filter(
    ({ status, slope_pct_year }) => status !== "insufficient evidence" && slope_pct_year !== null,
  );
  const named = signals.filter(({ evidence }) => (evidence as number) > 0);
  return {
    certificate_horizon: trends.flatMap(ahead),
    certificate_ranking: named.map(ranking),
    revision: [...signals.filter(({ certificate_id }) => certificate_id !== "w-hostile").map(revision), HOSTILE],
    vintage: DAYS.flatMap((vintage) =>
      signals.map(({ certificate_id, as_of, kind, status, share_now }) => ({
        vintage,
        certificate_id,
        as_of,
        kind,
        status,
        share_now,
        postings: 690_000,
      })),
    ),
    succession_month: months
      .filter(({ certificate_id, scope }) => certificate_id === "cisco-ccna" && scope === "all")
      .map(succession),
  };
}
