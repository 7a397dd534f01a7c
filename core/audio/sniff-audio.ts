import { sameClock } from './frame-header.ts';
import { readId3Size } from './id3-size.ts';
import { readMp3Header } from './mp3-header.ts';

/** `html` and `text`: a page or a message in the place of audio. `empty`: no byte, or nothing but zeros. */
export type AudioKind =
  'mp3' | 'mp4' | 'adts' | 'ogg' | 'flac' | 'wav' | 'webm' | 'html' | 'text' | 'empty' | 'unknown';

/** Bytes from the start of a file that are enough to tell, unless a large tag comes first. */
export const sniffBytes = 8192;

const junkBeforeMp3 = 4096;
const markup =
  /^<(?:!doctype|html|head|body|script|style|title|meta|iframe|table|div|h1|p|a|b|br|font|noscript|frameset)\b/i;

function hasMark(bytes: Uint8Array, offset: number, mark: string): boolean {
  for (let at = 0; at < mark.length; at++) if (bytes[offset + at] !== mark.charCodeAt(at)) return false;
  return true;
}

/** Two headers that follow one another; one alone is believed at the very start only, when the second lies beyond what is here. */
function hasMp3FrameAt(bytes: Uint8Array, offset: number): boolean {
  const header = readMp3Header(bytes, offset);
  if (!header) return false;
  const next = offset + header.size;
  if (header.size === 0 || next + 4 > bytes.length) return offset === 0;
  const following = readMp3Header(bytes, next);
  return following !== null && sameClock(header, following);
}

function hasMp3Frames(bytes: Uint8Array): boolean {
  const last = Math.min(bytes.length, junkBeforeMp3);
  for (let at = bytes.indexOf(0xff); at >= 0 && at < last; at = bytes.indexOf(0xff, at + 1)) {
    if (hasMp3FrameAt(bytes, at)) return true;
  }
  return false;
}

/** ADTS (ISO/IEC 13818-7 §6.2): twelve bits of sync, layer 0. */
function hasAdts(bytes: Uint8Array, offset: number): boolean {
  return (
    bytes[offset] === 0xff &&
    ((bytes[offset + 1] ?? 0) & 0xf6) === 0xf0 &&
    ((bytes[offset + 2] ?? 0) & 0x3c) < 0x34
  );
}

function container(bytes: Uint8Array, offset: number): AudioKind | null {
  if (hasMark(bytes, offset, 'fLaC')) return 'flac';
  if (hasMark(bytes, offset, 'OggS')) return 'ogg';
  if (hasMark(bytes, offset + 4, 'ftyp')) return 'mp4';
  if (hasMark(bytes, offset, '\u001a\u0045\u00df\u00a3')) return 'webm';
  const riff = hasMark(bytes, offset, 'RIFF') || hasMark(bytes, offset, 'RF64');
  if (riff && hasMark(bytes, offset + 8, 'WAVE')) return 'wav';
  return hasAdts(bytes, offset) ? 'adts' : null;
}

/** How wide text begins: byte order marks and a bare `<`, with the place of the first letter's low byte. */
const wideBeginnings = [
  { mark: '\u00ff\u00fe', low: 2 },
  { mark: '\u00fe\u00ff', low: 3 },
  { mark: '<\0', low: 0 },
  { mark: '\0<', low: 1 },
];
const allowedControls = '\t\n\f\r\u001b';

/** The bytes as text where they can be text: UTF-16 is thinned to its low bytes; control characters mean data. */
function asText(bytes: Uint8Array): string | null {
  const wide = wideBeginnings.find(({ mark }) => hasMark(bytes, 0, mark));
  const start = wide ? wide.low : hasMark(bytes, 0, '\u00ef\u00bb\u00bf') ? 3 : 0;
  let text = '';
  for (let at = start; at < bytes.length; at += wide ? 2 : 1) {
    const letter = String.fromCharCode(bytes[at] ?? 0);
    if (!wide && letter < ' ' && !allowedControls.includes(letter)) return null;
    text += letter;
  }
  return text;
}

function withoutLeadingComments(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', 4);
    // A comment longer than what we hold: only a page begins so.
    if (end < 0) return '<html>';
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

/**
 * Tells from the first bytes of a file what it is, whatever its name and type say; `sniffBytes` of them are enough.
 * Takes any bytes and never throws.
 */
export function sniffAudio(head: Uint8Array): AudioKind {
  if (head.every((byte) => byte === 0)) return 'empty';
  const tag = readId3Size(head, 0);
  if (tag > 0) return (tag + 12 <= head.length ? container(head, tag) : null) ?? 'mp3';
  const known = container(head, 0);
  if (known) return known;
  const text = asText(head.subarray(0, sniffBytes));
  if (text !== null) return markup.test(withoutLeadingComments(text)) ? 'html' : 'text';
  return hasMp3Frames(head) ? 'mp3' : 'unknown';
}
