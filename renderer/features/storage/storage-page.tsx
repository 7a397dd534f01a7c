import { HardDrive } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bytesOf } from '../../../core/download/choose-freed.ts';
import { listFinishedDownloads, readMarked, storedEpisode } from '../../library/stored-episodes.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { size } from '../../words/format.ts';
import { Caches } from './caches.tsx';
import { deleteStored } from './delete-stored.ts';
import { FreeingRules } from './freeing-rules.tsx';
import { StoredShows } from './stored-shows.tsx';
import { useDiskRoom } from './use-disk-room.ts';
import './storage.css';

/** What downloads take, by show, and what would be freed. */
export function StoragePage() {
  const { t, i18n } = useTranslation();
  const items = useLiveQuery('stored', listFinishedDownloads);
  const marked = useLiveQuery('marked', readMarked);
  const playingId = usePlayback((playback) => playback.episodeId);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const { room, readAgain } = useDiskRoom(items?.length);
  const freeBytes = room?.freeBytes ?? null;
  const stored = marked ? (items ?? []).map((item) => storedEpisode(item, playingId, marked)) : [];
  const chosen = stored.filter(({ episodeId }) => selected.has(episodeId));
  const words = { count: chosen.length, size: size(t, bytesOf(chosen), i18n.language) };
  const remove = async () => {
    setAsking(false);
    await deleteStored(chosen.map(({ episodeId }) => episodeId));
    setSelected(new Set());
  };
  return (
    <div className="page storage">
      <h1 className="page-title">{t('storage.title')}</h1>
      <p className="page-tools">
        {t('storage.summary', {
          count: stored.length,
          size: size(t, bytesOf(stored), i18n.language),
        })}
        {freeBytes !== null && (
          <span>· {t('storage.free', { size: size(t, freeBytes, i18n.language) })}</span>
        )}
      </p>
      {items?.length === 0 && (
        <EmptyState icon={<HardDrive />} title={t('storage.empty')} text={t('downloads.emptyText')} />
      )}
      {stored.length > 0 && (
        <>
          <FreeingRules stored={stored} onSelect={setSelected} />
          <StoredShows items={items ?? []} stored={stored} selected={selected} onSelect={setSelected} />
          <div className="storage-delete">
            <span role="status">{t('storage.selected', words)}</span>
            <Button tone="danger" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
              {t('storage.delete')}
            </Button>
          </div>
        </>
      )}
      <Caches room={room} onCleared={readAgain} />
      <Confirm
        open={isAsking}
        title={t('storage.ask', words)}
        text={t('storage.askText')}
        confirmLabel={t('storage.delete')}
        cancelLabel={t('common.cancel')}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      />
    </div>
  );
}
