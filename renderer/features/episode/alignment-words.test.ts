import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AlignedSentence, Alignment } from '../../../core/alignment/alignment.ts';
import { alignmentVersion } from '../../../core/alignment/alignment-version.ts';
import { normalise } from '../../../core/transcript/normalise.ts';
import { parseText } from '../../../core/transcript/parse-text.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import { alignableText } from '../../library/alignable-text.ts';
import en from '../../words/en.json' with { type: 'json' };
import { alignedText } from './aligned-text.ts';
import { sourceWords } from './source-words.ts';

const minute = 60_000;
const sentence = 'One two three four five six seven eight nine ten eleven twelve.';
const read = (text: string): Transcript => ({
  language: 'en',
  source: { kind: 'publisher', format: 'text' },
  ...normalise({ kind: 'paragraphs', paragraphs: parseText(text) }),
  warnings: [],
});
const plain = read([sentence, sentence].join('\n\n'));
const cued = read([`[00:10] ${sentence}`, `[00:40] ${sentence}`].join('\n\n'));

const wordTimed: Transcript = { ...cued, timing: 'word' };

const found = (startMs: number, endMs: number): AlignedSentence => ({
  startMs,
  endMs,
  confidence: 2,
  wordsMs: Array.from({ length: 24 }, () => startMs),
});

function said(given: Transcript, more: Partial<Alignment> | null, isHere = true): string {
  const alignment: Alignment = {
    version: alignmentVersion,
    method: 'voice',
    language: 'en',
    sentences: [found(0, 6 * minute), found(6 * minute, 12 * minute)],
    durationMs: 12 * minute,
    coveredMs: 0,
    shifts: [],
    ...more,
  };
  const { textHash } = alignableText(given);
  const text = alignedText(given, {}, more === null ? [] : [{ textHash, alignment }]);
  return sourceWords(i18next.t, { text, durationMs: null, isInexact: false, isHere, language: 'en' });
}

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }));

describe('what is said of a text', () => {
  it('without times: that it has none, and what would give it some', () => {
    expect(said(plain, null)).toBe("Publisher's transcript · no times, so it does not follow the audio");
    expect(said(plain, null, false)).toContain('once downloaded, its words can be matched to the sound');
  });

  it('that is all in the sound: where its times come from', () => {
    expect(said(plain, {})).toBe("Publisher's transcript · times found in the audio");
  });

  it('whose words the publisher timed: that they were checked, and what was put right', () => {
    expect(said(wordTimed, null)).toBe("Publisher's transcript · every word has its time");
    const shifts = [{ fromMs: 0, shiftMs: 700 }];
    expect(said(wordTimed, { shifts })).toContain(
      "word times by the publisher, checked against the sound · the publisher's times were off by 0.7 s and were put right",
    );
    expect(said(wordTimed, { method: 'proportional' })).toContain('cannot be checked in this language');
  });

  it('from a page or a feed: that it is a transcript, once it is proven to be what is said', () => {
    const from = (kind: 'page' | 'feed'): Transcript => ({ ...plain, source: { kind, format: 'html' } });
    expect(said(from('page'), null)).toContain("Article from the episode's page");
    expect(said(from('page'), {})).toContain("Transcript from the episode's page");
    expect(said(from('feed'), {})).toContain('Transcript from the feed');
    expect(said(from('page'), { sentences: [found(0, 12 * minute), null] })).toContain('Article from');
    expect(said(from('page'), { method: 'proportional' })).toContain('Article from');
  });

  it('of which the sound has more, or less: how much', () => {
    expect(said(plain, { durationMs: 24 * minute })).toContain('matches the sound for 12 of 24 min');
    expect(said(plain, { sentences: [found(0, 12 * minute), null] })).toContain(
      '50 % of its sentences are in the audio',
    );
  });

  it('of something else: just that', () => {
    expect(said(plain, { sentences: [null, null] })).toBe(
      "Publisher's transcript · this text does not match this audio",
    );
    expect(said(cued, { sentences: [null, null] })).toContain(
      'times by the publisher, not confirmed by this audio',
    );
  });

  it('in a language nobody here speaks: that its times are estimates', () => {
    expect(said(plain, { method: 'proportional' })).toContain('times are estimated');
    expect(said(cued, { method: 'proportional' })).toContain('which cannot be refined in this language');
  });

  it('timed by phrases: that its words have times now, and what was put right', () => {
    expect(said(cued, { shifts: [{ fromMs: 0, shiftMs: 120 }] })).toBe(
      "Publisher's transcript · word times refined",
    );
    expect(said(cued, { shifts: [{ fromMs: 0, shiftMs: -1500 }] })).toContain(
      "the publisher's times were off by 1.5 s and were put right",
    );
    const shifts = [{ fromMs: 754_000, shiftMs: 30_000 }];
    expect(said(cued, { shifts })).toContain('were off by 30 s from 12:34 and were put right');
    const more = [...shifts, { fromMs: 900_000, shiftMs: 60_000 }];
    expect(said(cued, { shifts: more })).toContain('were off in 2 places, by up to 60 s, and were put right');
  });
});
