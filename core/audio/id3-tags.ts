import type { AudioTags, FoundTags } from './audio-tags.ts';
import { noTags, tidyTags } from './audio-tags.ts';
import { openId3Tag, readId3Frames } from './id3-frames.ts';
import { readId3Described, readId3Text } from './id3-text.ts';

type TextName = keyof FoundTags['texts'];

/** Frames of one text (ID3v2.4 frames §4.2; TDES, TGID are iTunes' own), the more telling ones behind. */
const textFrames: Readonly<Record<string, TextName>> = {
  TIT2: 'title',
  TALB: 'album',
  TPE1: 'artist',
  TPE2: 'albumArtist',
  TCON: 'genre',
  TLAN: 'language',
  TYER: 'date',
  TDRC: 'date',
  TDRL: 'date',
  TDES: 'description',
};
const datesByTrust = ['TDRL', 'TDRC', 'TYER'];
/** Links that name the episode, its audio and its feed (§4.3.1); the address alone, without an encoding. */
const linkFrames = new Set(['WOAF', 'WOAS', 'WFED']);

/** What an ID3v2 tag says of the file; its first bytes are enough. Damaged or hostile tags give what can be read. */
export function readId3Tags(tag: Uint8Array): AudioTags {
  const opened = openId3Tag(tag, { mayBeCut: true });
  if (!opened) return noTags;
  const texts = new Map<string, string>();
  const identifiers: string[] = [];
  let comment = '';
  for (const { id, body } of readId3Frames(opened.frames, opened.version)) {
    if ((id in textFrames || id === 'TRCK' || id === 'TPOS') && !texts.has(id))
      texts.set(id, readId3Text(body));
    if (id === 'TGID') identifiers.push(readId3Text(body));
    if (linkFrames.has(id)) identifiers.push(new TextDecoder('latin1').decode(body).replace(/\0[^]*/, ''));
    // COMM: encoding, three letters of language, what it is, the text (§4.10).
    if (id === 'COMM' && body.length > 4) {
      const { about, text } = readId3Described(Uint8Array.of(body[0] ?? 0, ...body.subarray(4, 64 * 1024)));
      // iTunes keeps sums of its own there.
      if (!about.startsWith('iTun')) comment = text.length > comment.length ? text : comment;
    }
    if (id === 'TXXX') {
      const { about, text } = readId3Described(body.subarray(0, 64 * 1024));
      if (/^(?:podcast)?.?(?:guid|episode.?id)$|^(?:podcast.?)?url$/i.test(about)) identifiers.push(text);
    }
  }
  if (/^https?:\/\/\S+$/.test(comment)) identifiers.push(comment);
  return tidyTags({
    texts: namedTexts(texts, comment),
    track: texts.get('TRCK'),
    disc: texts.get('TPOS'),
    identifiers,
  });
}

function namedTexts(texts: ReadonlyMap<string, string>, comment: string): FoundTags['texts'] {
  const named: FoundTags['texts'] = {};
  for (const [frame, name] of Object.entries(textFrames)) {
    const text = texts.get(frame);
    if (text !== undefined && name !== 'date') named[name] = text;
  }
  const date = datesByTrust.map((frame) => texts.get(frame)).find((one) => one !== undefined && one !== '');
  const genre = named.genre?.replace(/^\(\d{1,3}\)/, '').replace(/^\d{1,3}$/, '');
  return {
    ...named,
    ...(date !== undefined && { date }),
    ...(genre !== undefined && { genre }),
    description: named.description ?? comment,
  };
}

/** The 128 bytes at the end of old files (ID3v1); empty when they are no tag. */
export function readId3v1Tags(tail: Uint8Array): AudioTags {
  const tag = tail.subarray(-128);
  if (tag.length < 128 || String.fromCharCode(...tag.subarray(0, 3)) !== 'TAG') return noTags;
  const field = (start: number, length: number): string =>
    readId3Text(Uint8Array.of(0, ...tag.subarray(start, start + length)));
  const hasTrack = tag[125] === 0 && tag[126] !== 0;
  return tidyTags({
    texts: { title: field(3, 30), artist: field(33, 30), album: field(63, 30), date: field(93, 4) },
    track: hasTrack ? String(tag[126]) : undefined,
    identifiers: [],
  });
}
