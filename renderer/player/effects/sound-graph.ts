import { amplitudeOf } from '../../../core/playback/level-gain.ts';
import { mediaElement } from '../media-element.ts';

/** How the sound is changed on its way out. */
export interface SoundShape {
  /** Decibels that bring the programme to the common loudness; null: voices are not levelled. */
  readonly levelDb: number | null;
  /** What the listener added (dB). */
  readonly volumeDb: number;
}

/** `plain`: as it comes; `louder`: the volume is changed and kept below full scale; `levelled`: all of it. */
type Route = 'plain' | 'louder' | 'levelled';

interface Graph {
  readonly context: AudioContext;
  readonly source: AudioNode;
  readonly level: GainNode;
  readonly compressor: AudioNode;
  readonly volume: GainNode;
  readonly limiter: AudioNode;
  readonly trim: GainNode;
  route: Route | null;
}

/** Gentle: 2:1 above a threshold that soft voices reach too. */
const compression = { threshold: -24, knee: 0, ratio: 2, attack: 0.01, release: 0.25 } as const;
/** Keeps what was amplified below full scale. */
const limiting = { threshold: -3, knee: 0, ratio: 20, attack: 0.001, release: 0.1 } as const;
/** What compression takes from speech of the common loudness (dB), measured by sound: see `e2e/specs/effects.spec.ts`. */
const takenByCompressionDb = 7;
/** A volume that jumps is heard as a click (s). */
const glideSeconds = 0.05;
/** The context keeps the sound card busy: it rests when nothing has been heard for so long (ms). */
const restAfterMs = 5_000;

let graph: Graph | null = null;
let resting: ReturnType<typeof setTimeout> | undefined;

/** Changes the sound of the media element from now on. While nothing was ever to be changed there is no graph at all. */
export function shapeSound({ levelDb, volumeDb }: SoundShape): void {
  const route: Route = levelDb !== null ? 'levelled' : volumeDb !== 0 ? 'louder' : 'plain';
  if (route === 'plain' && graph === null) return;
  graph ??= openGraph();
  const added =
    makeUpDb(limiting) + (route === 'levelled' ? makeUpDb(compression) - takenByCompressionDb : 0);
  glide(graph.level, levelDb ?? 0);
  glide(graph.volume, volumeDb);
  glide(graph.trim, -added);
  if (route !== graph.route) connect(graph, route);
}

/** Wakes the graph before something plays, and lets it rest a while after. */
export function wakeSound(isPlaying: boolean): void {
  clearTimeout(resting);
  if (graph === null) return;
  const { context } = graph;
  if (isPlaying) void context.resume();
  else resting = setTimeout(() => void context.suspend(), restAfterMs);
}

/** How much later than the media element counts its sound is heard (ms). */
export function soundDelayMs(): number {
  if (graph === null) return 0;
  // One buffer is being filled while the other one is played.
  const { baseLatency, outputLatency } = graph.context;
  return (2 * baseLatency + outputLatency) * 1000;
}

function openGraph(): Graph {
  // As large buffers as the element has without a graph: filling small ones costs as much as all the rest of playing.
  const context = new AudioContext({ latencyHint: 'playback' });
  return {
    context,
    source: context.createMediaElementSource(mediaElement()),
    level: context.createGain(),
    compressor: new DynamicsCompressorNode(context, compression),
    volume: context.createGain(),
    limiter: new DynamicsCompressorNode(context, limiting),
    trim: context.createGain(),
    route: null,
  };
}

function connect(parts: Graph, route: Route): void {
  const { context, source, level, compressor, volume, limiter, trim } = parts;
  for (const node of [source, level, compressor, volume, limiter, trim]) node.disconnect();
  const ways: Record<Route, readonly AudioNode[]> = {
    plain: [source],
    louder: [source, volume, limiter, trim],
    levelled: [source, level, compressor, volume, limiter, trim],
  };
  ways[route].reduce((before, next) => before.connect(next)).connect(context.destination);
  parts.route = route;
}

/** What a compressor adds by itself: 0.6 of what it takes at full scale (Web Audio API §1.19.4, makeup gain). */
function makeUpDb({ threshold, ratio }: { readonly threshold: number; readonly ratio: number }): number {
  return -0.6 * threshold * (1 - 1 / ratio);
}

function glide({ gain, context }: GainNode, db: number): void {
  gain.setTargetAtTime(amplitudeOf(db), context.currentTime, glideSeconds);
}
