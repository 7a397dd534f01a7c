import type { Pcm } from '../../../core/audio/analyse-sound.ts';

/** Leaves out `startSeconds` of a sound, and what comes after `seconds` more. */
export async function* cutSound(
  sound: AsyncIterable<Pcm>,
  { startSeconds, seconds = Infinity }: { startSeconds: number; seconds?: number | undefined },
): AsyncGenerator<Pcm> {
  let passed = 0;
  for await (const { channels, sampleRate } of sound) {
    const length = channels[0]?.length ?? 0;
    const sampleAt = (time: number): number => Math.round((time - passed) * sampleRate);
    const from = Math.min(length, Math.max(0, sampleAt(startSeconds)));
    const to = Math.min(length, Math.max(0, sampleAt(startSeconds + seconds)));
    if (to > from) yield { channels: channels.map((samples) => samples.subarray(from, to)), sampleRate };
    if (to < length) return;
    passed += length / sampleRate;
  }
}
