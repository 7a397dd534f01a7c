import { Dexie } from 'dexie';
import { alignmentOffer } from '../../core/alignment/alignment-offer.ts';
import type { AppErrorCode } from '../../core/app-error.ts';
import { request } from '../desktop/client.ts';
import type { AlignableText } from './alignable-text.ts';
import { alignableText } from './alignable-text.ts';
import { onCommand } from './commands.ts';
import { library } from './database.ts';
import { getEpisode } from './episodes.ts';
import { onNews } from './library-news.ts';
import { loadEpisodeTexts } from './episode-texts.ts';
import { makeAlignment } from './make-alignment.ts';
import { getEpisodeSettings } from './podcast-settings.ts';
import { isTried, settledAlignment } from './settled-alignment.ts';

export interface AheadSurroundings {
  /** Whether the listener wants the words of every download matched. */
  readonly isOn: () => boolean;
}

export interface AlignmentAhead {
  /** Looks at every download, or stops, as the setting says now. */
  readonly look: () => void;
  readonly stop: () => void;
}

/**
 * Matches the words of downloads with their sound before anybody asks, one after the other, from now on; the main process
 * begins each when the computer is idle and on mains power.
 */
export function alignAhead({ isOn }: AheadSurroundings): AlignmentAhead {
  const waiting = new Set<string>();
  let wish = new AbortController();
  let turn = Promise.resolve();
  const add = (episodeId: string): void => {
    if (waiting.has(episodeId)) return;
    waiting.add(episodeId);
    const { signal } = wish;
    const take = async (): Promise<void> => {
      if (signal.aborted) return;
      waiting.delete(episodeId);
      await alignOne(episodeId, signal);
    };
    // A library that cannot be read says so where it is shown; the next start looks again.
    turn = turn.then(take).catch(() => undefined);
  };
  const clear = (): void => {
    wish.abort();
    wish = new AbortController();
    waiting.clear();
  };
  const stops = [
    onNews((news) => {
      if (news.kind !== 'refreshed' && isOn()) add(news.episodeId);
    }),
    onCommand((command) => {
      if (command.kind === 'keep-own-text' && isOn()) add(command.text.episodeId);
    }),
  ];
  return {
    look: () => {
      if (!isOn()) clear();
      else
        void unsettledDownloads().then(
          (found) => found.forEach(add),
          () => undefined,
        );
    },
    stop: () => {
      for (const stop of stops) stop();
      clear();
    },
  };
}

/** Downloads nobody has tried to match by the present method, the latest first. */
async function unsettledDownloads(): Promise<string[]> {
  const [done, tried] = await Promise.all([
    library.downloads
      .where('[state+requestedAt+episodeId]')
      .between(['done', Dexie.minKey], ['done', Dexie.maxKey])
      .reverse()
      .primaryKeys(),
    library.alignments.toArray(),
  ]);
  const known = new Set(tried.filter(isTried).map(({ episodeId }) => episodeId));
  return done.filter((episodeId) => !known.has(episodeId));
}

/** These will come out the same another time: the listener can ask for it. Others (a full disk, a drive taken out) pass. */
const lasting: readonly AppErrorCode[] = ['audio-not-aligned', 'alignment-broken', 'transcript-empty'];

/** What has come to an end is not tried again by itself; what failed for a passing reason is, at the next start. */
async function alignOne(episodeId: string, signal: AbortSignal): Promise<void> {
  const text = await bestText(episodeId);
  if (text === null || signal.aborted) return;
  const requestId = crypto.randomUUID();
  const cancel = (): void => void request('request:cancel', { requestId });
  signal.addEventListener('abort', cancel);
  const made = await makeAlignment(text, { requestId, episodeId, ahead: true }).finally(() =>
    signal.removeEventListener('abort', cancel),
  );
  const isOver = made.ok || lasting.includes(made.error.code);
  if (hasStopped(signal) || !isOver) return;
  await library.transaction('rw', library.alignments, library.downloads, async () => {
    const isHere = (await library.downloads.get(episodeId))?.state === 'done';
    const known = await library.alignments.get(episodeId);
    if (isHere && (known === undefined || known.state === 'settled'))
      await library.alignments.put(settledAlignment(episodeId, text.textHash));
  });
}

/** Asked anew: the compiler takes what was so before a wait for what is so after it. */
const hasStopped = (signal: AbortSignal): boolean => signal.aborted;

async function bestText(episodeId: string): Promise<AlignableText | null> {
  const [view, texts, settings] = await Promise.all([
    getEpisode(episodeId),
    loadEpisodeTexts(episodeId),
    getEpisodeSettings(episodeId),
  ]);
  if (view?.download?.state !== 'done' || !texts.ok) return null;
  const [best] = texts.value.texts;
  const offer = best === undefined ? null : alignmentOffer(best.transcript);
  // Words that have their times follow the sound already: whether those are right is looked at when the listener doubts it.
  if (best === undefined || offer === null || offer === 'check') return null;
  const chosen = settings.spokenLanguages?.[best.key];
  return alignableText(best.transcript, { ofShow: view.podcast.language, chosen });
}
