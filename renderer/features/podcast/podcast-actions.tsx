import {
  Copy,
  Ellipsis,
  ExternalLink,
  HeartHandshake,
  RefreshCw,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isFolderAddress } from '../../../core/folder/folder-address.ts';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { listMissing } from '../../library/missing-episodes.ts';
import { refreshFeed } from '../../library/refresh-feed.ts';
import type { PodcastRow } from '../../library/rows.ts';
import { openExternal } from '../../settings/system.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Menu } from '../../ui/menu.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { notify } from '../../ui/notices.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { folderItems } from './folder-items.tsx';
import { ShowSettingsDialog } from './show-settings-dialog.tsx';

/** Refresh, the show's own settings and links, and unsubscribe. */
export function PodcastActions({ podcast }: { readonly podcast: PodcastRow }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [isSetting, setSetting] = useState(false);
  const { isRefreshing, refresh } = useRefresh(podcast.id);
  const unsubscribe = useUnsubscribe(podcast.id);
  const isFolder = isFolderAddress(podcast.feedUrl);
  const removeLabel = isFolder ? t('folder.remove') : t('podcast.unsubscribe');
  return (
    <div className="podcast-actions">
      <Button
        icon={<RefreshCw className={isRefreshing ? 'turning' : ''} />}
        disabled={isRefreshing}
        onClick={() => void refresh()}
      >
        {isRefreshing ? t('podcast.refreshing') : t('podcast.refresh')}
      </Button>
      <Button icon={<SlidersHorizontal />} onClick={() => setSetting(true)}>
        {t('showSettings.open')}
      </Button>
      <Button icon={<Trash2 />} onClick={() => setAsking(true)}>
        {removeLabel}
      </Button>
      {isFolder ? <FolderLinks podcastId={podcast.id} /> : <Links podcast={podcast} />}
      <ShowSettingsDialog podcast={podcast} open={isSetting} onClose={() => setSetting(false)} />
      <Confirm
        open={isAsking}
        title={t(isFolder ? 'folder.removeTitle' : 'podcast.unsubscribeTitle', { title: podcast.title })}
        text={isFolder ? t('folder.removeText') : t('podcast.unsubscribeText')}
        confirmLabel={removeLabel}
        cancelLabel={t('common.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => void unsubscribe()}
      />
    </div>
  );
}

function Links({ podcast }: { readonly podcast: PodcastRow }) {
  const { t } = useTranslation();
  const { link, fundings, feedUrl } = podcast;
  const copy = async () => {
    await navigator.clipboard.writeText(feedUrl);
    notify({ tone: 'info', title: t('podcast.copied') });
  };
  const items: MenuItem[] = [
    ...(link === undefined
      ? []
      : [{ label: t('podcast.website'), icon: <ExternalLink />, onSelect: () => void openExternal(link) }]),
    ...fundings.map(({ url, text }) => ({
      label: text === '' ? t('podcast.fund') : text,
      icon: <HeartHandshake />,
      onSelect: () => void openExternal(url),
    })),
    { label: t('podcast.copyAddress'), icon: <Copy />, onSelect: () => void copy() },
  ];
  return <More items={items} />;
}

function More({ items }: { readonly items: MenuItem[] }) {
  const { t } = useTranslation();
  const trigger = (
    <IconButton className="podcast-more-button" label={t('common.more')}>
      <Ellipsis />
    </IconButton>
  );
  return <Menu label={t('common.more')} items={items} trigger={trigger} />;
}

function FolderLinks({ podcastId }: { readonly podcastId: string }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const missing = useLiveQuery(`missing ${podcastId}`, () => listMissing(podcastId)) ?? [];
  const count = missing.length;
  return (
    <>
      <More items={folderItems(podcastId, missing, () => setAsking(true))} />
      <Confirm
        open={isAsking}
        title={t('folder.forgetTitle', { count })}
        text={t('folder.forgetText')}
        confirmLabel={t('folder.forget')}
        cancelLabel={t('common.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void runAndTell({ kind: 'forget-episodes', episodeIds: missing }, t('folder.forgotten', { count }));
        }}
      />
    </>
  );
}

function useRefresh(podcastId: string) {
  const { t } = useTranslation();
  const [isRefreshing, setRefreshing] = useState(false);
  const refresh = async () => {
    setRefreshing(true);
    const result = await refreshFeed(podcastId);
    setRefreshing(false);
    // A failure is kept on the row and stands on the page.
    if (!result.ok || result.value.kind === 'cancelled') return;
    const added = result.value.kind === 'updated' ? result.value.added : 0;
    notify({
      tone: 'info',
      title: added > 0 ? t('podcast.found', { count: added }) : t('podcast.foundNothing'),
    });
  };
  return { isRefreshing, refresh };
}

function useUnsubscribe(podcastId: string) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return async () => {
    navigate('/shows');
    await runAndTell({ kind: 'unsubscribe', podcastId }, t('status.unsubscribed'));
  };
}
