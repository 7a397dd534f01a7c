import { session } from 'electron';

/**
 * What the system says of proxies for `url`, as a proxy auto-configuration writes it: its settings, its scripts and the
 * exceptions from them, as Chromium reads them. The window itself has no network; only this is asked of its session.
 */
export function askSystem(url: string): Promise<string> {
  return session.defaultSession.resolveProxy(url);
}
