import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('redact', () => {
  it('drops credentials, query and fragment of every address', () => {
    expect(redact('GET https://me:pa@ss@host.example/a/b.mp3?token=1#x and http://h?key=2')).toBe(
      'GET https://host.example/a/b.mp3?… and http://h?…',
    );
  });

  it('drops what looks like the key to a private feed', () => {
    expect(redact('https://host.example/feeds/a1b2c3d4e5f6a7b8c9/short/feed.xml')).toBe(
      'https://host.example/feeds/…/short/feed.xml',
    );
  });

  it('leaves other text alone', () => {
    expect(redact('disk full at 12:30, asked app://earmark/index.html')).toBe(
      'disk full at 12:30, asked app://earmark/index.html',
    );
  });
});
