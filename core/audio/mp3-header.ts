import type { FrameHeader } from './frame-header.ts';

/** No layer III frame of a listed bitrate is longer (320 kbit/s at 32 kHz with padding). */
export const longestMp3Frame = 1441;

const mpeg1Bitrates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const mpeg2Bitrates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const mpeg1Rates = [44_100, 48_000, 32_000];
/** MPEG-2 halves the rates of MPEG-1, 2.5 halves them again. */
const rateDivisor = { 1: 1, 2: 2, 2.5: 4 } as const;
const layerThree = 1;
const reservedVersion = 1;
const reservedEmphasis = 2;
const mono = 3;

function versionOf(bits: number): 1 | 2 | 2.5 {
  if (bits === 3) return 1;
  return bits === 2 ? 2 : 2.5;
}

/**
 * The MPEG audio layer III header at `offset` (ISO/IEC 11172-3 §2.4.1.3, 13818-3 §2.4.2.3; 2.5 is Fraunhofer's extension),
 * or null when these four bytes are not one. Reads nothing past them.
 */
export function readMp3Header(bytes: Uint8Array, offset: number): FrameHeader | null {
  if (offset + 4 > bytes.length) return null;
  const second = bytes[offset + 1] ?? 0;
  if (bytes[offset] !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const third = bytes[offset + 2] ?? 0;
  const fourth = bytes[offset + 3] ?? 0;
  const versionBits = (second >> 3) & 3;
  if (versionBits === reservedVersion || ((second >> 1) & 3) !== layerThree) return null;
  if ((fourth & 3) === reservedEmphasis) return null;
  const version = versionOf(versionBits);
  const bitrate = (version === 1 ? mpeg1Bitrates : mpeg2Bitrates)[third >> 4];
  const mpeg1Rate = mpeg1Rates[(third >> 2) & 3];
  if (bitrate === undefined || mpeg1Rate === undefined) return null;
  const sampleRate = mpeg1Rate / rateDivisor[version];
  const samples = version === 1 ? 1152 : 576;
  const padding = (third >> 1) & 1;
  const size = bitrate === 0 ? 0 : Math.floor((samples * bitrate * 125) / sampleRate) + padding;
  const channels = fourth >> 6 === mono ? 1 : 2;
  return { codec: 'mp3', sampleRate, channels, samples, size, leftOut: 0, objectType: 0 };
}

/** MPEG-1 has two granules a frame, the lower rates of MPEG-2 and 2.5 have one. */
function isMpeg1({ samples }: FrameHeader): boolean {
  return samples === 1152;
}

/** Bytes of side information after header and checksum (ISO/IEC 11172-3 §2.4.1.7, 13818-3 §2.4.1.7). */
export function mp3SideBytes(header: FrameHeader): number {
  if (isMpeg1(header)) return header.channels === 2 ? 32 : 17;
  return header.channels === 2 ? 17 : 9;
}

/** What a frame says of its main data; bytes. */
export interface Mp3MainData {
  /** Taken from the frames before it (`main_data_begin`). */
  readonly needed: number;
  /** Main data lying in the frame itself, for it or for later ones. */
  readonly held: number;
  /** As much of all that is before it and in it the frame plays. */
  readonly used: number;
}

const side = {
  mpeg1: { beginBits: 9, privateBits: { 1: 5, 2: 3 }, sharedBits: 4, granules: 2, granuleBits: 59 },
  mpeg2: { beginBits: 8, privateBits: { 1: 1, 2: 2 }, sharedBits: 0, granules: 1, granuleBits: 63 },
} as const;
const lengthBits = 12;

/** Reads the side information of the frame at `offset` (ISO/IEC 11172-3 §2.4.1.7, 13818-3 §2.4.1.7). */
export function readMp3MainData(bytes: Uint8Array, offset: number, header: FrameHeader): Mp3MainData {
  const isProtected = ((bytes[offset + 1] ?? 0) & 1) === 0;
  const from = offset + (isProtected ? 6 : 4);
  const layout = isMpeg1(header) ? side.mpeg1 : side.mpeg2;
  const channels = header.channels === 1 ? 1 : 2;
  const before = layout.beginBits + layout.privateBits[channels] + layout.sharedBits * channels;
  let usedBits = 0;
  for (let part = 0; part < layout.granules * channels; part++)
    usedBits += bitsAt(bytes, from * 8 + before + part * layout.granuleBits, lengthBits);
  return {
    needed: bitsAt(bytes, from * 8, layout.beginBits),
    held: Math.max(0, header.size - (from - offset) - mp3SideBytes(header)),
    used: Math.ceil(usedBits / 8),
  };
}

/** A number of up to 16 bits; bits beyond the end are 0. */
function bitsAt(bytes: Uint8Array, bit: number, count: number): number {
  const byte = bit >> 3;
  const three = ((bytes[byte] ?? 0) << 16) | ((bytes[byte + 1] ?? 0) << 8) | (bytes[byte + 2] ?? 0);
  return (three >> (24 - (bit & 7) - count)) & ((1 << count) - 1);
}
