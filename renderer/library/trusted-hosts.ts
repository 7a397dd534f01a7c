import { foreignHost } from '../../core/chapters/foreign-host.ts';
import { recall } from './memory.ts';
import type { EpisodeView } from './rows.ts';

/** Key under which the library remembers that chapters may lead to a server, for their pictures and links: `remember` it. */
export const trustedHostKey = (host: string): string => `trusted-host:${host}`;

/** The server an address of a chapter would tell of the listener, if the listener has yet to say whether it may; else `null`. */
export async function hostToAskAbout(url: string, view: EpisodeView): Promise<string | null> {
  const { episode, podcast } = view;
  const { imageUrl, chaptersUrl, enclosure } = episode;
  const host = foreignHost(url, [podcast.feedUrl, podcast.imageUrl, imageUrl, chaptersUrl, enclosure?.url]);
  if (host === null) return null;
  return (await recall(trustedHostKey(host))) === null ? host : null;
}

/** Pictures of chapters that are loaded without asking. */
export async function permittedPictures(
  chapters: readonly { readonly imageUrl?: string | undefined }[],
  view: EpisodeView,
): Promise<Set<string>> {
  const urls = [...new Set(chapters.flatMap(({ imageUrl }) => (imageUrl === undefined ? [] : [imageUrl])))];
  const hosts = await Promise.all(urls.map((url) => hostToAskAbout(url, view)));
  return new Set(urls.filter((_url, index) => hosts[index] === null));
}
