import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../core/app-error.ts';
import { getEpisode } from '../../library/episodes.ts';
import type { AudioOffer, OfferedFile } from '../../library/import-files.ts';
import { proposeEpisodes, takeOffered } from '../../library/import-files.ts';

/** The episode a file goes to, as the dialog names it. */
export interface Target {
  readonly episodeId: string;
  readonly title: string;
  readonly showTitle: string;
}

export interface ImportRow {
  readonly file: OfferedFile;
  /** Null: the file is left out. */
  readonly target: Target | null;
  readonly outcome: 'waiting' | 'copying' | 'done' | AppError;
}

export type ImportStage = 'matching' | 'choosing' | 'copying' | 'done';

/** Files on their way to their episodes, one after the other. Stopped at any moment, each file is taken whole or not at all. */
export function useAudioImport(offer: AudioOffer) {
  const [rows, setRows] = useState<readonly ImportRow[]>([]);
  const [stage, setStage] = useState<ImportStage>('matching');
  const stopping = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    stopping.current = controller;
    let isShown = true;
    setStage('matching');
    void propose(offer.files).then((proposed) => {
      if (!isShown) return;
      setRows(proposed);
      setStage('choosing');
    });
    return () => {
      isShown = false;
      controller.abort();
    };
  }, [offer]);

  const change = (number: number, changed: Partial<ImportRow>): void =>
    setRows((now) => now.map((row) => (row.file.file === number ? { ...row, ...changed } : row)));
  const start = async (): Promise<void> => {
    setStage('copying');
    const { signal } = stopping.current;
    for (const { file, target } of rows) {
      if (target === null || signal.aborted) continue;
      change(file.file, { outcome: 'copying' });
      const taken = await takeOffered(file.file, target.episodeId, signal);
      const isTaken = taken.ok && taken.value;
      change(file.file, { outcome: isTaken ? 'done' : taken.ok ? 'waiting' : taken.error });
    }
    setStage('done');
  };
  return {
    rows,
    stage,
    start,
    stop: () => stopping.current.abort(),
    choose: (number: number, target: Target | null) => change(number, { target }),
  };
}

async function propose(files: readonly OfferedFile[]): Promise<ImportRow[]> {
  const proposed = await proposeEpisodes(files);
  const rows: ImportRow[] = [];
  for (const file of files) {
    const episodeId = proposed.get(file.file) ?? null;
    const view = episodeId === null ? null : await getEpisode(episodeId);
    const target = view && {
      episodeId: view.episode.id,
      title: view.episode.title,
      showTitle: view.podcast.title,
    };
    rows.push({ file, target, outcome: 'waiting' });
  }
  return rows;
}
