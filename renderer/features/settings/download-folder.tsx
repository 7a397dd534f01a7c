import { FolderInput, FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/app-error.ts';
import type { Result } from '../../../core/result.ts';
import {
  moveDownloads,
  readDownloadStorage,
  stopMovingDownloads,
  useDownloadQueue,
} from '../../library/download-queue.ts';
import type { DownloadStorage } from '../../library/download-queue.ts';
import { chooseDownloadFolder, useSettings } from '../../settings/settings-store.ts';
import { readSystemInfo } from '../../settings/system.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { size } from '../../words/format.ts';
import { Setting } from './setting.tsx';

/** Where downloads go. After another folder is chosen, what lies in the old one may come along. */
export function DownloadFolder() {
  const { t } = useTranslation();
  const folder = useDownloadFolder();
  const { elsewhere, readAgain } = useElsewhere(folder);
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const tell = (result: Result<unknown>) => setError(result.ok ? null : result.error);
  const choose = async () => {
    const before = useSettings.getState().downloadFolder;
    const result = await chooseDownloadFolder();
    tell(result);
    if (!result.ok || result.value.downloadFolder === before) return;
    const there = await readAgain();
    setAsking(there !== null && there.files > 0);
  };
  const move = async () => {
    setAsking(false);
    tell(await moveDownloads());
  };
  return (
    <>
      <Setting label={t('settings.folder')} text={t('settings.folderText')}>
        <code className="setting-path" title={folder}>
          {folder}
        </code>
        <Button icon={<FolderOpen />} onClick={() => void choose()}>
          {t('settings.chooseFolder')}
        </Button>
      </Setting>
      <Moving elsewhere={elsewhere} onMove={() => void move()} onEnded={() => void readAgain()} />
      {error !== null && <Message tone="failure" {...errorWords(t, error)} />}
      <MoveDialog
        elsewhere={isAsking ? elsewhere : null}
        onMove={() => void move()}
        onLeave={() => setAsking(false)}
      />
    </>
  );
}

type Elsewhere = DownloadStorage['elsewhere'];

interface MovingProps {
  readonly elsewhere: Elsewhere | null;
  readonly onMove: () => void;
  readonly onEnded: () => void;
}

/** What lies in folders used before, and how far it has come on its way here. */
function Moving({ elsewhere, onMove, onEnded }: MovingProps) {
  const { t, i18n } = useTranslation();
  const { move, moving } = useDownloadQueue();
  const [wasMoving, setWasMoving] = useState(moving);
  useEffect(() => {
    if (wasMoving && !moving) onEnded();
    setWasMoving(moving);
  }, [wasMoving, moving, onEnded]);
  const bytes = (count: number) => size(t, count, i18n.language);
  if (moving && move !== null) {
    const [received, total] = [bytes(move.bytesDone), bytes(move.bytes)];
    return (
      <Setting label={t('storage.moving')} text={t('downloads.bytes', { received, total })}>
        <progress aria-label={t('storage.moving')} value={move.bytesDone} max={Math.max(1, move.bytes)} />
        <Button onClick={() => void stopMovingDownloads()}>{t('storage.stopMoving')}</Button>
      </Setting>
    );
  }
  const failed = move?.state === 'failed' ? move.error : undefined;
  return (
    <>
      {elsewhere !== null && elsewhere.files > 0 && (
        <Setting
          label={t('storage.elsewhere')}
          text={t('storage.elsewhereText', { count: elsewhere.files, size: bytes(elsewhere.bytes) })}
        >
          <Button icon={<FolderInput />} onClick={onMove}>
            {t('storage.move')}
          </Button>
        </Setting>
      )}
      {failed !== undefined && <Message tone="failure" {...errorWords(t, failed)} />}
    </>
  );
}

interface MoveDialogProps {
  /** Null: nothing is asked. */
  readonly elsewhere: Elsewhere | null;
  readonly onMove: () => void;
  readonly onLeave: () => void;
}

function MoveDialog({ elsewhere, onMove, onLeave }: MoveDialogProps) {
  const { t, i18n } = useTranslation();
  const words = { count: elsewhere?.files ?? 0, size: size(t, elsewhere?.bytes ?? 0, i18n.language) };
  return (
    <Dialog
      open={elsewhere !== null}
      title={t('storage.moveAsk')}
      description={t('storage.moveAskText', words)}
      closeLabel={t('common.close')}
      onClose={onLeave}
    >
      <div className="dialog-actions">
        <Button onClick={onLeave}>{t('storage.leave')}</Button>
        <Button tone="main" autoFocus onClick={onMove}>
          {t('storage.move')}
        </Button>
      </div>
    </Dialog>
  );
}

function useElsewhere(folder: string): {
  readonly elsewhere: Elsewhere | null;
  readonly readAgain: () => Promise<Elsewhere | null>;
} {
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null);
  const readAgain = async () => {
    const read = await readDownloadStorage();
    if (!read.ok) return null;
    setElsewhere(read.value.elsewhere);
    return read.value.elsewhere;
  };
  useEffect(() => {
    void readDownloadStorage().then((read) => read.ok && setElsewhere(read.value.elsewhere));
  }, [folder]);
  return { elsewhere, readAgain };
}

/** Only the main process knows where downloads go when nothing was chosen. */
function useDownloadFolder(): string {
  const chosen = useSettings((settings) => settings.downloadFolder);
  const [usual, setUsual] = useState('');
  useEffect(() => {
    void readSystemInfo().then((system) => system.ok && setUsual(system.value.downloadFolder));
  }, [chosen]);
  return chosen === '' ? usual : chosen;
}
