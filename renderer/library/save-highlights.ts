import type { HighlightFormat } from '../../core/highlights/highlight-format.ts';
import type { Result } from '../../core/result.ts';
import { request } from '../desktop/client.ts';

/** Saves highlights, written already, where the user says; `saved: false` when the dialog was closed. */
export function saveHighlights(
  format: HighlightFormat,
  content: string,
): Promise<Result<{ saved: boolean }>> {
  return request('highlights:save', { format, content });
}
