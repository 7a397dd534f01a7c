import { describe, expect, it } from 'vitest';
import { nextHop } from './next-hop.ts';
import type { PlainRedirect } from './next-hop.ts';

const from = { url: 'https://a.example/feed', headers: { accept: '*/*', authorization: 'Basic x' } };
const hop = (location: string, more: { seen?: string[]; plain?: PlainRedirect } = {}) =>
  nextHop({ from, location, seen: more.seen ?? [from.url], plain: more.plain ?? 'refuse' });

describe('nextHop', () => {
  it('follows a relative address on the same host with credentials', () => {
    expect(hop('/new#part')).toEqual({
      ok: true,
      value: { url: 'https://a.example/new', headers: from.headers },
    });
  });

  it('drops credentials on another host, and on another port', () => {
    const plain = { accept: '*/*' };
    expect(hop('https://b.example/')).toMatchObject({ ok: true, value: { headers: plain } });
    expect(hop('https://a.example:444/')).toEqual({
      ok: true,
      value: { url: 'https://a.example:444/', headers: plain },
    });
  });

  it('goes from https to http only where allowed, and then without credentials', () => {
    expect(hop('http://a.example/')).toEqual({ ok: false, error: 'address-unencrypted' });
    expect(hop('http://a.example/', { plain: 'ask' })).toEqual({ ok: false, error: 'audio-unencrypted' });
    expect(hop('http://a.example/', { plain: 'follow' })).toEqual({
      ok: true,
      value: { url: 'http://a.example/', headers: { accept: '*/*' } },
    });
  });

  it.each(['file:///etc/passwd', 'data:text/plain,x', 'javascript:1', 'earmark:sample/feed.xml'])(
    'never goes to %s',
    (location) => {
      expect(hop(location)).toEqual({ ok: false, error: 'address-scheme' });
    },
  );

  it('finds a loop, and stops after ten', () => {
    expect(hop('/feed')).toEqual({ ok: false, error: 'network-redirect-loop' });
    const seen = Array.from({ length: 11 }, (_, at) => `https://a.example/${at}`);
    expect(hop('/next', { seen })).toEqual({ ok: false, error: 'network-redirect-loop' });
  });
});
