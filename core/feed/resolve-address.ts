const longestAddress = 8192;
/** `earmark:` addresses have no host, so the URL standard resolves nothing against them; this one stands in for it. */
const sampleScheme = 'earmark:';
const sampleStandIn = 'http://earmark.invalid/';

const webAddress = /^https?:\/\//i;
const absoluteScheme = /^[a-z][a-z0-9+.-]*:/i;
/** What the URL standard would not change but for capitals; nearly all addresses are, and the parser is slow. */
const plainWebAddress = /^https?:\/\/[a-zA-Z0-9][^\s\\<>"^`{|}]*$/;

/**
 * The absolute http(s) address of a reference found in a feed at `base` (RFC 3986 section 5, as the URL standard does it).
 * `undefined` for what is not an address, is too long, or leads anywhere but the web; only the sample show, whose own
 * address is `earmark:…`, may lead to `earmark:…`.
 */
export function resolveAddress(reference: string, base: string): string | undefined {
  const trimmed = reference.trim();
  if (trimmed === '' || trimmed.length > longestAddress) return undefined;
  if (plainWebAddress.test(trimmed)) return trimmed;
  return base.startsWith(sampleScheme) ? resolveInSample(trimmed, base) : resolveOnWeb(trimmed, base);
}

/** An address as the feed gives it, for lists that offer a choice of transports (ipfs:, torrents); never local ones. */
export function resolveAnyTransport(reference: string, base: string): string | undefined {
  const trimmed = reference.trim();
  const isForeign = /^(?:ipfs|ipns|magnet|ftp|onion):/i.test(trimmed) && trimmed.length <= longestAddress;
  return isForeign ? trimmed : resolveAddress(trimmed, base);
}

function resolveOnWeb(reference: string, base: string): string | undefined {
  if (absoluteScheme.test(reference) && !/^https?:/i.test(reference)) return undefined;
  const resolved = parseAddress(reference, base);
  return resolved !== undefined && webAddress.test(resolved) ? resolved : undefined;
}

function resolveInSample(reference: string, base: string): string | undefined {
  if (reference.startsWith(sampleScheme)) return reference;
  const resolved = resolveOnWeb(reference, sampleStandIn + base.slice(sampleScheme.length));
  return resolved?.startsWith(sampleStandIn) === true
    ? sampleScheme + resolved.slice(sampleStandIn.length)
    : resolved;
}

function parseAddress(reference: string, base: string): string | undefined {
  try {
    return (base === '' ? new URL(reference) : new URL(reference, base)).href;
  } catch {
    return undefined;
  }
}
