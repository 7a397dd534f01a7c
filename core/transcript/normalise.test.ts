import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';
import type { Cue, Paragraph } from './transcript.ts';

const cue = ([startMs, endMs]: readonly [number, number], text: string, speaker?: string): Cue => ({
  id: '',
  startMs,
  endMs,
  text,
  ...(speaker ? { speaker } : {}),
});
const fromCues = (...cues: Cue[]) => normalise({ kind: 'cues', cues });
const textsOf = (paragraphs: readonly Paragraph[]) => paragraphs.map((paragraph) => paragraph.text);
const sentencesOf = ({ text, sentences }: Paragraph) =>
  sentences.map(({ start, end }) => text.slice(start, end));
const wordsOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs.flatMap(({ text, sentences }) =>
    sentences.flatMap(({ words }) =>
      words.map((word) => ({ ...word, text: text.slice(word.start, word.end) })),
    ),
  );

describe('normalise: cues', () => {
  it('joins cues into sentences and one paragraph', () => {
    const { paragraphs, timing } = fromCues(
      cue([0, 1000], 'Мы пришли\nв 10 ч. утра'),
      cue([1000, 2000], 'и ушли. Потом'),
      cue([2000, 3000], ', в полдень, вернулись.'),
    );
    expect(timing).toBe('cue');
    expect(paragraphs.map(sentencesOf)).toEqual([
      ['Мы пришли в 10 ч. утра и ушли.', 'Потом, в полдень, вернулись.'],
    ]);
    expect(paragraphs[0]).toMatchObject({ startMs: 0, endMs: 2957 });
  });

  it('parts paragraphs where the speaker changes and keeps names', () => {
    const { paragraphs } = fromCues(
      cue([0, 1000], 'Да.', 'Анна'),
      cue([1000, 2000], 'Нет.', 'Bob'),
      cue([2000, 3000], 'Ну.', 'Bob'),
    );
    expect(paragraphs.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Анна', 'Да.'],
      ['Bob', 'Нет. Ну.'],
    ]);
  });

  it('parts paragraphs at a long silence, but never inside a sentence', () => {
    const { paragraphs } = fromCues(
      cue([0, 1000], 'One. Two'),
      cue([9000, 9500], 'three.'),
      cue([20_000, 21_000], 'Four.'),
    );
    expect(textsOf(paragraphs)).toEqual(['One. Two three.', 'Four.']);
  });

  it.each([
    ['- Да. - Нет.', ['- Да.', '- Нет.']],
    ['— Кто там?.. — Это я! — А, входи.', ['— Кто там?..', '— Это я!', '— А, входи.']],
    ['- Мост, говорят,\nоткрыли. - Неужели?\n- Да.', ['- Мост, говорят, открыли.', '- Неужели?', '- Да.']],
    ['— Да, — сказал он. — Пойдём.', ['— Да, — сказал он. — Пойдём.']],
    ['Он ушёл. - Она осталась.', ['Он ушёл. - Она осталась.']],
  ])('parts the turns of one caption: %s', (text, turns) => {
    expect(textsOf(fromCues(cue([0, 4000], text)).paragraphs)).toEqual(turns);
  });

  it('parts lines of dialogue', () => {
    const { paragraphs } = fromCues(cue([0, 2000], '- Is it?\n- It is.'), cue([2000, 3000], '>> Good.'));
    expect(textsOf(paragraphs)).toEqual(['- Is it?', '- It is.', 'Good.']);
    expect(paragraphs[1]?.startMs).toBeGreaterThan(500);
  });

  it('keeps paragraphs readable in a long monologue', () => {
    const cues = Array.from({ length: 300 }, (_, at) =>
      cue([at * 1000, at * 1000 + 1000], `This is sentence number ${at}.`),
    );
    const lengths = textsOf(fromCues(...cues).paragraphs).map((text) => text.length);
    expect(Math.max(...lengths)).toBeLessThan(800);
    expect(lengths.length).toBeLessThan(20);
  });

  it('makes sentences of a transcript without punctuation, at pauses', () => {
    const cues = Array.from({ length: 100 }, (_, at) =>
      cue([at * 3000, at * 3000 + (at % 5 === 4 ? 2000 : 3000)], 'and then we went on talking'),
    );
    const { paragraphs } = fromCues(...cues);
    const sentences = paragraphs.flatMap(sentencesOf);
    expect(sentences).toHaveLength(20);
    expect(
      sentences.every((sentence) => sentence.startsWith('and then') && sentence.endsWith('talking')),
    ).toBe(true);
  });

  it('shares the time of a cue between its words and says so', () => {
    expect(wordsOf(fromCues(cue([1000, 2000], 'abcd efghi')).paragraphs)).toEqual([
      { text: 'abcd', start: 0, end: 4, startMs: 1000, endMs: 1400, estimated: true },
      { text: 'efghi', start: 5, end: 10, startMs: 1500, endMs: 2000, estimated: true },
    ]);
  });

  it('takes a cue of one word, and words with times of their own, as exact', () => {
    const words = [
      { start: 0, end: 2, startMs: 500, endMs: 600 },
      { start: 3, end: 5, startMs: 700, endMs: 800 },
    ];
    const { paragraphs, timing } = fromCues(cue([0, 500], 'Well,'), { ...cue([500, 900], 'we do'), words });
    expect(timing).toBe('word');
    expect(wordsOf(paragraphs)).toMatchObject([
      { text: 'Well', startMs: 0, endMs: 500 },
      { text: 'we', startMs: 500, endMs: 600 },
      { text: 'do', startMs: 700, endMs: 800 },
    ]);
    expect(wordsOf(paragraphs).some((word) => word.estimated)).toBe(false);
  });

  it('puts descending cues in order and keeps overlapping ones from going back in time', () => {
    const { paragraphs } = fromCues(
      cue([5000, 9000], 'third fourth.'),
      cue([0, 6000], 'first second'),
      cue([5000, 6000], 'Fifth.'),
    );
    const words = wordsOf(paragraphs);
    expect(words.map((word) => word.text)).toEqual(['first', 'second', 'third', 'fourth', 'Fifth']);
    const starts = words.map((word) => word.startMs ?? -1);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('takes cues that last no time, stand at one moment or far beyond any episode', () => {
    const { paragraphs } = fromCues(
      cue([1000, 1000], 'One two.'),
      cue([1000, 1000], 'Three.'),
      cue([1000, 500], 'Four.'),
      cue([359_999_000, 360_000_000], 'Five.'),
    );
    expect(wordsOf(paragraphs).map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['One', 1000, 1000],
      ['two', 1000, 1000],
      ['Three', 1000, 1000],
      ['Four', 1000, 1000],
      ['Five', 359_999_000, 360_000_000],
    ]);
  });

  it('says every word of roll-up captions once', () => {
    const { paragraphs } = fromCues(
      cue([0, 2000], 'hello there'),
      cue([2000, 2010], 'hello there'),
      cue([2010, 4000], 'hello there\nnext line'),
      cue([4000, 4010], 'next line'),
      cue([4010, 6000], 'next line\nlast line'),
    );
    expect(textsOf(paragraphs)).toEqual(['hello there next line last line']);
  });

  it('says every word of captions that grow once', () => {
    const { paragraphs } = fromCues(
      cue([0, 500], 'one'),
      cue([500, 900], 'one two'),
      cue([900, 1500], 'one two three'),
    );
    expect(textsOf(paragraphs)).toEqual(['one two three']);
  });

  it('lets people repeat themselves', () => {
    const { paragraphs } = fromCues(
      cue([0, 500], 'No'),
      cue([500, 900], 'no'),
      cue([900, 1000], 'no'),
      cue([1000, 1500], 'never.'),
    );
    expect(textsOf(paragraphs)).toEqual(['No no no never.']);
  });

  it('joins Chinese and Japanese without spaces and finds their words', () => {
    const { paragraphs } = fromCues(cue([0, 1000], '今日は天気が'), cue([1000, 2000], 'いいです。'));
    expect(textsOf(paragraphs)).toEqual(['今日は天気がいいです。']);
    expect(wordsOf(paragraphs).length).toBeGreaterThan(3);
  });
});

