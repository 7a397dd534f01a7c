import { describe, expect, it } from 'vitest';
import { rankTranscripts } from './choose-transcript.ts';
import type { Transcript } from './transcript.ts';

const variant = (timing: Transcript['timing'], language: string, rel?: string) => ({
  timing,
  language,
  source: { kind: 'publisher' as const, format: 'vtt' as const, ...(rel ? { rel } : {}) },
});

describe('rankTranscripts', () => {
  it('puts timed first, then the language, then words over cues, then captions', () => {
    const best = [
      variant('word', 'ru-RU'),
      variant('cue', 'ru', 'captions'),
      variant('cue', 'ru'),
      variant('word', ''),
      variant('word', 'en'),
      variant('none', 'ru'),
    ];
    expect(rankTranscripts([...best].reverse(), 'ru')).toEqual(best);
  });

  it('keeps the order given between equals', () => {
    const [a, b] = [variant('cue', 'en'), variant('cue', 'en')];
    expect(rankTranscripts([a, b], 'en')[0]).toBe(a);
  });
});
