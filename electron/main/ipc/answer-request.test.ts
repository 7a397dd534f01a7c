import { describe, expect, it } from 'vitest';
import { success } from '../../../core/result.ts';
import { answerRequest } from './answer-request.ts';
import type { Handlers } from './answer-request.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const asked: unknown[] = [];
const handlers = {
  'system:open-external': (args: unknown) => {
    asked.push(args);
    return Promise.resolve(success({}));
  },
  'download:cancel': () => Promise.reject(new Error('a mistake of ours')),
} as unknown as Handlers;

describe('answerRequest', () => {
  it('calls the handler with what the schema lets through', async () => {
    const args = { url: 'https://host.example/', more: 'dropped' };
    expect(await answerRequest({ channel: 'system:open-external', args }, handlers, silent)).toEqual(
      success({}),
    );
    expect(asked).toEqual([{ url: 'https://host.example/' }]);
  });

  it.each([
    ['the wrong shape', 'system:open-external', { url: 7 }],
    ['an id that could be a path', 'download:cancel', { episodeId: '../../etc' }],
    ['far too much', 'system:open-external', { url: 'x'.repeat(65 * 1024 * 1024) }],
    ['nothing', 'system:open-external', undefined],
  ] as const)('refuses %s', async (_what, channel, args) => {
    const answer = await answerRequest({ channel, args }, handlers, silent);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  it('turns an exception into a coded failure', async () => {
    const answer = await answerRequest(
      { channel: 'download:cancel', args: { episodeId: 'e1' } },
      handlers,
      silent,
    );
    expect(answer).toEqual({ ok: false, error: { code: 'unexpected', detail: 'a mistake of ours' } });
  });
});
