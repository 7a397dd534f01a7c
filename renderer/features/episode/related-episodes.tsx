import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listNewEpisodes, listOtherEpisodes } from '../../library/episodes.ts';
import type { EpisodeListItem, EpisodeView } from '../../library/rows.ts';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { EpisodeTeaser } from './episode-teaser.tsx';

const howMany = 6;

/** Where to go from here: other episodes of this show, and what is new in all shows. */
export function RelatedEpisodes({ view: { episode } }: { readonly view: EpisodeView }): ReactNode {
  const { t } = useTranslation();
  const others = useLiveQuery(`others ${episode.id}`, () => listOtherEpisodes(episode.id, howMany));
  const newest = useLiveQuery(`newest but ${episode.id}`, async () => {
    const items = await listNewEpisodes({ limit: howMany + 1 });
    return items.filter((item) => item.episode.id !== episode.id).slice(0, howMany);
  });
  return (
    <div className="related">
      <Region title={t('episode.other')} empty={t('episode.otherNone')} items={others} />
      <Region title={t('episode.newest')} empty={t('episode.newestNone')} items={newest} namesShow />
    </div>
  );
}

interface RegionProps {
  readonly title: string;
  readonly empty: string;
  readonly items: readonly EpisodeListItem[] | undefined;
  readonly namesShow?: boolean;
}

function Region({ title, empty, items, namesShow = false }: RegionProps): ReactNode {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {items?.length === 0 && <p className="related-none">{empty}</p>}
      <ul>
        {items?.map((item) => (
          <EpisodeTeaser key={item.episode.id} item={item} namesShow={namesShow} />
        ))}
      </ul>
    </section>
  );
}
