import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pcm } from '../../../../core/audio/analyse-sound.ts';
import { parseTranscriptText } from '../../../../core/transcript/parse-transcript.ts';
import type { Transcript } from '../../../../core/transcript/transcript.ts';
import { decodeMp3 } from '../../decode/decode-mp3.ts';
import { SoundFile } from '../../decode/sound-file.ts';

/** A recording of the sample show: human speech of known wording, with the time of each word. */
export interface Sample {
  readonly pieces: readonly Pcm[];
  readonly durationMs: number;
  /** As published, with times. */
  readonly timed: Transcript;
  /** The words alone. */
  readonly untimed: Transcript;
}

export async function readSample(
  name: 'aelita' | 'sense-and-sensibility',
  language: string,
): Promise<Sample> {
  const place = (type: string) => path.resolve('sample', `${name}.${type}`);
  const handle = await open(place('mp3'));
  try {
    const { size } = await handle.stat();
    const pieces: Pcm[] = [];
    for await (const piece of decodeMp3(new SoundFile(handle, size), undefined)) pieces.push(piece);
    const durationMs = pieces.reduce(
      (sum, { channels, sampleRate }) => sum + (channels[0]!.length / sampleRate) * 1000,
      0,
    );
    const timed = transcriptOf(await readFile(place('vtt'), 'utf8'), language);
    return { pieces, durationMs, timed, untimed: withoutTimes(timed) };
  } finally {
    await handle.close();
  }
}

export function transcriptOf(text: string, language: string): Transcript {
  const parsed = parseTranscriptText(text, { kind: 'file', language });
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

/** Where each word begins, ms, in reading order. */
export function wordStarts({ paragraphs }: Transcript): (number | undefined)[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap(({ words }) => words.map(({ startMs }) => startMs)),
  );
}

function withoutTimes(transcript: Transcript): Transcript {
  return transcriptOf(transcript.paragraphs.map(({ text }) => text).join('\n\n'), transcript.language);
}
