import type { Enclosure } from './feed.ts';
import type { FeedElement } from './namespaces/namespace.ts';
import { readCount } from './read-number.ts';

/** MIME type in lower case without parameters. */
export function plainMimeType(type: string | undefined): string {
  const semicolon = type?.indexOf(';') ?? -1;
  return (semicolon < 0 ? (type ?? '') : type!.slice(0, semicolon)).trim().toLowerCase();
}

/** An enclosure of these attributes; a length of 0 is what publishers write when they do not know. */
export function readEnclosure(
  element: FeedElement,
  names: { url: string; bytes: string },
): Enclosure | undefined {
  const url = element.resolve(element.attributes.get(names.url));
  if (url === undefined) return undefined;
  const type = plainMimeType(element.attributes.get('type'));
  const bytes = readCount(element.attributes.get(names.bytes));
  return bytes === undefined || bytes === 0 ? { url, type } : { url, type, bytes };
}
