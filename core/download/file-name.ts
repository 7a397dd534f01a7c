/** Together with the folder above and an ending of our own this stays under every system's 255 bytes for one name. */
const maximumBytes = 180;
/** Names Windows keeps for devices, with or without an ending. */
const reserved = /^(con|conin\$|conout\$|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Control characters, and the invisible ones that turn or hide text: a name must be what it looks like. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu;
const illegal = /[<>:"/\\|?*]/g;

/**
 * Where a finished episode goes, relative to the download folder: `Show/2026-11-22 Title.mp3`. Legal on Windows, macOS and
 * Linux, readable, and different from every name in `taken` (compared as case-insensitive systems do).
 */
export function episodeFileName(given: {
  podcastTitle: string;
  episodeTitle: string;
  /** ms since the epoch. */
  publishedAt?: number | undefined;
  /** With its dot, such as `.mp3`. */
  extension: string;
  taken: (comparableName: string) => boolean;
}): string {
  const folder = namePart(given.podcastTitle, 'Podcast');
  return freeFileName(`${folder}/${episodeBaseName(given)}${given.extension}`, given.taken);
}

/** `2026-11-22 Title`: the name of what belongs to an episode, legal on every system, without ending. */
export function episodeBaseName(given: {
  readonly episodeTitle: string;
  readonly publishedAt?: number | undefined;
}): string {
  const date = given.publishedAt === undefined ? '' : `${dayOf(given.publishedAt)} `;
  return namePart(`${date}${given.episodeTitle.trim() || 'Episode'}`, 'Episode');
}

/** The name, or the first of `name (2)`, `name (3)` … that is free. */
export function freeFileName(name: string, taken: (comparableName: string) => boolean): string {
  const extension = /\.[^./ ]{1,8}$/.exec(name)?.[0] ?? '';
  const base = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number++) {
    const one = number === 1 ? name : `${base} (${number})${extension}`;
    if (!taken(comparableFileName(one))) return one;
  }
}

/** Whether a name read from a file stays inside the download folder: what is on a drive may have been written by anybody. */
export function isInnerName(name: string): boolean {
  return !/^[/\\]|^[a-z]:|\0/i.test(name) && !name.split(/[/\\]/).includes('..');
}

/** Two names that are equal in this form may be one file on some system. */
export function comparableFileName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function namePart(text: string, otherwise: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(invisible, '')
    .replace(illegal, ' ')
    .replace(/\s+/g, ' ');
  const cut = withinBytes(clean.trim()).replace(/^[. ]+|[. ]+$/g, '');
  if (cut === '') return otherwise;
  return reserved.test(cut) ? `_${cut}` : cut;
}

function withinBytes(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const letter of text) {
    bytes += utf8Length(letter.codePointAt(0) ?? 0);
    if (bytes > maximumBytes) return kept;
    kept += letter;
  }
  return kept;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

function dayOf(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
