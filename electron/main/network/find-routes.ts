import { isIP } from 'node:net';
import type { Route } from '../../../core/network/proxy.ts';
import { readProxyAddress } from '../../../core/network/read-proxy-address.ts';
import { readRoutes } from '../../../core/network/read-routes.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import { isLocalName, reachOf } from './private-host.ts';

/** The ways to an address, to be tried in this order; none when there is no way that Earmark can go. */
export type FindRoutes = (url: string) => Promise<readonly Route[]>;

export const directly: FindRoutes = () => Promise.resolve(['direct']);

/**
 * The ways by the settings in force at each request. `askSystem` answers as a proxy auto-configuration does: it knows
 * scripts, exceptions and schemes. A proxy set by hand that cannot be read leaves no way: going directly would betray
 * whoever set it.
 */
export function createFindRoutes(given: {
  settings: () => Settings['network'];
  askSystem: (url: string) => Promise<string>;
}): FindRoutes {
  return async (url) => {
    const { proxy, proxyAddress } = given.settings();
    if (proxy === 'none') return ['direct'];
    if (proxy === 'system') return readRoutes(await given.askSystem(url));
    if (isLocal(new URL(url).hostname)) return ['direct'];
    const read = readProxyAddress(proxyAddress);
    return read.ok ? [read.value] : [];
  };
}

/** What lies in the own network: seen from a proxy, the same address would be another computer. */
function isLocal(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? isLocalName(host) : reachOf(host) !== 'public';
}
