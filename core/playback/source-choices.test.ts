import { describe, expect, it } from 'vitest';
import { sourceChoices } from './source-choices.ts';

const enclosure = { url: 'https://example.com/a.mp3', type: 'audio/mpeg', bytes: 10 };
const alternate = (url: string, more: object = {}) => ({
  type: 'audio/opus',
  isDefault: false,
  sources: [{ url }],
  ...more,
});
const urls = (choices: ReturnType<typeof sourceChoices>) => choices.map(({ url }) => url);

describe('sourceChoices', () => {
  it('has the enclosure first, then the others', () => {
    const opus = alternate('https://example.com/a.opus', { bitrate: 32_000, title: 'Small', language: 'en' });
    expect(sourceChoices(enclosure, [opus])).toEqual([
      enclosure,
      {
        url: 'https://example.com/a.opus',
        type: 'audio/opus',
        bitrate: 32_000,
        title: 'Small',
        language: 'en',
      },
    ]);
  });

  it('takes the default for the enclosure itself', () => {
    const same = alternate('https://mirror.example.com/a.mp3', { isDefault: true, title: 'Standard' });
    const [usual, ...others] = sourceChoices(enclosure, [same]);
    expect(usual).toMatchObject({ ...enclosure, title: 'Standard' });
    expect(others).toEqual([]);
  });

  it('takes an alternate of the same address for the enclosure itself', () => {
    expect(urls(sourceChoices(enclosure, [alternate(enclosure.url)]))).toEqual([enclosure.url]);
  });

  it('offers only what can be fetched', () => {
    const many = alternate('', {
      sources: [{ url: 'ipfs://a' }, { url: 'https://example.com/b', type: 'video/mp4' }],
    });
    const choices = sourceChoices(enclosure, [
      many,
      alternate('magnet:?xt=a'),
      alternate('file:///etc/passwd'),
    ]);
    expect(urls(choices)).toEqual([enclosure.url, 'https://example.com/b']);
    expect(choices[1]?.type, 'that of the address goes first').toBe('video/mp4');
  });

  it('begins with the default where there is no enclosure', () => {
    const alternates = [alternate('https://a/'), alternate('https://b/', { isDefault: true })];
    expect(urls(sourceChoices(undefined, alternates))).toEqual(['https://b/', 'https://a/']);
    expect(sourceChoices(undefined, [])).toEqual([]);
  });
});
