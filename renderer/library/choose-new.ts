/** So many episodes of a newly subscribed show are new; the rest is its back catalogue. */
const newAtSubscription = 5;
/** Feeds are not always in order, and shows publish late: what is at most this much older than the newest known is still news (ms). */
const lateMs = 7 * 24 * 3_600_000;

interface Sorted {
  readonly sortAt: number;
}

/**
 * Which of the added episodes are new to the user. Without a known one the show was just subscribed to; otherwise what is older
 * than what was known is a back catalogue the publisher put out, and does not flood New.
 */
export function chooseNew<Episode extends Sorted>(
  added: readonly Episode[],
  latestKnownAt: number | undefined,
): Set<Episode> {
  if (latestKnownAt === undefined) {
    return new Set([...added].sort((one, other) => other.sortAt - one.sortAt).slice(0, newAtSubscription));
  }
  return new Set(added.filter((episode) => episode.sortAt > latestKnownAt - lateMs));
}
