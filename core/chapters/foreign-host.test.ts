import { describe, expect, it } from 'vitest';
import { foreignHost } from './foreign-host.ts';

const known = ['https://feeds.example.com/show.xml', undefined, null, 'http://cdn.example.com:8080/1.mp3'];

describe('foreignHost', () => {
  it('names a server the episode does not come from', () => {
    expect(foreignHost('https://tracker.example.net/a.jpg?who=me', known)).toBe('tracker.example.net');
    expect(foreignHost('https://example.com/a.jpg', known)).toBe('example.com');
    expect(foreignHost('http://cdn.example.com/a.jpg', known), 'another port').toBe('cdn.example.com');
  });

  it('is nobody for the servers of the episode', () => {
    expect(foreignHost('https://FEEDS.example.com/a.jpg', known)).toBeNull();
    expect(foreignHost('https://cdn.example.com:8080/a.jpg', known)).toBeNull();
  });

  it('is nobody where no server is asked', () => {
    expect(foreignHost('art://cache/00', known)).toBeNull();
    expect(foreignHost('not an address', known)).toBeNull();
  });
});
