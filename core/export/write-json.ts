import type { Paragraph, Sentence, Word } from '../transcript/transcript.ts';
import type { ExportedText } from './exported-text.ts';

/**
 * JSON of the podcast namespace (`version`, `segments`): a segment a sentence, its words with their times where these are
 * their own. Times are seconds. Sentences without times are left out, as the format has no place for them.
 */
export function* writeJson({ about, transcript }: ExportedText): Generator<string> {
  const { title, show, link } = about;
  const head = { version: '1.0.0', title, show, link, language: transcript.language || undefined };
  yield `${JSON.stringify(head).slice(0, -1)},"segments":[`;
  let isFirst = true;
  for (const paragraph of transcript.paragraphs) {
    for (const sentence of paragraph.sentences) {
      if (sentence.startMs === undefined) continue;
      yield `${isFirst ? '' : ','}\n${JSON.stringify(segmentOf(paragraph, sentence))}`;
      isFirst = false;
    }
  }
  yield '\n]}\n';
}

function segmentOf({ text, speaker }: Paragraph, sentence: Sentence): object {
  const words = sentence.words.filter(hasOwnTime).map(({ start, end, startMs, endMs }) => ({
    text: text.slice(start, end),
    start: seconds(startMs),
    end: seconds(endMs),
  }));
  return {
    speaker,
    startTime: seconds(sentence.startMs),
    endTime: seconds(sentence.endMs),
    body: text.slice(sentence.start, sentence.end),
    ...(words.length > 0 ? { words } : {}),
  };
}

function hasOwnTime(word: Word): boolean {
  return word.startMs !== undefined && word.estimated !== true;
}

function seconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 1000;
}
