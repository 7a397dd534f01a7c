/**
 * Whether two addresses are of one site: `www.radio.example` and `feeds.radio.example` are. A guess by the last parts of their
 * names, without the list of public suffixes; in doubt (`co.uk`) more must be equal.
 */
export function isSameSite(one: string, other: string): boolean {
  const site = siteOf(one);
  return site !== null && site === siteOf(other);
}

function siteOf(address: string): string | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  if (/^[\d.]+$|:/.test(hostname)) return hostname;
  const parts = hostname.replace(/\.$/, '').split('.');
  const [second = '', first = ''] = parts.slice(-2);
  const isSharedEnding = second.length <= 3 && first.length === 2;
  return parts.slice(isSharedEnding ? -3 : -2).join('.');
}
