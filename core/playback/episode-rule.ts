import { fold } from '../text/fold.ts';

export const episodeConditions = ['unplayed', 'started', 'played', 'downloaded', 'favourite'] as const;
export type EpisodeCondition = (typeof episodeConditions)[number];
export const ruleOrders = ['newest', 'oldest', 'shortest', 'longest'] as const;
export type RuleOrder = (typeof ruleOrders)[number];

/** Which episodes belong to a list that fills itself. Every part that is there must be met. */
export interface EpisodeRule {
  /** One of these shows; absent or empty = all. */
  podcastIds?: string[];
  /** All of these. */
  conditions?: EpisodeCondition[];
  /** Ms. An episode of unknown length meets neither bound. */
  minimumMs?: number;
  maximumMs?: number;
  /** Published at most so many days ago. */
  withinDays?: number;
  /** A category of the episode or of its show. */
  category?: string;
  /** Stands in the title, the teaser or the show's title, whatever case and accents. */
  text?: string;
  order: RuleOrder;
}

/** What a rule looks at. */
export interface EpisodeFacts {
  readonly podcastId: string;
  readonly podcastTitle: string;
  readonly title: string;
  readonly teaser: string;
  readonly categories: readonly string[];
  readonly podcastCategories: readonly string[];
  readonly durationMs?: number | undefined;
  /** When it was published, or first seen; ms since the epoch. */
  readonly sortAt: number;
  readonly isPlayed: boolean;
  readonly isStarted: boolean;
  readonly isDownloaded: boolean;
  readonly isFavourite: boolean;
}

const dayMs = 24 * 3_600_000;

/** Whether an episode belongs to the list; `now` is ms since the epoch. */
export function meetsRule(rule: EpisodeRule, facts: EpisodeFacts, now: number): boolean {
  return (
    isAmongShows(rule, facts) &&
    (rule.conditions ?? []).every((condition) => meets(condition, facts)) &&
    isWithinLength(rule, facts) &&
    (rule.withinDays === undefined || facts.sortAt >= now - rule.withinDays * dayMs) &&
    hasCategory(rule, facts) &&
    hasText(rule, facts)
  );
}

/** Orders episodes as the rule wants; unknown lengths come last. */
export function compareByRule(order: RuleOrder): (one: EpisodeFacts, other: EpisodeFacts) => number {
  const length = ({ durationMs }: EpisodeFacts, unknown: number): number => durationMs ?? unknown;
  switch (order) {
    case 'newest':
      return (one, other) => other.sortAt - one.sortAt;
    case 'oldest':
      return (one, other) => one.sortAt - other.sortAt;
    case 'shortest':
      return (one, other) => length(one, Number.MAX_VALUE) - length(other, Number.MAX_VALUE);
    case 'longest':
      return (one, other) => length(other, 0) - length(one, 0);
  }
}

function isAmongShows({ podcastIds = [] }: EpisodeRule, { podcastId }: EpisodeFacts): boolean {
  return podcastIds.length === 0 || podcastIds.includes(podcastId);
}

function meets(condition: EpisodeCondition, facts: EpisodeFacts): boolean {
  switch (condition) {
    case 'unplayed':
      return !facts.isPlayed;
    case 'started':
      return facts.isStarted;
    case 'played':
      return facts.isPlayed;
    case 'downloaded':
      return facts.isDownloaded;
    case 'favourite':
      return facts.isFavourite;
  }
}

function isWithinLength({ minimumMs, maximumMs }: EpisodeRule, { durationMs }: EpisodeFacts): boolean {
  if (minimumMs === undefined && maximumMs === undefined) return true;
  if (durationMs === undefined) return false;
  return durationMs >= (minimumMs ?? 0) && durationMs <= (maximumMs ?? Number.POSITIVE_INFINITY);
}

function hasCategory({ category }: EpisodeRule, facts: EpisodeFacts): boolean {
  if (category === undefined) return true;
  return facts.categories.includes(category) || facts.podcastCategories.includes(category);
}

function hasText({ text = '' }: EpisodeRule, { title, teaser, podcastTitle }: EpisodeFacts): boolean {
  const wanted = fold(text.trim());
  return wanted === '' || [title, teaser, podcastTitle].some((value) => fold(value).includes(wanted));
}
