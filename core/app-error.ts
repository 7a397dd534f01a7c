/**
 * Closed list of everything that can go wrong in a way the user is told about.
 * The renderer turns each code into words in one file (`renderer/words/error-words.ts`).
 * Cancellation is not here: it is not an error.
 */
export const appErrorCodes = [
  // addresses and feeds
  'address-invalid',
  'address-scheme',
  'address-private',
  /** A redirect from https to http, where none is followed. */
  'address-unencrypted',
  'feed-is-web-page',
  'feed-unreadable',
  'feed-empty',
  'feed-too-large',
  // network
  'network-offline',
  'network-unreachable',
  'network-timeout',
  'network-broken',
  'network-certificate',
  /** The server speaks no HTTP/1.1. */
  'network-protocol',
  'network-redirect-loop',
  /** The way out of the network set by the user or the system: it does not answer, or does not let Earmark through. */
  'proxy-unreachable',
  'proxy-refused',
  'http-unauthorised',
  'http-not-found',
  'http-gone',
  'http-server-error',
  'http-refused',
  /** Every address leads to one page: the network wants a sign-in first. */
  'network-sign-in',
  // downloads and audio
  'audio-not-audio',
  /** A redirect from https to http, which the listener may allow for the show. */
  'audio-unencrypted',
  'audio-empty',
  /** A broadcast: it has no end that could be downloaded. */
  'audio-live',
  'audio-incomplete',
  'audio-unplayable',
  /** The publisher states a digest of the file, and it has another. */
  'audio-not-as-stated',
  'audio-missing',
  /** Played while it arrives: the server began to send another recording, and the two are never mixed. */
  'audio-changed',
  /** Played while it arrives: the user has paused the download, and nothing more is here to play. */
  'download-paused',
  /** Its sound could not be decoded apart from playing it: loudness and pauses are not known. */
  'audio-not-analysed',
  /** Its sound could not be decoded apart from playing it: a text cannot be compared with it. */
  'audio-not-aligned',
  /** Comparing a text with the sound ended before it was done. */
  'alignment-broken',
  'enclosure-missing',
  // text, chapters, pictures
  /** The episode's web page: it has no article, asks for consent or a sign-in first, or is no page at all (a PDF). */
  'page-no-article',
  'page-consent',
  'page-sign-in',
  'page-other-kind',
  'transcript-unreadable',
  'transcript-document',
  'transcript-empty',
  /** The same of what the listener brought: it is no text of a kind known here, or has no words. */
  'text-unreadable',
  'text-empty',
  'too-large',
  'chapters-unreadable',
  'image-unreadable',
  'opml-unreadable',
  // this computer
  'disk-full',
  'disk-denied',
  'disk-failed',
  /** The folder chosen for downloads is not there: its drive was taken out. */
  'folder-gone',
  /** The folder that is a show is not there: its drive was taken out, or it was moved. */
  'show-folder-gone',
  /** A file of a folder show is not in its folder any more. */
  'folder-file-missing',
  'file-missing',
  /** The file chosen by hand is not the one that was downloaded. */
  'file-different',
  /** The system refused to print, or has no printer. */
  'print-failed',
  'worker-failed',
  'library-failed',
  /** A newer Earmark wrote the library. */
  'library-newer',
  'settings-damaged',
  /** A newer Earmark wrote the settings. */
  'settings-newer',
  'not-found',
  'bad-request',
  'unexpected',
] as const;

export type AppErrorCode = (typeof appErrorCodes)[number];

/** What went wrong, as it crosses rooms and processes; checked there by `app-error-schema.ts`. */
export interface AppError {
  code: AppErrorCode;
  /** For logs and bug reports, in English; never shown as the message. Carries no secrets. */
  detail?: string | undefined;
  /** HTTP status, where there was one. */
  status?: number | undefined;
  /** Milliseconds after which trying again makes sense (Retry-After), where the server said so. */
  retryAfterMs?: number | undefined;
}

export function appError(code: AppErrorCode, detail?: string): AppError {
  return detail === undefined ? { code } : { code, detail: detail.slice(0, 2000) };
}
