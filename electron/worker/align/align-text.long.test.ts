import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import type { Alignment } from '../../../core/alignment/alignment.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import { alignText } from './align-text.ts';
import type { Sample } from './testing/sample.ts';
import { readSample, transcriptOf, wordStarts } from './testing/sample.ts';

/** Real recordings, on a machine that does other things as well. */
const patience = 120_000;

const russian = await readSample('aelita', 'ru');
const english = await readSample('sense-and-sensibility', 'en');

/** Written for this test: of the same length, from no book that is read here. */
const otherRussian = `Весной в нашем городке открыли новую библиотеку, и по субботам туда приходят целыми семьями. На первом этаже
стоят мягкие кресла, а детям читают вслух сказки про лесных зверей.

Старый смотритель рассказывал, что прежде в этом здании пекли хлеб. Запах сохранился до сих пор, особенно перед дождём. Летом здесь
обещают устроить выставку садовых цветов и научить всех желающих варить варенье из крыжовника.`;
const otherEnglish = `The ferry leaves the harbour twice a day when the weather permits. Fishermen mend their nets along the quay and
talk about football.

Last winter the lighthouse was painted red and white by volunteers from the village school.`;

async function align(
  { pieces, durationMs }: Pick<Sample, 'pieces' | 'durationMs'>,
  transcript: Transcript,
  language = transcript.language,
): Promise<Alignment> {
  const outcome = await alignText({
    sound: Readable.from(pieces),
    durationMs,
    transcript,
    language,
    onProgress: () => undefined,
  });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

/** Distances (ms) between the starts of words that were found and those that are known, ascending. */
function errors({ sentences }: Alignment, { timed }: Sample): number[] {
  const starts = wordStarts(timed);
  let at = 0;
  const distances = timed.paragraphs
    .flatMap((paragraph) => paragraph.sentences)
    .flatMap(({ words }, index) => {
      const from = at;
      at += words.length;
      const found = sentences[index];
      return found ? words.map((_, word) => Math.abs(found.wordsMs[2 * word]! - starts[from + word]!)) : [];
    });
  return distances.sort((one, other) => one - other);
}

const quantile = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)]!;

describe('a text far longer than its sound', () => {
  it(
    'is not looked for, though it begins with the very words',
    async () => {
      const paragraphs = Array.from({ length: 2000 }, () => english.untimed.paragraphs).flat();
      const { sentences, coveredMs } = await align(english, { ...english.untimed, paragraphs });
      expect(sentences.every((sentence) => sentence === null)).toBe(true);
      expect(coveredMs).toBe(0);
    },
    patience,
  );
});

describe('real speech', () => {
  it.each([
    ['Russian', russian],
    ['English', english],
  ])(
    'in %s is found word for word',
    async (_name, sample) => {
      const alignment = await align(sample, sample.untimed);
      expect(alignment.method).toBe('voice');
      expect(alignment.sentences.every((sentence) => sentence !== null)).toBe(true);
      const distances = errors(alignment, sample);
      expect(quantile(distances, 0.5)).toBeLessThanOrEqual(60);
      expect(quantile(distances, 0.9)).toBeLessThanOrEqual(150);
    },
    patience,
  );

  it(
    'lets words follow one another within their sentence',
    async () => {
      const { sentences } = await align(english, english.untimed);
      for (const sentence of sentences) {
        const times = [sentence!.startMs, ...sentence!.wordsMs, sentence!.endMs];
        expect(times).toEqual(times.toSorted((one, other) => one - other));
      }
    },
    patience,
  );
});

describe('a text that is not in the sound', () => {
  it.each([
    ['of another subject', russian, transcriptOf(otherRussian, 'ru')],
    ['of another subject, in English', english, transcriptOf(otherEnglish, 'en')],
    ['of another language', russian, transcriptOf(otherEnglish, 'en')],
    ['of another episode', english, russian.untimed],
  ])(
    '%s gets no mark',
    async (_name, sample, transcript) => {
      const { sentences, coveredMs } = await align(sample, transcript);
      expect(sentences.filter((sentence) => sentence !== null)).toEqual([]);
      expect(coveredMs).toBe(0);
    },
    patience,
  );
});

