import type { Certificate } from "../../models/certificate.js";
import type { Demand } from "./demand.js";
import { FEWEST_ASKS } from "./verdict.js";

/** A certificate that is not on the list, and how often postings name it. */
export interface Suggestion {
  id: string;
  name: string;
  named: number;
  postings: number;
  status: string | null;
}

export interface Lacks {
  cluster: string;
  certificates: Suggestion[];
}

type Certificates = ReadonlyMap<string, Certificate>;

const MOST = 3;

const ancestors = (certificates: Certificates, id: string): string[] => {
  const parent = certificates.get(id)?.parent ?? null;
  return parent === null ? [] : [parent, ...ancestors(certificates, parent)];
};

const namedOf = ({ here, everywhere }: Demand): { named: number; postings: number } =>
  here.named >= FEWEST_ASKS ? here : everywhere;

const FALLING = new Set(["fading", "obsolescent", "retired by issuer"]);

/**
 * What could be offered: single certificates (no families) that schools may teach, that postings name often enough, that do not
 * fall, and that the list does not hold, by itself or by its family. Named demand only, so that kinds are not mixed.
 */
export const offerable = (
  demand: ReadonlyMap<string, Demand>,
  listed: ReadonlySet<string>,
  certificates: Certificates,
): Demand[] => {
  const families = new Set([...certificates.values()].flatMap(({ parent }) => parent ?? []));
  const successors = new Set([...listed].flatMap((id) => certificates.get(id)?.successor ?? []));
  const fits = ({ certificate_id: id, counted, k12, issuer_status, status }: Demand): boolean =>
    counted &&
    k12 !== "no" &&
    !families.has(id) &&
    !listed.has(id) &&
    !ancestors(certificates, id).some((family) => listed.has(family)) &&
    (issuer_status === null || issuer_status === "active" || successors.has(id)) &&
    !FALLING.has(status ?? "");
  return [...demand.values()]
    .filter((one) => fits(one) && namedOf(one).named >= FEWEST_ASKS)
    .sort((a, b) => namedShare(b) - namedShare(a) || (a.certificate_id < b.certificate_id ? -1 : 1));
};

const namedShare = (demand: Demand): number => namedOf(demand).named / namedOf(demand).postings;

const suggestion = (demand: Demand): Suggestion => ({
  id: demand.certificate_id,
  name: demand.name,
  status: demand.status,
  ...{ named: namedOf(demand).named, postings: namedOf(demand).postings },
});

/** Certificates of the same cluster that serve one of the same occupations, the most often named first. */
export const alternativesTo = (id: string, offers: readonly Demand[], certificates: Certificates): Suggestion[] => {
  const own = certificates.get(id);
  if (own === undefined) return [];
  const serves = (other: string): boolean => certificates.get(other)?.soc.some((soc) => own.soc.includes(soc)) ?? false;
  return offers
    .filter(({ certificate_id, cluster }) => cluster === own.cluster && serves(certificate_id))
    .slice(0, MOST)
    .map(suggestion);
};

/** The most often named certificates of the clusters that the list touches. */
export const lacksOf = (matched: readonly Demand[], offers: readonly Demand[]): Lacks[] => {
  const clusters = new Map(matched.map(({ cluster, cluster_name }) => [cluster, cluster_name ?? cluster]));
  return [...clusters]
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([cluster, name]) => ({
      cluster: name,
      certificates: offers
        .filter((offer) => offer.cluster === cluster)
        .slice(0, MOST)
        .map(suggestion),
    }))
    .filter(({ certificates }) => certificates.length > 0);
};
