/** @param {number} ms @returns {string} a WebVTT time stamp */
function stamp(ms) {
  const whole = Math.round(ms);
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${two(Math.floor(whole / 60_000))}:${two(Math.floor(whole / 1000) % 60)}.${String(whole % 1000).padStart(3, '0')}`;
}

/**
 * One cue a clip, each word with its own time stamp (WebVTT, "cue timestamp").
 * @param {import('./english-words.mjs').TimedWord[][]} cues @returns {string}
 */
export function vtt(cues) {
  const bodies = cues.map((words) => {
    const timed = words
      .map((word, index) => (index === 0 ? word.text : `<${stamp(word.startMs)}>${word.text}`))
      .join(' ');
    return `${stamp(words.at(0)?.startMs ?? 0)} --> ${stamp(words.at(-1)?.endMs ?? 0)}\n${timed}`;
  });
  return `WEBVTT\n\n${bodies.join('\n\n')}\n`;
}

/** @param {number} seconds */
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/**
 * @typedef {{ seconds: number, bytes: number }} Length
 * @param {{ english: Length, russian: Length }} lengths @returns {string} the show's feed
 */
export function feed(lengths) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>Earmark Sample · Проба слова</title>
    <description>Two short readings, one in English and one in Russian, with a time for every word. Два коротких чтения, английское и русское: у каждого слова своё время.</description>
    <language>en</language>
    <itunes:author>Earmark</itunes:author>
    <itunes:image href="cover.png"/>
    <itunes:category text="Arts"><itunes:category text="Books"/></itunes:category>
    <itunes:explicit>false</itunes:explicit>
    <podcast:medium>podcast</podcast:medium>
    <item>
      <guid isPermaLink="false">earmark-sample-aelita</guid>
      <title>Аэлита: объявление на стене</title>
      <pubDate>Sun, 22 Nov 2026 09:00:00 +0000</pubDate>
      <itunes:duration>${clock(lengths.russian.seconds)}</itunes:duration>
      <itunes:season>1</itunes:season>
      <itunes:episode>2</itunes:episode>
      <category>Книги</category>
      <description>Начало романа Алексея Толстого: странное объявление, прохожие и пустой город. Слушайте и читайте: слово отмечается, пока звучит.</description>
      <content:encoded><![CDATA[<p>Начало романа А. Н. Толстого «Аэлита» (1923).</p><p><b>Попробуйте:</b> нажмите на любое слово, и чтение пойдёт с него. Прокрутите текст и вернитесь клавишей Esc.</p><ul><li>0:00 Объявление</li><li>0:16 Улица</li><li>0:31 Пустые окна</li></ul><p>Запись из корпуса русской речи festvox-ru, © 2005 Николай Шмырёв, сокращена и перекодирована.</p>]]></content:encoded>
      <enclosure url="aelita.mp3" length="${lengths.russian.bytes}" type="audio/mpeg"/>
      <podcast:transcript url="aelita.vtt" type="text/vtt" language="ru"/>
      <podcast:chapters url="aelita.chapters.json" type="application/json+chapters"/>
    </item>
    <item>
      <guid isPermaLink="false">earmark-sample-sense-and-sensibility</guid>
      <title>Sense and Sensibility: Mr. Dashwood considers</title>
      <pubDate>Sat, 21 Nov 2026 09:00:00 +0000</pubDate>
      <itunes:duration>${clock(lengths.english.seconds)}</itunes:duration>
      <itunes:season>1</itunes:season>
      <itunes:episode>1</itunes:episode>
      <category>Books</category>
      <description>A few sentences from the first chapter of Jane Austen’s novel. Listen and read: each word is marked while it sounds.</description>
      <content:encoded><![CDATA[<p>From the first chapter of <i>Sense and Sensibility</i> (1811) by Jane Austen.</p><p><b>Try it:</b> click any word and the reading goes on from there. Scroll away, and come back with Esc.</p><ul><li>0:00 Leisure to consider</li><li>0:15 A more amiable woman</li></ul><p>A LibriVox recording (public domain), shortened and re-encoded.</p>]]></content:encoded>
      <enclosure url="sense-and-sensibility.mp3" length="${lengths.english.bytes}" type="audio/mpeg"/>
      <podcast:transcript url="sense-and-sensibility.vtt" type="text/vtt" language="en"/>
      <podcast:chapters url="sense-and-sensibility.chapters.json" type="application/json+chapters"/>
    </item>
  </channel>
</rss>
`;
}
