import type { Route } from '../../../../core/network/proxy.ts';
import type { FindRoutes } from '../../network/find-routes.ts';
import type { TransferPort } from './serve-transfers.ts';

/** Asks the other end of `port` for the ways to each address. */
export function askForRoutes(port: TransferPort): FindRoutes {
  const waiting = new Map<number, (routes: readonly Route[]) => void>();
  let last = 0;
  port.on('message', (message) => {
    if (message.type !== 'routes') return;
    waiting.get(message.question)?.(message.routes);
    waiting.delete(message.question);
  });
  return (url) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      port.postMessage({ type: 'find-routes', question: last, url });
    });
}
