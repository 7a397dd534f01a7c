import { ListFilter, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { listPlaylists } from '../../library/playlists.ts';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { PlaylistDialog } from './playlist-dialog.tsx';
import './playlists.css';

/** The queue and the playlists beside each other, and a way to make one more. `openId`: the playlist in sight, `null` = the queue. */
export function PlaylistChips({ openId }: { readonly openId: string | null }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isMaking, setMaking] = useState(false);
  const playlists = useLiveQuery('playlists', listPlaylists) ?? [];
  return (
    <nav className="playlist-chips" aria-label={t('playlist.all')}>
      <Link href="/queue" className="chip" aria-current={openId === null ? 'page' : undefined}>
        {t('queue.title')}
      </Link>
      {playlists.map(({ id, name, rule }) => (
        <Link
          key={id}
          href={`/playlist/${id}`}
          className="chip"
          aria-current={id === openId ? 'page' : undefined}
        >
          {rule !== null && <ListFilter aria-label={t('playlist.byRule')} />}
          <span>{name}</span>
        </Link>
      ))}
      <button type="button" className="chip" onClick={() => setMaking(true)}>
        <Plus aria-hidden="true" />
        {t('playlist.make')}
      </button>
      {isMaking && (
        <PlaylistDialog
          playlist={null}
          onClose={() => setMaking(false)}
          onKept={({ id }) => navigate(`/playlist/${id}`)}
        />
      )}
    </nav>
  );
}
