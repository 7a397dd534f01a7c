import { useState } from 'react';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { patchAndTell } from '../../episode-list/patch-and-tell.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { changeSource } from '../../player/change-source.ts';

export interface Version {
  /** Takes another form of the audio, `null` for the usual one; asks first when a file would have to be fetched again. */
  readonly choose: (url: string | null) => void;
  /** Whether the question is open. */
  readonly asked: boolean;
  readonly answer: (fetchesAgain: boolean) => void;
}

/** A file keeps its bytes, as the times of the text are made for them: another form is another file. */
export function useVersion({ episode, download }: EpisodeView): Version {
  const [wanted, want] = useState<{ readonly url: string | null } | null>(null);
  const take = async (url: string | null): Promise<boolean> =>
    patchAndTell(episode.id, { enclosureUrl: url ?? undefined });
  const fetchAgain = async (url: string | null): Promise<boolean> => {
    const kind = download?.state === 'done' ? 'delete-download' : 'cancel-download';
    if (!(await runAndTell({ kind, episodeId: episode.id }))) return false;
    return (await take(url)) && (await runAndTell({ kind: 'request-download', episodeId: episode.id }));
  };
  return {
    choose: (url) => {
      if (download === null) void changeSource(episode.id, () => take(url));
      else want({ url });
    },
    asked: wanted !== null,
    answer: (fetchesAgain) => {
      want(null);
      if (fetchesAgain && wanted !== null) void changeSource(episode.id, () => fetchAgain(wanted.url));
    },
  };
}