describe('a text with the times of its publisher', () => {
  /** What is said of other things in between, as an advertisement is put in. */
  function withInsertion({ pieces, durationMs }: Sample, other: Sample, atMs: number) {
    const [own, inserted] = [pieces, other.pieces].map((all) =>
      Float32Array.from(all.flatMap(({ channels }) => Array.from(channels[0]!))),
    ) as [Float32Array, Float32Array];
    const { sampleRate } = pieces[0]!;
    const at = Math.round((atMs / 1000) * sampleRate);
    const parts = [own.subarray(0, at), inserted, own.subarray(at)];
    return {
      pieces: parts.map((part) => ({ channels: [part], sampleRate })),
      durationMs: durationMs + other.durationMs,
    };
  }

  it(
    'is left as it is where they are right',
    async () => {
      expect((await align(russian, russian.timed)).shifts).toEqual([]);
    },
    patience,
  );

  it(
    'is put right behind what was inserted, to the word',
    async () => {
      const [atMs, lengthMs] = [24_500, english.durationMs];
      const alignment = await align(withInsertion(russian, english, atMs), russian.timed);
      expect(alignment.shifts).toHaveLength(1);
      const [{ fromMs, shiftMs } = { fromMs: 0, shiftMs: 0 }] = alignment.shifts;
      expect(fromMs).toBeGreaterThan(24_000);
      expect(fromMs).toBeLessThan(26_000);
      expect(Math.abs(shiftMs - lengthMs)).toBeLessThan(100);
      const starts = wordStarts(russian.timed).map((ms) => ms! + (ms! > atMs ? lengthMs : 0));
      const found = alignment.sentences.flatMap((sentence) =>
        sentence!.wordsMs.filter((_, at) => at % 2 === 0),
      );
      const distances = found.map((ms, at) => Math.abs(ms - starts[at]!)).sort((one, other) => one - other);
      expect(quantile(distances, 0.9)).toBeLessThanOrEqual(150);
    },
    patience,
  );
});

describe('sentences that nobody says', () => {
  it(
    'are told from those around them',
    async () => {
      const said = russian.untimed.paragraphs.map(({ text }) => text);
      const [first, second] = otherRussian.split('\n\n').map((text) => text.replaceAll('\n', ' '));
      const mixed = transcriptOf([said[0], first, ...said.slice(1), second].join('\n\n'), 'ru');
      const isSaid = mixed.paragraphs.flatMap(({ text, sentences }) =>
        sentences.map(() => said.includes(text)),
      );
      const { sentences } = await align(russian, mixed);
      expect(sentences.map((sentence) => sentence !== null)).toEqual(isSaid);
    },
    patience,
  );
});

it(
  'goes on from what was heard before, and hears the same',
  async () => {
    const kept: Uint8Array[] = [];
    const request = { ...english, transcript: english.untimed, language: 'en', onProgress: () => undefined };
    const onCheckpoint = (checkpoint: Uint8Array): void => void kept.push(checkpoint);
    const once = await alignText({ ...request, sound: Readable.from(english.pieces), onCheckpoint });
    const again = await alignText({ ...request, sound: Readable.from([]), resume: kept[0]! });
    expect(kept).toHaveLength(1);
    expect(again).toEqual(once);
  },
  patience,
);

it(
  'hears the same again, whatever was compared before, and when all of the program is loaded anew',
  async () => {
    const request = { ...english, transcript: english.untimed, language: 'en', onProgress: () => undefined };
    const once = await alignText({ ...request, sound: Readable.from(english.pieces) });
    await align(russian, transcriptOf(otherRussian, 'ru'));
    expect(await alignText({ ...request, sound: Readable.from(english.pieces) })).toEqual(once);
    vi.resetModules();
    const anew = await import('./align-text.ts');
    expect(await anew.alignText({ ...request, sound: Readable.from(english.pieces) })).toEqual(once);
  },
  patience,
);

it('spreads a text over the speech when no voice speaks its language', async () => {
  const alignment = await align(russian, russian.untimed, 'xx-unknown');
  expect(alignment).toMatchObject({ method: 'proportional', coveredMs: 0 });
  const starts = alignment.sentences.map((sentence) => sentence!.startMs);
  expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  expect(alignment.sentences.at(-1)!.endMs).toBeLessThanOrEqual(russian.durationMs);
});

it.each([
  ['no words', 'transcript-empty', { paragraphs: [] }],
  ['no sound', 'audio-not-aligned', {}],
])('says that there is %s', async (_name, code, change) => {
  const outcome = await alignText({
    sound: Readable.from([]),
    durationMs: 0,
    transcript: { ...english.untimed, ...change },
    language: 'en',
    onProgress: () => undefined,
  });
  expect(outcome).toMatchObject({ ok: false, error: { code } });
});
