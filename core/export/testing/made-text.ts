import { parseTranscriptText } from '../../transcript/parse-transcript.ts';
import type { Transcript } from '../../transcript/transcript.ts';
import type { ExportedText } from '../exported-text.ts';

/** Two people, a word with its own time each, characters that mean something in every format, and a sentence too long for a caption. */
const file = `WEBVTT
Language: ru

00:00:01.000 --> 00:00:03.250
<v Анна Ёлкина>Всё <00:00:01.500>ещё <00:00:02.040>впереди &amp; <00:00:02.800>близко.

00:00:04.000 --> 00:00:05.500
<v Bob>“1 <00:00:04.300>&lt; <00:00:04.500>2”, <00:00:04.800>he <00:00:05.100>said.

00:00:06.000 --> 00:00:16.000
<v Bob>This <00:00:06.400>sentence <00:00:06.900>goes <00:00:07.300>on <00:00:07.700>and <00:00:08.000>on <00:00:08.500>because <00:00:09.000>nobody <00:00:09.600>who <00:00:10.000>spoke <00:00:10.500>that <00:00:10.900>evening <00:00:11.500>wanted <00:00:12.000>to <00:00:12.200>be <00:00:12.600>the <00:00:13.000>first <00:00:13.600>to <00:00:14.000>stop <00:00:14.600>talking <00:00:15.200>there.
`;

export function madeTranscript(text = file): Transcript {
  const read = parseTranscriptText(text, { kind: 'publisher' });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

export function madeText(change: Partial<ExportedText> = {}): ExportedText {
  return {
    about: {
      title: 'Ёлка & <tree>',
      show: 'Шоу',
      author: 'Anna',
      publishedAt: Date.UTC(2026, 10, 12, 9),
      link: 'https://example.org/1?a=1&b="2"',
    },
    transcript: madeTranscript(),
    chapters: [
      { startMs: 0, title: 'One', listed: true },
      { startMs: 3900, title: 'Two *', listed: true },
    ],
    ...change,
  };
}

export interface SaidWord {
  readonly text: string;
  readonly startMs: number | undefined;
  readonly speaker: string | undefined;
}

/** What is compared after writing and reading back. */
export function wordsOf({ paragraphs }: Transcript): SaidWord[] {
  return paragraphs.flatMap(({ text, speaker, sentences }) =>
    sentences.flatMap(({ words }) =>
      words.map(({ start, end, startMs }) => ({ text: text.slice(start, end), startMs, speaker })),
    ),
  );
}
