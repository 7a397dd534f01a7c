import i18next from 'i18next';
import { useEffect } from 'react';
import type { BroughtTexts } from '../../../core/ipc/transcript-contract.ts';
import { isTextFileName } from '../../../core/transcript/text-file-name.ts';
import { readTexts } from '../../library/own-texts.ts';
import { takeFileDrops } from '../../ui/file-drops.ts';
import { notify } from '../../ui/notices.tsx';
import { errorWords } from '../../words/error-words.ts';
import { keepBroughtTexts } from './keep-brought-texts.ts';
import { tellFailure } from './tell-failure.ts';

/** More are dropped by mistake. */
const mostFiles = 20;
/** Larger ones are not even read. */
const mostBytes = 20 * 1024 * 1024;

/** Texts dropped on the page of an episode become its own. */
export function useDroppedTexts(episodeId: string): void {
  useEffect(
    () =>
      takeFileDrops({
        invitation: i18next.t('episode.dropText'),
        take: (files) => {
          const texts = files.filter(({ name }) => isTextFileName(name));
          if (texts.length > 0) void keep(episodeId, texts.slice(0, mostFiles));
          return files.filter((file) => !texts.includes(file));
        },
      }),
    [episodeId],
  );
}

async function keep(episodeId: string, files: readonly File[]): Promise<void> {
  const texts: BroughtTexts['texts'] = [];
  for (const file of files) {
    const name = file.name.slice(0, 400);
    const buffer = file.size > mostBytes ? null : await file.arrayBuffer().catch(() => null);
    if (buffer === null) {
      tellTrouble({ name, error: { code: file.size > mostBytes ? 'too-large' : 'text-unreadable' } });
      continue;
    }
    const read = await readTexts(episodeId, [{ name, content: new Uint8Array(buffer) }]);
    tellFailure(read);
    if (!read.ok) continue;
    read.value.failed.forEach(tellTrouble);
    texts.push(...read.value.texts);
  }
  await keepBroughtTexts(episodeId, texts);
}

function tellTrouble({ name, error }: BroughtTexts['failed'][number]): void {
  const { title, advice } = errorWords(i18next.t, error);
  notify({ tone: 'failure', title: `${name}: ${title}`, advice });
}
