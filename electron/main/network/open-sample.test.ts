import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchBytes } from './fetch-bytes.ts';
import { withSample } from './open-sample.ts';
import type { OpenRequest, OpenUrl } from './open-url.ts';

const limits = { maximumBytes: 1e6, connectMs: 10_000, idleMs: 10_000 };
let base: string;
let passedOn: string[];
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'earmark-sample-'));
  mkdirSync(path.join(base, 'sample'));
  writeFileSync(path.join(base, 'sample', 'feed.xml'), '<rss/>');
  writeFileSync(path.join(base, 'secret'), 'secret');
  symlinkSync(path.join(base, 'secret'), path.join(base, 'sample', 'link'));
  passedOn = [];
});
afterEach(() => {
  rmSync(base, { recursive: true });
});

const request = (url: string, feedUrl?: string): OpenRequest => ({
  url,
  signal: new AbortController().signal,
  limits,
  ...(feedUrl === undefined ? {} : { allowPrivateFrom: feedUrl }),
});
const opener = (): OpenUrl =>
  withSample(path.join(base, 'sample'), ({ url }) => {
    passedOn.push(url);
    return Promise.reject(new Error('the network'));
  });
const feed = 'earmark:sample/feed.xml';

describe('the sample show', () => {
  it('answers like a server', async () => {
    const { bytes, contentType } = await fetchBytes(opener(), request(feed, feed));
    expect(new TextDecoder().decode(bytes)).toBe('<rss/>');
    expect(contentType).toContain('rss');
    expect(passedOn).toEqual([]);
  });

  it('answers with the part that is asked for, while the file is the same', async () => {
    const whole = await opener()(request(feed, feed));
    whole.close();
    const ask = (range: string, condition = whole.headers.etag!) =>
      opener()({ ...request(feed, feed), headers: { range, 'if-range': condition } });
    const part = await ask('bytes=2-');
    expect(part).toMatchObject({
      status: 206,
      headers: { 'content-range': 'bytes 2-5/6', 'content-length': '4' },
    });
    expect(await text(part.body)).toBe('ss/>');
    const other = await ask('bytes=2-', '"another file"');
    expect(other.status).toBe(200);
    other.close();
    const beyond = await ask('bytes=6-');
    expect(beyond).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */6' } });
    expect(await text(beyond.body)).toBe('');
  });

  it.each([
    'earmark:sample/../secret',
    'earmark:sample/..%2fsecret',
    'earmark:sample/link',
    'earmark:sample/',
  ])('has nothing at %s', async (url) => {
    await expect(opener()(request(url, feed))).rejects.toMatchObject({ error: { code: 'http-not-found' } });
  });

  it('serves no other show', async () => {
    for (const feedUrl of ['https://host.example/feed', undefined])
      await expect(opener()(request(feed, feedUrl))).rejects.toMatchObject({
        error: { code: 'address-scheme' },
      });
  });

  it('hands every other address on', async () => {
    await expect(opener()(request('https://host.example/'))).rejects.toThrow('the network');
    expect(passedOn).toEqual(['https://host.example/']);
  });

  it('has no file under an address that does not decode', async () => {
    await expect(opener()(request('earmark:sample/%zz', feed))).rejects.toMatchObject({
      error: { code: 'http-not-found' },
    });
  });
});
