import type { SyntheticEvent } from 'react';
import { useEffect, useState } from 'react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../core/result.ts';
import { readSignIn, signIn, signOut } from '../../library/credentials.ts';
import { refreshFeed } from '../../library/refresh-feed.ts';
import type { PodcastRow } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notices.tsx';
import { SignInFields } from '../../ui/sign-in-fields.tsx';
import { errorWords } from '../../words/error-words.ts';

const empty = { user: '', password: '' };

/** Who is signed in at the server of the show, for private feeds; changed and forgotten here. */
export function ShowSignIn({ podcast }: { readonly podcast: PodcastRow }) {
  const { t } = useTranslation();
  const { known, readAgain } = useSignIn(podcast.feedUrl);
  const [typed, setTyped] = useState<typeof empty | null>(null);
  if (known === null || !/^https?:/.test(podcast.feedUrl)) return null;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (typed !== null && (await keep(podcast, typed))) setTyped(null);
    readAgain();
  };
  const forget = async () => {
    tellFailure(await signOut(podcast.feedUrl));
    readAgain();
  };
  return (
    <section className="show-settings" aria-label={t('signIn.title')}>
      <h3>{t('signIn.title')}</h3>
      <div className="show-setting">
        <div>
          <span>{known.user === null ? t('signIn.nobody') : t('signIn.as', { user: known.user })}</span>
          {known.kept !== null && <p>{t(`signIn.${known.kept}`)}</p>}
        </div>
        {typed === null && (
          <div className="show-setting-buttons">
            <Button onClick={() => setTyped({ ...empty, user: known.user ?? '' })}>
              {known.user === null ? t('signIn.do') : t('signIn.change')}
            </Button>
            {known.user !== null && <Button onClick={() => void forget()}>{t('signIn.forget')}</Button>}
          </div>
        )}
      </div>
      {typed !== null && (
        <form noValidate onSubmit={(event) => void submit(event)}>
          <SignInFields
            userLabel={t('signIn.user')}
            passwordLabel={t('signIn.password')}
            {...typed}
            onChange={(changed) => setTyped({ ...typed, ...changed })}
          />
          <div className="dialog-actions">
            <Button onClick={() => setTyped(null)}>{t('common.cancel')}</Button>
            <Button type="submit" tone="main" disabled={typed.user === '' && typed.password === ''}>
              {t('signIn.do')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

type Known = Extract<Awaited<ReturnType<typeof readSignIn>>, { ok: true }>['value'];

function useSignIn(url: string): { readonly known: Known | null; readonly readAgain: () => void } {
  const [known, setKnown] = useState<Known | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isShown = true;
    void readSignIn(url).then((read) => {
      if (isShown && read.ok) setKnown(read.value);
    });
    return () => {
      isShown = false;
    };
  }, [url, turn]);
  return { known, readAgain: () => setTurn((before) => before + 1) };
}

/** Signs in, and says at once whether the server agrees. */
async function keep({ id, feedUrl }: PodcastRow, typed: typeof empty): Promise<boolean> {
  const kept = await signIn({ url: feedUrl, ...typed });
  tellFailure(kept);
  if (!kept.ok) return false;
  const refreshed = await refreshFeed(id);
  tellFailure(refreshed);
  if (refreshed.ok) notify({ tone: 'info', title: i18next.t('signIn.done') });
  return refreshed.ok;
}

function tellFailure(result: Result<unknown>): void {
  if (!result.ok) notify({ tone: 'failure', ...errorWords(i18next.t, result.error) });
}
