import { failure, success } from '../result.ts';
import type { Result } from '../result.ts';
import type { ProxyServer } from './proxy.ts';

export type ProxyAddressFault = 'address' | 'scheme' | 'password';

const kinds: Readonly<Record<string, ProxyServer['kind']>> = {
  http: 'http',
  https: 'https',
  socks: 'socks5',
  socks5: 'socks5',
  socks5h: 'socks5',
};
const usualPorts: Readonly<Record<ProxyServer['kind'], number>> = { http: 80, https: 443, socks5: 1080 };

/**
 * Reads the address of a proxy as a person writes it: `proxy.example:8080`, `http://…`, `https://…` or `socks5://…`.
 * Without a scheme it is an HTTP proxy. A name or password in it is a fault of its own: it would lie open in the settings.
 */
export function readProxyAddress(text: string): Result<ProxyServer, ProxyAddressFault> {
  const [, scheme = 'http', place = ''] = /^(?:([a-z][a-z\d+.-]*):\/\/)?(.*)$/is.exec(text.trim()) ?? [];
  const kind = kinds[scheme.toLowerCase()];
  if (kind === undefined) return failure('scheme');
  // A scheme the URL parser knows: of others it takes any text for a host.
  const address = `http://${place}`;
  if (!URL.canParse(address)) return failure('address');
  const { hostname, username, password, pathname, search, hash } = new URL(address);
  if (username !== '' || password !== '') return failure('password');
  if (pathname !== '/' || search !== '' || hash !== '') return failure('address');
  // Not `URL.port`, which leaves out 80.
  const port = Number(/:(\d+)\/?$/.exec(place)?.[1] ?? usualPorts[kind]);
  return port === 0 ? failure('address') : success({ kind, host: hostname.replace(/^\[|\]$/g, ''), port });
}
