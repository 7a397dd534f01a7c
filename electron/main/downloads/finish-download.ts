import { open } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../../../core/app-error.ts';
import { sniffAudio, sniffBytes } from '../../../core/audio/sniff-audio.ts';
import type { AudioKind } from '../../../core/audio/sniff-audio.ts';
import { episodeFileName } from '../../../core/download/file-name.ts';
import { looksWhole } from '../../../core/download/looks-whole.ts';
import { readIntegrity } from '../../../core/download/read-integrity.ts';
import type { Integrity } from '../../../core/download/read-integrity.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import { AppFailure } from '../app-failure.ts';
import { fingerprintFile } from '../files/fingerprint-file.ts';
import { makeFolder } from '../files/make-folder.ts';
import { renamePatiently } from '../files/rename-patiently.ts';
import { flushFolder } from '../files/replace-file.ts';
import { errorFromNode } from '../network/network-error.ts';
import { fileSize } from './file-size.ts';
import type { Ledger } from './ledger.ts';
import type { PartFile } from './part-file.ts';
import type { RunInTurn } from './run-in-turn.ts';
import { takenNames } from './taken-names.ts';

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

/** Digest of a file in base64 without padding; null where it cannot be read. Never rejects. */
export type DigestAudio = (file: string, algorithm: Integrity['algorithm']) => Promise<string | null>;

export interface Finishing {
  readonly part: PartFile;
  readonly bytes: number;
  readonly ledger: Ledger;
  readonly inTurn: RunInTurn;
  readonly measureMs?: MeasureAudio | undefined;
  /** For comparing with what the publisher states; what the user gives by hand is not compared. */
  readonly digest?: DigestAudio | undefined;
}

/**
 * Makes a whole part a finished episode: checks that it is audio, gives it its name and enters it in the ledger. The name is
 * in the journal before the file gets it, so that a crash between the two loses nothing. Rejects with AppFailure; what
 * proved not to be audio is removed.
 */
export async function finishDownload(finishing: Finishing): Promise<LedgerEntry> {
  const { part, bytes, ledger, measureMs } = finishing;
  try {
    const kind = await kindOf(part.file);
    if (kind === 'html' || kind === 'text' || kind === 'empty') {
      await part.discard();
      throw new AppFailure(
        appError(kind === 'empty' ? 'audio-empty' : 'audio-not-audio', `the file is ${kind}`),
      );
    }
    await requireIntegrity(finishing);
    const fileName = await giveName(finishing, kind);
    const isProven =
      part.journal.expectedTotal !== undefined || (await isWhole({ part, fileName, kind, measureMs }));
    return await enter(part, ledger, { fileName, bytes, ...(isProven ? {} : { unverified: true }) });
  } catch (cause) {
    throw new AppFailure(errorFromNode(cause, 'disk-failed'));
  }
}

/** What is not the file the publisher described is not kept. What cannot be read for its digest fails as the disk does. */
async function requireIntegrity({ part, digest }: Finishing): Promise<void> {
  const stated = readIntegrity(part.journal.request.integrity ?? '');
  if (stated === null || digest === undefined) return;
  const found = await digest(part.file, stated.algorithm);
  if (found === null) throw new AppFailure(appError('disk-failed', 'the digest could not be made'));
  if (stated.digests.includes(found)) return;
  await part.discard();
  throw new AppFailure(appError('audio-not-as-stated', `${stated.algorithm}-${found}`));
}

/** Files are named one at a time: two at once could choose the same name. */
function giveName({ part, bytes, ledger, inTurn }: Finishing, kind: AudioKind): Promise<string> {
  return inTurn(`name in ${part.folder}`, async () => {
    const fileName = await freeName(part, kind, ledger);
    const file = path.join(part.folder, fileName);
    await part.save({ fileName, offset: bytes, ahead: undefined });
    await makeFolder(path.dirname(file));
    await renamePatiently(part.file, file);
    await flushFolder(path.dirname(file));
    part.growth.finish(file);
    return fileName;
  });
}

/**
 * Enters the episode of a part that has its final name already, where the app was ended or the ledger could not be written
 * after that; null when it has none. Nothing is measured here: without a length from the server it counts as unverified. Rejects with AppFailure.
 */
export async function recoverFinished(part: PartFile, ledger: Ledger): Promise<LedgerEntry | null> {
  const { fileName } = part.journal;
  if (fileName === undefined || (await fileSize(part.file)) !== null) return null;
  const file = path.join(part.folder, fileName);
  const bytes = await fileSize(file);
  if (bytes === null || bytes !== part.journal.offset) return null;
  part.growth.finish(file);
  const isProven = part.journal.expectedTotal !== undefined;
  return enter(part, ledger, { fileName, bytes, ...(isProven ? {} : { unverified: true }) }).catch(
    (cause: unknown) => {
      throw new AppFailure(errorFromNode(cause, 'disk-failed'));
    },
  );
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
  // Without a fingerprint the file is only not found again under another name.
  const print = await fingerprintFile(path.join(ledger.folder, file.fileName)).catch(() => undefined);
  await ledger.add({ ...entry, ...(print !== undefined && { print }) });
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
  const { episodeId, podcastTitle, episodeTitle, publishedAt, url } = part.journal.request;
  const extension = extensions[kind] ?? extensionOf(url);
  const wanted = { podcastTitle, episodeTitle, publishedAt, extension };
  const show = path.dirname(episodeFileName({ ...wanted, taken: () => false }));
  return episodeFileName({ ...wanted, taken: await takenNames(ledger, { episodeId, show }) });
}

/** The ending the address has, for audio that is not told by its bytes. */
function extensionOf(url: string): string {
  const pathname = URL.canParse(url) ? new URL(url).pathname : '';
  return /\.[a-z0-9]{2,4}$/i.exec(pathname)?.[0].toLowerCase() ?? '.audio';
}
