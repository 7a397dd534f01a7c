import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../core/app-error.ts';
import { addFolder } from '../../library/add-folder.ts';
import { getPodcast } from '../../library/podcasts.ts';
import { notify } from '../../ui/notices.tsx';

export type FolderState =
  | { readonly kind: 'idle' }
  /** The system's dialog is open. */
  | { readonly kind: 'choosing' }
  /** `total` is 0 until it is known how many files must be read. */
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly error: AppError };

const idle: FolderState = { kind: 'idle' };

/** Makes a folder of this computer a show, as a person sees it. The dialog closing cancels it. */
export function useAddFolder(onShow: (podcastId: string) => void) {
  const [state, setState] = useState<FolderState>(idle);
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const start = async (): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    setState({ kind: 'choosing' });
    const added = await addFolder({
      onProgress: (done, total) => setState({ kind: 'reading', done, total }),
      signal: controller.signal,
    });
    setState(added.ok ? idle : { kind: 'failed', error: added.error });
    if (!added.ok || !('podcastId' in added.value) || controller.signal.aborted) return;
    const { kind, podcastId } = added.value;
    const title = (await getPodcast(podcastId))?.title ?? '';
    if (kind === 'already') notify({ tone: 'info', title: i18next.t('add.already', { title }) });
    onShow(podcastId);
  };
  return { state, start, cancel: () => abort.current?.abort() };
}
