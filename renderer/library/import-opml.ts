import type { RequestResult } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { limitByHost } from './limit-by-host.ts';
import type { SubscribeOutcome } from './subscribe.ts';
import { subscribe } from './subscribe.ts';

export type OpmlList = RequestResult<'feed:read-opml'>;
export type OpmlOutline = OpmlList['outlines'][number];
export type ChosenOpml = RequestResult<'feed:choose-opml'>;

export interface OpmlImport {
  readonly outline: OpmlOutline;
  readonly result: Result<SubscribeOutcome>;
}

/** Lets the user pick a list of subscriptions. */
export function chooseOpml(): Promise<Result<ChosenOpml>> {
  return request('feed:choose-opml', {});
}

/** Reads a list whose bytes are here already, as from a dropped file. */
export function readOpml(bytes: Uint8Array<ArrayBuffer>): Promise<Result<OpmlList>> {
  return request('feed:read-opml', { bytes });
}

/** Subscribes to each. `onProgress` hears every finished show; after `signal` the rest answer `cancelled`. In the list's order. */
export function importOpml(
  outlines: readonly OpmlOutline[],
  onProgress: (done: number, latest: OpmlImport) => void,
  signal?: AbortSignal,
): Promise<OpmlImport[]> {
  const limit = limitByHost({ total: 8, perHost: 2 });
  let done = 0;
  return Promise.all(
    outlines.map(async (outline) => {
      const address = outline.feedUrl;
      const result = await limit(address, () => subscribe({ address, signal }));
      done += 1;
      onProgress(done, { outline, result });
      return { outline, result };
    }),
  );
}
