import { describe, expect, it } from 'vitest';
import { isSameSite } from './is-same-site.ts';

describe('isSameSite', () => {
  it.each([
    ['https://www.radio.example/a', 'https://feeds.radio.example/f.xml', true],
    ['http://radio.example', 'https://radio.example:8080/x', true],
    ['https://radio.example', 'https://host.example', false],
    ['https://a.co.uk', 'https://b.co.uk', false],
    ['https://www.a.co.uk', 'https://a.co.uk', true],
    ['http://127.0.0.1:1/a', 'http://127.0.0.1:2/b', true],
    ['http://127.0.0.1', 'http://127.0.0.2', false],
    ['radio.example', 'radio.example', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameSite(one, other)).toBe(same);
  });
});
