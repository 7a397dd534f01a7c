import type { ProxyServer, Route } from './proxy.ts';

const kinds: Readonly<Record<string, ProxyServer['kind']>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS5: 'socks5',
};

/**
 * What a proxy auto-configuration answers (`PROXY a:8080; SOCKS5 b:1080; DIRECT`), in the order of its choice. What Earmark does
 * not speak (SOCKS 4) is left out, so that the list may be empty.
 */
export function readRoutes(answer: string): Route[] {
  return answer.split(';').flatMap((part): Route[] => {
    const [word = '', place = ''] = part.trim().split(/\s+/);
    if (word.toUpperCase() === 'DIRECT') return ['direct'];
    const kind = kinds[word.toUpperCase()];
    const [, host, port] = /^\[?([^[\]\s]+?)\]?:(\d{1,5})$/.exec(place) ?? [];
    return kind === undefined || host === undefined ? [] : [{ kind, host, port: Number(port) }];
  });
}
