import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { stopMovingDownloads, useDownloadQueue } from '../../library/download-queue.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { size } from '../../words/format.ts';

/** What makes all downloads wait, and what can be done about it. */
export function QueueNotice() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { pausedAll, rule, moving, held } = useDownloadQueue();
  const resume = () => void runAndTell({ kind: 'pause-all-downloads', paused: false });
  const settings = <Button onClick={() => navigate('/settings')}>{t('nav.settings')}</Button>;
  if (moving) return <Moving />;
  if (held !== null)
    return (
      <Message tone="info" {...errorWords(t, { code: held })}>
        {held !== 'network-offline' && settings}
      </Message>
    );
  if (pausedAll)
    return (
      <Message tone="info" title={t('downloads.hold.all')}>
        <Button onClick={resume}>{t('downloads.resumeAll')}</Button>
      </Message>
    );
  if (rule === null) return null;
  return (
    <Message tone="info" title={t(`downloads.hold.${rule}`)} advice={t(`downloads.ruleText.${rule}`)}>
      {settings}
    </Message>
  );
}

function Moving() {
  const { t, i18n } = useTranslation();
  const move = useDownloadQueue((queue) => queue.move);
  const done = size(t, move?.bytesDone ?? 0, i18n.language);
  const total = size(t, move?.bytes ?? 0, i18n.language);
  return (
    <Message tone="info" title={t('storage.moving')} advice={t('downloads.bytes', { received: done, total })}>
      <Button onClick={() => void stopMovingDownloads()}>{t('storage.stopMoving')}</Button>
    </Message>
  );
}
