import { appError } from '../../../core/app-error.ts';
import type { EventChannel, RequestChannel } from '../../../core/ipc/channels.ts';
import type { Envelope, EventPayload, RequestArgs } from '../../../core/ipc/contract.ts';
import { failure } from '../../../core/result.ts';

type Answers = {
  [Channel in RequestChannel]?: (
    args: RequestArgs<Channel>,
  ) => Envelope<Channel> | Promise<Envelope<Channel>>;
};

/** Stands in for the main process in unit tests: answers what it was told to, remembers what it was asked. */
export class FakeDesktop {
  readonly asked: { channel: string; args: unknown }[] = [];
  readonly #answers: Answers;
  readonly #listeners = new Map<string, Set<(payload: unknown) => void>>();

  constructor(answers: Answers = {}) {
    this.#answers = { ...answers };
  }

  answer<Channel extends RequestChannel>(channel: Channel, answer: NonNullable<Answers[Channel]>): void {
    Object.assign(this.#answers, { [channel]: answer });
  }

  readonly invoke = (channel: string, args: unknown): Promise<unknown> => {
    this.asked.push({ channel, args });
    const answer = this.#answers[channel as RequestChannel] as ((args: unknown) => unknown) | undefined;
    const missing = failure(appError('not-found', `no answer to ${channel}`));
    return Promise.resolve(answer === undefined ? missing : answer(args));
  };

  readonly on = (channel: string, listener: (payload: unknown) => void): (() => void) => {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    return () => listeners.delete(listener);
  };

  announce<Channel extends EventChannel>(channel: Channel, payload: EventPayload<Channel>): void {
    for (const listener of this.#listeners.get(channel) ?? []) listener(payload);
  }

  askedFor(channel: RequestChannel): unknown[] {
    return this.asked.filter((one) => one.channel === channel).map((one) => one.args);
  }
}
