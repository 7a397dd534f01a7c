import { describe, expect, it } from 'vitest';
import { messageLength, readMessage, writeMessage } from './message.ts';
import type { DbusMessage } from './message.ts';
import { parseSignature } from './wire-type.ts';
import { variant } from './wire-value.ts';

const call: DbusMessage = {
  kind: 'call',
  serial: 7,
  noReply: false,
  path: '/org/mpris/MediaPlayer2',
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Set',
  destination: 'org.mpris.MediaPlayer2.earmark',
  signature: 'ssv',
  body: ['org.mpris.MediaPlayer2.Player', 'Rate', variant('d', 1.5)],
};

/** `Hello`, byte by byte as the specification lays it out. */
const hello = [
  ...[0x6c, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0x6d, 0, 0, 0],
  ...[1, 1, 0x6f, 0, 21, 0, 0, 0, ...'/org/freedesktop/DBus'.split('').map(code), 0, 0, 0],
  ...[2, 1, 0x73, 0, 20, 0, 0, 0, ...'org.freedesktop.DBus'.split('').map(code), 0, 0, 0, 0],
  ...[3, 1, 0x73, 0, 5, 0, 0, 0, ...'Hello'.split('').map(code), 0, 0, 0],
  ...[6, 1, 0x73, 0, 20, 0, 0, 0, ...'org.freedesktop.DBus'.split('').map(code), 0, 0, 0, 0],
];
function code(letter: string): number {
  return letter.charCodeAt(0);
}

describe('messages', () => {
  it('are written byte for byte as the specification says', () => {
    const bytes = writeMessage({
      kind: 'call',
      serial: 1,
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'Hello',
      destination: 'org.freedesktop.DBus',
    });
    // The padding of the last field belongs to the header, not to the fields' length.
    expect([...bytes]).toEqual(hello);
  });

  it('come back as they went, alone or at the head of others', () => {
    const bytes = writeMessage(call);
    expect(messageLength(new Uint8Array([...bytes, ...bytes]))).toBe(bytes.length);
    expect(readMessage(bytes)).toEqual(call);
  });

  it('carry every kind of value', () => {
    const signature = 'ybnqiuxtdsoga{sv}a(ib)aasav';
    const body = [
      ...[255, true, -2, 65_535, -70_000, 4_000_000_000, -9_000_000_000_000, 9_007_199_254_740_991, 0.25],
      ...['Аэлита', '/a/b', 'a{sv}'],
      [
        ['list', variant('as', ['один', ''])],
        ['long', variant('x', 24_804_000)],
      ],
      [
        [1, true],
        [-1, false],
      ],
      [['a'], []],
      [variant('(su)', ['x', 3]), variant('v', variant('b', false))],
    ];
    const message: DbusMessage = { kind: 'signal', serial: 2, noReply: true, signature, body };
    expect(readMessage(writeMessage(message))).toEqual(message);
  });

  it('are read in the other byte order too', () => {
    const bytes = new Uint8Array([
      ...[0x42, 2, 1, 1, 0, 0, 0, 4, 0, 0, 0, 9, 0, 0, 0, 15],
      ...[5, 1, 0x75, 0, 0, 0, 0, 7, 8, 1, 0x67, 0, 1, 0x75, 0, 0],
      ...[0, 0, 1, 2],
    ]);
    expect(messageLength(bytes)).toBe(bytes.length);
    expect(readMessage(bytes)).toMatchObject({ kind: 'reply', serial: 9, replyTo: 7, body: [258] });
  });
});

describe('what is no message', () => {
  it('is not waited for', () => {
    expect(messageLength(writeMessage(call).subarray(0, 15))).toBeNull();
    expect(() => messageLength(new TextEncoder().encode('ERROR what is this'))).toThrow(RangeError);
    const huge = Uint8Array.from([0x6c, 1, 0, 1, 255, 255, 255, 255, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(() => messageLength(huge)).toThrow(RangeError);
  });

  it('is refused wherever it is cut or changed', () => {
    const bytes = writeMessage(call);
    for (let end = 0; end < bytes.length; end += 1)
      expect(() => readMessage(bytes.slice(0, end)), `cut at ${end}`).toThrow(RangeError);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at] = 255 - (changed[at] ?? 0);
      try {
        readMessage(changed);
      } catch (error) {
        expect(error, `changed at ${at}`).toBeInstanceOf(RangeError);
      }
    }
  });

  it.each(['(', '(i', 'a', 'z', '{sv', ')', 'a'.repeat(40), 'i'.repeat(300)])(
    '%j is no signature',
    (text) => {
      expect(() => parseSignature(text)).toThrow(RangeError);
    },
  );
});
