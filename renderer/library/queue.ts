import type { EpisodeListItem } from './rows.ts';

/** The queue in playing order. */
export function listQueue(): Promise<EpisodeListItem[]> {
  return Promise.resolve([]);
}

export function countQueue(): Promise<number> {
  return Promise.resolve(0);
}
