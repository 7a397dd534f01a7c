import { alignmentOf, parseSignature } from './wire-type.ts';
import type { BasicCode, WireType } from './wire-type.ts';
import type { WireValue } from './wire-value.ts';

/** Bytes being read, from a boundary of eight on. */
export interface WireReader {
  readonly view: DataView;
  readonly littleEndian: boolean;
  at: number;
}

/** The values of a signature, from where the reader stands; it stands behind them then. Throws a `RangeError` on bytes that end too early. */
export function readValues(reader: WireReader, signature: string): WireValue[] {
  return parseSignature(signature).map((type) => read(reader, type));
}

export function skipTo(reader: WireReader, boundary: number): void {
  reader.at = Math.ceil(reader.at / boundary) * boundary;
}

function read(reader: WireReader, type: WireType): WireValue {
  skipTo(reader, alignmentOf(type));
  switch (type.code) {
    case 'a':
      return readArray(reader, type.of);
    case '(':
      return type.of.map((member) => read(reader, member));
    case 'v': {
      const signature = readText(reader, 'g');
      const [value] = readValues(reader, signature);
      if (value === undefined) throw new RangeError('a variant without a type');
      return { signature, value };
    }
    case 's':
    case 'o':
    case 'g':
      return readText(reader, type.code);
    case 'b':
      return readNumber(reader, 'u') !== 0;
    default:
      return readNumber(reader, type.code);
  }
}

function readArray(reader: WireReader, of: WireType): WireValue[] {
  const length = readNumber(reader, 'u');
  skipTo(reader, alignmentOf(of));
  const end = reader.at + length;
  if (end > reader.view.byteLength) throw new RangeError('an array ends behind its message');
  const values: WireValue[] = [];
  while (reader.at < end) {
    const before = reader.at;
    values.push(read(reader, of));
    if (reader.at === before) throw new RangeError('an array of nothing');
  }
  return values;
}

function readText(reader: WireReader, code: 's' | 'o' | 'g'): string {
  const length = readNumber(reader, code === 'g' ? 'y' : 'u');
  const { buffer, byteOffset, byteLength } = reader.view;
  if (reader.at + length > byteLength) throw new RangeError('a text ends behind its message');
  const text = new TextDecoder().decode(new Uint8Array(buffer, byteOffset + reader.at, length));
  reader.at += length + 1;
  return text;
}

function readNumber(reader: WireReader, code: BasicCode): number {
  const { view, at, littleEndian } = reader;
  switch (code) {
    case 'y':
      reader.at += 1;
      return view.getUint8(at);
    case 'n':
      reader.at += 2;
      return view.getInt16(at, littleEndian);
    case 'q':
      reader.at += 2;
      return view.getUint16(at, littleEndian);
    case 'd':
      reader.at += 8;
      return view.getFloat64(at, littleEndian);
    case 'x':
      reader.at += 8;
      return Number(view.getBigInt64(at, littleEndian));
    case 't':
      reader.at += 8;
      return Number(view.getBigUint64(at, littleEndian));
    case 'i':
      reader.at += 4;
      return view.getInt32(at, littleEndian);
    default:
      reader.at += 4;
      return view.getUint32(at, littleEndian);
  }
}
