import { expect, it } from 'vitest';
import { followTrail, isSignIn, noTrail } from './sign-in-page.ts';

const page = (host: string, finalUrl = `http://wifi.example/login?from=${host}`) => ({
  url: `https://${host}/a.mp3`,
  finalUrl,
});
const after = (...pages: ReturnType<typeof page>[]): boolean => isSignIn(pages.reduce(followTrail, noTrail));

it('takes one page that three hosts in a row lead to for a sign-in', () => {
  expect(after(page('a.example'), page('b.example'))).toBe(false);
  expect(after(page('a.example'), page('b.example'), page('c.example'))).toBe(true);
});

it('is not fooled by one host asked three times, nor by pages of the hosts themselves', () => {
  expect(after(page('a.example'), page('a.example'), page('a.example'))).toBe(false);
  const own = (host: string) => page(host, `https://${host}/gone.html`);
  expect(after(own('a.example'), own('b.example'), own('c.example'))).toBe(false);
});

it('begins anew where another page comes between', () => {
  const other = page('c.example', 'https://other.example/');
  expect(after(page('a.example'), page('b.example'), other, page('d.example'))).toBe(false);
});
