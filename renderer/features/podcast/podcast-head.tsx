import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Cover } from '../../episode-list/cover.tsx';
import { isFolderAddress } from '../../../core/folder/folder-address.ts';
import { chooseFolderAgain } from '../../library/add-folder.ts';
import type { PodcastRow } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { PodcastActions } from './podcast-actions.tsx';
import { PodcastDescription } from './podcast-description.tsx';

/** What the show is and what can be done with it. */
export function PodcastHead({ podcast }: { readonly podcast: PodcastRow }) {
  const { t } = useTranslation();
  return (
    <>
      <header className="podcast-head">
        <Cover
          className="podcast-cover"
          imageUrl={podcast.imageUrl}
          feedUrl={podcast.feedUrl}
          name={podcast.title}
        />
        <div className="podcast-what">
          <h1 lang={podcast.language}>{podcast.title}</h1>
          {podcast.author !== undefined && podcast.author !== '' && (
            <p className="podcast-author">{podcast.author}</p>
          )}
          {podcast.categories.length > 0 && (
            <p className="podcast-categories">
              {[...new Set(podcast.categories)].map((category) => (
                <Link key={category} className="chip" href={`/category/${encodeURIComponent(category)}`}>
                  {category}
                </Link>
              ))}
            </p>
          )}
          <PodcastActions podcast={podcast} />
        </div>
      </header>
      {podcast.refreshError !== undefined && <RefreshFailed error={podcast.refreshError} podcast={podcast} />}
      <FeedLosses podcast={podcast} />
      <PodcastDescription key={podcast.id} podcast={podcast} about={t('podcast.about')} />
    </>
  );
}

interface RefreshFailedProps {
  readonly error: NonNullable<PodcastRow['refreshError']>;
  readonly podcast: PodcastRow;
}

function RefreshFailed({ error, podcast }: RefreshFailedProps) {
  const { t } = useTranslation();
  const { title, advice } = errorWords(t, error);
  return (
    <div className="podcast-refresh-error">
      <Message tone="failure" title={title} advice={`${advice} ${t('podcast.refreshFailed')}`}>
        {isFolderAddress(podcast.feedUrl) && (
          <Button onClick={() => void chooseFolderAgain(podcast.id)}>{t('folder.choose')}</Button>
        )}
      </Message>
    </div>
  );
}

/** What of the feed could not be read, told until a refresh brings a whole one. Silent about what was mended without loss. */
function FeedLosses({ podcast: { warnings, feedUrl } }: { readonly podcast: PodcastRow }) {
  const { t } = useTranslation();
  const losses = warnings.flatMap(({ code }) => (isLoss(code) ? [t(`podcast.loss.${code}`)] : []));
  if (losses.length === 0) return null;
  return (
    <div className="podcast-refresh-error">
      <Message
        tone="info"
        title={t(isFolderAddress(feedUrl) ? 'folder.losses' : 'podcast.losses')}
        advice={losses.join(' ')}
      />
    </div>
  );
}

const lossCodes = [
  'xml-broken',
  'xml-cut-short',
  'empty-item',
  'too-many-episodes',
  'unreadable-names',
  'unreadable-folders',
  'too-many-files',
] as const;

function isLoss(code: string): code is (typeof lossCodes)[number] {
  return lossCodes.some((loss) => loss === code);
}
