import { describe, expect, it } from 'vitest';
import { parseTranscriptText } from './parse-transcript.ts';
import { pairSentences } from './pair-sentences.ts';
import type { Transcript } from './transcript.ts';

function read(text: string): Transcript {
  const parsed = parseTranscriptText(text, { kind: 'file' });
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

function shown(text: Transcript, other: Transcript): string[] {
  return pairSentences(text, other).map((row) =>
    row
      .map(({ paragraph, sentence }) => {
        const from = other.paragraphs[paragraph];
        const { start = 0, end = 0 } = from?.sentences[sentence] ?? {};
        return from?.text.slice(start, end).trim() ?? '';
      })
      .join(' '),
  );
}

const speaker = (name: string, seconds: number, text: string): string =>
  `00:${String(seconds).padStart(2, '0')}.000 --> 00:${String(seconds + 3).padStart(2, '0')}.900\n<v ${name}>${text}\n\n`;

describe('pairSentences', () => {
  it('goes by time where both have times, however they are cut', () => {
    const text = read(
      `WEBVTT\n\n${speaker('A', 0, 'One.')}${speaker('B', 4, 'Two. Three.')}${speaker('A', 12, 'Four.')}`,
    );
    const other = read(
      `WEBVTT\n\n${speaker('A', 0, 'Раз.')}${speaker('A', 4, 'Два. Три.')}${speaker('A', 12, 'Четыре.')}`,
    );
    expect(shown(text, other)).toEqual(['Раз.', 'Два. Три.', 'Четыре.']);
  });

  it('goes paragraph by paragraph where there are as many', () => {
    const text = read('A long first paragraph that goes on and on.\n\nShort.\n\nEnd.');
    expect(shown(text, read('Раз.\n\nДва.\n\nИ очень длинный третий абзац, куда длиннее прочих.'))).toEqual([
      'Раз.',
      'Два.',
      'И очень длинный третий абзац, куда длиннее прочих.',
    ]);
  });

  it('goes by share where nothing else is known, and loses no sentence', () => {
    const text = read('One one one one. Two two two two.\n\nThree three three. Four four four.');
    const other = read('Раз раз раз раз. Два два два два. Три три три. Четыре.');
    expect(shown(text, other)).toEqual(['Раз раз раз раз. Два два два два.', 'Три три три. Четыре.']);
  });

  it('never goes back, and is total', () => {
    const text = read('One.\n\nTwo.');
    expect(pairSentences({ paragraphs: [] }, text)).toEqual([]);
    expect(pairSentences(text, { paragraphs: [] })).toEqual([[], []]);
  });
});
