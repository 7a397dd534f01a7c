import type { ExportWords } from './export-words.ts';
import { highlightLink } from './highlight-link.ts';
import type { TextHighlight } from './highlight.ts';

type Cell = (
  highlight: TextHighlight,
  words: Pick<ExportWords, 'time'>,
) => string | number | null | undefined;

/**
 * Names of columns stay English: programs look for them. Addresses of feeds and audio are left out, because those of private
 * feeds let in whoever has them; a link to the audio stands there only when there is no page.
 */
const columns: readonly (readonly [name: string, cell: Cell])[] = [
  ['quote', ({ quote }) => quote],
  ['note', ({ note }) => note],
  ['tags', ({ tags }) => tags.join(', ')],
  ['colour', ({ colour }) => colour],
  ['show', ({ origin }) => origin.show],
  ['episode', ({ origin }) => origin.episode],
  ['author', ({ origin }) => origin.author],
  ['published', ({ origin }) => isoTime(origin.publishedAt)],
  ['time', ({ startMs }, { time }) => (startMs === undefined ? undefined : time(startMs))],
  ['start_ms', ({ startMs }) => startMs],
  ['end_ms', ({ endMs }) => endMs],
  ['link', highlightLink],
  ['created', ({ createdAt }) => isoTime(createdAt)],
  ['changed', ({ updatedAt }) => isoTime(updatedAt)],
];

/** Spreadsheets take UTF-8 for another encoding without it. */
const byteOrderMark = '\ufeff';
/** What a spreadsheet would reckon instead of show (OWASP, "CSV Injection"). */
const looksLikeFormula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Highlights as a table by RFC 4180: CRLF, quoted where needed. Cells that begin like a formula get an apostrophe in front. */
export function writeCsv(highlights: readonly TextHighlight[], words: Pick<ExportWords, 'time'>): string {
  const rows = highlights.map((highlight) => columns.map(([, cell]) => cell(highlight, words)));
  const lines = [columns.map(([name]) => name), ...rows].map((row) => row.map(writeCell).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function writeCell(value: string | number | null | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = looksLikeFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isoTime(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
