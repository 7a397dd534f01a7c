import { ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import { appError } from '../../../core/app-error.ts';
import { requestChannels } from '../../../core/ipc/channels.ts';
import { failure } from '../../../core/result.ts';
import type { Logger } from '../logger.ts';
import { answerRequest } from './answer-request.ts';
import type { Handlers } from './answer-request.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** Opens every channel of the contract, each behind the same door: sender, size, schema, call, envelope, log. */
export function registerHandlers(handlers: Handlers, window: () => BrowserWindow | null, log: Logger): void {
  for (const channel of requestChannels) {
    ipcMain.handle(channel, async (event, args: unknown) => {
      if (!isTrustedSender(event, window())) {
        log.warn(`${channel}: refused, the sender is not our page`);
        return failure(appError('bad-request', 'sender refused'));
      }
      return answerRequest({ channel, args }, handlers, log);
    });
  }
}
