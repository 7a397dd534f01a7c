import type { AppError } from '../../../../core/app-error.ts';
import type { ByteRanges } from '../../../../core/download/byte-ranges.ts';
import type { Route } from '../../../../core/network/proxy.ts';
import type { PartJournal } from '../part-file.ts';
import type { PartProgress } from '../part-growth.ts';

/** What the main thread says to the thread of transfers. */
export type ToTransfers =
  | {
      readonly type: 'bring';
      readonly id: number;
      readonly folder: string;
      readonly journal: PartJournal;
      readonly authorization: string | undefined;
    }
  /** A player waits for a place out of turn. */
  | { readonly type: 'wish'; readonly id: number; readonly at: number }
  /** Everybody knows that the part begins anew: it may be written. */
  | { readonly type: 'begun'; readonly id: number }
  | { readonly type: 'abort'; readonly id: number }
  /** Over all transfers; 0: none. */
  | { readonly type: 'limit'; readonly bytesPerSecond: number }
  | { readonly type: 'routes'; readonly question: number; readonly routes: readonly Route[] };

/** What it answers. The journal is the part's as the thread left it. */
export type FromTransfers =
  /** Only the main thread knows what the system says of proxies. */
  | { readonly type: 'find-routes'; readonly question: number; readonly url: string }
  | {
      readonly type: 'begin';
      readonly id: number;
      readonly ranges: ByteRanges;
      readonly journal: PartJournal;
    }
  | {
      readonly type: 'progress';
      readonly id: number;
      readonly progress: PartProgress;
    }
  /** The server gives no place out of turn. */
  | { readonly type: 'refusal'; readonly id: number }
  | {
      readonly type: 'ended';
      readonly id: number;
      readonly journal: PartJournal;
      readonly outcome: TransferOutcome;
    };

export type TransferOutcome =
  | { readonly kind: 'brought'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'aborted' };
