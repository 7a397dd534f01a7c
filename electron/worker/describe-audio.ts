import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { readAttachedPicture } from '../../core/audio/attached-picture.ts';
import type { AudioTags } from '../../core/audio/audio-tags.ts';
import { noTags } from '../../core/audio/audio-tags.ts';
import type { AudioDescription } from '../../core/audio/describe-audio-job.ts';
import { estimateLength } from '../../core/audio/estimate-length.ts';
import { readId3Size } from '../../core/audio/id3-size.ts';
import { readId3Tags, readId3v1Tags } from '../../core/audio/id3-tags.ts';
import { readMp4Movie } from '../../core/audio/mp4-chapters.ts';
import { findMp4Items, readMp4Tags } from '../../core/audio/mp4-tags.ts';
import { readMp4Boxes } from '../../core/audio/read-mp4-boxes.ts';
import type { AudioKind } from '../../core/audio/sniff-audio.ts';
import { sniffAudio, sniffBytes } from '../../core/audio/sniff-audio.ts';
import { readVorbisTags } from '../../core/audio/vorbis-tags.ts';
import type { WorkerArgs, WorkerResult } from '../../core/ipc/worker-contract.ts';
import { success } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { readAt } from './read-at.ts';
import { readMoov } from './read-moov.ts';

/** Read from either end; one look at the disk each. */
const endBytes = 64 * 1024;
/** Texts stand before the cover in nearly every tag: more is read only where the cover itself is wanted. */
const tagTexts = 256 * 1024;
const largestTag = 64 << 20;
const atOnce = 4;

/** What is learned of each file; null for one that cannot be read. A file that makes trouble holds up none of the others. */
export async function describeAudio({
  files,
}: WorkerArgs<'audio:describe'>): Promise<Result<WorkerResult<'audio:describe'>>> {
  const described: (AudioDescription | null)[] = files.map(() => null);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++)
      described[at] = await withFile(files[at]!, describe).catch(() => null);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return success({ described });
}

/** The cover inside a file; null when there is none, or the file cannot be read. */
export async function readAudioCover({
  file,
}: WorkerArgs<'audio:cover'>): Promise<Result<WorkerResult<'audio:cover'>>> {
  const picture = await withFile(file, async (handle) => {
    const head = await readAt(handle, 0, sniffBytes);
    const kind = sniffAudio(head);
    if (kind === 'mp4') return readAttachedPicture(kind, await readMoov(handle, largestTag));
    const tagBytes = kind === 'flac' ? largestTag : readId3Size(head, 0);
    return tagBytes > largestTag ? null : readAttachedPicture(kind, await readAt(handle, 0, tagBytes));
  }).catch(() => null);
  return success({ picture: picture && Uint8Array.from(picture) });
}

async function withFile<Value>(path: string, read: (file: FileHandle) => Promise<Value>): Promise<Value> {
  const file = await open(path, 'r');
  try {
    return await read(file);
  } finally {
    await file.close();
  }
}

async function describe(file: FileHandle): Promise<AudioDescription> {
  const { size, mtimeMs } = await file.stat();
  const head = await readAt(file, 0, endBytes);
  const tail = await readAt(file, Math.max(0, size - endBytes), endBytes);
  const kind = sniffAudio(head.subarray(0, sniffBytes));
  const fingerprint = createHash('sha256')
    .update(`${size}\n`)
    .update(head)
    .update(tail)
    .digest('hex')
    .slice(0, 16);
  const tag = readId3Size(head, 0);
  const behindTag = tag === 0 ? head : await readAt(file, tag, endBytes);
  const durationMs = estimateLength(kind, { head: behindTag, tail, size: size - tag });
  const learned = await learn(file, { kind, head, tail, tag });
  return {
    source: { size, modifiedAt: mtimeMs },
    kind,
    fingerprint,
    ...(durationMs !== undefined && { durationMs }),
    ...learned,
  };
}

type Learned = Pick<AudioDescription, 'tags' | 'hasCover' | 'durationMs'>;

async function learn(
  file: FileHandle,
  of: { kind: AudioKind; head: Uint8Array; tail: Uint8Array; tag: number },
): Promise<Learned> {
  const { kind, head, tail, tag } = of;
  if (kind === 'mp4') return learnMp4(await readMoov(file, largestTag));
  if (kind === 'ogg') return { tags: readVorbisTags(head), hasCover: false };
  if (kind === 'flac') {
    const longer = await readAt(file, 0, tagTexts);
    return { tags: readVorbisTags(longer), hasCover: readAttachedPicture(kind, longer) !== null };
  }
  if (tag === 0) return { tags: kind === 'mp3' ? readId3v1Tags(tail) : noTags, hasCover: false };
  const texts = await readAt(file, 0, Math.min(tag, tagTexts));
  // What is longer than its texts holds a picture.
  const hasCover = tag > tagTexts || readAttachedPicture(kind, texts) !== null;
  return { tags: readId3Tags(texts), hasCover };
}

function learnMp4(moov: Uint8Array): Learned {
  const tags: AudioTags = readMp4Tags(moov);
  const list = findMp4Items(moov);
  const hasCover = list !== null && readMp4Boxes(moov, list).some(({ type }) => type === 'covr');
  const { durationMs } = readMp4Movie(moov);
  return { tags, hasCover, ...(durationMs !== undefined && { durationMs }) };
}
