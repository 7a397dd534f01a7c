import { BlockList, isIP, isIPv4 } from 'node:net';

type Reach = 'public' | 'private' | 'own-computer';

/** This computer and its link: what a name anybody can register must never lead to. */
const ownComputer = new BlockList();
/** The local network and everything else that is no place on the public network (IANA special-purpose registries). */
const privateNetwork = new BlockList();

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

for (const [subnet, bits] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
] as const)
  ownComputer.addSubnet(subnet, bits, 'ipv4');
for (const [subnet, bits] of [
  ['::', 127],
  ['fe80::', 10],
] as const)
  ownComputer.addSubnet(subnet, bits, 'ipv6');
for (const [subnet, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  privateNetwork.addSubnet(subnet, bits, 'ipv4');
for (const [subnet, bits] of [
  ['fc00::', 7],
  ['fec0::', 10],
  ['ff00::', 8],
  ['100::', 64],
  ['2001:db8::', 32],
] as const)
  privateNetwork.addSubnet(subnet, bits, 'ipv6');

/** Where an IP address leads. An IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4) leads where that one does. */
export function reachOf(address: string): Reach {
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  const carried = family === 'ipv6' ? carriedIPv4(address) : null;
  if (carried !== null) return reachOf(carried);
  if (ownComputer.check(address, family)) return 'own-computer';
  return privateNetwork.check(address, family) ? 'private' : 'public';
}

function carriedIPv4(address: string): string | null {
  const groups = groupsOf(address);
  const [first, second, third] = groups;
  const pair = (at: number): string =>
    [groups[at] ?? 0, groups[at + 1] ?? 0].flatMap((group) => [group >> 8, group & 255]).join('.');
  const zeros = groups.slice(0, 5).every((group) => group === 0);
  if (zeros && groups[5] === 0xffff) return pair(6);
  if (first === 0x64 && second === 0xff9b) return pair(6);
  return first === 0x2002 && third !== undefined ? pair(1) : null;
}

/** The eight groups of an IPv6 address. The URL parser gives the canonical form, without dots or zone. */
export function groupsOf(address: string): number[] {
  const canonical = new URL(`http://[${address.split('%')[0] ?? ''}]/`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const read = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => parseInt(group, 16));
  const before = read(head);
  const after = read(tail ?? '');
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/**
 * Whether a connection to `host` may go to `address` (the IP it resolved to). Public addresses always; others only when
 * `home`, the host of the feed itself, is the same host: and a name that anybody could register never reaches this computer.
 */
export function mayConnect(given: { host: string; address: string; home: string | null }): boolean {
  const reach = reachOf(given.address);
  if (reach === 'public') return true;
  if (given.home === null) return false;
  const sameHost = given.host === given.home || (isOwnName(given.host) && isOwnName(given.home));
  return sameHost && (reach === 'private' || isOwnName(given.host));
}

/**
 * Whether a proxy may be asked for `host`. It finds the address of a name itself, so only what can be told from the name is
 * kept from it: private addresses in figures, and names that mean something in one network alone.
 */
export function mayAskProxy({ host, home }: { host: string; home: string | null }): boolean {
  if (isIP(host) !== 0) return mayConnect({ host, address: host, home });
  return !isLocalName(host) || host === home;
}

/** A name that no public server has: of this computer, of its link, of the network it is in (RFC 6761, 6762, 8375). */
export function isLocalName(host: string): boolean {
  const name = host.replace(/\.$/, '');
  return !name.includes('.') || /\.(localhost|local|internal|home\.arpa)$/.test(name);
}

/** A name or an address in figures that this computer alone has. */
export function isOwnName(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return loopback.check(bare, isIPv4(bare) ? 'ipv4' : 'ipv6');
  return bare === 'localhost' || bare.endsWith('.localhost');
}
