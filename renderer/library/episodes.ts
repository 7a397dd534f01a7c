import type { EpisodeListItem, EpisodeView } from './rows.ts';

/** Part of a list, for long ones; `podcast.episodeCount` says how long a show's list is. */
export interface Page {
  readonly offset?: number;
  readonly limit?: number;
}

/** New episodes of all shows, newest first. */
export function listNewEpisodes(_page: Page): Promise<EpisodeListItem[]> {
  return Promise.resolve([]);
}

/** How many episodes of all shows are new. */
export function countNew(): Promise<number> {
  return Promise.resolve(0);
}

/** Episodes of one show, newest first. */
export function listEpisodes(_podcastId: string, _page: Page = {}): Promise<EpisodeListItem[]> {
  return Promise.resolve([]);
}

/** Episodes of the same show around this one in time, without it, newest first. */
export function listOtherEpisodes(_episodeId: string, _limit: number): Promise<EpisodeListItem[]> {
  return Promise.resolve([]);
}

/** Episodes that carry the category themselves or through their show, newest first. */
export function listByCategory(_category: string, _page: Page = {}): Promise<EpisodeListItem[]> {
  return Promise.resolve([]);
}

export function getEpisode(_id: string): Promise<EpisodeView | null> {
  return Promise.resolve(null);
}

/** Episodes whose title, teaser or show has the text in it, newest of each show first. */
export function findEpisodes(_text: string, _limit: number): Promise<EpisodeListItem[]> {
  return Promise.resolve([]);
}
