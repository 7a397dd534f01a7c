import { describe, expect, it } from 'vitest';
import { chooseBytes, nearBytes } from './choose-bytes.ts';

const wish = { at: 1000, isHere: false, position: 500, stage: 'growing', canAsk: true } as const;

describe('the next byte of an episode on its way', () => {
  it('is read from the disk where it is there', () => {
    for (const stage of ['growing', 'resting', 'whole'] as const)
      expect(chooseBytes({ ...wish, isHere: true, stage })).toBe('disk');
  });

  it('is waited for where the transfer will soon come by, else wished for', () => {
    expect(chooseBytes(wish)).toBe('wait');
    expect(chooseBytes({ ...wish, at: 500 + nearBytes + 1 })).toBe('wish');
    expect(chooseBytes({ ...wish, at: 499 })).toBe('wish');
  });

  it('is asked for where nothing is on its way', () => {
    for (const stage of ['resting', 'gone'] as const) expect(chooseBytes({ ...wish, stage })).toBe('network');
    expect(chooseBytes({ ...wish, isHere: true, stage: 'gone' })).toBe('network');
  });

  it('is never taken from a request that may bring another recording', () => {
    const unsure = { ...wish, at: 10_000_000, canAsk: false };
    expect(chooseBytes(unsure)).toBe('wait');
    expect(chooseBytes({ ...unsure, stage: 'resting' })).toBe('wait');
    expect(chooseBytes({ ...unsure, stage: 'gone' })).toBe('none');
  });
});
