import { chooseSource } from '../playback/choose-source.ts';
import { chooseEnclosure } from './choose-enclosure.ts';
import { chooseImage } from './choose-image.ts';
import type { EpisodeDraft } from './episode-draft.ts';
import { episodeIdentity } from './episode-identity.ts';
import type { Enclosure, LiveItem, ParsedEpisode } from './feed.ts';
import { notesHtml } from './notes-html.ts';
import { parseDate } from './parse-date.ts';
import { plainPerson } from './plain-person.ts';
import { plainTitle } from './plain-title.ts';
import { teaser } from './teaser.ts';
import { uniqueNames } from './unique-names.ts';

/** Shorter ones (`.`, `Episode 12`) say less than the beginning of the notes. */
const shortestTeaser = 40;
/** Letters of the notes that stand in for a missing title. */
const longestStandIn = 80;

/** The episode of a draft; `undefined` when the item says nothing at all. */
export function finishEpisode(draft: EpisodeDraft): ParsedEpisode | undefined {
  const enclosure = chooseEnclosure(draft);
  const link = draft.link ?? draft.guidLink;
  const teaserText = chooseTeaser(draft);
  const title =
    chooseTitle(draft, teaserText) || fileName(enclosure?.url ?? link ?? '') || (draft.guid ?? '');
  if (title === '') return undefined;
  const publishedAt = parseDate(draft.published ?? draft.otherDate ?? draft.updated ?? '');
  const episode: ParsedEpisode = {
    identity: episodeIdentity({ guid: draft.guid, enclosure, link, title, publishedAt }),
    title,
    categories: uniqueNames(draft.categories),
    teaser: teaserText,
    notesHtml: chooseNotes(draft),
    alternateEnclosures: draft.alternateEnclosures.filter(({ sources }) => sources.length > 0),
    transcripts: draft.transcripts,
    chapters: draft.chapters,
    persons: draft.persons,
    soundbites: draft.soundbites,
  };
  const playable = enclosure ?? alternateAlone(episode.alternateEnclosures);
  if (playable) episode.enclosure = playable;
  if (link !== undefined) episode.link = link;
  if (publishedAt !== undefined) episode.publishedAt = publishedAt;
  addDetails(episode, draft);
  addExtras(episode, draft);
  return episode;
}

/** Where the feed gives other forms only, the best of them is the usual one. */
function alternateAlone(alternates: ParsedEpisode['alternateEnclosures']): Enclosure | undefined {
  const source = chooseSource({ enclosure: undefined, alternates });
  if (!source.ok) return undefined;
  const { url, type, bytes } = source.value;
  return { url, type, ...(bytes !== undefined && { bytes }) };
}

function addDetails(episode: ParsedEpisode, draft: EpisodeDraft): void {
  const author = plainPerson(draft.itunesAuthor ?? draft.author ?? draft.creator ?? '');
  const durationMs =
    draft.durationMs ?? draft.mediaContents.find((content) => content.durationMs)?.durationMs;
  const imageUrl = chooseImage(draft.images) ?? draft.itunesImage ?? draft.mediaImage;
  if (draft.guid !== undefined) episode.guid = draft.guid;
  if (author !== '') episode.author = author;
  if (durationMs !== undefined) episode.durationMs = durationMs;
  if (draft.season !== undefined) episode.season = draft.season;
  if (draft.seasonName !== undefined) episode.seasonName = draft.seasonName;
  if (draft.episodeNumber !== undefined) episode.episodeNumber = draft.episodeNumber;
  if (draft.episodeDisplay !== undefined) episode.episodeDisplay = draft.episodeDisplay;
  if (draft.episodeType !== undefined) episode.episodeType = draft.episodeType;
  if (draft.explicit !== undefined) episode.explicit = draft.explicit;
  if (draft.fullText !== undefined) episode.fullTextHtml = notesHtml(draft.fullText);
  if (imageUrl !== undefined) episode.imageUrl = imageUrl;
  if (draft.chaptersUrl !== undefined) episode.chaptersUrl = draft.chaptersUrl;
  if (draft.chapters.length > 1) draft.chapters.sort((a, b) => a.startMs - b.startMs);
}

function addExtras(episode: ParsedEpisode, draft: EpisodeDraft): void {
  if (draft.fundings.length > 0) episode.fundings = draft.fundings;
  if (draft.locations.length > 0) episode.locations = draft.locations;
  if (draft.images.length > 0) episode.images = draft.images;
  if (draft.license) episode.license = draft.license;
  if (draft.notes.length > 0) episode.notes = draft.notes;
  if (draft.discussions.length > 0) {
    episode.discussions = draft.discussions.sort(
      (a, b) => (a.priority ?? Infinity) - (b.priority ?? Infinity),
    );
  }
  if (draft.contentLinks.length > 0) episode.contentLinks = draft.contentLinks;
  if (draft.acceptsValue) episode.acceptsValue = true;
}

/** The broadcast of a podcast:liveItem, which is not an episode and never downloaded. */
export function finishLiveItem(draft: EpisodeDraft): LiveItem | undefined {
  const episode = finishEpisode(draft);
  if (!episode || !draft.live) return undefined;
  const { identity, title, link, enclosure } = episode;
  return {
    identity,
    title,
    ...draft.live,
    ...(link === undefined ? {} : { link }),
    ...(enclosure === undefined ? {} : { enclosure }),
    contentLinks: draft.contentLinks,
  };
}

function chooseTitle(draft: EpisodeDraft, teaserText: string): string {
  const title = plainTitle(draft.title ?? draft.otherTitle ?? '');
  if (title !== '' || teaserText.length <= longestStandIn) return title || teaserText;
  return `${teaserText.slice(0, teaserText.lastIndexOf(' ', longestStandIn) || longestStandIn)}…`;
}

function fileName(address: string): string {
  const name = /([^/?#]+)\/?(?:[?#].*)?$/.exec(address)?.[1] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The richest: HTML written for reading before what was meant as a summary, and of those the longer one. */
function chooseNotes(draft: EpisodeDraft): string {
  if (draft.content !== undefined) return notesHtml(draft.content);
  const { description = draft.mediaDescription ?? '', summary = draft.subtitle ?? '' } = draft;
  return notesHtml(summary.length > description.length ? summary : description);
}

function chooseTeaser(draft: EpisodeDraft): string {
  const sources = [draft.subtitle, draft.summary, draft.description, draft.content, draft.mediaDescription]
    .filter((source) => source !== undefined)
    .sort((a, b) => a.length - b.length);
  let best = '';
  for (const source of sources) {
    const text = teaser(source);
    if (text.length > best.length) best = text;
    if (best.length >= shortestTeaser) return best;
  }
  return best || (draft.fullText === undefined ? '' : teaser(draft.fullText));
}
