import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../settings/default-settings.ts';
import { effectsInForce, heardPart } from './effects.ts';

const all = {
  ...defaultSettings.playback,
  speed: 1.5,
  levelling: true,
  skipSilence: true,
  skipIntroMs: 5000,
};
const inForce = (given: Partial<Parameters<typeof effectsInForce>[0]>) =>
  effectsInForce({ all, show: {}, episodeDb: 0, medium: undefined, ...given });

describe('effects in force', () => {
  it('are those for all shows where the show has none', () => {
    expect(inForce({})).toMatchObject({ speed: 1.5, levelling: true, skipSilence: true, skipIntroMs: 5000 });
  });

  it('are those of the show where it has some, off and nothing included', () => {
    const show = { speed: 1, levelling: false, skipIntroMs: 0 };
    expect(inForce({ show })).toMatchObject({
      speed: 1,
      levelling: false,
      skipSilence: true,
      skipIntroMs: 0,
    });
  });

  it('add the steps of show and episode', () => {
    expect(inForce({ show: { volumeDb: 3 }, episodeDb: -5 }).volumeDb).toBe(-2);
  });

  it('leave music as it is, but for its volume', () => {
    const music = inForce({ show: { speed: 2, volumeDb: 4 }, medium: 'music' });
    expect(music).toMatchObject({
      speed: 1,
      levelling: false,
      skipSilence: false,
      skipIntroMs: 0,
      volumeDb: 4,
    });
    expect(music.isMusic).toBe(true);
  });
});

describe('the part that is heard', () => {
  it('is without intro and outro', () => {
    expect(heardPart({ skipIntroMs: 5000, skipOutroMs: 30_000 }, 600_000)).toEqual({
      startMs: 5000,
      endMs: 570_000,
    });
  });

  it('goes to the end without an outro, or while the length is not known', () => {
    expect(heardPart({ skipIntroMs: 5000, skipOutroMs: 0 }, 600_000).endMs).toBeNull();
    expect(heardPart({ skipIntroMs: 5000, skipOutroMs: 9000 }, null)).toEqual({ startMs: 5000, endMs: null });
  });

  it('is all of an episode of which nothing would be left', () => {
    expect(heardPart({ skipIntroMs: 30_000, skipOutroMs: 30_000 }, 60_000)).toEqual({
      startMs: 0,
      endMs: null,
    });
  });
});
