import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../core/settings/settings.ts';
import { createFindRoutes } from './find-routes.ts';
import type { FindRoutes } from './find-routes.ts';

const byHand = { kind: 'http', host: 'proxy.example', port: 8080 };

function withSettings(proxy: Settings['network']['proxy'], proxyAddress = 'proxy.example:8080'): FindRoutes {
  const askSystem = (url: string) =>
    Promise.resolve(url.startsWith('https:') ? 'PROXY one.example:1; DIRECT' : 'DIRECT');
  return createFindRoutes({ settings: () => ({ proxy, proxyAddress }), askSystem });
}

describe('the ways to an address', () => {
  it('are those of the system, for each address', async () => {
    const find = withSettings('system');
    expect(await find('https://show.example/')).toEqual([
      { kind: 'http', host: 'one.example', port: 1 },
      'direct',
    ]);
    expect(await find('http://show.example/')).toEqual(['direct']);
  });

  it('lead through the proxy set by hand, or past all', async () => {
    expect(await withSettings('manual')('https://show.example/')).toEqual([byHand]);
    expect(await withSettings('manual')('https://8.8.8.8/')).toEqual([byHand]);
    expect(await withSettings('none')('https://show.example/')).toEqual(['direct']);
  });

  it.each([
    'http://127.0.0.1:8000/',
    'http://[::1]/',
    'http://localhost/',
    'http://192.168.1.2/',
    'http://nas/',
  ])('stay in the own network: %s', async (url) => {
    expect(await withSettings('manual')(url)).toEqual(['direct']);
  });

  it('never lead past a proxy that cannot be read', async () => {
    expect(await withSettings('manual', 'http://me:secret@proxy.example')('https://show.example/')).toEqual(
      [],
    );
  });
});
