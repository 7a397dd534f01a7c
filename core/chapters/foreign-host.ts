/**
 * Name of the server that would learn of the listener if `url` were fetched or opened; `null` if it is one of those the
 * episode comes from anyway (`known`: addresses of the feed, the audio, the cover), or no server at all. The podcast
 * namespace asks players to let the listener decide before a chapters file sends them to strangers.
 */
export function foreignHost(url: string, known: readonly (string | null | undefined)[]): string | null {
  const host = hostOf(url);
  if (host === null) return null;
  return known.some((each) => hostOf(each ?? '') === host) ? null : host;
}

function hostOf(address: string): string | null {
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).host : null;
}
