import { ListMusic, Pencil, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { EpisodeList } from '../../episode-list/episode-list.tsx';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { run } from '../../library/commands.ts';
import { joinEpisodes } from '../../library/join-episodes.ts';
import { entriesOf, getPlaylist, listPlaylist } from '../../library/playlists.ts';
import type { EpisodeListItem, PlaylistRow } from '../../library/rows.ts';
import { pause, play } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { notify } from '../../ui/notices.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { errorWords } from '../../words/error-words.ts';
import { OrderedEpisodes } from './ordered-episodes.tsx';
import { PlaylistChips } from './playlist-chips.tsx';
import { PlaylistDialog } from './playlist-dialog.tsx';
import { summaryOf } from './summary-of.ts';

/** A named list of episodes, made by hand or filled by its rule. Played from here, it goes on in this list. */
export function PlaylistPage({ playlistId }: { readonly playlistId: string }) {
  const { t } = useTranslation();
  const playlist = useLiveQuery(`playlist ${playlistId}`, () => getPlaylist(playlistId));
  if (playlist === undefined) return null;
  return (
    <div className="page">
      <h1 className="page-title">{playlist?.name ?? t('playlist.missing')}</h1>
      <PlaylistChips openId={playlistId} />
      {playlist !== null && <Playlist playlist={playlist} />}
    </div>
  );
}

function Playlist({ playlist }: { readonly playlist: PlaylistRow }) {
  const { t } = useTranslation();
  const { id, rule } = playlist;
  const question = `episodes of ${id} ${JSON.stringify(rule)}`;
  // Which episodes is asked apart from how they stand: what plays changes only the latter.
  const found = useLiveQuery(question, async () => {
    return { rows: await listPlaylist(playlist, Date.now()), at: performance.now() };
  });
  const items = useLiveQuery(`${question} found at ${found?.at}`, () => found && joinEpisodes(found.rows));
  if (items === undefined) return null;
  const first = items.find(({ episode }) => episode.playedAt === undefined) ?? items[0];
  return (
    <>
      <Tools playlist={playlist} items={items} first={first} />
      {items.length === 0 && (
        <EmptyState
          icon={<ListMusic />}
          title={t('playlist.empty')}
          text={rule === null ? t('playlist.emptyText') : t('playlist.emptyRule')}
        />
      )}
      {items.length > 0 && rule === null && <MadeByHand playlistId={id} items={items} />}
      {items.length > 0 && rule !== null && <EpisodeList items={items} onPlay={playOrPause(id)} />}
    </>
  );
}

interface ToolsProps {
  readonly playlist: PlaylistRow;
  readonly items: readonly EpisodeListItem[];
  readonly first: EpisodeListItem | undefined;
}

function Tools({ playlist, items, first }: ToolsProps) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const remove = useDelete(playlist);
  return (
    <div className="page-tools">
      {first !== undefined && (
        <Button
          tone="main"
          icon={<Play />}
          onClick={() => void play(first.episode.id, { playlistId: playlist.id })}
        >
          {t('playlist.play')}
        </Button>
      )}
      <span>{summaryOf(t, items)}</span>
      <span className="page-tools-end">
        <Button tone="quiet" icon={<Pencil />} onClick={() => setEditing(true)}>
          {t('playlist.edit')}
        </Button>
        <Button tone="quiet" icon={<Trash2 />} onClick={() => void remove()}>
          {t('playlist.delete')}
        </Button>
      </span>
      {isEditing && <PlaylistDialog playlist={playlist} onClose={() => setEditing(false)} />}
    </div>
  );
}

/** Takes the playlist away and offers to bring it back as it was. */
function useDelete(playlist: PlaylistRow): () => Promise<void> {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return async () => {
    const entries = await entriesOf(playlist.id).toArray();
    const result = await run({ kind: 'delete-playlist', playlistId: playlist.id });
    if (!result.ok) {
      notify({ tone: 'failure', ...errorWords(t, result.error) });
      return;
    }
    navigate('/queue');
    const undo = async () => {
      if (await runAndTell({ kind: 'restore-playlist', playlist, entries }))
        navigate(`/playlist/${playlist.id}`);
    };
    notify({
      tone: 'info',
      title: t('playlist.deleted', { name: playlist.name }),
      action: { label: t('common.undo'), onSelect: () => void undo() },
    });
  };
}

/** For rows: what is heard pauses, another one plays and goes on in the playlist. */
function playOrPause(playlistId: string): (item: EpisodeListItem) => void {
  return ({ episode }) => {
    const { episodeId, state } = usePlayback.getState();
    const isHeard = episodeId === episode.id && (state === 'playing' || state === 'loading');
    if (isHeard) pause();
    else void play(episode.id, { playlistId });
  };
}

interface MadeByHandProps {
  readonly playlistId: string;
  readonly items: readonly EpisodeListItem[];
}

function MadeByHand({ playlistId, items }: MadeByHandProps) {
  const { t } = useTranslation();
  const put = ({ episode }: EpisodeListItem, toIndex: number, done?: string) =>
    runAndTell({ kind: 'add-to-playlist', playlistId, episodeIds: [episode.id], toIndex }, done);
  const move = (item: EpisodeListItem, toIndex: number) => {
    const place = { title: item.episode.title, place: toIndex + 1, total: items.length };
    void put(item, toIndex, t('queue.moved', place));
  };
  const remove = async (item: EpisodeListItem) => {
    const index = items.indexOf(item);
    const episodeIds = [item.episode.id];
    if (!(await runAndTell({ kind: 'remove-from-playlist', playlistId, episodeIds }))) return;
    notify({
      tone: 'info',
      title: t('playlist.removed'),
      action: { label: t('common.undo'), onSelect: () => void put(item, index) },
    });
  };
  return (
    <OrderedEpisodes
      items={items}
      removeLabel={t('playlist.remove')}
      onPlay={playOrPause(playlistId)}
      onRemove={(item) => void remove(item)}
      onMove={move}
    />
  );
}
