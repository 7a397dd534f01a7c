/** A form in which addresses of one feed are equal: http and https, a trailing slash, letter case of the host, a fragment make no difference. */
export function comparableAddress(address: string): string {
  try {
    const { protocol, host, pathname, search } = new URL(address);
    if (protocol !== 'http:' && protocol !== 'https:') return address;
    return host + pathname.replace(/\/+$/, '') + search;
  } catch {
    return address;
  }
}
