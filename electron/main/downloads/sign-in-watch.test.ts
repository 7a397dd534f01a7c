import { expect, it } from 'vitest';
import { SignInWatch } from './sign-in-watch.ts';

const page = (host: string, finalUrl = 'http://wifi.example/login') => ({
  url: `https://${host}/a.mp3`,
  finalUrl,
  kind: 'html',
});

it('lets downloads wait that a network leads astray, and names it at the third host', () => {
  const watch = new SignInWatch();
  expect(watch.failureOf(page('a.example')).error).toMatchObject({
    code: 'audio-not-audio',
    retryAfterMs: 60_000,
  });
  watch.failureOf(page('b.example'));
  expect(watch.failureOf(page('c.example')).error.code).toBe('network-sign-in');
  expect(watch.failureOf(page('a.example')).error.code).toBe('network-sign-in');
  watch.sawAudio();
  expect(watch.failureOf(page('c.example')).error.code).toBe('audio-not-audio');
});

it('calls a page of the host itself what it is, for good', () => {
  const { error } = new SignInWatch().failureOf(page('a.example', 'https://a.example/gone'));
  expect(error).toEqual({ code: 'audio-not-audio', detail: 'the server sent html' });
});
