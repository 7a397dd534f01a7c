/** A part of a folder show. Names are relative to the folder, with forward slashes. */
export type FolderPart =
  | { readonly kind: 'feed' }
  /** An audio file of the folder, by its id. */
  | { readonly kind: 'audio'; readonly fileId: string }
  /** The cover inside an audio file. */
  | { readonly kind: 'cover'; readonly fileId: string }
  /** A text, chapters or a picture that lies in the folder. */
  | { readonly kind: 'file'; readonly name: string };

const scheme = 'folder:';
const address = /^folder:([0-9a-f]{16})(?:\/(audio|cover)\/([0-9a-f]{16})|\/file\/([^?#]+))?(?:\?[^#]*)?$/;

/** Whether a show is a folder of this computer. */
export function isFolderAddress(url: string): boolean {
  return url.startsWith(scheme);
}

/** The address of a folder show: its id is the show's id in the library. Where the folder lies, main alone knows. */
export function folderFeedUrl(podcastId: string): string {
  return `${scheme}${podcastId}`;
}

/** The address of a part; `version` makes another address of a file whose content has changed. */
export function folderPartUrl(
  podcastId: string,
  part: Exclude<FolderPart, { kind: 'feed' }>,
  version?: string,
): string {
  const path = part.kind === 'file' ? part.name.split('/').map(encodeURIComponent).join('/') : part.fileId;
  return `${scheme}${podcastId}/${part.kind}/${path}${version === undefined ? '' : `?v=${version}`}`;
}

/** What an address of a folder show means; null for any other. */
export function readFolderAddress(url: string): { podcastId: string; part: FolderPart } | null {
  const [, podcastId, kind, fileId, name] = address.exec(url) ?? [];
  if (podcastId === undefined) return null;
  if (kind === 'audio' || kind === 'cover') return { podcastId, part: { kind, fileId: fileId! } };
  if (name === undefined) return { podcastId, part: { kind: 'feed' } };
  const decoded = decode(name);
  return decoded === null ? null : { podcastId, part: { kind: 'file', name: decoded } };
}

function decode(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
}
