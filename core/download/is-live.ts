/**
 * Whether an answer without a length is a broadcast, which has no end: servers of radio name themselves, or speak of the
 * station in headers of their own (`icy-name`, `icy-br` …), as SHOUTcast and Icecast do.
 */
export function isLive(headers: Readonly<Record<string, string | readonly string[] | undefined>>): boolean {
  const { server, 'content-length': length } = headers;
  if (length !== undefined) return false;
  const isRadio = /\b(?:icecast|shoutcast|dnas)\b/i.test(String(server ?? ''));
  return isRadio || Object.keys(headers).some((name) => name.startsWith('icy-'));
}
