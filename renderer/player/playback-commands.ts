import { resumePosition } from '../../core/playback/resume-position.ts';
import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { run } from '../library/commands.ts';
import { audioPlayer } from './audio-player.ts';
import { describeAudio } from './describe-audio.ts';
import { sourceOf } from './feed/source-of.ts';
import { keepPosition, leaveEpisode } from './keep-position.ts';
import { lastEpisodeKey, loadEpisode } from './load-episode.ts';
import { takeFinished } from './finished-download.ts';
import { keepStreamed } from './keep-streamed.ts';
import { tick } from './playback-clock.ts';
import { usePlayback } from './playback-store.ts';
import { goOnFrom, nextToPlay } from './playing-list.ts';
import type { Next } from './playing-list.ts';
import { prepareAudio } from './prepare-audio.ts';
import type { PreparedAudio } from './prepare-audio.ts';
import { putBackInQueue, takeFromQueue } from './queue-place.ts';
import { resumeRules } from './resume-rules.ts';
import { startStretch } from './turning-points.ts';

export { setSpeed, setVolume } from './sound.ts';
export { setSleepTimer } from './sleep.ts';

/** Grows with each wish to play or stop: an answer to an older wish is not acted upon. */
let wish = 0;
/** What `play` was last asked for. */
let chosen: string | null = null;
let pausedAt: number | null = null;

export interface PlayOptions {
  /** Where to start, ms; where it was left when absent. */
  readonly atMs?: number;
  /** Playing goes on in this playlist; in the queue when absent. */
  readonly playlistId?: string | null;
  /** It follows what plays now, which has had its turn: otherwise that goes back to the queue it was taken from. */
  readonly follows?: boolean;
}

/** Plays an episode from `atMs`, else from where it was left. What goes wrong is in the playback store. */
export async function play(episodeId: string, options: PlayOptions = {}): Promise<void> {
  const { atMs, playlistId, follows = false } = options;
  const mine = (wish += 1);
  chosen = episodeId;
  if (usePlayback.getState().episodeId === episodeId) {
    if (atMs !== undefined) seekTo(atMs);
  } else {
    // Asked for at once: it needs nothing of what follows, and nothing that is written is waited for before the sound.
    const preparing = prepare(episodeId);
    const leaving = leaveEpisode();
    const isWanted = (): boolean => chosen === episodeId;
    if (!(await loadEpisode(episodeId, { atMs, isWanted })) || mine !== wish) {
      await leaving;
      return;
    }
    const noting = [
      leaving,
      run({ kind: 'remember', key: lastEpisodeKey, value: episodeId }),
      changePlaces(episodeId, follows ? null : leaving),
      goOnFrom(playlistId ?? null),
    ];
    await openAndPlay(mine, preparing);
    await Promise.all(noting);
    return;
  }
  await startPlaying(mine, atMs === undefined);
}

/** `leaving`: what is left for a while only, if anything. */
async function changePlaces(episodeId: string, leaving: Promise<string | null> | null): Promise<void> {
  const left = (await leaving) ?? null;
  if (left !== null) await putBackInQueue(left);
  await takeFromQueue(episodeId);
}

/** Whether the listener has asked for nothing since: neither to play nor to stop. */
export function watchWish(): () => boolean {
  const now = wish;
  return () => now === wish;
}

export function pause(): void {
  wish += 1;
  audioPlayer().pause();
  // Between the wish to play and the first sound the element has nothing to pause and says nothing.
  if (usePlayback.getState().state === 'loading') usePlayback.setState({ state: 'paused' });
}

/** Plays or pauses what is loaded; after a failure, tries again. */
export function toggle(): void {
  const { episodeId, state } = usePlayback.getState();
  if (episodeId === null) return;
  if (state === 'playing' || state === 'loading') pause();
  else void play(episodeId);
}

/** For keys that say Play and mean nothing else: what plays or is about to is left alone. */
export function playIfPaused(): void {
  const { state } = usePlayback.getState();
  if (state !== 'playing' && state !== 'loading') toggle();
}

/** Ms from the start; brought inside the episode. */
export function seekTo(positionMs: number): void {
  const { durationMs } = usePlayback.getState();
  const within = Math.max(0, Math.min(positionMs, durationMs ?? Number.POSITIVE_INFINITY));
  pausedAt = null;
  const finished = takeFinished();
  if (finished === null) audioPlayer().seek(within);
  else takeFile(finished, within);
  startStretch();
  tick();
}

export function seekBy(deltaMs: number): void {
  seekTo(audioPlayer().positionMs + deltaMs);
}

/** What comes after the present episode in its playlist or the queue; without anything, playing ends. */
export async function playNext(): Promise<void> {
  const { episodeId } = usePlayback.getState();
  await playOrEnd(await nextToPlay(episodeId ?? ''));
}

/** Plays what was found by `nextToPlay`; without anything, playing ends. */
export async function playOrEnd(next: Next | null): Promise<void> {
  if (next === null) pause();
  else await play(next.episodeId, { playlistId: next.playlistId, follows: true });
}

/** Takes note of when playing stopped, for the little way back after a long pause. */
export async function notePause(): Promise<void> {
  pausedAt = Date.now();
  await keepPosition();
}

async function startPlaying(mine: number, goBack: boolean): Promise<void> {
  const player = audioPlayer();
  if (player.isOpen) {
    const finished = player.hasJumped ? null : takeFinished();
    if (finished !== null) takeFile(finished, player.positionMs);
    if (goBack) goBackAfterPause();
    player.play();
    return;
  }
  const { episodeId } = usePlayback.getState();
  if (episodeId === null) return;
  await openAndPlay(mine, prepare(episodeId));
}

function prepare(episodeId: string): Promise<Result<PreparedAudio>> {
  return prepareAudio(episodeId, keepStreamed(episodeId));
}

async function openAndPlay(mine: number, preparing: Promise<Result<PreparedAudio>>): Promise<void> {
  usePlayback.setState({ state: 'loading', error: null });
  const prepared = await preparing;
  if (mine !== wish) return;
  if (!prepared.ok) {
    fail(prepared.error);
    return;
  }
  describeAudio(prepared.value);
  audioPlayer().open(sourceOf(prepared.value));
  audioPlayer().play();
}

/** What was streamed has become a file: from here on the file is played, with its exact times. */
function takeFile(file: PreparedAudio, positionMs: number): void {
  describeAudio(file);
  audioPlayer().reopen(sourceOf(file), positionMs);
}

/** Keeps the place, so that trying again prepares the audio anew and goes on from there. */
export function fail(error: AppError): void {
  audioPlayer().release();
  usePlayback.setState({ state: 'failed', error });
}

function goBackAfterPause(): void {
  if (pausedAt === null) return;
  const { durationMs } = usePlayback.getState();
  const positionMs = audioPlayer().positionMs;
  const from = resumePosition({ positionMs, durationMs, updatedAt: pausedAt }, resumeRules());
  pausedAt = null;
  if (from !== positionMs) audioPlayer().seek(from);
}
