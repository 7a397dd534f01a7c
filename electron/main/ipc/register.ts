import { ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import { appError } from '../../../core/app-error.ts';
import { requestChannels } from '../../../core/ipc/channels.ts';
import type { RequestChannel } from '../../../core/ipc/channels.ts';
import type { Envelope } from '../../../core/ipc/contract.ts';
import { failure } from '../../../core/result.ts';
import type { Logger } from '../logger.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** Answers a request whose sender is trusted and whose arguments nobody has looked at yet. */
export type Answer = (channel: RequestChannel, args: unknown) => Promise<Envelope<RequestChannel>>;

/**
 * Opens every channel of the contract, each behind the same door: sender, size, schema, call, envelope, log.
 */
export function registerHandlers(answer: Answer, window: () => BrowserWindow | null, log: Logger): void {
  for (const channel of requestChannels) {
    ipcMain.handle(channel, async (event, args: unknown) => {
      if (!isTrustedSender(event, window())) {
        log.warn(`${channel}: refused, the sender is not our page`);
        return failure(appError('bad-request', 'sender refused'));
      }
      return answer(channel, args);
    });
  }
}
