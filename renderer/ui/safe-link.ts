const schemes = new Set(['http:', 'https:', 'mailto:']);

/** The address as the system's browser may open it, or `null`: http, https and mailto, no credentials, under 2,048 characters. */
export function safeLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const harmless = schemes.has(url.protocol) && url.username === '' && url.password === '';
  return harmless && url.href.length < 2048 ? url.href : null;
}
