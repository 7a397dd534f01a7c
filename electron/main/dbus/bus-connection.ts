import type { Socket } from 'node:net';
import { messageLength, readMessage, writeMessage } from '../../../core/dbus/message.ts';
import type { DbusMessage } from '../../../core/dbus/message.ts';
import type { WireValue } from '../../../core/dbus/wire-value.ts';

export interface CallAnswer {
  readonly signature?: string;
  readonly body?: readonly WireValue[];
}

/** What a call to us comes to: an answer, or null where we have no such thing. */
export type AnswerCall = (call: DbusMessage) => CallAnswer | null;

export type OutgoingCall = Pick<
  DbusMessage,
  'destination' | 'path' | 'interface' | 'member' | 'signature' | 'body'
>;

/** Nobody on a desktop needs longer for an answer (ms). */
const answerWithinMs = 5000;
const unknownMethod = 'org.freedesktop.DBus.Error.UnknownMethod';

interface Waiting {
  readonly resolve: (body: readonly WireValue[]) => void;
  readonly reject: (error: Error) => void;
}

/** Messages over a socket that is past the handshake. What is no message ends the connection. */
export class BusConnection {
  private readonly waiting = new Map<number, Waiting>();
  private readonly signalListeners = new Set<(signal: DbusMessage) => void>();
  private serial = 0;
  private received: Uint8Array = new Uint8Array();
  private answerCall: AnswerCall = () => null;

  constructor(private readonly socket: Socket) {
    socket.on('data', (bytes) => this.receive(bytes));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the bus is gone'));
      this.waiting.clear();
    });
  }

  /** The body of the answer. Rejects when the other side answers with an error, or not at all. */
  call(message: OutgoingCall): Promise<readonly WireValue[]> {
    const serial = this.send({ ...message, kind: 'call' });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(serial);
        reject(new Error(`no answer to ${message.member ?? ''}`));
      }, answerWithinMs);
      const settle = <Value>(how: (value: Value) => void) => {
        return (value: Value) => {
          clearTimeout(timer);
          how(value);
        };
      };
      this.waiting.set(serial, { resolve: settle(resolve), reject: settle(reject) });
    });
  }

  emit(signal: OutgoingCall): void {
    this.send({ ...signal, kind: 'signal', noReply: true });
  }

  /** Hears signals from now on; the answer unsubscribes. The bus sends those that were asked for with `AddMatch`. */
  hear(listener: (signal: DbusMessage) => void): () => void {
    this.signalListeners.add(listener);
    return () => this.signalListeners.delete(listener);
  }

  /** Who answers calls to us. */
  serve(answerCall: AnswerCall): void {
    this.answerCall = answerCall;
  }

  close(): void {
    this.socket.destroy();
  }

  private send(message: Omit<DbusMessage, 'serial'>): number {
    this.serial += 1;
    if (!this.socket.destroyed) this.socket.write(writeMessage({ ...message, serial: this.serial }));
    return this.serial;
  }

  private receive(bytes: Uint8Array): void {
    this.received = Buffer.concat([this.received, bytes]);
    try {
      for (;;) {
        const length = messageLength(this.received);
        if (length === null || this.received.length < length) return;
        const message = readMessage(this.received.subarray(0, length));
        this.received = this.received.subarray(length);
        this.take(message);
      }
    } catch {
      this.socket.destroy();
    }
  }

  private take(message: DbusMessage): void {
    const waiting = this.waiting.get(message.replyTo ?? 0);
    switch (message.kind) {
      case 'call':
        this.answer(message);
        break;
      case 'signal':
        for (const listener of this.signalListeners) listener(message);
        break;
      case 'reply':
        waiting?.resolve(message.body ?? []);
        break;
      case 'error':
        waiting?.reject(new Error(message.errorName ?? 'refused'));
        break;
    }
    if (message.replyTo !== undefined) this.waiting.delete(message.replyTo);
  }

  private answer(call: DbusMessage): void {
    const answer = this.answerCall(call);
    if (call.noReply === true) return;
    const to = { replyTo: call.serial, ...(call.sender !== undefined && { destination: call.sender }) };
    if (answer !== null) this.send({ kind: 'reply', ...to, ...answer, noReply: true });
    else this.send({ kind: 'error', ...to, errorName: unknownMethod, noReply: true });
  }
}
