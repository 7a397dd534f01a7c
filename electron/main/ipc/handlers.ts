import { appError } from '../../../core/app-error.ts';
import { requestChannels } from '../../../core/ipc/channels.ts';
import { failure } from '../../../core/result.ts';
import type { Handlers } from './answer-request.ts';
import { systemHandlers } from './system-handlers.ts';
import type { SystemNeeds } from './system-handlers.ts';

export function createHandlers(needs: SystemNeeds): Handlers {
  const absent = Object.fromEntries(
    requestChannels.map((channel) => [
      channel,
      () => Promise.resolve(failure(appError('unexpected', 'not built yet'))),
    ]),
  ) as unknown as Handlers;
  return { ...absent, ...systemHandlers(needs) };
}
