import { readId3Chapters } from '../../core/audio/id3-chapters.ts';
import { adtsFormat, mp3Format } from '../../core/audio/frame-format.ts';
import { FrameScanner } from '../../core/audio/frame-scanner.ts';
import { secondsOf } from '../../core/audio/frame-table.ts';
import type { AudioKind } from '../../core/audio/sniff-audio.ts';
import type { Inspection } from './inspection.ts';

/** Container, length (ms), chapters and the shape of the frame table of an audio file. */
export function inspectAudio(bytes: Uint8Array, container: AudioKind): Inspection {
  if (container !== 'mp3' && container !== 'adts')
    return { kind: 'audio', model: { container }, warnings: [] };
  const scanner = new FrameScanner(container === 'mp3' ? mp3Format : adtsFormat, bytes.length);
  scanner.push(bytes);
  const scan = scanner.end();
  if (scan.kind !== 'indexed')
    return { kind: 'audio', model: { container }, warnings: [{ code: scan.kind, count: 1 }] };
  const { sizes, ...shape } = scan.table;
  const chapters = shape.tags.flatMap((tag) =>
    readId3Chapters(bytes.subarray(tag.offset, tag.offset + tag.size)),
  );
  const seams = shape.pieces.length - 1;
  const model = {
    container,
    durationMs: Math.round(secondsOf(scan.table) * 1000),
    frames: sizes.length,
    chapters,
    shape,
  };
  return { kind: 'audio', model, warnings: seams > 0 ? [{ code: 'spliced', count: seams }] : [] };
}
