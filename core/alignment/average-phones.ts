import type { FrameReader } from './frames.ts';
import { frameMs } from './frames.ts';
import { statesOfPhone } from './phone-chain.ts';
import type { SpokenPhone } from './spoken-text.ts';

/** For each phone name its three parts, one after the other, each as wide as a frame. */
export type PhoneAverages = ReadonlyMap<string, Float64Array>;

/** Which part of a phone a frame falls into, when its frames from `start` to `end` are split evenly. */
export function partAt(frame: number, start: number, end: number): number {
  const part = Math.floor(((frame - start) * statesOfPhone) / (end - start));
  return Math.min(Math.max(part, 0), statesOfPhone - 1);
}

/** Frames of a phone, one at least. */
export function framesOf({ startMs, endMs }: { startMs: number; endMs: number }) {
  const start = Math.round(startMs / frameMs);
  return { start, end: Math.max(start + 1, Math.round(endMs / frameMs)) };
}

/** What the parts of each phone sound like on average where they are known to lie. */
export function averagePhones(frames: FrameReader, phones: readonly SpokenPhone[]): PhoneAverages {
  const { count, width } = frames;
  const averages = new Map<string, Float64Array>();
  const counts = new Map<string, number[]>();
  const row = new Float64Array(width);
  for (const phone of phones) {
    const { name } = phone;
    const { start, end } = framesOf(phone);
    const sums = averages.get(name) ?? new Float64Array(statesOfPhone * width);
    const heard = counts.get(name) ?? new Array<number>(statesOfPhone).fill(0);
    averages.set(name, sums);
    counts.set(name, heard);
    for (let frame = start; frame < Math.min(end, count); frame++) {
      const part = partAt(frame, start, end);
      heard[part]! += 1;
      frames.read(frame, row);
      for (let index = 0; index < width; index++) sums[part * width + index]! += row[index]!;
    }
  }
  for (const [name, sums] of averages) {
    const heard = counts.get(name)!;
    sums.forEach((sum, at) => (sums[at] = sum / Math.max(1, heard[Math.floor(at / width)]!)));
  }
  return averages;
}
