import { readFile, rm, writeFile } from 'node:fs/promises';
import { adtsFormat, mp3Format } from '../../../core/audio/frame-format.ts';
import type { FrameFormat } from '../../../core/audio/frame-format.ts';
import { FrameScanner } from '../../../core/audio/frame-scanner.ts';
import { secondsOf } from '../../../core/audio/frame-table.ts';
import { makeToneFile } from './make-tone-file.ts';

/** Where a stretch of the test sound really begins in a file, both in seconds. */
export interface Stretch {
  readonly fileStart: number;
  readonly soundStart: number;
}

export interface ToneFormat {
  readonly id: string;
  readonly name: string;
  /** File extension and media type as a server would give them. */
  readonly extension: string;
  readonly type: string;
  /** Writes the file of so many seconds; answers where its stretches begin, one where nothing is spliced. */
  readonly make: (path: string, seconds: number) => Promise<readonly Stretch[]>;
}

const vbr = ['-c:a', 'libmp3lame', '-q:a', '5'];
const bare = ['-write_xing', '0', '-id3v2_version', '0'];
const wholeFile: readonly Stretch[] = [{ fileStart: 0, soundStart: 0 }];

function encoded(
  format: Pick<ToneFormat, 'id' | 'name' | 'extension' | 'type'>,
  encoder: readonly string[],
  sampleRate = 44_100,
): ToneFormat {
  const make = async (path: string, seconds: number): Promise<readonly Stretch[]> => {
    await makeToneFile({ path, seconds, sampleRate, encoder });
    return wholeFile;
  };
  return { ...format, make };
}

function mp3(id: string, name: string): Pick<ToneFormat, 'id' | 'name' | 'extension' | 'type'> {
  return { id, name, extension: 'mp3', type: 'audio/mpeg' };
}

/** Length and places of the frames, in bytes. */
function scan(
  bytes: Uint8Array,
  format: FrameFormat = mp3Format,
): { seconds: number; frameAt: (frame: number) => number } {
  const scanner = new FrameScanner(format, bytes.length);
  scanner.push(bytes);
  const found = scanner.end();
  if (found.kind !== 'indexed') throw new Error(found.kind);
  const { table } = found;
  const start = table.runs[0]?.offset ?? 0;
  const frameAt = (frame: number): number =>
    table.sizes.subarray(0, frame).reduce((sum, size) => sum + size, start);
  return { seconds: secondsOf(table), frameAt };
}

async function tonePiece(
  path: string,
  piece: { from: number; seconds: number; sampleRate: number; encoder: readonly string[] },
): Promise<Buffer> {
  await makeToneFile({ path: `${path}.piece.mp3`, ...piece });
  const bytes = await readFile(`${path}.piece.mp3`);
  await rm(`${path}.piece.mp3`);
  return bytes;
}

/** LAME begins so many samples late, which nothing in these pieces tells a player; FFmpeg's AAC by one frame. */
const lameDelay = 1105;
const aacDelay = 1024;

interface Plan {
  /** Of the whole length. */
  readonly share: number;
  readonly sampleRate: number;
  readonly encoder: readonly string[];
}

const stereo = ['-ac', '2', '-c:a', 'libmp3lame', '-q:a', '5', ...bare];
const mono = ['-ac', '1', '-c:a', 'libmp3lame', '-b:a', '48k', ...bare];
const mp3Plans: readonly Plan[] = [
  { share: 0.3, sampleRate: 44_100, encoder: stereo },
  { share: 0.05, sampleRate: 22_050, encoder: mono },
  { share: 0.3, sampleRate: 44_100, encoder: stereo },
  { share: 0.05, sampleRate: 48_000, encoder: mono },
  { share: 0.3, sampleRate: 44_100, encoder: stereo },
];
const adts = (channels: string): string[] => ['-ac', channels, '-c:a', 'aac', '-b:a', '96k', '-f', 'adts'];
const adtsPlans: readonly Plan[] = mp3Plans.map(({ share, sampleRate }, at) => ({
  share,
  sampleRate,
  encoder: adts(at % 2 === 0 ? '2' : '1'),
}));

/**
 * Pieces as a server that inserts advertisements puts them together. The frames of nothing but the encoder's delay are
 * left out of each, as a listener would hear them as a gap that no player can close.
 */
