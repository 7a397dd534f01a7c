import { furthestBack } from './reservoir-frame.ts';

/** What one frame takes from its neighbours, in bytes. */
export interface FrameData {
  /** Main data the frame needs from the frames before it (`main_data_begin`, ISO/IEC 11172-3 §2.4.1.7). */
  readonly needed: Uint16Array;
  /** Main data each frame holds itself: its size without header and side information. */
  readonly held: Uint16Array;
  readonly framesPerSecond: number;
}

const soonestSeconds = 5;
const latestSeconds = 30;

/** How many frames from `frame` on cannot be decoded whole by a decoder that begins there. */
function damagedFrames({ needed, held }: FrameData, frame: number): number {
  let available = 0;
  let damaged = 0;
  for (let at = frame; at < needed.length && available < furthestBack; at++) {
    if ((needed[at] ?? 0) > available) damaged = at - frame + 1;
    available += held[at] ?? 0;
  }
  return damaged;
}

/**
 * Frames at which a decoder may begin, ascending, the first among them. An MP3 frame takes data from the frames before
 * it, so a decoder that begins anywhere loses up to 0.15 s; beginning well before the place wanted loses nothing. So
 * these are few (5 to 30 s apart) and those after which the least is lost: one frame at most where the file has such.
 */
export function chooseSyncFrames(data: FrameData): number[] {
  const frames = data.needed.length;
  const soonest = Math.ceil(soonestSeconds * data.framesPerSecond);
  const latest = Math.ceil(latestSeconds * data.framesPerSecond);
  const chosen = frames > 0 ? [0] : [];
  for (let last = 0; last + soonest < frames; last = chosen.at(-1) ?? frames) {
    let best = last + soonest;
    let least = Infinity;
    for (let at = best; at < Math.min(last + latest, frames) && least > 1; at++) {
      const damaged = damagedFrames(data, at);
      if (damaged < least) [best, least] = [at, damaged];
    }
    chosen.push(best);
  }
  return chosen;
}
