import { useTranslation } from 'react-i18next';
import type { AudioOffer } from '../../library/import-files.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { ImportFile } from './import-file.tsx';
import type { ImportRow, ImportStage } from './use-audio-import.ts';
import { useAudioImport } from './use-audio-import.ts';
import './import-audio.css';

export interface ImportAudioDialogProps {
  readonly offer: AudioOffer;
  readonly onClose: () => void;
}

/** Shows which episode each file is taken for, and copies them once the user says so. */
export function ImportAudioDialog({ offer, onClose }: ImportAudioDialogProps) {
  const { t } = useTranslation();
  const { rows, stage, start, stop, choose } = useAudioImport(offer);
  const chosen = rows.filter(({ target }) => target !== null).length;
  return (
    <Dialog
      open
      wide
      title={t('importAudio.title')}
      description={t('importAudio.text')}
      closeLabel={t('common.close')}
      onClose={() => {
        stop();
        onClose();
      }}
    >
      <div className="import-audio">
        {offer.files.length === 0 && (
          <Message tone="failure" title={t('importAudio.nothing')} advice={t('importAudio.nothingText')} />
        )}
        {offer.refused > 0 && offer.files.length > 0 && (
          <p className="import-refused">{t('importAudio.refused', { count: offer.refused })}</p>
        )}
        {offer.files.length > 0 && <Status rows={rows} stage={stage} />}
        <ul aria-label={t('importAudio.files')} tabIndex={0}>
          {rows.map((row) => (
            <ImportFile
              key={row.file.file}
              row={row}
              mayChange={stage === 'choosing'}
              onChoose={(target) => choose(row.file.file, target)}
            />
          ))}
        </ul>
        <div className="dialog-actions">
          {stage === 'copying' && <Button onClick={stop}>{t('importAudio.stop')}</Button>}
          {stage === 'choosing' && offer.files.length > 0 && (
            <>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
              <Button tone="main" disabled={chosen === 0} onClick={() => void start()}>
                {t('importAudio.start', { count: chosen })}
              </Button>
            </>
          )}
          {(stage === 'done' || offer.files.length === 0) && (
            <Button tone="main" onClick={onClose}>
              {t('common.close')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** How far it has come. */
function Status({ rows, stage }: { readonly rows: readonly ImportRow[]; readonly stage: ImportStage }) {
  const { t } = useTranslation();
  const total = rows.filter(({ target }) => target !== null).length;
  const over = rows.filter(({ outcome }) => outcome === 'done' || typeof outcome === 'object').length;
  const done = rows.filter(({ outcome }) => outcome === 'done').length;
  switch (stage) {
    case 'matching':
      return <p role="status">{t('importAudio.matching')}</p>;
    case 'choosing':
      return null;
    case 'copying':
      return (
        <p role="status">
          {t('importAudio.progress', { done: over, total })}
          <progress aria-label={t('importAudio.title')} value={over} max={Math.max(1, total)} />
        </p>
      );
    case 'done':
      return <p role="status">{t('importAudio.done', { count: done })}</p>;
  }
}