async function makeSpliced(
  path: string,
  seconds: number,
  { plans, format }: { plans: readonly Plan[]; format: FrameFormat },
): Promise<readonly Stretch[]> {
  const parts: Buffer[] = [];
  const stretches: Stretch[] = [];
  let [from, fileStart] = [0, 0];
  for (const { share, sampleRate, encoder } of plans) {
    const length = Math.round(share * seconds);
    const bytes = await tonePiece(path, { from, seconds: length, sampleRate, encoder });
    const isMp3 = format === mp3Format;
    const samples = isMp3 ? (sampleRate >= 32_000 ? 1152 : 576) : 1024;
    const delay = isMp3 ? lameDelay : aacDelay;
    const left = Math.floor(delay / samples);
    const { seconds: whole, frameAt } = scan(bytes, format);
    const delaySeconds = (delay - left * samples) / sampleRate;
    parts.push(bytes.subarray(frameAt(left)));
    stretches.push({ fileStart, soundStart: from - delaySeconds });
    fileStart += whole - (left * samples) / sampleRate;
    from += length;
  }
  await writeFile(path, Buffer.concat(parts));
  return stretches;
}

function id3(size: number): Buffer {
  const length = [21, 14, 7, 0].map((shift) => (size >> shift) & 0x7f);
  return Buffer.concat([Buffer.from('ID3'), Buffer.from([3, 0, 0, ...length]), Buffer.alloc(size)]);
}

/** Tags at both ends and in the middle, junk, and a last frame cut short. */
async function makeCluttered(path: string, seconds: number): Promise<readonly Stretch[]> {
  const clean = await tonePiece(path, { from: 0, seconds, sampleRate: 44_100, encoder: [...vbr, ...bare] });
  const { frameAt } = scan(clean);
  const cut = (part: number): number => frameAt(Math.round((seconds * part * 44_100) / 1152));
  const junk = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251));
  const [one, two, three] = [cut(0.2), cut(0.5), cut(0.8)];
  await writeFile(
    path,
    Buffer.concat([
      id3(60_000),
      clean.subarray(0, one),
      id3(30_000),
      clean.subarray(one, two),
      junk,
      clean.subarray(two, three),
      id3(100),
      clean.subarray(three, clean.length - 100),
      Buffer.from('TAG'),
      Buffer.alloc(125),
    ]),
  );
  return [{ fileStart: 0, soundStart: -lameDelay / 44_100 }];
}

const aac = ['-c:a', 'aac', '-b:a', '96k'];

export const toneFormats: readonly ToneFormat[] = [
  encoded(mp3('vbr-xing', 'MP3 VBR, Xing'), vbr),
  encoded(mp3('vbr-none', 'MP3 VBR, no Xing'), [...vbr, '-write_xing', '0']),
  encoded(mp3('cbr', 'MP3 CBR 128k'), ['-c:a', 'libmp3lame', '-b:a', '128k']),
  encoded(mp3('vbr-22k', 'MP3 VBR, MPEG-2, 22.05 kHz'), vbr, 22_050),
  encoded(mp3('cbr-11k', 'MP3 CBR 24k, MPEG-2.5, 11.025 kHz'), ['-c:a', 'libmp3lame', '-b:a', '24k'], 11_025),
  {
    ...mp3('cluttered', 'MP3 VBR, tags inside, junk, cut short'),
    make: makeCluttered,
  },
  {
    ...mp3('spliced', 'MP3 of five pieces: 44.1 stereo, 22.05 and 48 mono'),
    make: (path, seconds) => makeSpliced(path, seconds, { plans: mp3Plans, format: mp3Format }),
  },
  encoded({ id: 'adts', name: 'AAC, ADTS', extension: 'aac', type: 'audio/aac' }, [...aac, '-f', 'adts']),
  {
    id: 'spliced-adts',
    name: 'AAC, ADTS of five pieces',
    extension: 'aac',
    type: 'audio/aac',
    make: (path, seconds) => makeSpliced(path, seconds, { plans: adtsPlans, format: adtsFormat }),
  },
  {
    ...encoded({ id: 'm4a', name: 'AAC, M4A', extension: 'm4a', type: 'audio/mp4' }, aac),
    // Clicks are made on the element, whose clock runs ahead by the delay of the encoder; the player counts that in.
    make: async (path, seconds) => {
      await makeToneFile({ path, seconds, sampleRate: 44_100, encoder: aac });
      return [{ fileStart: 0, soundStart: -aacDelay / 44_100 }];
    },
  },
  encoded({ id: 'misnamed', name: 'MP3 VBR called M4A', extension: 'm4a', type: 'audio/mp4' }, [
    ...vbr,
    '-f',
    'mp3',
  ]),
  encoded(
    { id: 'opus', name: 'Opus, Ogg', extension: 'opus', type: 'audio/ogg' },
    ['-c:a', 'libopus', '-b:a', '48k'],
    48_000,
  ),
  encoded({ id: 'vorbis', name: 'Vorbis, Ogg', extension: 'ogg', type: 'audio/ogg' }, ['-c:a', 'libvorbis']),
  encoded({ id: 'flac', name: 'FLAC', extension: 'flac', type: 'audio/flac' }, ['-c:a', 'flac']),
  encoded({ id: 'wav', name: 'WAV', extension: 'wav', type: 'audio/wav' }, ['-c:a', 'pcm_s16le']),
];
