import { audioPlayer } from './audio-player.ts';
import { usePlayback } from './playback-store.ts';

/** A place where something happens by itself: a loop turns back, a chapter is left out, the sleep timer stops. */
export interface TurningPoint {
  readonly atMs: number;
  /** Answers whether playing goes on there, so that what else is at this place happens too. */
  readonly reach: () => boolean;
}

/** The first turning point behind a place, or `null`. */
type Find = (afterMs: number) => TurningPoint | null;

/** The speed and the place may change meanwhile, so nothing is slept through for longer than this (ms). */
const lookEveryMs = 2000;
/** Nearer than this is there: a timer is a little early at times (ms). */
const thereMs = 2;

const finders: Find[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
/** Playing has gone on without a jump of the listener's since here: what lies between here and now was heard. */
let heardFromMs = 0;

/**
 * What was added first goes first where two are at one place. Timers and not frames: the window may be hidden, and a page that
 * is heard keeps exact timers.
 */
export function addTurningPoints(find: Find): void {
  finders.push(find);
}

/** After a jump: what lies between is not passed through. A jump that was refused leaves things as they are. */
export function startStretch(): void {
  heardFromMs = audioPlayer().positionMs;
}

/** Playing begins at a place by itself, so that a turning point right there counts. */
export function startStretchAt(positionMs: number): void {
  heardFromMs = positionMs - 1;
}

/** Ms from the start: a place behind this one was not passed yet. */
export function heardFrom(): number {
  return heardFromMs;
}

/** Looks anew; after everything that moves the place, its speed, or the turning points. */
export function lookAhead(): void {
  clearTimeout(timer);
  const { state, speed } = usePlayback.getState();
  if (state !== 'playing') return;
  const positionMs = audioPlayer().positionMs;
  const points = pointsAfter(Math.min(heardFromMs, positionMs));
  const nextMs = Math.min(...points.map(({ atMs }) => atMs));
  if (nextMs <= positionMs + thereMs) {
    heardFromMs = nextMs;
    points.filter(({ atMs }) => atMs === nextMs).every(({ reach }) => reach());
    timer = setTimeout(lookAhead, 0);
    return;
  }
  heardFromMs = positionMs;
  if (points.length === 0) return;
  timer = setTimeout(lookAhead, Math.min(lookEveryMs, (nextMs - positionMs) / speed));
}

function pointsAfter(afterMs: number): TurningPoint[] {
  return finders.map((find) => find(afterMs)).filter((point) => point !== null);
}

/** Once, at the start. */
export function watchTurningPoints(): void {
  usePlayback.subscribe(lookAhead);
  audioPlayer().listen(lookAhead);
}
