import { describe, expect, it } from 'vitest';
import { chooseSource } from './choose-source.ts';

const opus = {
  type: 'audio/opus',
  bytes: 5,
  isDefault: false,
  sources: [{ url: 'ipfs://someRandomHash' }, { url: 'https://example.com/a.opus' }],
};
const video = { type: 'video/mp4', isDefault: false, sources: [{ url: 'https://example.com/a.mp4' }] };

describe('chooseSource', () => {
  it('prefers the enclosure', () => {
    const enclosure = { url: 'https://example.com/a.mp3', type: 'audio/mpeg' };
    expect(chooseSource({ enclosure, alternates: [opus] })).toEqual({ ok: true, value: enclosure });
  });

  it('takes a fetchable audio address of the alternates otherwise', () => {
    expect(chooseSource({ enclosure: undefined, alternates: [video, opus] })).toEqual({
      ok: true,
      value: { url: 'https://example.com/a.opus', type: 'audio/opus', bytes: 5 },
    });
  });

  it('follows the default the feed names', () => {
    const result = chooseSource({
      enclosure: undefined,
      alternates: [opus, { ...video, isDefault: true }],
    });
    expect(result.ok && result.value.url).toBe('https://example.com/a.mp4');
  });

  it('follows the listener, as long as the feed has what was chosen', () => {
    const enclosure = { url: 'https://example.com/a.mp3', type: 'audio/mpeg' };
    const choose = (chosenUrl: string) => chooseSource({ enclosure, alternates: [video, opus], chosenUrl });
    expect(choose('https://example.com/a.mp4')).toMatchObject({ value: { type: 'video/mp4' } });
    expect(choose('https://example.com/gone')).toEqual({ ok: true, value: enclosure });
  });

  it('takes moving pictures where there is no sound alone, and no form that cannot be played', () => {
    const hls = { ...opus, type: 'audio/x-mpegurl', sources: [{ url: 'https://example.com/a.m3u8' }] };
    const result = chooseSource({ enclosure: undefined, alternates: [hls, video] });
    expect(result.ok && result.value.url).toBe('https://example.com/a.mp4');
  });

  it('says so when there is nothing to play', () => {
    const torrent = { ...opus, sources: [{ url: 'magnet:?xt=1' }] };
    expect(chooseSource({ enclosure: undefined, alternates: [torrent] })).toMatchObject({
      ok: false,
      error: { code: 'enclosure-missing' },
    });
  });
});
