/** How the samples of a WAV file are laid, and where (RIFF, Microsoft Multimedia Programming Interface 1.0; RF64, EBU Tech 3306). */
export interface WavShape {
  readonly channels: number;
  /** Hz. */
  readonly sampleRate: number;
  readonly bits: 8 | 16 | 24 | 32;
  readonly isFloat: boolean;
  /** Where the samples begin, in bytes; they go on to the end of their chunk, or of the file if that comes first. */
  readonly start: number;
  readonly end: number;
}

const integer = 1;
const float = 3;
/** The true code stands in the first two bytes of a GUID. */
const extensible = 0xfffe;

/** Reads the chunks at the head of a WAV file; null when they do not lead to samples of a kind that is known. */
export function readWavShape(head: Uint8Array): WavShape | null {
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  let format: Omit<WavShape, 'start' | 'end'> | null = null;
  for (let at = 12; at + 8 <= head.length;) {
    const name = String.fromCharCode(...head.subarray(at, at + 4));
    const size = view.getUint32(at + 4, true);
    if (name === 'fmt ' && at + 24 <= head.length) format = readFormat(head.subarray(at + 8, at + 8 + size));
    if (name === 'data') {
      // RF64 and files written to a pipe do not know their length: everything that follows is sound.
      const end = size === 0xffff_ffff || size === 0 ? Number.POSITIVE_INFINITY : at + 8 + size;
      return format && { ...format, start: at + 8, end };
    }
    at += 8 + size + (size % 2);
  }
  return null;
}

function readFormat(bytes: Uint8Array): Omit<WavShape, 'start' | 'end'> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const code = view.getUint16(0, true);
  const kind = code === extensible && bytes.length >= 26 ? view.getUint16(24, true) : code;
  const channels = view.getUint16(2, true);
  const sampleRate = view.getUint32(4, true);
  const bits = view.getUint16(14, true);
  const isFloat = kind === float;
  const isKnown = isFloat ? bits === 32 : kind === integer && [8, 16, 24, 32].includes(bits);
  if (!isKnown || channels < 1 || channels > 8 || sampleRate < 1000) return null;
  return { channels, sampleRate, bits: bits as WavShape['bits'], isFloat };
}

/** Samples from -1 to 1 of whole frames; a rest that is no whole frame is left out. */
export function readWavSamples(bytes: Uint8Array, { channels, bits, isFloat }: WavShape): Float32Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const width = bits / 8;
  const frames = Math.floor(bytes.length / width / channels);
  const read = readerOf(view, bits, isFloat);
  return Array.from({ length: channels }, (_, channel) => {
    const samples = new Float32Array(frames);
    for (let frame = 0; frame < frames; frame++) samples[frame] = read((frame * channels + channel) * width);
    return samples;
  });
}

function readerOf(view: DataView, bits: WavShape['bits'], isFloat: boolean): (at: number) => number {
  if (isFloat) return (at) => view.getFloat32(at, true);
  switch (bits) {
    case 8:
      return (at) => (view.getUint8(at) - 128) / 128;
    case 16:
      return (at) => view.getInt16(at, true) / 0x8000;
    case 24:
      return (at) => (view.getUint8(at) | (view.getInt16(at + 1, true) << 8)) / 0x80_0000;
    case 32:
      return (at) => view.getInt32(at, true) / 0x8000_0000;
  }
}
