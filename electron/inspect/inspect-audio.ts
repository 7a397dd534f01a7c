import { readId3Chapters } from '../../core/audio/id3-chapters.ts';
import { Mp3FrameScanner } from '../../core/audio/mp3-frames.ts';
import { mp3DurationMs } from '../../core/audio/mp3-index.ts';
import type { AudioKind } from '../../core/audio/sniff-audio.ts';
import type { Inspection } from './inspection.ts';

/** Container, length (ms), chapters and the shape of the frame table of an audio file. */
export function inspectAudio(bytes: Uint8Array, container: AudioKind): Inspection {
  if (container !== 'mp3') return { kind: 'audio', model: { container }, warnings: [] };
  const scanner = new Mp3FrameScanner(bytes.length);
  scanner.push(bytes);
  const scan = scanner.end();
  if (scan.kind !== 'indexed')
    return { kind: 'audio', model: { container }, warnings: [{ code: scan.kind, count: 1 }] };
  const { sizes, ...shape } = scan.index;
  const chapters = shape.tags.flatMap((tag) =>
    readId3Chapters(bytes.subarray(tag.offset, tag.offset + tag.size)),
  );
  const spliced = shape.configurationChanges.length;
  const model = { container, durationMs: mp3DurationMs(scan.index), frames: sizes.length, chapters, shape };
  return { kind: 'audio', model, warnings: spliced > 0 ? [{ code: 'spliced', count: spliced }] : [] };
}
