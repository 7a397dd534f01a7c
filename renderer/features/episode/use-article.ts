import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../core/app-error.ts';
import { loadArticle, stopLoadingArticle } from '../../library/load-article.ts';
import { patchEpisodeSettings } from '../../library/patch-episode-settings.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { tellFailure } from './tell-failure.ts';

export type ArticleState =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError };

export interface Article {
  readonly now: ArticleState;
  /** Fetches it and shows it; nothing to fetch when the feed names no page. */
  readonly load: (() => void) | null;
  /** Fetches it anew; what is shown stays chosen. */
  readonly reload: (() => void) | null;
  readonly stop: () => void;
}

/** Getting the text from the episode's own web page. Leaving the episode does not stop it: what comes is kept. */
export function useArticle({ episode }: EpisodeView): Article {
  const [now, setNow] = useState<ArticleState>({ state: 'idle' });
  const requestId = useRef('');
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const load = async ({ isChosen }: { isChosen: boolean }): Promise<void> => {
    requestId.current = crypto.randomUUID();
    setNow({ state: 'loading' });
    const loaded = await loadArticle(episode.id, requestId.current);
    if (isChosen && loaded.ok && loaded.value !== null)
      tellFailure(await patchEpisodeSettings(episode.id, { textKey: 'page' }));
    if (isShown.current) setNow(loaded.ok ? { state: 'idle' } : { state: 'failed', error: loaded.error });
  };
  const hasPage = episode.link !== undefined;
  return {
    now,
    load: hasPage ? () => void load({ isChosen: true }) : null,
    reload: hasPage ? () => void load({ isChosen: false }) : null,
    stop: () => stopLoadingArticle(requestId.current),
  };
}
