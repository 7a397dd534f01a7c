import type { Paragraph, Transcript } from './transcript.ts';

/** A sentence of a transcript by its indexes. */
export interface SentencePlace {
  readonly paragraph: number;
  readonly sentence: number;
}

type Paragraphs = Pick<Transcript, 'paragraphs'>;

/**
 * The sentences of `other` that stand beside each paragraph of `text`, every one once and in their order: those said in its time
 * where both have times; else paragraph by paragraph where there are as many; else by how far into its text each sentence is.
 */
export function pairSentences(text: Paragraphs, other: Paragraphs): SentencePlace[][] {
  const rows: SentencePlace[][] = text.paragraphs.map(() => []);
  if (rows.length === 0) return rows;
  const rowOf = chooseRows(text.paragraphs, other.paragraphs);
  let last = 0;
  other.paragraphs.forEach(({ sentences }, paragraph) => {
    sentences.forEach((_, sentence) => {
      last = Math.max(last, Math.min(rowOf(paragraph, sentence), rows.length - 1));
      rows[last]?.push({ paragraph, sentence });
    });
  });
  return rows;
}

type RowOf = (paragraph: number, sentence: number) => number;

function chooseRows(text: readonly Paragraph[], other: readonly Paragraph[]): RowOf {
  if (isTimed(text) && isTimed(other)) return rowsByTime(text, other);
  return text.length === other.length ? (paragraph) => paragraph : rowsByShare(text, other);
}

function isTimed(paragraphs: readonly Paragraph[]): boolean {
  return paragraphs.some(({ startMs }) => startMs !== undefined);
}

/** A sentence without a time follows the one before it. */
function rowsByTime(text: readonly Paragraph[], other: readonly Paragraph[]): RowOf {
  const starts: number[] = [];
  for (const { startMs } of text) starts.push(startMs ?? starts.at(-1) ?? 0);
  return (paragraph, sentence) => {
    const { startMs, endMs } = other[paragraph]?.sentences[sentence] ?? {};
    return startMs === undefined ? 0 : lastAtOrBefore(starts, (startMs + (endMs ?? startMs)) / 2);
  };
}

function rowsByShare(text: readonly Paragraph[], other: readonly Paragraph[]): RowOf {
  const starts = sharesOf(text);
  const otherStarts = sharesOf(other);
  const letters = lettersOf(other);
  return (paragraph, sentence) => {
    const { start = 0, end = 0 } = other[paragraph]?.sentences[sentence] ?? {};
    const middle = (otherStarts[paragraph] ?? 0) + (start + end) / 2 / letters;
    return lastAtOrBefore(starts, middle);
  };
}

/** Where each paragraph begins, 0 to 1 of the whole. */
function sharesOf(paragraphs: readonly Paragraph[]): number[] {
  const letters = lettersOf(paragraphs);
  let before = 0;
  return paragraphs.map(({ text }) => {
    const share = before / letters;
    before += text.length;
    return share;
  });
}

function lettersOf(paragraphs: readonly Paragraph[]): number {
  return Math.max(
    1,
    paragraphs.reduce((sum, { text }) => sum + text.length, 0),
  );
}

/** Index of the last value ≤ `wanted` of an ascending list; 0 before the first. */
function lastAtOrBefore(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
