/** What the name of an audio file tells of the episode. */
export interface NameFacts {
  readonly title: string;
  /** Ms since the epoch, midnight UTC. */
  readonly publishedAt?: number;
  readonly number?: number;
}

/** `2026-11-22 Title`, `20261122_Title`, `22.11.2026 Title`. */
const yearFirst = /(?<!\d)((?:19|20)\d\d)([-._ ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/;
const dayFirst = /(?<!\d)(0[1-9]|[12]\d|3[01])([-._])(0[1-9]|1[0-2])\2((?:19|20)\d\d)(?!\d)/;
/** `012 - Title`, `12. Title`, `#12 Title`, `S02E12 Title`, `Episode 12 - Title`, `Выпуск 12. Title`. */
const numberBefore =
  /^(?:(?:episode|ep\.?|выпуск|серия|глава|chapter|part|часть|track)\s*)?(?:s\d{1,2}\s*e|#|№)?\s*(\d{1,4})(?=$|[\s._)\]–—-])[\s._)\]–—-]*/i;

/** Reads a file name without its ending. What is read is not in the title again, unless nothing else is. */
export function nameFacts(baseName: string): NameFacts {
  const plain = tidy(baseName);
  const [found, publishedAt] = dateIn(plain);
  const withoutDate = found === '' ? plain : tidy(plain.replace(found, ' '));
  const [prefix = '', digits] = numberBefore.exec(withoutDate) ?? [];
  const rest = tidy(withoutDate.slice(prefix.length));
  const number = digits === undefined ? undefined : Number(digits);
  return {
    title: rest || withoutDate || plain || baseName,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(number !== undefined && { number }),
  };
}

function dateIn(name: string): [found: string, at: number | undefined] {
  const first = yearFirst.exec(name);
  if (first) return [first[0], dayAt(first[1]!, first[3]!, first[4]!)];
  const last = dayFirst.exec(name);
  return last ? [last[0], dayAt(last[4]!, last[3]!, last[1]!)] : ['', undefined];
}

function dayAt(...[year, month, day]: [string, string, string]): number | undefined {
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // 31 February is no day: JavaScript would make one of March of it.
  return new Date(at).getUTCDate() === Number(day) ? at : undefined;
}

/** Underscores for blanks, and what is left over of separators at the ends. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,–—-]+|[\s,–—-]+$/g, '');
}
