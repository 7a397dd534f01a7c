import { expect, it } from 'vitest';
import { isLive } from './is-live.ts';

it('knows a broadcast by what its server says, and only where no end is announced', () => {
  expect(isLive({ 'icy-name': 'Radio', 'content-type': 'audio/mpeg' })).toBe(true);
  expect(isLive({ server: 'Icecast 2.4.4' })).toBe(true);
  expect(isLive({ server: 'nginx', 'transfer-encoding': 'chunked' })).toBe(false);
  expect(isLive({ server: 'Icecast 2.4.4', 'content-length': '5000' })).toBe(false);
  expect(isLive({ 'icy-br': '128', 'content-length': '5000' })).toBe(false);
});
