import type { ExportedText } from '../../core/export/exported-text.ts';
import { writeTextAs } from '../../core/export/export-format.ts';
import type { TextFormat } from '../../core/export/export-format.ts';
import { writeBook } from '../../core/export/write-book.ts';
import { writeHtml } from '../../core/export/write-html.ts';
import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { inSlices } from './in-slices.ts';

/** Saves a text where the user says; `saved: false` when the dialog was closed. */
export async function saveText(
  text: ExportedText,
  format: TextFormat,
): Promise<Result<{ readonly saved: boolean }>> {
  const content = (await inSlices(writeTextAs(format, text))).join('');
  return request('export:save', { ...nameOf(text), format, content });
}

export interface SavedBook {
  readonly saved: boolean;
  readonly hasSound: boolean;
}

/** As `saveText`, for an EPUB, with the episode's sound where it is downloaded and the text has times. `signal` takes it back. */
export async function saveBook(
  text: ExportedText,
  { episodeId, signal }: { readonly episodeId: string; readonly signal: AbortSignal },
): Promise<Result<SavedBook>> {
  const found = text.transcript.timing === 'none' ? null : await request('export:audio', { episodeId });
  const audio = found?.ok === true ? found.value.audio : null;
  const book = writeBook(text, { id: `earmark:${episodeId}`, now: Date.now(), audio });
  const files = await inSlices(book, signal);
  const taken = { saved: false, hasSound: audio !== null };
  if (signal.aborted) return success(taken);
  const requestId = crypto.randomUUID();
  const cancel = (): void => void request('request:cancel', { requestId });
  signal.addEventListener('abort', cancel, { once: true });
  const audioOf = audio === null ? null : episodeId;
  const result = await request('export:save-book', { requestId, ...nameOf(text), files, audioOf });
  signal.removeEventListener('abort', cancel);
  return result.ok ? success({ ...taken, ...result.value }) : result;
}

/** Prints a text through the system's dialog; `printed: false` when it was closed. */
export async function printText(text: ExportedText): Promise<Result<{ readonly printed: boolean }>> {
  return request('export:print', { html: (await inSlices(writeHtml(text))).join('') });
}

function nameOf({ about }: ExportedText): { episodeTitle: string; publishedAt: number | undefined } {
  return { episodeTitle: about.title.slice(0, 2000), publishedAt: about.publishedAt };
}
