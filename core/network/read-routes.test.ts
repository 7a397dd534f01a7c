import { expect, it } from 'vitest';
import { readRoutes } from './read-routes.ts';

it.each([
  ['DIRECT', ['direct']],
  [
    'PROXY proxy.example:8080;SOCKS5 [::1]:1080; DIRECT',
    [
      { kind: 'http', host: 'proxy.example', port: 8080 },
      { kind: 'socks5', host: '::1', port: 1080 },
      'direct',
    ],
  ],
  ['https proxy.example:443', [{ kind: 'https', host: 'proxy.example', port: 443 }]],
  ['SOCKS old.example:1080', []],
  ['PROXY ; nonsense', []],
  ['', []],
])('reads %j', (answer, routes) => {
  expect(readRoutes(answer)).toEqual(routes);
});
