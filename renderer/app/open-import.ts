import i18next from 'i18next';
import type { Result } from '../../core/result.ts';
import type { ChosenOpml, OpmlList } from '../library/import-opml.ts';
import { chooseOpml, readOpml } from '../library/import-opml.ts';
import { notify } from '../ui/notices.tsx';
import { errorWords } from '../words/error-words.ts';
import { openAddShow } from './window-state.ts';

/** Asks for a list of subscriptions at once; our own dialog opens when there is one to show. */
export async function openImport(): Promise<void> {
  show(await chooseOpml());
}

/** The same with a list that was dropped on the window. */
export async function openDropped(file: File): Promise<void> {
  show(await readOpml(new Uint8Array(await file.arrayBuffer())));
}

function show(list: Result<ChosenOpml | OpmlList>): void {
  if (!list.ok) notify({ tone: 'failure', ...errorWords(i18next.t, list.error) });
  else if ('outlines' in list.value) openAddShow({ list: list.value });
}
