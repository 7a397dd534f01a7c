import { parseDate } from '../feed/parse-date.ts';
import type { NamedFile } from './folder-file.ts';

export interface DatedFile extends NamedFile {
  /** Ms since the epoch: its place in lists. */
  readonly publishedAt: number;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
/** A date with a day in it: a bare year would put every file on New Year's Day. */
const hasDay = /^\d{4}-?\d{2}-?\d{2}/;

/**
 * When each file is taken to be published: as its tags say, else its name, else when it was last changed. Where most files
 * have a number and none of them a date, they are parts in a row (an audiobook, a course): the first stands on top, and
 * all count as published when the folder was added.
 */
export function orderFiles(
  files: readonly NamedFile[],
  addedAt: number,
): { files: DatedFile[]; isSerial: boolean } {
  const dated = files.map((file) => ({ file, date: dateOf(file) }));
  const numbered = files.filter((file) => numberOf(file) !== undefined).length;
  const isSerial =
    numbered * 5 >= files.length * 4 &&
    dated.filter(({ date }) => date !== undefined).length * 5 <= files.length;
  if (isSerial && files.length > 0) {
    const inRow = [...files].sort(byPlace);
    return { isSerial, files: inRow.map((file, at) => ({ ...file, publishedAt: addedAt - at * 1000 })) };
  }
  const withDates = dated.map(({ file, date }) => ({
    ...file,
    publishedAt: date ?? Math.round(file.about.source.modifiedAt),
  }));
  withDates.sort((one, other) => other.publishedAt - one.publishedAt || byPlace(one, other));
  return { files: withDates, isSerial: false };
}

/** Number within its disc or book, by tags, else by name. */
export function numberOf({ about, named }: NamedFile): number | undefined {
  return about.tags.track ?? named.number;
}

function dateOf({ about, named }: NamedFile): number | undefined {
  const { date = '' } = about.tags;
  return (hasDay.test(date) ? parseDate(date) : undefined) ?? named.publishedAt;
}

/** As one would lay them in a row: by sub-folder, disc, number, then name. */
function byPlace(one: NamedFile, other: NamedFile): number {
  const directory = (file: NamedFile): string => file.name.slice(0, Math.max(0, file.name.lastIndexOf('/')));
  const far = Number.MAX_SAFE_INTEGER;
  return (
    collator.compare(directory(one), directory(other)) ||
    (one.about.tags.disc ?? 0) - (other.about.tags.disc ?? 0) ||
    (numberOf(one) ?? far) - (numberOf(other) ?? far) ||
    collator.compare(one.name, other.name)
  );
}
