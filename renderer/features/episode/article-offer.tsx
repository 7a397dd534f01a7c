import { FileDown, Globe } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openExternal } from '../../settings/system.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import type { Article } from './use-article.ts';
import { useIsLate } from './use-is-late.ts';
import { Waiting } from './waiting.tsx';

interface ArticleProps {
  readonly article: Article;
  readonly link: string | undefined;
}

/** How far getting the text of the web page has come, and why it could not be had. */
export function ArticleProgress({ article, link }: ArticleProps): ReactNode {
  const { t } = useTranslation();
  const { now, load, stop } = article;
  const isLate = useIsLate(now.state === 'loading');
  if (now.state === 'loading') {
    return (
      isLate && (
        <div className="article-progress">
          <Waiting label={t('episode.loadingArticle')} />
          <Button tone="quiet" onClick={stop}>
            {t('common.cancel')}
          </Button>
        </div>
      )
    );
  }
  if (now.state === 'idle') return null;
  const { title, advice } = errorWords(t, now.error);
  return (
    <div className="episode-trouble">
      <Message tone="failure" title={t('episode.articleFailed')} advice={`${title}. ${advice}`}>
        {load !== null && <Button onClick={load}>{t('common.tryAgain')}</Button>}
        {link !== undefined && (
          <Button icon={<Globe />} onClick={() => void openExternal(link)}>
            {t('episode.openPage')}
          </Button>
        )}
      </Message>
    </div>
  );
}

/** Where there is no text: the ways to one. */
export function TextOffer({
  article,
  link,
  onAdd,
}: ArticleProps & { readonly onAdd: () => void }): ReactNode {
  const { t } = useTranslation();
  const host = hostOf(link);
  const load = host !== '' && article.now.state === 'idle' ? article.load : null;
  return (
    <div className="text-offer">
      <div className="text-offer-actions">
        {load !== null && (
          <Button icon={<FileDown />} onClick={load}>
            {t('episode.getArticle')}
          </Button>
        )}
        <Button tone={load === null ? 'plain' : 'quiet'} onClick={onAdd}>
          {t('episode.addText')}
        </Button>
      </div>
      {load !== null && <p>{t('episode.getArticleText', { host })}</p>}
    </div>
  );
}

function hostOf(link: string | undefined): string {
  return link !== undefined && URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : '';
}
