import type { Paragraph, Sentence, Transcript, Word } from '../transcript/transcript.ts';

/** A sentence, or a part of a long one, as subtitles show it. `words` have offsets into `text`. */
export interface Caption {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly speaker: string | undefined;
  readonly words: readonly Word[];
}

/** Two lines of 42 letters: what fits under a picture and is read in time. */
const longest = 84;

/** The text as captions, in reading order. Sentences without times are left out: a caption has to say when. */
export function* captionsOf({ paragraphs }: Pick<Transcript, 'paragraphs'>): Generator<Caption> {
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph.sentences) {
      for (const part of partsOf(sentence)) {
        const caption = captionOf(paragraph, part);
        if (caption !== null) yield caption;
      }
    }
  }
}

interface Part extends Pick<Sentence, 'start' | 'end' | 'startMs' | 'endMs'> {
  readonly words: readonly Word[];
}

/** A long sentence in parts of about equal length, if each word that would begin one has a time. */
function partsOf(sentence: Sentence): Part[] {
  const { start, end, words } = sentence;
  const count = Math.ceil((end - start) / longest);
  if (count <= 1 || words.some((word) => word.startMs === undefined)) return [sentence];
  const parts: Part[] = [];
  let from = 0;
  for (let at = 1; at <= words.length; at += 1) {
    const next = words[at];
    const begin = from === 0 ? start : (words[from]?.start ?? start);
    const isFull = next !== undefined && next.end - begin > (end - start) / count;
    if (next !== undefined && !isFull) continue;
    const own = words.slice(from, at);
    parts.push({
      start: begin,
      end: next === undefined ? end : next.start,
      startMs: from === 0 ? sentence.startMs : own[0]?.startMs,
      endMs: next === undefined ? sentence.endMs : own.at(-1)?.endMs,
      words: own,
    });
    from = at;
  }
  return parts;
}

function captionOf({ text, speaker }: Paragraph, part: Part): Caption | null {
  const { startMs } = part;
  const said = text.slice(part.start, part.end).trimEnd();
  if (startMs === undefined || said === '') return null;
  return {
    startMs,
    // Zero length is shown by no player, and forbidden by WebVTT.
    endMs: Math.max(part.endMs ?? startMs, startMs + 1),
    text: said,
    speaker,
    words: part.words.map((word) => ({
      ...word,
      start: word.start - part.start,
      end: word.end - part.start,
    })),
  };
}
