import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import { sniffAudio, sniffBytes } from '../../../core/audio/sniff-audio.ts';
import type { AudioKind } from '../../../core/audio/sniff-audio.ts';
import { comparableFileName, episodeFileName } from '../../../core/download/file-name.ts';
import { looksWhole } from '../../../core/download/looks-whole.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { AppFailure } from '../app-failure.ts';
import { flushFolder } from '../files/replace-file.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { Ledger } from './ledger.ts';
import type { PartFile } from './part-file.ts';

const extensions: Partial<Record<AudioKind, string>> = {
  mp3: '.mp3',
  mp4: '.m4a',
  adts: '.aac',
  ogg: '.ogg',
  flac: '.flac',
  wav: '.wav',
  webm: '.webm',
};

/** Length of an audio file in ms; null where it is not told. Never rejects. */
export type MeasureAudio = (file: string) => Promise<number | null>;

export interface Finishing {
  readonly part: PartFile;
  readonly bytes: number;
  readonly ledger: Ledger;
  readonly measureMs?: MeasureAudio | undefined;
}

/**
 * Makes a whole part a finished episode: checks that it is audio, gives it its name and enters it in the ledger. The name is
 * in the journal before the file gets it, so that a crash between the two loses nothing. Rejects with AppFailure; what
 * proved not to be audio is removed.
 */
export async function finishDownload({ part, bytes, ledger, measureMs }: Finishing): Promise<LedgerEntry> {
  try {
    const kind = await kindOf(part.file);
    if (kind === 'html' || kind === 'text' || kind === 'empty') {
      await part.discard();
      throw new AppFailure(
        appError(kind === 'empty' ? 'audio-empty' : 'audio-not-audio', `the file is ${kind}`),
      );
    }
    const fileName = await freeName(part, kind, ledger);
    await part.save({ fileName, offset: bytes });
    await mkdir(path.dirname(path.join(part.folder, fileName)), { recursive: true });
    await rename(part.file, path.join(part.folder, fileName));
    await flushFolder(path.dirname(path.join(part.folder, fileName)));
    part.growth.finish(path.join(part.folder, fileName));
    const isProven =
      part.journal.expectedTotal !== undefined || (await isWhole({ part, fileName, kind, measureMs }));
    return await enter(part, ledger, { fileName, bytes, ...(isProven ? {} : { unverified: true }) });
  } catch (cause) {
    throw new AppFailure(errorFromNode(cause, 'disk-failed'));
  }
}

/** The episode of a part that had its final name already when the app was ended; null when it had not. */
export async function recoverFinished(part: PartFile, ledger: Ledger): Promise<LedgerEntry | null> {
  const { fileName } = part.journal;
  if (fileName === undefined || (await sizeOf(part.file)) !== null) return null;
  const bytes = await sizeOf(path.join(part.folder, fileName));
  return bytes === null || bytes !== part.journal.offset ? null : enter(part, ledger, { fileName, bytes });
}

/** What no server told the size of is measured against what the feed says. */
async function isWhole(file: {
  part: PartFile;
  fileName: string;
  kind: AudioKind;
  measureMs: MeasureAudio | undefined;
}): Promise<boolean> {
  const { part, fileName, kind, measureMs } = file;
  const { expectedMs } = part.journal.request;
  const durationMs = expectedMs === undefined ? null : await measureMs?.(path.join(part.folder, fileName));
  return looksWhole({ kind, expectedMs, durationMs: durationMs ?? undefined });
}

async function enter(
  part: PartFile,
  ledger: Ledger,
  file: Omit<LedgerEntry, 'episodeId'>,
): Promise<LedgerEntry> {
  const entry = { episodeId: part.journal.request.episodeId, ...file };
  await ledger.add(entry);
  await part.discard();
  return entry;
}

/** What the first bytes of a file say it is. Rejects with Node's error. */
export async function kindOf(file: string): Promise<AudioKind> {
  const handle = await open(file, 'r');
  try {
    const head = new Uint8Array(sniffBytes);
    const { bytesRead } = await handle.read(head, 0, sniffBytes, 0);
    return sniffAudio(head.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

async function freeName(part: PartFile, kind: AudioKind, ledger: Ledger): Promise<string> {
  const { podcastTitle, episodeTitle, publishedAt, url } = part.journal.request;
  const extension = extensions[kind] ?? extensionOf(url);
  const wanted = { podcastTitle, episodeTitle, publishedAt, extension };
  const showFolder = path.dirname(episodeFileName({ ...wanted, taken: () => false }));
  const names = await readdir(path.join(part.folder, showFolder)).catch(() => []);
  // The name of its own earlier file is free again when that file is gone.
  const others = ledger.all().filter(({ episodeId }) => episodeId !== part.journal.request.episodeId);
  const taken = new Set(
    [...names.map((name) => `${showFolder}/${name}`), ...others.map(({ fileName }) => fileName)].map(
      comparableFileName,
    ),
  );
  return episodeFileName({ ...wanted, taken: (name) => taken.has(name) });
}

/** The ending the address has, for audio that is not told by its bytes. */
function extensionOf(url: string): string {
  const pathname = URL.canParse(url) ? new URL(url).pathname : '';
  return /\.[a-z0-9]{2,4}$/i.exec(pathname)?.[0].toLowerCase() ?? '.audio';
}

async function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ size }) => size,
    () => null,
  );
}
