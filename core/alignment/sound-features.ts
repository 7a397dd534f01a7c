/** Cepstral coefficients of a frame: the zeroth (loudness of the bands together) and twelve of shape. */
export const cepstrumWidth = 13;
/** Cepstra are kept in steps of 1/128 and levels in hundredths of a decibel: far finer than they vary, a quarter of the memory. */
export const cepstrumScale = 128;
export const levelScale = 100;

/** What is kept of sound to align it: some 10 MB an hour. */
export interface SoundFeatures {
  /** `cepstrumWidth` numbers for each frame, times `cepstrumScale`. */
  readonly cepstra: Int16Array;
  /** Level of each frame in dB of full scale, times `levelScale`. */
  readonly levels: Int16Array;
}

/** Opens the bytes, and grows when features are computed or laid out otherwise. */
const signature = 0x31_46_4d_45;

/** Features as bytes, to go on from after an interruption: signature, count of frames, cepstra, levels, in this computer's byte order. */
export function writeSoundFeatures({ cepstra, levels }: SoundFeatures): Uint8Array<ArrayBuffer> {
  const head = Uint32Array.of(signature, levels.length);
  const parts = [head, cepstra, levels].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Null for bytes that `writeSoundFeatures` did not write, or not to their end. */
export function readSoundFeatures(bytes: Uint8Array): SoundFeatures | null {
  // A copy begins at a place where numbers of two bytes may begin; `slice` of a Buffer would not be one.
  const { buffer } = new Uint8Array(bytes);
  if (buffer.byteLength < 8) return null;
  const [found, count = 0] = new Uint32Array(buffer, 0, 2);
  if (found !== signature || buffer.byteLength !== 8 + count * 2 * (cepstrumWidth + 1)) return null;
  const cepstra = new Int16Array(buffer, 8, count * cepstrumWidth);
  return { cepstra, levels: new Int16Array(buffer, 8 + cepstra.byteLength, count) };
}
