import { hostOf } from './host-of.ts';
import type { DownloadQueue, QueueItem } from './queue-model.ts';

/**
 * The hosts that serve a download: the one that is asked, and the one it was sent on to. Where that is not known yet, it is taken
 * to be where the last download from the same host was sent.
 */
export function hostsOf(
  { leadsTo }: Pick<DownloadQueue, 'leadsTo'>,
  { request, servedBy }: QueueItem,
): string[] {
  const asked = hostOf(request.url);
  return [...new Set([asked, servedBy ?? leadsTo.get(asked) ?? asked])];
}

/** Whether one of the hosts serves as many transfers as it may. */
export function isAnyBusy(
  hosts: readonly string[],
  perHost: ReadonlyMap<string, number>,
  most: number,
): boolean {
  return hosts.some((host) => (perHost.get(host) ?? 0) >= most);
}

/** Counts one more transfer of each. */
export function countHosts(hosts: readonly string[], perHost: Map<string, number>): void {
  for (const host of hosts) perHost.set(host, (perHost.get(host) ?? 0) + 1);
}
