import type { Mp4Box } from './read-mp4-boxes.ts';
import { findMp4Box } from './read-mp4-boxes.ts';

/** Where one sample of a track lies in the file, in bytes, and when it begins. */
export interface SamplePlace {
  readonly offset: number;
  readonly size: number;
  readonly startMs: number;
}

/** A chapter track has a sample for each chapter: more than this is none. */
const mostSamples = 10_000;

/** The 32-bit numbers of a full box's table after version, flags and `skip` further numbers; empty where there is no such box. */
function numbersOf(moov: Uint8Array, box: Mp4Box | null, skip: number): number[] {
  if (!box) return [];
  const view = new DataView(moov.buffer, moov.byteOffset + box.start, box.end - box.start);
  const count = Math.min(Math.floor(view.byteLength / 4) - 1 - skip, mostSamples * 3);
  return Array.from({ length: Math.max(0, count) }, (_, at) => view.getUint32((at + 1 + skip) * 4));
}

function chunkOffsets(moov: Uint8Array, table: Mp4Box): number[] {
  const short = numbersOf(moov, findMp4Box(moov, table, 'stco'), 1);
  if (short.length > 0) return short;
  const halves = numbersOf(moov, findMp4Box(moov, table, 'co64'), 1);
  return Array.from(
    { length: halves.length >> 1 },
    (_, at) => (halves[at * 2] ?? 0) * 2 ** 32 + (halves[at * 2 + 1] ?? 0),
  );
}

function sampleSizes(moov: Uint8Array, table: Mp4Box): number[] {
  const [common = 0, count = 0, ...sizes] = numbersOf(moov, findMp4Box(moov, table, 'stsz'), 0);
  return common === 0 ? sizes.slice(0, count) : new Array<number>(Math.min(count, mostSamples)).fill(common);
}

function startTimes(moov: Uint8Array, table: Mp4Box): number[] {
  const entries = numbersOf(moov, findMp4Box(moov, table, 'stts'), 1);
  const starts: number[] = [];
  let time = 0;
  for (let at = 0; at + 1 < entries.length; at += 2) {
    for (let left = entries[at] ?? 0; left > 0 && starts.length < mostSamples; left--) {
      starts.push(time);
      time += entries[at + 1] ?? 0;
    }
  }
  return starts;
}

/** Every sample of a track, from its `stbl` (ISO/IEC 14496-12 §8.6, §8.7); `timeScale` is the track's units a second. */
export function readSamplePlaces(moov: Uint8Array, table: Mp4Box, timeScale: number): SamplePlace[] {
  const [chunks, sizes, starts] = [
    chunkOffsets(moov, table),
    sampleSizes(moov, table),
    startTimes(moov, table),
  ];
  const perChunk = numbersOf(moov, findMp4Box(moov, table, 'stsc'), 1);
  const places: SamplePlace[] = [];
  let entry = 0;
  for (const [chunk, chunkOffset] of chunks.entries()) {
    while ((perChunk[(entry + 1) * 3] ?? Infinity) <= chunk + 1) entry++;
    let offset = chunkOffset;
    for (let left = perChunk[entry * 3 + 1] ?? 0; left > 0 && places.length < sizes.length; left--) {
      const size = sizes[places.length] ?? 0;
      const startMs = Math.round(((starts[places.length] ?? 0) / timeScale) * 1000);
      places.push({ offset, size, startMs });
      offset += size;
    }
  }
  return places;
}
