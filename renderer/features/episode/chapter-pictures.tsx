import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '../../../core/feed/feed.ts';
import { run } from '../../library/commands.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { hostToAskAbout, trustedHostKey } from '../../library/trusted-hosts.ts';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { tellFailure } from './tell-failure.ts';

interface ChapterPicturesProps {
  readonly view: EpisodeView;
  readonly chapters: readonly Chapter[];
}

/** Asks before pictures of chapters are fetched from servers that have nothing else to do with the episode. */
export function ChapterPictures({ view, chapters }: ChapterPicturesProps): ReactNode {
  const { t } = useTranslation();
  const urls = chapters.flatMap(({ imageUrl }) => (imageUrl === undefined ? [] : [imageUrl]));
  // The addresses are part of the question: another file of chapters may have as many pictures, of other servers.
  const name = `picture hosts ${view.episode.id} ${[...new Set(urls)].join(' ')}`;
  const hosts = useLiveQuery(name, () => hostsToAskAbout(urls, view)) ?? [];
  if (hosts.length === 0) return null;
  const show = async (): Promise<void> => {
    for (const host of hosts) {
      tellFailure(await run({ kind: 'remember', key: trustedHostKey(host), value: 'yes' }));
    }
  };
  return (
    <p className="chapter-pictures">
      {t('episode.askPictures', { host: hosts.join(', ') })}{' '}
      <button type="button" className="chapter-pictures-show" onClick={() => void show()}>
        {t('episode.showPictures')}
      </button>
    </p>
  );
}

async function hostsToAskAbout(urls: readonly string[], view: EpisodeView): Promise<string[]> {
  const hosts = await Promise.all([...new Set(urls)].map((url) => hostToAskAbout(url, view)));
  return [...new Set(hosts.filter((host) => host !== null))];
}
