const prefixes = /^(podcast|feed|itpc|pcast):/i;

/**
 * What the system handed over at start, by a second start or by an opened link or file: a feed address, or the path of an
 * .opml file as a `file:` address, fit to fill in the dialog. Null when there is none. Never acts by itself.
 */
export function handedOverAddress(
  commandLine: readonly string[],
  toFileUrl: (path: string) => string,
): string | null {
  for (const argument of commandLine) {
    if (argument.length > 8192 || argument.startsWith('-')) continue;
    if (prefixes.test(argument)) return argument;
    if (/\.opml$/i.test(argument)) return toFileUrl(argument);
  }
  return null;
}
