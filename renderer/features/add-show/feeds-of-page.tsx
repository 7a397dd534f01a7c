import { Rss } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Message } from '../../ui/message.tsx';

export interface FeedsOfPageProps {
  readonly feeds: readonly { readonly url: string; readonly title: string }[];
  readonly onChoose: (url: string) => void;
}

/** The address was a web page: the shows it announces, or what to look for. */
export function FeedsOfPage({ feeds, onChoose }: FeedsOfPageProps) {
  const { t } = useTranslation();
  if (feeds.length === 0) {
    return <Message tone="failure" title={t('add.noFeeds')} advice={t('add.noFeedsText')} />;
  }
  return (
    <div className="feeds-of-page">
      <Message tone="info" title={t('add.feedsFound')} advice={t('add.feedsFoundText')} />
      <ul aria-label={t('add.feedsFound')}>
        {feeds.map(({ url, title }) => (
          <li key={url}>
            <button type="button" onClick={() => onChoose(url)}>
              <Rss aria-hidden="true" />
              <span>
                <strong>{title === '' ? url : title}</strong>
                <small>{url}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
