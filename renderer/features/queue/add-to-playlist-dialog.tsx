import { ListMusic, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choosePlaylistFor, usePlaylistChoice } from '../../episode-list/playlist-choice.ts';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { listPlaylists } from '../../library/playlists.ts';
import type { PlaylistRow } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { PlaylistDialog } from './playlist-dialog.tsx';
import './playlists.css';

/** Asks which playlist the episodes asked for by `choosePlaylistFor` go to. */
export function AddToPlaylistDialog() {
  const episodeIds = usePlaylistChoice(({ episodeIds: chosen }) => chosen);
  return episodeIds === null ? null : <Asking episodeIds={episodeIds} />;
}

function Asking({ episodeIds }: { readonly episodeIds: readonly string[] }) {
  const { t } = useTranslation();
  const [isMaking, setMaking] = useState(false);
  const all = useLiveQuery('playlists', listPlaylists);
  if (all === undefined) return null;
  const playlists = all.filter(({ rule }) => rule === null);
  const close = () => choosePlaylistFor(null);
  const add = async ({ id, name }: PlaylistRow) => {
    close();
    const command = { kind: 'add-to-playlist', playlistId: id, episodeIds } as const;
    await runAndTell(command, t('playlist.added', { name }));
  };
  if (isMaking || playlists.length === 0) {
    return <PlaylistDialog playlist={null} onlyByHand onClose={close} onKept={(made) => void add(made)} />;
  }
  return (
    <Dialog open title={t('playlist.addTo')} closeLabel={t('common.close')} onClose={close}>
      <ul className="playlist-choice">
        {playlists.map((playlist) => (
          <li key={playlist.id}>
            <button type="button" onClick={() => void add(playlist)}>
              <ListMusic />
              {playlist.name}
            </button>
          </li>
        ))}
      </ul>
      <Button icon={<ListPlus />} onClick={() => setMaking(true)}>
        {t('playlist.make')}
      </Button>
    </Dialog>
  );
}
