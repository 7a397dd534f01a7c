import { countsAsPlayed } from '../../core/playback/played-rule.ts';
import { run, runLeaving } from '../library/commands.ts';
import { getEpisode } from '../library/episodes.ts';
import { useSettings } from '../settings/settings-store.ts';
import { audioPlayer } from './audio-player.ts';
import { useEffects } from './effects/effects-store.ts';
import { usePlayback } from './playback-store.ts';

/** Loss at a power cut is at most this long (ms). */
export const keepEveryMs = 13_000;
/** Nearer to what is kept already, nothing is written (ms). */
const sameWithinMs = 250;

let kept: { readonly episodeId: string; readonly positionMs: number } | null = null;

/** Writes where the listener is, if that has changed. */
export async function keepPosition(): Promise<void> {
  const command = describePosition();
  if (command !== null) await run(command);
}

/** The same while the page goes away: no answer can be waited for. */
export function keepPositionLeaving(): void {
  const command = describePosition();
  if (command !== null) runLeaving(command);
}

/** The position just loaded needs no writing. */
export function positionIsKept(episodeId: string, positionMs: number): void {
  kept = { episodeId, positionMs };
}

/**
 * Another episode follows: keeps the position, or calls the present one played if only its closing words were left. Answers which one
 * is left unfinished.
 */
export async function leaveEpisode(): Promise<string | null> {
  const { episodeId, durationMs } = usePlayback.getState();
  if (episodeId === null) return null;
  const { playedWithinMs } = useSettings.getState().playback;
  if (countsAsPlayed(audioPlayer().positionMs, durationMs, playedWithinMs)) {
    await finishEpisode(episodeId);
    return null;
  }
  await keepPosition();
  return episodeId;
}

/**
 * Earmark was closed during the closing words of the episode that is loaded: it was played, and stands at its beginning again. Answers
 * whether that was so.
 */
export async function finishLeft(episodeId: string): Promise<boolean> {
  const progress = (await getEpisode(episodeId))?.progress ?? null;
  const { durationMs } = usePlayback.getState();
  const { playedWithinMs } = useSettings.getState().playback;
  if (progress === null || !countsAsPlayed(progress.positionMs, durationMs, playedWithinMs)) return false;
  if (usePlayback.getState().state !== 'paused') return false;
  audioPlayer().rest(0);
  positionIsKept(episodeId, 0);
  await finishEpisode(episodeId);
  return true;
}

/** The episode was heard to the end. */
export async function finishEpisode(episodeId: string): Promise<void> {
  await run({ kind: 'mark-played', episodeIds: [episodeId], played: true });
}

function describePosition() {
  const { episodeId, durationMs } = usePlayback.getState();
  const positionMs = Math.round(audioPlayer().positionMs);
  if (episodeId === null) return null;
  if (kept?.episodeId === episodeId && Math.abs(kept.positionMs - positionMs) < sameWithinMs) return null;
  kept = { episodeId, positionMs };
  const length = durationMs === null ? {} : { durationMs: Math.round(durationMs) };
  const savedMs = Math.round(useEffects.getState().savedMs);
  return { kind: 'set-progress' as const, episodeId, positionMs, ...length, ...(savedMs > 0 && { savedMs }) };
}
