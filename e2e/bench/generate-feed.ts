const latin =
  'the harbour lights went on one after another while nobody on the quay said a word until the pilot came back with news of weather ships and a long letter';
const cyrillic =
  'огни гавани зажглись один за другим и никто на причале не сказал ни слова пока лоцман не вернулся с вестями о погоде кораблях и длинным письмом';
const words = { latin: latin.split(' '), cyrillic: cyrillic.split(' ') };

export interface FeedRecipe {
  readonly episodes: number;
  /** Equal seeds give equal feeds. */
  readonly seed: number;
}

/**
 * A podcast feed as large hosts write them, 3 to 4 KB an episode: Russian and English by turns, notes in CDATA and escaped,
 * itunes:* and podcast:* tags, links and lists in the notes. XML text in UTF-8.
 */
export function generateFeed({ episodes, seed }: FeedRecipe): string {
  const random = randomFrom(seed);
  const items = Array.from({ length: episodes }, (_, index) => item(episodes - index, random));
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
<title>Harbour talks ${seed} &amp; Гавань</title>
<link>https://show.example/${seed}</link>
<description><![CDATA[<p>${sentence('latin', 40, random)}</p>]]></description>
<language>ru</language>
<atom:link rel="self" type="application/rss+xml" href="https://show.example/${seed}/feed.xml"/>
<itunes:author>Harbour Radio</itunes:author>
<itunes:category text="News"><itunes:category text="Daily News"/></itunes:category>
<itunes:image href="https://show.example/${seed}/cover.jpg"/>
<itunes:explicit>false</itunes:explicit>
<podcast:guid>${seed}-4a8f-5b1c-9d7e</podcast:guid>
${items.join('\n')}
</channel>
</rss>
`;
}

type Random = (below: number) => number;

/** Park and Miller's generator: the same on every machine. */
function randomFrom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function sentence(script: keyof typeof words, length: number, random: Random): string {
  const chosen = Array.from({ length }, () => words[script][random(words[script].length)]!);
  return `${chosen.join(' ')}.`;
}

function notes(script: keyof typeof words, random: Random): string {
  const paragraphs = Array.from(
    { length: 3 },
    () => `<p>${sentence(script, 35, random)} &amp; ${sentence(script, 12, random)}</p>`,
  );
  const links = Array.from(
    { length: 4 },
    () =>
      `<li><a href="https://show.example/more/${random(10_000)}?a=1&amp;b=2">${sentence(script, 6, random)}</a></li>`,
  );
  return `${paragraphs.join('\n')}\n<ul>\n${links.join('\n')}\n</ul>`;
}

const escape = (html: string): string =>
  html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function item(number: number, random: Random): string {
  const script = number % 2 === 0 ? 'latin' : 'cyrillic';
  const html = notes(script, random);
  const body =
    number % 3 === 0
      ? `<description>${escape(html)}</description>`
      : `<description>${escape(sentence(script, 25, random))}</description>\n<content:encoded><![CDATA[${html}]]></content:encoded>`;
  const address = `https://show.example/episodes/${number}`;
  const date = new Date(Date.UTC(2010, 0, 1, 6) + number * 86_400_000).toUTCString();
  return `<item>
<title>${number}. ${escape(sentence(script, 7, random))}</title>
<link>${address}</link>
<guid isPermaLink="false">${number}-${random(1_000_000)}@show.example</guid>
<pubDate>${date.replace('GMT', '+0300')}</pubDate>
${body}
<enclosure url="https://cdn.example/audio/${number}.mp3?token=${random(1_000_000)}" length="${20_000_000 + random(9_000_000)}" type="audio/mpeg"/>
<itunes:title>${escape(sentence(script, 6, random))}</itunes:title>
<itunes:author>Harbour Radio</itunes:author>
<itunes:subtitle>${escape(sentence(script, 12, random))}</itunes:subtitle>
<itunes:summary><![CDATA[${sentence(script, 30, random)}]]></itunes:summary>
<itunes:duration>${random(3)}:${String(random(60)).padStart(2, '0')}:${String(random(60)).padStart(2, '0')}</itunes:duration>
<itunes:season>${1 + (number >> 6)}</itunes:season>
<itunes:episode>${number}</itunes:episode>
<itunes:episodeType>full</itunes:episodeType>
<itunes:explicit>no</itunes:explicit>
<itunes:image href="${address}/cover.jpg"/>
<podcast:transcript url="${address}/words.vtt" type="text/vtt" language="ru" rel="captions"/>
<podcast:transcript url="${address}/words.json" type="application/json"/>
<podcast:chapters url="${address}/chapters.json" type="application/json+chapters"/>
<podcast:person role="host" href="https://show.example/about" img="https://show.example/host.jpg">The Harbour Master</podcast:person>
<podcast:person role="guest">Лоцман</podcast:person>
<podcast:soundbite startTime="${random(900)}.5" duration="30.0">${escape(sentence(script, 5, random))}</podcast:soundbite>
</item>`;
}
