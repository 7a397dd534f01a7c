import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../core/app-error.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import { loadTranscript } from '../../library/load-transcript.ts';

export type Texts =
  | { readonly state: 'loading' }
  /** `transcripts` is best first, and empty when the publisher gives none. */
  | {
      readonly state: 'here';
      readonly transcripts: readonly Transcript[];
      readonly failed: readonly AppError[];
    }
  | { readonly state: 'failed'; readonly error: AppError };

/** The texts of an episode; `again` fetches them anew. */
export function useTexts(episodeId: string): { texts: Texts; again: () => void } {
  const [texts, setTexts] = useState<Texts>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isShown = true;
    void loadTranscript(episodeId, { again: attempt > 0 }).then((result) => {
      if (!isShown) return;
      if (!result.ok) setTexts({ state: 'failed', error: result.error });
      else {
        const { transcripts, failed } = result.value;
        setTexts({ state: 'here', transcripts, failed: failed.map(({ error }) => error) });
      }
    });
    return () => {
      isShown = false;
    };
  }, [episodeId, attempt]);
  const again = useCallback(() => {
    setTexts({ state: 'loading' });
    setAttempt((before) => before + 1);
  }, []);
  return { texts, again };
}
