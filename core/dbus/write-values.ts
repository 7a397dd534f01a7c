import { alignmentOf, parseSignature } from './wire-type.ts';
import type { BasicCode, WireType } from './wire-type.ts';
import type { Variant, WireValue } from './wire-value.ts';

/** Values as bytes, little-endian, beginning at a boundary of eight (D-Bus specification, "Marshaling"). */
export function writeValues(signature: string, values: readonly WireValue[]): number[] {
  const bytes: number[] = [];
  parseSignature(signature).forEach((type, index) => write(bytes, type, values[index] ?? 0));
  return bytes;
}

/** Zeros up to the next boundary. */
export function pad(bytes: number[], boundary: number): void {
  while (bytes.length % boundary !== 0) bytes.push(0);
}

function write(bytes: number[], type: WireType, value: WireValue): void {
  pad(bytes, alignmentOf(type));
  switch (type.code) {
    case 'a':
      writeArray(bytes, type.of, value as readonly WireValue[]);
      break;
    case '(':
      type.of.forEach((member, index) => write(bytes, member, (value as readonly WireValue[])[index] ?? 0));
      break;
    case 'v': {
      const { signature, value: held } = value as Variant;
      const [inner] = parseSignature(signature);
      if (inner === undefined) throw new RangeError('a variant needs a type');
      writeText(bytes, 'g', signature);
      write(bytes, inner, held);
      break;
    }
    default:
      if (typeof value === 'string') writeText(bytes, type.code, value);
      else writeNumber(bytes, type.code, Number(value));
  }
}

/** The length counts from the first element, behind its padding. */
function writeArray(bytes: number[], of: WireType, values: readonly WireValue[]): void {
  const lengthAt = bytes.length;
  writeNumber(bytes, 'u', 0);
  pad(bytes, alignmentOf(of));
  const start = bytes.length;
  for (const value of values) write(bytes, of, value);
  const length: number[] = [];
  writeNumber(length, 'u', bytes.length - start);
  bytes.splice(lengthAt, length.length, ...length);
}

function writeText(bytes: number[], code: BasicCode, text: string): void {
  const encoded = new TextEncoder().encode(text);
  if (code === 'g') bytes.push(encoded.length);
  else writeNumber(bytes, 'u', encoded.length);
  bytes.push(...encoded, 0);
}

function writeNumber(bytes: number[], code: BasicCode, value: number): void {
  const view = new DataView(new ArrayBuffer(8));
  bytes.push(...new Uint8Array(view.buffer, 0, setNumber(view, code, value)));
}

/** Answers how many bytes the number takes. */
function setNumber(view: DataView, code: BasicCode, value: number): number {
  switch (code) {
    case 'y':
      view.setUint8(0, value);
      return 1;
    case 'n':
    case 'q':
      view.setInt16(0, value, true);
      return 2;
    case 'd':
      view.setFloat64(0, value, true);
      return 8;
    case 'x':
    case 't':
      view.setBigInt64(0, BigInt(Math.round(value)), true);
      return 8;
    default:
      view.setInt32(0, value, true);
      return 4;
  }
}
