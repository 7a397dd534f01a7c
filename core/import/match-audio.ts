import type { AudioTags } from '../audio/audio-tags.ts';
import { titleKey } from '../feed/look-alike.ts';
import { nameFacts } from '../folder/name-facts.ts';

/** What is known of a file that is to be brought in. */
export interface OfferedAudio {
  /** Without folders. */
  readonly name: string;
  readonly bytes: number;
  readonly durationMs?: number | undefined;
  readonly tags: AudioTags;
}

/** An episode it may be. Times in ms, sizes in bytes. */
export interface ImportCandidate {
  readonly episodeId: string;
  readonly title: string;
  readonly showTitle: string;
  readonly guid?: string | undefined;
  readonly link?: string | undefined;
  readonly publishedAt?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly enclosure?: { readonly url: string; readonly bytes?: number | undefined } | undefined;
}

/** What each agreement counts; from `enough` on an episode is proposed, if none other comes as near. */
const weights = { identifier: 100, fileName: 40, title: 40, show: 15, bytes: 45, duration: 20, date: 20 };
const enough = 50;
/** Encoders and inserted silence: lengths of one recording differ this much (ms). */
const sameLengthMs = 2_500;
const dayMs = 24 * 3_600_000;
/** Names that tell nothing: every second host calls its audio so. */
const emptyNames = /^(?:audio|default|download|episode|file|media|podcast|stream|track ?\d*|\d{1,4})$/;

/** Finds the episode of a file among many, by what they share: ten thousand need not be looked at for each. */
export class ImportMatcher {
  private readonly byKey = new Map<string, ImportCandidate[]>();

  constructor(candidates: readonly ImportCandidate[]) {
    for (const candidate of candidates) {
      for (const key of keysOfEpisode(candidate)) {
        const same = this.byKey.get(key);
        if (same === undefined) this.byKey.set(key, [candidate]);
        else same.push(candidate);
      }
    }
  }

  /** The episode a file is most likely to be; null where nothing speaks for one, or as much for two. */
  propose(file: OfferedAudio): string | null {
    const alike = new Set(keysOfFile(file).flatMap((key) => this.byKey.get(key) ?? []));
    const rated = [...alike].map((candidate) => ({ candidate, weight: weigh(file, candidate) }));
    rated.sort((one, other) => other.weight - one.weight);
    const [best, second] = rated;
    if (best === undefined || best.weight < enough || second?.weight === best.weight) return null;
    return best.candidate.episodeId;
  }
}

function weigh(file: OfferedAudio, episode: ImportCandidate): number {
  const { tags, name, bytes, durationMs } = file;
  const named = nameFacts(stemOf(name));
  const titles = [tags.title ?? '', named.title]
    .map((title) => titleKey({ title }))
    .filter((key) => key !== '');
  const shows = [tags.album ?? '', tags.albumArtist ?? '', tags.artist ?? ''].map((title) =>
    titleKey({ title }),
  );
  const showKey = titleKey({ title: episode.showTitle });
  const agreements: Record<keyof typeof weights, boolean> = {
    identifier: identifiersOf(episode).some((one) => tags.identifiers.includes(one)),
    fileName: fileNameOf(episode) === stemOf(name).toLowerCase() && !emptyNames.test(fileNameOf(episode)),
    title: titles.includes(titleKey({ title: episode.title })),
    show: showKey !== '' && (shows.includes(showKey) || titleKey({ title: name }).includes(showKey)),
    bytes: bytes === episode.enclosure?.bytes && bytes > 0,
    duration: isNear(durationMs, episode.durationMs, sameLengthMs),
    date: isNear(named.publishedAt ?? dateOf(tags), episode.publishedAt, dayMs),
  };
  return (Object.keys(weights) as (keyof typeof weights)[])
    .filter((one) => agreements[one])
    .reduce((sum, one) => sum + weights[one], 0);
}

function isNear(one: number | undefined, other: number | undefined, within: number): boolean {
  return one !== undefined && other !== undefined && Math.abs(one - other) <= within;
}

function dateOf({ date = '' }: AudioTags): number | undefined {
  return /^\d{4}-\d\d-\d\d/.test(date) ? Date.parse(date.slice(0, 10)) : undefined;
}

function keysOfEpisode(episode: ImportCandidate): string[] {
  const { enclosure, durationMs } = episode;
  return [
    ...identifiersOf(episode).map((one) => `id ${one}`),
    `title ${titleKey({ title: episode.title })}`,
    `name ${fileNameOf(episode)}`,
    ...(enclosure?.bytes === undefined ? [] : [`bytes ${enclosure.bytes}`]),
    ...(durationMs === undefined ? [] : [`length ${Math.round(durationMs / 1000)}`]),
  ];
}

function keysOfFile({ tags, name, bytes, durationMs = -1 }: OfferedAudio): string[] {
  const seconds = Math.round(durationMs / 1000);
  return [
    ...tags.identifiers.map((one) => `id ${one}`),
    ...[tags.title ?? '', nameFacts(stemOf(name)).title].map((title) => `title ${titleKey({ title })}`),
    `name ${stemOf(name).toLowerCase()}`,
    `bytes ${bytes}`,
    ...[-2, -1, 0, 1, 2].map((more) => `length ${seconds + more}`),
  ];
}

function identifiersOf({ guid, link, enclosure }: ImportCandidate): string[] {
  return [guid, link, enclosure?.url].filter((one) => one !== undefined && one !== '') as string[];
}

/** The name of the file on its server, without its ending. */
function fileNameOf({ enclosure }: ImportCandidate): string {
  const path = (enclosure?.url ?? '').replace(/[?#].*$/, '');
  return stemOf(decode(path.slice(path.lastIndexOf('/') + 1))).toLowerCase();
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]{1,5}$/, '');
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
