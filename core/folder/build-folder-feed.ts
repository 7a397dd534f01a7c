import type { ParsedEpisode, ParsedFeed } from '../feed/feed.ts';
import { choosePictures, directoryOf } from './choose-pictures.ts';
import { buildFolderEpisode } from './build-folder-episode.ts';
import { folderPartUrl } from './folder-address.ts';
import type { FolderFile, FoundFile } from './folder-file.ts';
import { nameFacts } from './name-facts.ts';
import { mostFrequent } from './most-frequent.ts';
import { orderFiles } from './order-files.ts';
import { textsByStem } from '../transcript/sidecar-texts.ts';

export interface FolderContent {
  readonly podcastId: string;
  /** The folder's own name. */
  readonly title: string;
  /** When it became a show, ms since the epoch. */
  readonly addedAt: number;
  /** Its audio files that are there. */
  readonly files: readonly FolderFile[];
  /** Everything else that may belong to them: texts, chapters, pictures. */
  readonly others: readonly FoundFile[];
}

/** The folder as a feed: tags first, then names. Pure, so that an unchanged folder gives the same feed. */
export function buildFolderFeed(content: FolderContent): ParsedFeed {
  const { podcastId, title, others } = content;
  const named = content.files.map((file) => ({ ...file, named: nameFacts(baseName(file.name)) }));
  const { files, isSerial } = orderFiles(named, content.addedAt);
  const versions = new Map(others.map((file) => [file.name, versionOf(file)]));
  const pictures = choosePictures(versions.keys());
  const shared = {
    podcastId,
    pictures,
    pictureUrl: (name: string) => folderPartUrl(podcastId, { kind: 'file', name }, versions.get(name)),
    texts: textsByDirectory(versions.keys()),
    others: versions,
    repeatedTitles: repeated(named.map(({ about }) => about.tags.title)),
  };
  const episodes: ParsedEpisode[] = files.map((file) => buildFolderEpisode(file, shared));
  const author = mostFrequent(named.map(({ about: { tags } }) => tags.albumArtist ?? tags.artist));
  const language = mostFrequent(named.map(({ about }) => about.tags.language));
  const imageUrl = coverOfShow(content, shared.pictureUrl, pictures.ofDirectory);
  return {
    title: mostFrequent(named.map(({ about }) => about.tags.album)) ?? title,
    description: '',
    ...(author !== undefined && { author }),
    ...(language !== undefined && /^[a-z]{2,3}$/i.test(language) && { language: language.toLowerCase() }),
    ...(imageUrl !== undefined && { imageUrl }),
    categories: [],
    kind: isSerial ? 'serial' : 'episodic',
    fundings: [],
    persons: [],
    episodes,
    warnings: [],
  };
}

/** Its own cover, else the first of its sub-folders', else the first inside a file. */
function coverOfShow(
  { podcastId, files }: FolderContent,
  pictureUrl: (name: string) => string,
  ofDirectory: ReadonlyMap<string, string>,
): string | undefined {
  const [, first] = [...ofDirectory].sort(([one], [other]) => (one < other ? -1 : 1))[0] ?? [];
  const cover = ofDirectory.get('') ?? first;
  if (cover !== undefined) return pictureUrl(cover);
  const withCover = files.find(({ about }) => about.hasCover);
  if (withCover === undefined) return undefined;
  const { id: fileId, about } = withCover;
  return folderPartUrl(podcastId, { kind: 'cover', fileId }, about.fingerprint);
}

function textsByDirectory(names: Iterable<string>) {
  const byDirectory = new Map<string, string[]>();
  for (const name of names) {
    const directory = directoryOf(name);
    const known = byDirectory.get(directory);
    const own = name.slice(directory === '' ? 0 : directory.length + 1);
    if (known === undefined) byDirectory.set(directory, [own]);
    else known.push(own);
  }
  return new Map([...byDirectory].map(([directory, own]) => [directory, textsByStem(own)]));
}

function repeated(titles: readonly (string | undefined)[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const title of titles) {
    if (title === undefined) continue;
    if (seen.has(title)) twice.add(title);
    seen.add(title);
  }
  return twice;
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** Changes when the file does. */
function versionOf({ size, modifiedAt }: FoundFile): string {
  return `${size.toString(36)}-${Math.round(modifiedAt).toString(36)}`;
}
