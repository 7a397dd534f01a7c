import type { FrameHeader } from './frame-header.ts';

const rates = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350,
];
const headerBytes = 7;
const checksumBytes = 2;
const samples = 1024;

/** No frame is longer: thirteen bits tell its length. */
export const longestAdtsFrame = 8191;

/**
 * The ADTS header at `offset` (ISO/IEC 13818-7 §6.2), or null when these seven bytes are none. Frames of several blocks,
 * which no encoder of podcasts writes, and channels told elsewhere count as none. Reads nothing past them.
 */
export function readAdtsHeader(bytes: Uint8Array, offset: number): FrameHeader | null {
  if (offset + headerBytes > bytes.length) return null;
  const [sync = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0, seventh = 0] = bytes.subarray(
    offset,
    offset + headerBytes,
  );
  if (sync !== 0xff || (second & 0xf6) !== 0xf0) return null;
  const sampleRate = rates[(third >> 2) & 15];
  const layout = ((third & 1) << 2) | (fourth >> 6);
  const leftOut = headerBytes + ((second & 1) === 0 ? checksumBytes : 0);
  const size = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
  const isOneBlock = (seventh & 3) === 0;
  if (sampleRate === undefined || layout === 0 || size <= leftOut || !isOneBlock) return null;
  const channels = layout === 7 ? 8 : layout;
  return { codec: 'aac', sampleRate, channels, samples, size, leftOut, objectType: (third >> 6) + 1 };
}

/** AudioSpecificConfig of frames with this header (ISO/IEC 14496-3 §1.6.2.1): what an MP4 tells the decoder in their place. */
export function audioSpecificConfig({
  objectType,
  sampleRate,
  channels,
}: Pick<FrameHeader, 'objectType' | 'sampleRate' | 'channels'>): Uint8Array {
  const layout = channels === 8 ? 7 : channels;
  const bits = (objectType << 11) | (rates.indexOf(sampleRate) << 7) | (layout << 3);
  return Uint8Array.of(bits >> 8, bits & 0xff);
}

/** HE-AAC halves the rate of its core; above this the core is none. */
const highestCoreRate = 24_000;
const parametricStereo = 29;

/**
 * The same for a decoder that must know beforehand what comes out. Whether one channel of a low rate is the core of HE-AAC, its second
 * voice told in parameters, no ADTS header says; Chromium refuses it under a plain name, while a plain one under this name is only
 * doubled in rate and channels, and heard 22 ms later (explicit hierarchical signalling, §1.6.6.1).
 */
export function promisedSpecificConfig(
  header: Pick<FrameHeader, 'objectType' | 'sampleRate' | 'channels'>,
): Uint8Array {
  const { objectType, sampleRate, channels } = header;
  if (channels !== 1 || sampleRate > highestCoreRate) return audioSpecificConfig(header);
  const [core, doubled] = [rates.indexOf(sampleRate), rates.indexOf(sampleRate * 2)];
  const bits = (parametricStereo << 17) | (core << 13) | (channels << 9) | (doubled << 5) | objectType;
  return Uint8Array.of(bits >> 14, (bits >> 6) & 0xff, (bits << 2) & 0xff, 0);
}
