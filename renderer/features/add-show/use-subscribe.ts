import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../core/app-error.ts';
import type { CredentialsKept, SignIn } from '../../library/credentials.ts';
import { getPodcast } from '../../library/podcasts.ts';
import type { SubscribeOutcome } from '../../library/subscribe.ts';
import { subscribe } from '../../library/subscribe.ts';
import { notify } from '../../ui/notices.tsx';

export type SubscribeState =
  | { readonly kind: 'idle' }
  /** `isSlow` after 300 ms, `mayCancel` after 2 s: a quick answer flickers nothing. */
  | { readonly kind: 'working'; readonly isSlow: boolean; readonly mayCancel: boolean }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'page'; readonly feeds: Extract<SubscribeOutcome, { kind: 'page' }>['feeds'] };

export type TypedSignIn = Pick<SignIn, 'user' | 'password'>;

const slowMs = 300;
const cancelMs = 2000;
const idle: SubscribeState = { kind: 'idle' };

/** Subscribing with its stages as a person sees them. The dialog closing cancels it. */
export function useSubscribe(onShow: (podcastId: string) => void) {
  const [state, setState] = useState<SubscribeState>(idle);
  /** The server wants a user name and a password; stays so while they are tried. */
  const [asksSignIn, setAsksSignIn] = useState(false);
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const start = async (address: string, typed?: TypedSignIn): Promise<void> => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    setState({ kind: 'working', isSlow: false, mayCancel: false });
    const stage = (mayCancel: boolean) => setState({ kind: 'working', isSlow: true, mayCancel });
    const timers = [setTimeout(() => stage(false), slowMs), setTimeout(() => stage(true), cancelMs)];
    const result = await subscribe({ address, signIn: typed, signal: controller.signal });
    for (const timer of timers) clearTimeout(timer);
    if (abort.current !== controller) return;
    if (!result.ok) {
      setState({ kind: 'failed', error: result.error });
      setAsksSignIn(result.error.code === 'http-unauthorised');
    } else if (result.value.kind === 'page') setState({ kind: 'page', feeds: result.value.feeds });
    else setState(idle);
    if (result.ok && result.value.kind === 'already') void tellAlready(result.value.podcastId);
    if (result.ok && 'signIn' in result.value) tellHowKept(result.value.signIn);
    if (result.ok && 'podcastId' in result.value) onShow(result.value.podcastId);
  };
  const reset = () => {
    setState(idle);
    setAsksSignIn(false);
  };
  return { state, asksSignIn, start, cancel: () => abort.current?.abort(), reset };
}

function tellHowKept(kept: CredentialsKept | undefined): void {
  if (kept === 'for-now') notify({ tone: 'info', title: i18next.t('signIn.for-now') });
}

async function tellAlready(podcastId: string): Promise<void> {
  const title = (await getPodcast(podcastId))?.title ?? '';
  notify({ tone: 'info', title: i18next.t('add.already', { title }) });
}
