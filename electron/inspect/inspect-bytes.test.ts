import { describe, expect, it } from 'vitest';
import { inspectBytes } from './inspect-bytes.ts';

const inspect = (text: string) => inspectBytes(new TextEncoder().encode(text));

describe('inspectBytes', () => {
  it.each([
    [
      'feed',
      '<?xml version="1.0"?><!-- x --><rss version="2.0"><channel><title>Show</title></channel></rss>',
    ],
    ['feed', '<feed xmlns="http://www.w3.org/2005/Atom"><title>Show</title></feed>'],
    ['opml', '<opml version="2.0"><body><outline text="A" xmlUrl="https://example.com/f"/></body></opml>'],
    ['opml', '<head><title>x</title></head><body><outline xmlUrl="https://example.com/f"/></body>'],
    ['opml', '<outline text="A" xmlUrl="https://example.com/f"/>'],
    ['opml', 'exported list: <opml><body><outline xmlUrl="https://example.com/f"/></body></opml>'],
    ['transcript', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi'],
    ['transcript', '1\n00:00:01,000 --> 00:00:02,000\nHi'],
    ['transcript', '{"segments":[{"startTime":1,"body":"Hi"}]}'],
    ['transcript', '<cite>A:</cite><time>0:01</time><p>Hi</p>'],
    ['transcript', 'Just words.'],
    ['chapters', '{"version":"1.2.0","chapters":[{"startTime":0,"title":"A"}]}'],
    ['page', '<!DOCTYPE html><html><head><title>x</title></head><body><p>Hi</p></body></html>'],
  ])('knows a %s: %s', (kind, text) => {
    const inspection = inspect(text);
    expect(inspection).toMatchObject({ kind });
    expect(inspection.model).not.toBeNull();
    expect(inspection.error).toBeUndefined();
  });

  it('knows an audio file', () => {
    expect(inspect('OggS and so on')).toMatchObject({ kind: 'audio', model: { container: 'ogg' } });
  });

  it('says why a known kind could not be read', () => {
    expect(inspect('{"chapters":[')).toMatchObject({
      kind: 'chapters',
      model: null,
      error: { code: 'chapters-unreadable' },
    });
    expect(inspect('{"segments":[')).toMatchObject({
      kind: 'transcript',
      error: { code: 'transcript-unreadable' },
    });
  });

  it.each([[''], ['\u0000\u0001\u0002\u0003\u0004'.repeat(50)]])('calls %j unknown', (text) => {
    expect(inspect(text)).toMatchObject({ kind: 'unknown', model: null });
  });
});
