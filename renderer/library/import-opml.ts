import type { RequestResult } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import type { SubscribeOutcome } from './subscribe.ts';

export type OpmlList = RequestResult<'feed:read-opml'>;
export type OpmlOutline = OpmlList['outlines'][number];
export type ChosenOpml = RequestResult<'feed:choose-opml'>;
export interface OpmlImport {
  readonly outline: OpmlOutline;
  readonly result: Result<SubscribeOutcome>;
}

/** Lets the user pick a list of subscriptions. */
export function chooseOpml(): Promise<Result<ChosenOpml>> {
  return Promise.resolve(success({ kind: 'cancelled' }));
}

/** Reads a list whose bytes are here already, as from a dropped file. */
export function readOpml(_bytes: Uint8Array): Promise<Result<OpmlList>> {
  return Promise.resolve(success({ outlines: [], rejected: [] }));
}

/** Subscribes to each. `onProgress` hears every finished show; after `signal` the rest answer `cancelled`. In the list's order. */
export function importOpml(
  _outlines: readonly OpmlOutline[],
  _onProgress: (done: number, latest: OpmlImport) => void,
  _signal?: AbortSignal,
): Promise<OpmlImport[]> {
  return Promise.resolve([]);
}
