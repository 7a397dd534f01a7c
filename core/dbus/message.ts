import { readValues, skipTo } from './read-values.ts';
import type { WireReader } from './read-values.ts';
import { variant } from './wire-value.ts';
import type { Variant, WireValue } from './wire-value.ts';
import { pad, writeValues } from './write-values.ts';

/** In the order of their numbers, from 1 (D-Bus specification, "Message Format"). */
const kinds = ['call', 'reply', 'error', 'signal'] as const;

export interface DbusMessage {
  readonly kind: (typeof kinds)[number];
  /** Numbers the messages of one sender, from 1. */
  readonly serial: number;
  /** The sender does not wait for an answer. */
  readonly noReply?: boolean;
  readonly path?: string;
  readonly interface?: string;
  readonly member?: string;
  readonly errorName?: string;
  /** Serial of the call this answers. */
  readonly replyTo?: number;
  readonly destination?: string;
  readonly sender?: string;
  readonly signature?: string;
  readonly body?: readonly WireValue[];
}

type FieldName =
  'path' | 'interface' | 'member' | 'errorName' | 'replyTo' | 'destination' | 'sender' | 'signature';

/** Header fields in the order of their numbers, from 1, with their types. */
const fields: readonly (readonly [FieldName, string])[] = [
  ['path', 'o'],
  ['interface', 's'],
  ['member', 's'],
  ['errorName', 's'],
  ['replyTo', 'u'],
  ['destination', 's'],
  ['sender', 's'],
  ['signature', 'g'],
];

const littleEndianMark = 0x6c;
const bigEndianMark = 0x42;
const protocolVersion = 1;
const noReplyFlag = 1;
/** Byte order, kind, flags, version, length of the body, serial, length of the fields. */
const fixedHeader = 'yyyyuu';
const fixedBytes = 16;
/** Far more than anything a desktop tells us; the specification allows 128 MiB. */
const longestMessage = 4 * 1024 * 1024;

export function writeMessage(message: DbusMessage): Uint8Array<ArrayBuffer> {
  const { kind, serial, noReply = false, signature = '', body = [] } = message;
  const content = writeValues(signature, body);
  const present = fields.flatMap(([name, type], index) => {
    const value = message[name];
    return value === undefined || value === '' ? [] : [[index + 1, variant(type, value)]];
  });
  const flags = noReply ? noReplyFlag : 0;
  const fixed = [littleEndianMark, kinds.indexOf(kind) + 1, flags, protocolVersion, content.length, serial];
  const header = writeValues(`${fixedHeader}a(yv)`, [...fixed, present]);
  pad(header, 8);
  return Uint8Array.from([...header, ...content]);
}

/** How long the message that begins here is (bytes); null while too little has come to tell. Throws a `RangeError` on what is no message. */
export function messageLength(bytes: Uint8Array): number | null {
  if (bytes.length < fixedBytes) return null;
  const { view, littleEndian } = readerOf(bytes);
  const fieldBytes = view.getUint32(12, littleEndian);
  const length = Math.ceil((fixedBytes + fieldBytes) / 8) * 8 + view.getUint32(4, littleEndian);
  if (length > longestMessage) throw new RangeError(`a message of ${length} bytes`);
  return length;
}

/** Reads exactly one message. Throws a `RangeError` on what is none. */
export function readMessage(bytes: Uint8Array): DbusMessage {
  const reader = readerOf(bytes);
  const [, kindNumber, flags, , , serial, found] = readValues(reader, `${fixedHeader}a(yv)`);
  const kind = kinds[Number(kindNumber) - 1];
  if (kind === undefined) throw new RangeError('a message of an unknown kind');
  const named = Object.fromEntries(
    (found as readonly (readonly [number, Variant])[]).flatMap(([number, { value }]) => {
      const [name] = fields[number - 1] ?? [];
      return name === undefined ? [] : [[name, value]];
    }),
  ) as Partial<Pick<DbusMessage, FieldName>>;
  skipTo(reader, 8);
  const body = readValues(reader, named.signature ?? '');
  return { ...named, kind, serial: Number(serial), noReply: (Number(flags) & noReplyFlag) !== 0, body };
}

function readerOf(bytes: Uint8Array): WireReader {
  const mark = bytes[0];
  if (mark !== littleEndianMark && mark !== bigEndianMark) throw new RangeError('no message of D-Bus');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { view, littleEndian: mark === littleEndianMark, at: 0 };
}
