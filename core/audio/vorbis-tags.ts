import type { AudioTags } from './audio-tags.ts';
import { tidyTags } from './audio-tags.ts';
import { readVorbisComments } from './vorbis-comments.ts';

/** What the comments of an Ogg or FLAC file say, from the bytes it begins with. */
export function readVorbisTags(head: Uint8Array): AudioTags {
  const comments = readVorbisComments(head);
  const first = (...names: string[]): string | undefined =>
    names.map((name) => comments.get(name)).find((value) => value !== undefined && value.trim() !== '');
  const texts = {
    title: first('TITLE'),
    album: first('ALBUM', 'PODCAST'),
    artist: first('ARTIST', 'PERFORMER'),
    albumArtist: first('ALBUMARTIST', 'ALBUM ARTIST'),
    genre: first('GENRE'),
    date: first('RELEASEDATE', 'DATE', 'YEAR'),
    language: first('LANGUAGE'),
    description: first('DESCRIPTION', 'SYNOPSIS', 'COMMENT'),
  };
  const identifiers = ['PODCASTID', 'PODCASTURL', 'GUID', 'URL', 'PURL', 'CONTACT'].flatMap(
    (name) => comments.get(name) ?? [],
  );
  return tidyTags({
    texts: Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)),
    track: first('TRACKNUMBER'),
    disc: first('DISCNUMBER'),
    identifiers,
  });
}
