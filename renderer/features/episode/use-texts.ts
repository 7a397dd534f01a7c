import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../core/app-error.ts';
import type { TextVersion, EpisodeTexts } from '../../library/episode-texts.ts';
import { loadEpisodeTexts, textsStamp } from '../../library/episode-texts.ts';
import { useLiveQuery } from '../../ui/use-live-query.ts';

export type Texts =
  | { readonly state: 'loading' }
  | (EpisodeTexts & { readonly state: 'here' })
  | { readonly state: 'failed'; readonly error: AppError };

/** The texts of an episode, read again when one came or went; `again` fetches those of the publisher anew. */
export function useTexts(episodeId: string): { texts: Texts; again: () => void } {
  const [texts, setTexts] = useState<Texts>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const served = useRef(0);
  const stamp = useLiveQuery(`texts ${episodeId}`, () => textsStamp(episodeId));
  useEffect(() => {
    if (stamp === undefined) return;
    let isShown = true;
    void loadEpisodeTexts(episodeId, { again: attempt > served.current }).then((result) => {
      if (!isShown) return;
      served.current = attempt;
      if (result.ok) setTexts((before) => ({ state: 'here', ...withKnown(before, result.value) }));
      else setTexts({ state: 'failed', error: result.error });
    });
    return () => {
      isShown = false;
    };
  }, [episodeId, attempt, stamp]);
  const again = useCallback(() => {
    setTexts({ state: 'loading' });
    setAttempt((before) => before + 1);
  }, []);
  return { texts, again };
}

/** A text that is shown stays the same object, so that another one coming does not lay it out anew. */
function withKnown(before: Texts, found: EpisodeTexts): EpisodeTexts {
  if (before.state !== 'here') return found;
  const isSameArticle = before.articleHtml === found.articleHtml;
  const known = new Map(before.texts.map((text) => [text.key, text]));
  const kept = (text: TextVersion): TextVersion =>
    text.key === 'page' && !isSameArticle ? text : (known.get(text.key) ?? text);
  return { ...found, texts: found.texts.map(kept) };
}
