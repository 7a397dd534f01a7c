import type { Chapter } from '../../core/feed/feed.ts';
import type { Paragraph, Sentence, Transcript } from '../../core/transcript/transcript.ts';

/** A sentence that begins this long before a chapter is taken for its first: people set chapters by ear. */
const slackMs = 1500;

/** Breaks paragraphs where a listed chapter begins inside them, at the nearest sentence, so that its heading can stand there. */
export function splitAtChapters(transcript: Transcript, chapters: readonly Chapter[]): Transcript {
  const starts = chapters.filter((chapter) => chapter.listed).map((chapter) => chapter.startMs);
  if (transcript.timing === 'none' || starts.length === 0) return transcript;
  return {
    ...transcript,
    paragraphs: transcript.paragraphs.flatMap((paragraph) => split(paragraph, starts)),
  };
}

function split(paragraph: Paragraph, starts: readonly number[]): Paragraph[] {
  const firsts = starts.flatMap((startMs) => {
    const { startMs: begin, endMs: end } = paragraph;
    if (begin === undefined || end === undefined || startMs <= begin || startMs >= end) return [];
    const first = paragraph.sentences.findIndex(
      (sentence) => sentence.startMs !== undefined && sentence.startMs >= startMs - slackMs,
    );
    return first > 0 ? [first] : [];
  });
  const edges = [0, ...new Set(firsts.sort((a, b) => a - b)), paragraph.sentences.length];
  if (edges.length === 2) return [paragraph];
  return edges.slice(1).map((end, at) => part(paragraph, edges[at] ?? 0, end));
}

/** Some sentences of a paragraph as a paragraph of their own, offsets counted anew. */
function part(paragraph: Paragraph, from: number, to: number): Paragraph {
  const sentences = paragraph.sentences.slice(from, to);
  const [first, last] = [sentences[0], sentences.at(-1)];
  const start = from === 0 ? 0 : (first?.start ?? 0);
  const end = to === paragraph.sentences.length ? paragraph.text.length : (last?.end ?? 0);
  const { speaker, heading } = paragraph;
  return {
    text: paragraph.text.slice(start, end),
    sentences: sentences.map((sentence) => moved(sentence, start)),
    ...(heading === undefined ? {} : { heading }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(first?.startMs === undefined ? {} : { startMs: first.startMs }),
    ...(last?.endMs === undefined ? {} : { endMs: last.endMs }),
  };
}

function moved(sentence: Sentence, by: number): Sentence {
  const back = <Part extends { start: number; end: number }>(part: Part): Part => ({
    ...part,
    start: part.start - by,
    end: part.end - by,
  });
  return { ...back(sentence), words: sentence.words.map(back) };
}
