import { useTranslation } from 'react-i18next';
import type { Result } from '../../../core/result.ts';
import { clearPictures } from '../../library/download-queue.ts';
import type { DownloadStorage } from '../../library/download-queue.ts';
import { clearIdleTexts, countIdleTexts } from '../../library/stored-episodes.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notices.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { errorWords } from '../../words/error-words.ts';
import { size } from '../../words/format.ts';

export interface CachesProps {
  readonly room: DownloadStorage | null;
  readonly onCleared: () => void;
}

/** What can be fetched again at any time, so that it may go without asking. */
export function Caches({ room, onCleared }: CachesProps) {
  const { t, i18n } = useTranslation();
  const texts = useLiveQuery('idle-texts', countIdleTexts) ?? 0;
  const pictures = room?.pictureBytes ?? 0;
  const kept = room?.keptPictureBytes ?? 0;
  const dropPictures = async () => {
    const cleared: Result<object> = await clearPictures();
    if (!cleared.ok) notify({ tone: 'failure', ...errorWords(t, cleared.error) });
    onCleared();
  };
  return (
    <section className="storage-card" aria-label={t('storage.caches')}>
      <div className="storage-rule">
        <div>
          <span>{t('storage.pictures')}</span>
          <p>{t('storage.picturesText', { size: size(t, pictures, i18n.language) })}</p>
          {kept > 0 && <p>{t('storage.picturesKept', { size: size(t, kept, i18n.language) })}</p>}
        </div>
        <Button disabled={pictures === 0} onClick={() => void dropPictures()}>
          {t('storage.clearPictures')}
        </Button>
      </div>
      <div className="storage-rule">
        <div>
          <span>{t('storage.texts')}</span>
          <p>{t('storage.textsText', { count: texts })}</p>
        </div>
        <Button disabled={texts === 0} onClick={() => void clearIdleTexts()}>
          {t('storage.clearTexts')}
        </Button>
      </div>
    </section>
  );
}
