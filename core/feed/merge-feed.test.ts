import { describe, expect, it } from 'vitest';
import { episodeId } from './episode-identity.ts';
import type { ParsedEpisode } from './feed.ts';
import { mergeFeed, type SavedEpisode } from './merge-feed.ts';

const day = 24 * 3_600_000;
const now = Date.UTC(2026, 5, 1);
const podcastId = '0123456789abcdef';

function episode(number: number, changes: Partial<ParsedEpisode> = {}): ParsedEpisode {
  return {
    identity: `guid-${number}`,
    guid: `guid-${number}`,
    title: `Talk number ${number}`,
    publishedAt: now - number * day,
    durationMs: 1_800_000,
    enclosure: { url: `https://cdn.example/${number}.mp3`, type: 'audio/mpeg' },
    categories: [],
    teaser: '',
    notesHtml: '',
    alternateEnclosures: [],
    transcripts: [],
    chapters: [],
    persons: [],
    soundbites: [],
    ...changes,
  };
}

interface Row extends SavedEpisode {
  readonly playedAt?: number;
}

/** What a library keeps of a merge. */
function save(episodes: ParsedEpisode[], saved: readonly Row[] = []): Row[] {
  const { added, updated, unchanged, gone } = mergeFeed({ podcastId, saved, feed: { episodes }, now });
  return [
    ...added.map((entry): Row => ({ ...entry.episode, id: entry.id, sortAt: entry.sortAt })),
    ...updated.map((entry): Row => ({ ...entry.saved, ...entry.episode, sortAt: entry.sortAt })),
    ...unchanged.map((entry) => entry.saved),
    ...gone,
  ];
}

const merge = (saved: readonly Row[], episodes: ParsedEpisode[], at = now) =>
  mergeFeed({ podcastId, saved, feed: { episodes }, now: at });

describe('mergeFeed', () => {
  it('takes a new show whole and offers only its newest few as new', () => {
    const { added } = merge(
      [],
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => episode(number)),
    );
    expect(added).toHaveLength(8);
    expect(added[0]?.id).toBe(episodeId(podcastId, 'guid-1'));
    expect(added.filter(({ isNew }) => isNew).map(({ episode: { title } }) => title)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `Talk number ${number}`),
    );
  });

  it('tells new, changed, unchanged and gone apart', () => {
    const saved = save([1, 2, 3].map((number) => episode(number)));
    const changes = merge(saved, [episode(0), episode(1), episode(2, { title: 'Corrected' })]);
    expect(changes.added.map(({ episode: { title }, isNew }) => [title, isNew])).toEqual([
      ['Talk number 0', true],
    ]);
    expect(changes.updated.map(({ episode: { title } }) => title)).toEqual(['Corrected']);
    expect(changes.unchanged.map(({ saved: { title } }) => title)).toEqual(['Talk number 1']);
    expect(changes.gone.map(({ title }) => title)).toEqual(['Talk number 3']);
  });

  it.each([
    ['the same audio', { title: 'Another title altogether', publishedAt: now - 30 * day }],
    [
      'a like title, date and length',
      {
        title: '“Talk” – number 1!',
        publishedAt: now - day - 3_600_000,
        durationMs: 1_900_000,
        enclosure: { url: 'https://other.example/new/1', type: 'audio/mpeg' },
      },
    ],
    [
      'the audio under a new signature',
      { enclosure: { url: 'https://cdn.example/1.mp3?updated=2', type: '' } },
    ],
  ])('knows an episode again by %s when its guid changed', (_case, changed) => {
    const [row] = save([episode(1)]);
    const played = { ...row!, playedAt: now };
    const { added, updated, gone } = merge(
      [played],
      [episode(1, { identity: 'new', guid: 'new', ...changed })],
    );
    expect([added, gone]).toEqual([[], []]);
    expect(updated[0]?.saved).toBe(played);
    expect(updated[0]?.episode.identity).toBe('new');
  });

  it.each([
    ['another title', { title: 'Something else' }],
    ['another day', { publishedAt: now - 9 * day }],
    ['another length', { durationMs: 9_000_000 }],
    ['another kind', { enclosure: { url: 'https://cdn.example/x.mp4', type: 'video/mp4' } }],
  ])('takes an episode with %s for another one', (_case, difference) => {
    const saved = save([episode(1)]);
    const enclosure = { url: 'https://cdn.example/x.mp3', type: 'audio/mpeg' };
    const { added, gone } = merge(saved, [episode(1, { identity: 'new', enclosure, ...difference })]);
    expect([added.length, gone.length]).toEqual([1, 1]);
  });

  it('does not take an episode for one that is still in the feed', () => {
    const saved = save([episode(1)]);
    const { added } = merge(saved, [episode(1), episode(1, { identity: 'again' })]);
    expect(added).toHaveLength(1);
  });

  it('keeps ids over a change of all guids and back, and gives no id twice', () => {
    const first = save([1, 2, 3].map((number) => episode(number)));
    const moved = save(
      [3, 1, 2].map((number) => episode(number, { identity: `host-${number}` })),
      first,
    );
    expect(new Set(moved.map(({ id }) => id))).toEqual(new Set(first.map(({ id }) => id)));
    const reused = episode(9, { identity: 'guid-1' });
    const { added } = merge(moved, [
      ...[1, 2, 3].map((number) => episode(number, { identity: `host-${number}` })),
      reused,
    ]);
    expect(added).toHaveLength(1);
    expect(moved.map(({ id }) => id)).not.toContain(added[0]?.id);
  });

  it('does not offer a back catalogue put out later as new', () => {
    const saved = save([episode(1), episode(2)]);
    const { added } = merge(saved, [
      episode(0),
      episode(5),
      ...[100, 101, 102].map((number) => episode(number)),
    ]);
    expect(added.map(({ isNew }) => isNew)).toEqual([true, true, false, false, false]);
  });

  it('keeps the order of episodes without dates, also at the next refresh', () => {
    const undated = [1, 2, 3].map((number) => {
      const { publishedAt: _publishedAt, ...rest } = episode(number);
      return rest;
    });
    const saved = save(undated);
    expect(saved.map(({ sortAt }) => sortAt)).toEqual([now, now - 1, now - 2]);
    const { unchanged } = merge(saved, undated, now + day);
    expect(unchanged.map(({ sortAt }) => sortAt)).toEqual([now, now - 1, now - 2]);
  });

  it('does not let a date far ahead stay on top, and takes no offence at a slow clock', () => {
    const ahead = merge([], [episode(1, { publishedAt: now + 3650 * day })], now);
    expect(ahead.added[0]?.sortAt).toBe(now);
    const slow = merge([], [episode(1), episode(2)], now - 3 * day);
    expect(slow.added.map(({ sortAt }) => sortAt)).toEqual([now - day, now - 2 * day]);
  });

  it('stays quick when thousands of episodes are named alike', () => {
    const alike = (prefix: string) =>
      Array.from({ length: 5000 }, (_, index) =>
        episode(index, {
          identity: `${prefix}${index}`,
          title: 'Episode',
          enclosure: { url: `https://${prefix}.example/${index}`, type: '' },
        }),
      );
    const saved = save(alike('a'));
    merge(saved, alike('b'));
  });
});
