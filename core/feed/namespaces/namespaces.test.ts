import { describe, expect, it } from 'vitest';
import type { ParsedEpisode, ParsedFeed } from '../feed.ts';
import { createFeedParser } from '../parse-feed.ts';

/** Prefixes are the usual ones, left undeclared. */
function show(inside: string): ParsedFeed {
  const parser = createFeedParser({ url: 'https://a.example/feed' });
  parser.push(new TextEncoder().encode(`<rss><channel><title>S</title>${inside}</channel></rss>`));
  const parsed = parser.end();
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

const episode = (inside: string): ParsedEpisode =>
  show(`<item><title>E</title>${inside}</item>`).episodes[0]!;

describe('rss', () => {
  it('takes what plays, not the picture beside it', () => {
    const both =
      '<enclosure url="/c.jpg" type="image/jpeg"/><enclosure url="/a.mp3" type="audio/mpeg" length="0"/>';
    expect(episode(both).enclosure).toEqual({ url: 'https://a.example/a.mp3', type: 'audio/mpeg' });
    expect(episode('<enclosure url="/a.ogg" length="unknown"/>').enclosure).toEqual({
      url: 'https://a.example/a.ogg',
      type: '',
    });
    expect(episode('<enclosure url="" type="audio/mpeg"/>').enclosure).toBeUndefined();
  });

  it('links to the guid only when it is an address', () => {
    expect(episode('<guid>https://a.example/1</guid>').link).toBe('https://a.example/1');
    expect(episode('<guid isPermaLink="false">https://a.example/1</guid>').link).toBeUndefined();
    expect(episode('<guid>abc</guid>').link).toBeUndefined();
    expect(episode('<guid isPermaLink="true">1</guid><link>/page</link>').link).toBe(
      'https://a.example/page',
    );
  });

  it('takes the richest text as notes and the shortest that says something as teaser', () => {
    const short = 'A short summary of at least forty letters.';
    const made = episode(
      `<description>${short} And more of it.</description><itunes:summary>${short}</itunes:summary><itunes:subtitle>.</itunes:subtitle>
       <content:encoded><![CDATA[<p>All of <b>it</b></p>]]></content:encoded>`,
    );
    expect([made.teaser, made.notesHtml]).toEqual([short, '<p>All of <b>it</b></p>']);
  });

  it('reads the image of the channel, not its title', () => {
    const feed = show('<image><url> /c.png </url><title>Other</title><link>/x</link></image>');
    expect([feed.title, feed.imageUrl, feed.link]).toEqual(['S', 'https://a.example/c.png', undefined]);
  });
});

describe('atom in rss', () => {
  it('gives pages, payment and authors', () => {
    const feed = show(
      '<atom:link rel="self" href="/f"/><atom:link rel="next" href="/f?2"/><atom:link rel="payment" href="/pay" title="Pay"/><atom:author><atom:name>Anna</atom:name></atom:author>',
    );
    expect(feed).toMatchObject({
      nextPageUrl: 'https://a.example/f?2',
      fundings: [{ url: 'https://a.example/pay', text: 'Pay' }],
    });
    expect(feed.link).toBeUndefined();
  });
});

describe('itunes', () => {
  it('describes a show', () => {
    const feed =
      show(`<itunes:type>Serial</itunes:type><itunes:explicit>clean</itunes:explicit><itunes:author>Anna</itunes:author>
      <itunes:image href="/c.jpg"/><itunes:keywords>a, b ,,A</itunes:keywords><itunes:complete>Yes</itunes:complete>
      <itunes:new-feed-url>https://b.example/f</itunes:new-feed-url><itunes:owner><itunes:name>O</itunes:name><itunes:email>o@a.example</itunes:email></itunes:owner>
      <itunes:category text="News"><itunes:category text="Daily &amp; Tech"/></itunes:category><itunes:category text="Arts"/>`);
    expect(feed).toMatchObject({
      kind: 'serial',
      explicit: false,
      author: 'Anna',
      imageUrl: 'https://a.example/c.jpg',
      keywords: ['a', 'b'],
      newFeedUrl: 'https://b.example/f',
      owner: { name: 'O', email: 'o@a.example' },
      categories: ['News', 'Daily & Tech', 'Arts'],
      categoryPaths: [['News', 'Daily & Tech'], ['Arts']],
      updateFrequency: { text: '', complete: true },
    });
  });

  it('describes an episode', () => {
    expect(
      episode(`<itunes:duration>1:02:03</itunes:duration><itunes:season>2</itunes:season><itunes:episode>7</itunes:episode>
        <itunes:episodeType>Bonus</itunes:episodeType><itunes:explicit>yes</itunes:explicit><itunes:image href="/e.jpg"/>`),
    ).toMatchObject({
      durationMs: 3_723_000,
      season: 2,
      episodeNumber: 7,
      episodeType: 'bonus',
      explicit: true,
      imageUrl: 'https://a.example/e.jpg',
    });
    const wrong = episode(
      '<itunes:episode>-1</itunes:episode><itunes:season>two</itunes:season><itunes:episodeType>x</itunes:episodeType>',
    );
    expect([wrong.episodeNumber, wrong.season, wrong.episodeType]).toEqual([undefined, undefined, undefined]);
  });
});

describe('podcast', () => {
  it('keeps every transcript, in the language of the feed when it names none', () => {
    const feed =
      show(`<language>ru</language><item><title>E</title><podcast:transcript url="/t.srt" type="Application/SRT; charset=utf-8"/>
      <podcast:transcript url="/t.vtt" type="text/vtt" language="en" rel="Captions"/><podcast:transcript type="text/vtt"/></item>`);
    expect(feed.episodes[0]?.transcripts).toEqual([
      { url: 'https://a.example/t.srt', type: 'application/srt', language: 'ru' },
      { url: 'https://a.example/t.vtt', type: 'text/vtt', language: 'en', rel: 'captions' },
    ]);
  });

  it('knows better than itunes which episode it is', () => {
    expect(
      episode(
        '<podcast:episode display="Ch.3">315.5</podcast:episode><itunes:episode>3</itunes:episode><podcast:season name="Egyptology">5</podcast:season>',
      ),
    ).toMatchObject({ episodeNumber: 315.5, episodeDisplay: 'Ch.3', season: 5, seasonName: 'Egyptology' });
  });

  it('offers the sources that can lead somewhere', () => {
    const made =
      episode(`<podcast:alternateEnclosure type="audio/opus" length="5" bitrate="96000.5" title="Low" lang="ru" default="TRUE">
      <podcast:source uri="https://a.example/1.opus" contentType="audio/opus"/><podcast:source uri="ipfs://x"/><podcast:source uri="file:///etc/passwd"/>
      <podcast:integrity type="sri" value="sha384-x"/></podcast:alternateEnclosure><podcast:alternateEnclosure type="x/y"/>`);
    expect(made.alternateEnclosures).toEqual([
      {
        type: 'audio/opus',
        bytes: 5,
        bitrate: 96_000.5,
        title: 'Low',
        language: 'ru',
        isDefault: true,
        sources: [{ url: 'https://a.example/1.opus', type: 'audio/opus' }, { url: 'ipfs://x' }],
        integrity: { type: 'sri', value: 'sha384-x' },
      },
    ]);
  });

  it('reads frequency, notes, places and pictures', () => {
    const feed =
      show(`<podcast:updateFrequency complete="true" rrule="FREQ=WEEKLY">Weekly</podcast:updateFrequency>
      <podcast:txt purpose="AI-content">true</podcast:txt><podcast:location geo="geo:1,2">Here</podcast:location>
      <podcast:images srcset="/s.jpg 300w, /l.jpg 1500w, /xl.jpg 3000w"/>`);
    expect(feed).toMatchObject({
      updateFrequency: { text: 'Weekly', complete: true, rrule: 'FREQ=WEEKLY' },
      notes: [{ purpose: 'ai-content', text: 'true' }],
      locations: [{ name: 'Here', geo: 'geo:1,2' }],
      imageUrl: 'https://a.example/l.jpg',
    });
  });

  it('keeps broadcasts apart from episodes', () => {
    const feed = show(
      '<podcast:liveItem status="odd"><title>Live</title><guid>l</guid></podcast:liveItem><item><title>E</title></item>',
    );
    expect(feed.episodes.map(({ title }) => title)).toEqual(['E']);
    expect(feed.liveItems).toEqual([{ identity: 'l', title: 'Live', status: 'ended', contentLinks: [] }]);
  });
});

describe('media', () => {
  it('fills in what the item itself does not say', () => {
    const made =
      episode(`<media:group><media:content url="/p.jpg" medium="image"/><media:content url="/v.mp4" type="video/mp4" fileSize="9" duration="61.5"/>
      <media:content url="/d.mp4" type="video/mp4" isDefault="true"/><media:thumbnail url="/t.jpg"/><media:description>About it</media:description></media:group>`);
    expect(made).toMatchObject({
      enclosure: { url: 'https://a.example/d.mp4', type: 'video/mp4' },
      durationMs: 61_500,
      imageUrl: 'https://a.example/t.jpg',
      teaser: 'About it',
    });
    expect(
      episode('<enclosure url="/a.mp3"/><media:content url="/b.mp3" medium="audio"/>').enclosure?.url,
    ).toBe('https://a.example/a.mp3');
  });
});

describe('psc', () => {
  it('gives chapters in order', () => {
    const made =
      episode(`<psc:chapters version="1.2"><psc:chapter start="01:02.5" title="Two" href="/c" image="/i.jpg"/>
      <psc:chapter start="0" title="One"/><psc:chapter start="soon" title="Never"/></psc:chapters>`);
    expect(made.chapters).toEqual([
      { startMs: 0, title: 'One', listed: true },
      {
        startMs: 62_500,
        title: 'Two',
        link: 'https://a.example/c',
        imageUrl: 'https://a.example/i.jpg',
        listed: true,
      },
    ]);
  });
});

describe('yandex and turbo', () => {
  it('give the whole article, the longer of two', () => {
    const made = episode(
      '<yandex:full-text>Короткий текст</yandex:full-text><turbo:content><![CDATA[<p>Текст подлиннее первого</p>]]></turbo:content>',
    );
    expect(made.fullTextHtml).toBe('<p>Текст подлиннее первого</p>');
    expect(episode('<yandex:full-text>Раз\nдва</yandex:full-text>').fullTextHtml).toBe('<p>Раз<br>два</p>');
  });
});
