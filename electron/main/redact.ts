/** A part of a path that looks like a key to a private feed: long, with letters and digits and no words in it. */
const key = /(?<=\/)(?=[^/]*\d)[A-Za-z0-9_~.-]{16,}(?=\/|$)/g;
const address = /\b([a-z][a-z0-9+.-]*):\/\/([^\s"'<>]+)/gi;

/** Text fit for a log: addresses lose credentials, query, fragment and keys, where feeds carry their subscribers' secrets. */
export function redact(text: string): string {
  return text.replace(address, (_whole, scheme: string, rest: string) => {
    const authorityEnd = rest.search(/[/?#]/);
    const authority = authorityEnd < 0 ? rest : rest.slice(0, authorityEnd);
    const pathOnwards = authorityEnd < 0 ? '' : rest.slice(authorityEnd);
    const host = authority.slice(authority.lastIndexOf('@') + 1);
    const secretStart = pathOnwards.search(/[?#]/);
    const way = secretStart < 0 ? pathOnwards : pathOnwards.slice(0, secretStart);
    return `${scheme}://${host}${way.replace(key, '…')}${secretStart < 0 ? '' : '?…'}`;
  });
}
