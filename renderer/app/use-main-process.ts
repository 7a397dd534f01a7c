import { useEffect } from 'react';
import i18next from 'i18next';
import { navigate } from 'wouter/use-hash-location';
import type { EventPayload } from '../../core/ipc/contract.ts';
import { listen } from '../desktop/client.ts';
import { exportOpml } from '../library/export-opml.ts';
import { notify } from '../ui/notices.tsx';
import { errorWords } from '../words/error-words.ts';
import type { GlobalAction } from './keyboard.ts';
import { openImport } from './open-import.ts';
import { askText, globalActions } from './run-action.ts';
import { openAddShow } from './window-state.ts';

type SystemCommand = EventPayload<'system:command'>;

const actions: Readonly<Partial<Record<SystemCommand, GlobalAction>>> = {
  'play-pause': 'playPause',
  back: 'back',
  forward: 'forward',
  slower: 'slower',
  faster: 'faster',
  search: 'search',
  'add-show': 'addShow',
  settings: 'settings',
  'sentence-back': 'sentenceBack',
  'sentence-forward': 'sentenceForward',
  'loop-sentence': 'loopSentence',
  'print-text': 'printText',
  shortcuts: 'sheet',
  refresh: 'refresh',
};

/** Follows the menu, media keys, addresses handed over by the system, and notices of the main process. */
export function useMainProcess(): void {
  useEffect(() => {
    const stops = [
      listen('system:command', obey),
      listen('system:add-show', showHandedOver),
      listen('system:open', (what) =>
        navigate(what.kind === 'episode' ? `/episode/${what.episodeId}` : `/show/${what.podcastId}`),
      ),
      listen('system:notice', ({ code }) => notify({ tone: 'failure', ...errorWords(i18next.t, { code }) })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}

function showHandedOver(what: EventPayload<'system:add-show'>): void {
  if (what.kind === 'address') openAddShow({ address: what.address });
  else if (what.kind === 'list') openAddShow({ offer: what.list });
  else notify({ tone: 'failure', ...errorWords(i18next.t, { code: what.code }) });
}

function obey(command: SystemCommand): void {
  const action = actions[command];
  if (action !== undefined) globalActions[action]();
  else if (command === 'find') askText({ kind: 'find' });
  else if (command === 'import-opml') void openImport();
  else if (command === 'export-opml') void saveList();
}

async function saveList(): Promise<void> {
  const result = await exportOpml(i18next.t('settings.exportTitle'));
  if (!result.ok) notify({ tone: 'failure', ...errorWords(i18next.t, result.error) });
  else if (result.value.saved) notify({ tone: 'info', title: i18next.t('settings.exported') });
}
