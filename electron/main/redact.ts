const address = /\b([a-z][a-z0-9+.-]*):\/\/([^\s"'<>]+)/gi;

/** Text fit for a log: addresses lose credentials, query and fragment, where feeds carry their subscribers' secrets. */
export function redact(text: string): string {
  return text.replace(address, (_whole, scheme: string, rest: string) => {
    const authorityEnd = rest.search(/[/?#]/);
    const authority = authorityEnd < 0 ? rest : rest.slice(0, authorityEnd);
    const pathOnwards = authorityEnd < 0 ? '' : rest.slice(authorityEnd);
    const host = authority.slice(authority.lastIndexOf('@') + 1);
    const secretStart = pathOnwards.search(/[?#]/);
    return `${scheme}://${host}${secretStart < 0 ? pathOnwards : `${pathOnwards.slice(0, secretStart)}?…`}`;
  });
}
