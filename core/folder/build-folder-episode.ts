import { audioMediaType } from '../audio/audio-media-type.ts';
import { episodeIdentity } from '../feed/episode-identity.ts';
import type { ParsedEpisode, TranscriptLink } from '../feed/feed.ts';
import { notesHtml } from '../feed/notes-html.ts';
import { teaser } from '../feed/teaser.ts';
import type { TextsByStem } from '../transcript/sidecar-texts.ts';
import { sidecarTexts } from '../transcript/sidecar-texts.ts';
import type { FolderPictures } from './choose-pictures.ts';
import { directoryOf, stemOf } from './choose-pictures.ts';
import { folderPartUrl } from './folder-address.ts';
import type { DatedFile } from './order-files.ts';
import { numberOf } from './order-files.ts';

/** What the files of one folder have in common. */
export interface SharedByFiles {
  readonly podcastId: string;
  readonly pictures: FolderPictures;
  readonly pictureUrl: (name: string) => string;
  /** The texts of each directory. */
  readonly texts: ReadonlyMap<string, TextsByStem>;
  /** Every file that is no audio, with the version for its address. */
  readonly others: ReadonlyMap<string, string>;
  /** Titles in the tags of more than one file: they tell nothing apart. */
  readonly repeatedTitles: ReadonlySet<string>;
}

/** One file as an episode. */
export function buildFolderEpisode(file: DatedFile, shared: SharedByFiles): ParsedEpisode {
  const { id, about, named, publishedAt } = file;
  const { tags, durationMs, source } = about;
  const url = folderPartUrl(shared.podcastId, { kind: 'audio', fileId: id });
  const title = tags.title === undefined || shared.repeatedTitles.has(tags.title) ? named.title : tags.title;
  const number = numberOf(file);
  const imageUrl = pictureOf(file, shared);
  const chaptersUrl = chaptersOf(file, shared);
  const notes = notesHtml(tags.description ?? '');
  return {
    identity: episodeIdentity({ guid: id, title }),
    guid: id,
    title,
    ...(tags.artist !== undefined && { author: tags.artist }),
    publishedAt,
    ...(durationMs !== undefined && { durationMs }),
    ...(number !== undefined && { episodeNumber: number }),
    categories: tags.genre === undefined ? [] : [tags.genre],
    teaser: teaser(notes),
    notesHtml: notes,
    ...(imageUrl !== undefined && { imageUrl }),
    enclosure: { url, type: audioMediaType(about.kind), bytes: source.size },
    alternateEnclosures: [],
    transcripts: transcriptsOf(file, shared),
    chapters: [],
    ...(chaptersUrl !== undefined && { chaptersUrl }),
    persons: [],
    soundbites: [],
  };
}

/** A picture with the file's name, else the cover inside it, else that of its sub-folder. */
function pictureOf({ name, id: fileId, about }: DatedFile, shared: SharedByFiles): string | undefined {
  const own = shared.pictures.byStem.get(stemOf(name));
  if (own !== undefined) return shared.pictureUrl(own);
  if (about.hasCover) return folderPartUrl(shared.podcastId, { kind: 'cover', fileId }, about.fingerprint);
  const directory = directoryOf(name);
  const cover = directory === '' ? undefined : shared.pictures.ofDirectory.get(directory);
  return cover === undefined ? undefined : shared.pictureUrl(cover);
}

function transcriptsOf({ name }: DatedFile, { podcastId, texts, others }: SharedByFiles): TranscriptLink[] {
  const directory = directoryOf(name);
  const own = name.slice(directory === '' ? 0 : directory.length + 1);
  const found = sidecarTexts(own, texts.get(directory) ?? new Map());
  return found.map((text) => {
    const inFolder = directory === '' ? text.name : `${directory}/${text.name}`;
    const url = folderPartUrl(podcastId, { kind: 'file', name: inFolder }, others.get(inFolder));
    return { url, type: text.type, ...(text.language !== undefined && { language: text.language }) };
  });
}

/** Chapters as the podcast namespace keeps them, beside the file. */
function chaptersOf({ name }: DatedFile, { podcastId, others }: SharedByFiles): string | undefined {
  const beside = `${name.replace(/\.[^./]+$/, '')}.chapters.json`;
  const version = others.get(beside);
  return version === undefined
    ? undefined
    : folderPartUrl(podcastId, { kind: 'file', name: beside }, version);
}
