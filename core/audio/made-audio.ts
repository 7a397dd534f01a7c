/** Audio written by hand for tests: frames are right in their headers and hold silence. */
export interface MadeFrame {
  readonly version?: 1 | 2 | 2.5;
  /** Place in the bitrate table; 9 is 128 kbit/s for MPEG-1, 0 free format. */
  readonly bitrate?: number;
  /** Place in the rate table; 0 is 44.1 kHz for MPEG-1. */
  readonly rate?: number;
  readonly padding?: 0 | 1;
  readonly mono?: boolean;
  /** Bytes, where the header does not tell. */
  readonly length?: number;
  /** Main data taken from earlier frames. */
  readonly needed?: number;
}

const bitrates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const rates = [44_100, 48_000, 32_000];
const versionBits = { 1: 3, 2: 2, 2.5: 0 } as const;

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function text(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

export function mp3Frame(made: MadeFrame): Uint8Array {
  const { version = 1, bitrate = 9, rate = 0, padding = 0, mono = false, needed = 0 } = made;
  const kilobits = bitrates[version === 1 ? 1 : 2][bitrate] ?? 0;
  const hz = (rates[rate] ?? 0) / { 1: 1, 2: 2, 2.5: 4 }[version];
  const samples = version === 1 ? 1152 : 576;
  const size = made.length ?? Math.floor((samples * kilobits * 125) / hz) + padding;
  const frame = new Uint8Array(size);
  frame.set([
    0xff,
    0xe3 | (versionBits[version] << 3),
    (bitrate << 4) | (rate << 2) | (padding << 1),
    mono ? 0xc0 : 0,
  ]);
  frame.set(version === 1 ? [needed >> 1, (needed & 1) << 7] : [needed], 4);
  return frame;
}

export function mp3Frames(count: number, made: MadeFrame = {}): Uint8Array {
  return concat(...Array.from({ length: count }, () => mp3Frame(made)));
}

/** The silent first frame in which LAME notes what it added around the sound. */
export function infoFrame({ delay, padding }: { delay: number; padding: number }): Uint8Array {
  const frame = mp3Frame({});
  frame.set(text('Info'), 36);
  frame.set([0, 0, 0, 15], 40);
  const lame = 36 + 8 + 4 + 4 + 100 + 4;
  frame.set(text('LAME3.100'), lame);
  frame.set([delay >> 4, ((delay & 15) << 4) | (padding >> 8), padding & 255], lame + 21);
  return frame;
}

/** An ID3v2 tag around `content`, or around so many zeros. */
export function id3Tag(content: number | Uint8Array, major: 3 | 4 = 3): Uint8Array {
  const inside = typeof content === 'number' ? new Uint8Array(content) : content;
  const size = [21, 14, 7, 0].map((shift) => (inside.length >> shift) & 0x7f);
  return concat(text('ID3'), Uint8Array.from([major, 0, 0, ...size]), inside);
}

/** AAC LC frames, 44.1 kHz stereo, of `length` bytes each with their ADTS headers; what they hold is counted through. */
export function adtsFrames(count: number, length = 200): Uint8Array {
  const header = [
    0xff,
    0xf1,
    0x50,
    0x80 | (length >> 11),
    (length >> 3) & 0xff,
    ((length & 7) << 5) | 0x1f,
    0xfc,
  ];
  const frames = Array.from({ length: count }, (_, frame) => {
    const bytes = new Uint8Array(length).fill(frame + 1);
    bytes.set(header);
    return bytes;
  });
  return concat(...frames);
}
