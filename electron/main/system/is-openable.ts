const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Whether an address from a feed may be handed to the system: a web page or a letter, without credentials, of sane length. */
export function isOpenable(address: string): boolean {
  if (address.length >= 2048 || !URL.canParse(address)) return false;
  const url = new URL(address);
  return schemes.has(url.protocol) && url.username === '' && url.password === '';
}
