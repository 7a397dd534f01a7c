import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the system hands over: an address to fill in, or a list of shows to read. Never acted on by itself. */
export type HandedOver =
  | { readonly kind: 'address'; readonly address: string }
  /** `file` is an absolute path. */
  | { readonly kind: 'list'; readonly file: string };

const addresses = /^(podcast|feed|itpc|pcast|https?):/i;
const longest = 8192;

/**
 * What a start or a second start was given: the first feed address or list of shows on the command line, or null. A relative
 * path is meant from `folder`, where that start was made; file managers of Linux hand over `file:` addresses.
 */
export function findHandedOver(commandLine: readonly string[], folder: string): HandedOver | null {
  for (const argument of commandLine) {
    if (argument.length > longest || argument.startsWith('-')) continue;
    if (addresses.test(argument)) return { kind: 'address', address: argument };
    const file = /^file:/i.test(argument) ? listOfUrl(argument) : listOfPath(argument, folder);
    if (file !== null) return { kind: 'list', file };
  }
  return null;
}

function listOfPath(argument: string, folder: string): string | null {
  return /\.opml$/i.test(argument) ? path.resolve(folder, argument) : null;
}

/** A host is refused: on Windows it would be another computer, which nobody may make Earmark call. */
function listOfUrl(argument: string): string | null {
  try {
    const url = new URL(argument);
    const file = url.host === '' ? fileURLToPath(url) : '';
    return /\.(opml|xml)$/i.test(file) ? file : null;
  } catch {
    return null;
  }
}
