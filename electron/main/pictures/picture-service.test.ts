import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenUrl } from '../network/open-url.ts';
import { PictureService } from './picture-service.ts';

/** The head of a PNG of so many pixels. */
function pngHead(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
const png = pngHead(600, 600);
const asked = { url: 'https://host.example/cover', feedUrl: 'https://host.example/feed' };
let folder: string;
let requests = 0;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-pictures-'));
  requests = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function serviceFor(bytes: Buffer, maximumBytes?: number): PictureService {
  const openUrl: OpenUrl = ({ url }) => {
    requests += 1;
    const body = (async function* () {
      yield await Promise.resolve(bytes);
    })();
    return Promise.resolve({
      status: 200,
      headers: {},
      finalUrl: url,
      permanentUrl: url,
      body,
      close: () => undefined,
    });
  };
  return new PictureService({ openUrl, folder, ...(maximumBytes === undefined ? {} : { maximumBytes }) });
}

describe('PictureService', () => {
  it('fetches a picture once and gives it back by its hash', async () => {
    const pictures = serviceFor(png);
    const [first, second] = await Promise.all([pictures.load(asked), pictures.load(asked)]);
    expect(second).toEqual(first);
    await pictures.load(asked);
    expect(requests).toBe(1);
    const hash = first.ok ? first.value.address.replace('art://cache/', '') : '';
    expect(await pictures.read(hash)).toEqual({ bytes: png, type: 'image/png' });
  });

  it.each(['<svg onload="x"/>', '<!doctype html>', ''])(
    'keeps nothing that is no picture: %j',
    async (text) => {
      expect(await serviceFor(Buffer.from(text)).load(asked)).toMatchObject({
        ok: false,
        error: { code: 'image-unreadable' },
      });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('drops what was not looked at for longest when the cache is too large', async () => {
    const pictures = serviceFor(png, 10 * png.length);
    const addresses: string[] = [];
    for (let at = 0; at < 12; at += 1) {
      const loaded = await pictures.load({ ...asked, url: `https://host.example/${at}` });
      const hash = loaded.ok ? loaded.value.address.slice('art://cache/'.length) : '';
      addresses.push(hash);
      utimesSync(path.join(folder, hash), 1000 + at, 1000 + at);
    }
    await pictures.load({ ...asked, url: 'https://host.example/0' });
    await pictures.trim();
    expect(readdirSync(folder).sort()).toEqual([addresses[0], ...addresses.slice(5)].sort());
    expect(await pictures.countBytes()).toEqual({ free: 8 * png.length, kept: 0 });
  });

  it('is emptied when the user asks, and fetches again', async () => {
    const pictures = serviceFor(png);
    await pictures.load(asked);
    expect(await pictures.clear()).toEqual({ ok: true, value: {} });
    expect(await pictures.countBytes()).toEqual({ free: 0, kept: 0 });
    expect(await pictures.load(asked)).toMatchObject({ ok: true });
  });

  it.each([
    ['more than 50 megapixels', pngHead(10_000, 5001), 'too-large'],
    ['no pixels', pngHead(0, 600), 'image-unreadable'],
  ])('keeps no picture of %s', async (_what, bytes, code) => {
    expect(await serviceFor(bytes).load(asked)).toMatchObject({ ok: false, error: { code } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['../settings.json', '..%2fsettings.json', '', 'f'.repeat(63)])(
    'has no picture named %j',
    async (name) => {
      expect(await serviceFor(png).read(name)).toBeNull();
    },
  );

  const urlOf = (at: number): string => `https://host.example/${at}`;
  const keep = (pictures: PictureService, episodeId: string, ...urls: string[]) =>
    pictures.keepFor({ episodeId, feedUrl: asked.feedUrl, urls });

  it('keeps the pictures of downloads beyond the bound and when it is emptied, until the download goes', async () => {
    const pictures = serviceFor(png, 2 * png.length);
    expect(await keep(pictures, 'a', urlOf(1), urlOf(2), urlOf(3))).toEqual({
      ok: true,
      value: { missing: 0 },
    });
    await keep(pictures, 'b', urlOf(3));
    for (const at of [4, 5, 6, 7]) await pictures.load({ ...asked, url: urlOf(at) });
    await pictures.trim();
    expect(await pictures.countBytes()).toEqual({ free: png.length, kept: 3 * png.length });
    await pictures.clear();
    expect(await pictures.countBytes()).toEqual({ free: 0, kept: 3 * png.length });
    // Another run of the app knows it too.
    const later = serviceFor(png);
    await later.release('a');
    expect(await later.countBytes()).toEqual({ free: 2 * png.length, kept: png.length });
  });

  it('knows which downloads miss pictures, and forgets what was kept for none', async () => {
    const pictures = serviceFor(png);
    await keep(pictures, 'a', urlOf(1));
    await keep(pictures, 'b', urlOf(2));
    await keep(pictures, 'c');
    for (const one of readdirSync(folder)
      .filter((file) => file.length === 64)
      .slice(0, 1))
      rmSync(path.join(folder, one));
    const whole = await pictures.whole(['a', 'b', 'c']);
    expect(whole.ok && whole.value.episodeIds).toHaveLength(2);
    expect(whole.ok && whole.value.episodeIds).toContain('c');
    await pictures.whole(['c']);
    expect(await pictures.countBytes()).toEqual({ free: png.length, kept: 0 });
  });

  it('counts what cannot be had', async () => {
    const broken = serviceFor(Buffer.from('<svg/>'));
    expect(await keep(broken, 'a', urlOf(1), urlOf(2))).toEqual({ ok: true, value: { missing: 2 } });
  });

  it('takes a damaged list of what is kept for none', async () => {
    writeFileSync(path.join(folder, 'kept.json'), '{"version":1,"episodes":{"a":');
    const pictures = serviceFor(png);
    expect(await pictures.whole(['a'])).toEqual({ ok: true, value: { episodeIds: [] } });
    await keep(pictures, 'a', urlOf(1));
    expect(await pictures.whole(['a'])).toEqual({ ok: true, value: { episodeIds: ['a'] } });
  });
});
