import { describe, expect, it } from 'vitest';
import { variant } from '../dbus/wire-value.ts';
import { changedProperties, mprisPlayer, mprisTrackId } from './mpris.ts';
import type { NowPlaying } from './now-playing.ts';
import { hasJumped, positionAfter } from './position-after.ts';

const playing: NowPlaying = {
  episodeId: '0123456789abcdef-ab12',
  title: 'Title',
  showTitle: 'Show',
  author: 'Voice',
  artwork: null,
  state: 'playing',
  positionMs: 10_000,
  durationMs: 60_000,
  speed: 1.5,
  volume: 0.8,
  hasNext: true,
};

describe('the player of MPRIS', () => {
  it('describes what plays', () => {
    const { Metadata, ...rest } = mprisPlayer(playing, 'file:///picture');
    expect(Object.fromEntries(Metadata?.value as [string, unknown][])).toEqual({
      'mpris:trackid': variant('o', '/app/earmark/episode/0123456789abcdef_ab12'),
      'mpris:length': variant('x', 60_000_000),
      'mpris:artUrl': variant('s', 'file:///picture'),
      'xesam:title': variant('s', 'Title'),
      'xesam:artist': variant('as', ['Voice']),
      'xesam:album': variant('s', 'Show'),
    });
    expect(rest).toMatchObject({
      PlaybackStatus: variant('s', 'Playing'),
      Rate: variant('d', 1.5),
      CanSeek: variant('b', true),
      CanGoNext: variant('b', true),
    });
    const last = mprisPlayer({ ...playing, hasNext: false }, null);
    expect(last).toMatchObject({ CanGoNext: variant('b', false), CanGoPrevious: variant('b', true) });
  });

  it('has nothing to play and no place to go to when nothing is loaded', () => {
    expect(mprisPlayer(null, null)).toMatchObject({
      PlaybackStatus: variant('s', 'Stopped'),
      CanPlay: variant('b', false),
      CanSeek: variant('b', false),
    });
    expect(mprisTrackId(null)).toMatch(/NoTrack$/);
  });

  it('tells only what is other than before', () => {
    const waiting = mprisPlayer({ ...playing, state: 'waiting' }, null);
    expect(waiting.PlaybackStatus).toEqual(variant('s', 'Playing'));
    const paused = mprisPlayer({ ...playing, state: 'paused', positionMs: 20_000 }, null);
    expect(changedProperties(mprisPlayer(playing, null), paused)).toEqual({
      PlaybackStatus: variant('s', 'Paused'),
    });
    expect(changedProperties(paused, paused)).toEqual({});
  });
});

describe('the position', () => {
  it('runs with the speed, to the end and no further', () => {
    expect(positionAfter(playing, 2000)).toBe(13_000);
    expect(positionAfter(playing, 1_000_000)).toBe(60_000);
    expect(positionAfter({ ...playing, state: 'paused' }, 2000)).toBe(10_000);
  });

  it.each([
    ['what was to be expected', { positionMs: 13_100 }, false],
    ['a jump ahead', { positionMs: 30_000 }, true],
    ['a jump back', { positionMs: 0 }, true],
    ['a pause where it was', { state: 'paused', positionMs: 13_000 }, false],
    ['another episode', { episodeId: 'other', positionMs: 0 }, false],
  ] as const)('tells a jump from %s', (_what, change, expected) => {
    expect(hasJumped(playing, { ...playing, ...change }, 2000)).toBe(expected);
  });
});
