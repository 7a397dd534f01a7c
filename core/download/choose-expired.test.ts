import { describe, expect, it } from 'vitest';
import { chooseExpired } from './choose-expired.ts';
import type { KeepingRules, StoredDownload } from './choose-expired.ts';

/** An episode published on `day`, its download brought by a rule the same day. */
const download = (day: number, more: Partial<StoredDownload> = {}): StoredDownload => ({
  episodeId: `e${day}`,
  podcastId: 'p',
  bytes: 1,
  sortAt: day,
  requestedAt: day,
  isPlayed: more.playedAt !== undefined,
  isAutomatic: true,
  keptFor: null,
  ...more,
});
const expired = (downloads: readonly StoredDownload[], rules: Partial<KeepingRules>): string =>
  chooseExpired(downloads, { keepNewest: 0, deleteAfterPlayed: false, ...rules })
    .map(({ episodeId }) => episodeId)
    .join(' ');

describe('chooseExpired', () => {
  const three = [download(1, { playedAt: 9 }), download(2), download(3, { playedAt: 9 })];

  it('deletes nothing unless told to', () => {
    expect(expired(three, {})).toBe('');
  });

  it('keeps the newest, deletes what was played, and names nothing twice', () => {
    expect(expired(three, { keepNewest: 2 })).toBe('e1');
    expect(expired(three, { deleteAfterPlayed: true })).toBe('e1 e3');
    expect(expired(three, { keepNewest: 1, deleteAfterPlayed: true })).toBe('e1 e3 e2');
  });

  it.each(['favourite', 'playing', 'queued', 'playlist', 'bookmark', 'highlight'] as const)(
    'spares what is kept for %s',
    (keptFor) => {
      const spared = [download(1, { playedAt: 9, keptFor }), download(2)];
      expect(expired(spared, { keepNewest: 1, deleteAfterPlayed: true })).toBe('');
    },
  );

  it('leaves an old episode that was asked for beside the newest ones', () => {
    const byHand = download(1, { isAutomatic: false, requestedAt: 5 });
    expect(expired([byHand, download(2), download(3)], { keepNewest: 2 })).toBe('');
    expect(expired([byHand, download(2), download(6)], { keepNewest: 2 })).toBe('e1');
    expect(expired([{ ...byHand, isAutomatic: true }, download(2), download(3)], { keepNewest: 2 })).toBe(
      'e1',
    );
  });

  it('leaves a played episode that was downloaded again', () => {
    expect(expired([download(1, { playedAt: 3, requestedAt: 4 })], { deleteAfterPlayed: true })).toBe('');
  });
});