describe('normalise: paragraphs', () => {
  it('keeps them as they are, without times where there are none', () => {
    const { paragraphs, timing } = normalise({
      kind: 'paragraphs',
      paragraphs: [
        { text: 'One. Two.', marks: [] },
        { text: 'Three', marks: [] },
      ],
    });
    expect(timing).toBe('none');
    expect(paragraphs.map(sentencesOf)).toEqual([['One.', 'Two.'], ['Three']]);
    expect(paragraphs[0]).not.toHaveProperty('startMs');
  });

  it('names nobody for a line of dialogue that does not', () => {
    const { paragraphs } = normalise({
      kind: 'paragraphs',
      paragraphs: [
        { text: 'Кто вы?', speaker: 'Анна', marks: [] },
        { text: 'Скажите.', marks: [] },
        { text: '— Никто.', marks: [] },
        { text: 'Совсем.', marks: [] },
      ],
    });
    expect(paragraphs.map(({ speaker }) => speaker)).toEqual(['Анна', 'Анна', undefined, undefined]);
  });

  it('shares the time between stamps over paragraphs, and guesses after the last one', () => {
    const { paragraphs } = normalise({
      kind: 'paragraphs',
      paragraphs: [
        { text: 'Before', marks: [] },
        { text: 'abcdefghij', speaker: 'Ann', marks: [{ at: 0, startMs: 10_000 }] },
        { text: 'klmnopqrst', marks: [] },
        { text: 'fifteen letters', marks: [{ at: 0, startMs: 20_000 }] },
      ],
    });
    expect(paragraphs.map(({ speaker, startMs, endMs }) => [speaker, startMs, endMs])).toEqual([
      [undefined, undefined, undefined],
      ['Ann', 10_000, 15_000],
      ['Ann', 15_000, 20_000],
      ['Ann', 20_000, 21_000],
    ]);
  });
});
