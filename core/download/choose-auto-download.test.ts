import { describe, expect, it } from 'vitest';
import { chooseAutoDownload } from './choose-auto-download.ts';
import type { DownloadCandidate, EpisodeCriteria } from './choose-auto-download.ts';

const minute = 60_000;
const episode = (episodeId: string, more: Partial<DownloadCandidate> = {}): DownloadCandidate => ({
  episodeId,
  title: `Episode ${episodeId}`,
  hasAudio: true,
  isPlayed: false,
  isDeclined: false,
  isDownload: false,
  ...more,
});

describe('chooseAutoDownload', () => {
  const five = ['5', '4', '3', '2', '1'].map((id) => episode(id));

  it('takes the newest and leaves the back catalogue', () => {
    expect(chooseAutoDownload(five, { newest: 2 })).toEqual(['5', '4']);
    expect(chooseAutoDownload(five, { newest: 0 })).toEqual([]);
  });

  it.each(['isPlayed', 'isDeclined', 'isDownload'] as const)('brings nothing older for what %s', (reason) => {
    const [newest, ...older] = five;
    expect(chooseAutoDownload([{ ...newest!, [reason]: true }, ...older], { newest: 2 })).toEqual(['4']);
  });

  it('counts only what has sound', () => {
    expect(chooseAutoDownload([episode('6', { hasAudio: false }), ...five], { newest: 1 })).toEqual(['5']);
  });

  const shows = [
    episode('a', { title: 'Большое интервью', durationMs: 90 * minute }),
    episode('b', { title: 'Новости: Ещё час', durationMs: 5 * minute }),
    episode('c', { title: 'Новости дня' }),
  ];
  it.each<[EpisodeCriteria, string]>([
    [{ titleHas: 'НОВОСТИ' }, 'bc'],
    [{ titleHas: ' еще ' }, 'b'],
    [{ titleLacks: 'новости' }, 'a'],
    [{ titleLacks: '  ' }, 'abc'],
    [{ minimumMs: 10 * minute }, 'ac'],
    [{ maximumMs: 10 * minute }, 'bc'],
    [{ titleHas: 'новости', minimumMs: 5 * minute, maximumMs: 5 * minute }, 'bc'],
  ])('meets %j', (filter, wanted) => {
    expect(chooseAutoDownload(shows, { newest: 3, filter }).join('')).toBe(wanted);
  });
});
