import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Networks that are not of the public internet (IANA's special-purpose registries); this machine's own stand apart. */
const INNER_V4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const;

/** Of IPv6 only global unicast (2000::/3) is public, and of that not the ranges for documentation and tunnels. */
const INNER_V6 = [
  ["::", 3],
  ["4000::", 2],
  ["8000::", 1],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const listOf = (networks: readonly (readonly [string, number])[], family: "ipv4" | "ipv6"): BlockList => {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
};

// One list a family: a list of both takes an IPv4 address for its IPv4-mapped form, which lies in ::/3.
const innerV4 = listOf(INNER_V4, "ipv4");
const innerV6 = listOf(INNER_V6, "ipv6");
const loopbackV4 = listOf([["127.0.0.0", 8]], "ipv4");

const isLoopbackAddress = (address: string): boolean =>
  isIP(address) === 4 ? loopbackV4.check(address, "ipv4") : address === "::1";
const isInnerAddress = (address: string): boolean =>
  isIP(address) === 4 ? innerV4.check(address, "ipv4") : innerV6.check(address, "ipv6");

/** A URL's hostname without the brackets of IPv6 and the dot of the root. */
export const bareHost = (hostname: string): string =>
  hostname
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();

const isLoopbackName = (host: string): boolean => host === "localhost" || host.endsWith(".localhost");

/** Names that only a private network resolves (RFC 6762, RFC 8375, ICANN's `internal`, cloud metadata services). */
const INNER_NAME = /(^|\.)(local|internal|intranet|lan|home\.arpa|localdomain)$/;

/** True for this machine, by name or number. */
export const isLoopbackHost = (hostname: string): boolean => {
  const host = bareHost(hostname);
  return isIP(host) === 0 ? isLoopbackName(host) : isLoopbackAddress(host);
};

/** True for loopback, link-local, private and other addresses that are not of the public internet, by name or number. */
export const isPrivateHost = (hostname: string): boolean => {
  const host = bareHost(hostname);
  if (isIP(host) === 0) return isLoopbackName(host) || INNER_NAME.test(host) || !host.includes(".");
  return isLoopbackAddress(host) || isInnerAddress(host);
};

/** A connection would have gone to an address that is not of the public internet. */
export class PrivateAddressError extends Error {
  override name = "PrivateAddressError";
  readonly code = "EPRIVATE";
}

/** Which private hosts may be asked: this machine's with `--allow-loopback`, others where a source names them itself. */
export interface Leave {
  loopback: boolean;
  /** Hostnames. */
  named: ReadonlySet<string>;
}

/** Why a hostname may not be asked, or null where it may. */
export const privateRefusal = (hostname: string, leave: Leave): string | null => {
  if (!isPrivateHost(hostname)) return null;
  if (leave.loopback && (isLoopbackHost(hostname) || leave.named.has(bareHost(hostname)))) return null;
  return `${hostname} is a loopback or private address${leave.loopback ? " that no source names" : ", which needs --allow-loopback"}`;
};

const refusedAddress = (hostname: string, addresses: LookupAddress[], leave: Leave): PrivateAddressError | null => {
  if (leave.named.has(bareHost(hostname)) && leave.loopback) return null;
  const inside = addresses.find(
    ({ address }) => isInnerAddress(address) || (isLoopbackAddress(address) && !leave.loopback),
  );
  return inside ? new PrivateAddressError(`${hostname} resolves to the private address ${inside.address}`) : null;
};

/**
 * Name resolution for connections: a public name that resolves to a private address (DNS rebinding) is refused at the
 * moment of connecting, when no second answer can change it any more.
 */
export const guardedLookup =
  (leave: Leave): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = error ?? refusedAddress(hostname, addresses, leave);
      if (refused) return callback(refused, "", 0);
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      callback(first ? null : new Error(`${hostname} has no address`), first?.address ?? "", first?.family);
    });
  };
