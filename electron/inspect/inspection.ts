import type { AppError } from '../../core/app-error.ts';

export type InspectedKind =
  'feed' | 'opml' | 'transcript' | 'chapters' | 'audio' | 'page' | 'unknown' | 'error';

/** What the core makes of one file: the line that is printed for it. */
export interface Inspection {
  readonly kind: InspectedKind;
  /** As the core's parser gives it; `null` when it gave none. */
  readonly model: unknown;
  readonly warnings: readonly unknown[];
  readonly error?: AppError;
}
