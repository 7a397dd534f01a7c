import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CredentialStore } from './credential-store.ts';
import type { SafePlace } from './credential-store.ts';

const feed = 'https://private.example/feed.xml';
const header = `Basic ${Buffer.from('ada:пароль').toString('base64')}`;
let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-credentials-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Turns every byte over, which hides the words as well as a real one for these tests. */
const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
const safe: SafePlace = {
  isSafe: () => true,
  encrypt: (text) => flip(Buffer.from(text)),
  decrypt: (bytes) => flip(bytes).toString(),
};

function open(place: SafePlace = safe): Promise<CredentialStore> {
  const say = (...words: unknown[]) => void said.push(JSON.stringify(words));
  const file = path.join(folder, 'credentials.json');
  return CredentialStore.open({ file, place, log: { info: say, warn: say, error: say } });
}

describe('CredentialStore', () => {
  it('signs in at the origin of the feed and nowhere else', async () => {
    const store = await open();
    await store.keep({ url: feed, user: 'ada', password: 'пароль' });
    expect(store.authorizationFor('https://private.example/audio/1.mp3')).toBe(header);
    for (const url of [
      'http://private.example/1.mp3',
      'https://private.example:8443/1.mp3',
      'https://cdn.private.example/1.mp3',
      'https://other.example/',
      'earmark:sample/feed.xml',
    ])
      expect(store.authorizationFor(url)).toBeUndefined();
  });

  it('keeps it for the next run, encrypted', async () => {
    expect(await (await open()).keep({ url: feed, user: 'ada', password: 'пароль' })).toMatchObject({
      value: { kept: 'safely' },
    });
    const again = await open();
    expect(again.authorizationFor(feed)).toBe(header);
    expect(again.about({ url: feed })).toEqual({ user: 'ada', kept: 'safely' });
    const text = readFileSync(path.join(folder, 'credentials.json'), 'utf8');
    expect(text).not.toMatch(/ada|пароль/);
    expect(text).not.toContain(Buffer.from('пароль').toString('base64').slice(0, 8));
  });

  it('writes nothing where the system has no safe place, and says so', async () => {
    const store = await open({ ...safe, isSafe: () => false });
    expect(await store.keep({ url: feed, user: 'ada', password: 'x' })).toMatchObject({
      value: { kept: 'for-now' },
    });
    expect(store.authorizationFor(feed)).toBeDefined();
    expect(readdirSync(folder)).toEqual([]);
    expect((await open()).authorizationFor(feed)).toBeUndefined();
  });

  it('forgets', async () => {
    const store = await open();
    await store.keep({ url: feed, user: 'ada', password: 'x' });
    await store.forget({ url: feed });
    expect(store.authorizationFor(feed)).toBeUndefined();
    expect(store.about({ url: feed })).toEqual({ user: null, kept: null });
    expect((await open()).authorizationFor(feed)).toBeUndefined();
  });

  it('goes on without what it cannot open, and does not say what it was', async () => {
    await (await open()).keep({ url: feed, user: 'ada', password: 'hush' });
    const locked = await open({ ...safe, decrypt: () => 'hush, but no JSON' });
    expect(locked.authorizationFor(feed)).toBeUndefined();
    writeFileSync(path.join(folder, 'credentials.json'), '{ "version": 1, "hush"');
    expect((await open()).authorizationFor(feed)).toBeUndefined();
    expect(said.join()).not.toContain('hush');
    expect(said).toHaveLength(2);
  });
});
