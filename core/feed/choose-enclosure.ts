import type { EpisodeDraft, MediaContent } from './episode-draft.ts';
import type { Enclosure } from './feed.ts';

const mediaTypes = /^(?:audio|video)\/|^application\/(?:ogg|x-mpegurl|vnd\.apple\.mpegurl)$/;
const mediaFiles = /\.(?:mp3|m4a|m4b|mp4|m4v|aac|ogg|oga|opus|flac|wav|mov|webm|mkv|wma|m3u8)(?:$|[?#])/i;

/** What plays: the first audio or video enclosure, else the first that may be one, else the best of media:content. */
export function chooseEnclosure(draft: EpisodeDraft): Enclosure | undefined {
  const media = draft.enclosures.find(isMedia) ?? draft.enclosures.find(mayBeMedia);
  if (media) return media;
  const contents = draft.mediaContents.filter(isMediaContent);
  const best = contents.find((content) => content.isDefault) ?? contents[0];
  if (!best) return undefined;
  return { url: best.url, type: best.type, ...(best.bytes === undefined ? {} : { bytes: best.bytes }) };
}

const isMedia = ({ type, url }: Enclosure): boolean =>
  mediaTypes.test(type) || ((type === '' || type === 'application/octet-stream') && mediaFiles.test(url));

/** Not plainly something else: a picture or a document is not an episode. */
const mayBeMedia = ({ type }: Enclosure): boolean => !/^(?:image|text|application\/pdf)/.test(type);

const isMediaContent = (content: MediaContent): boolean =>
  content.medium === 'audio' || content.medium === 'video' || (content.medium === '' && isMedia(content));
