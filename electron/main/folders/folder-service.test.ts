import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AudioDescription } from '../../../core/audio/describe-audio-job.ts';
import { concat, mp3Frames } from '../../../core/audio/made-audio.ts';
import { episodeId } from '../../../core/feed/episode-identity.ts';
import { unpackEpisodes } from '../../../core/feed/pack-feed.ts';
import { folderFeedUrl, folderPartUrl } from '../../../core/folder/folder-address.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { success } from '../../../core/result.ts';
import { fetchBytes } from '../network/fetch-bytes.ts';
import { FolderService } from './folder-service.ts';
import { withFolders } from './open-folder.ts';

let place: string;
let folder: string;
let described: string[];
let dies: (file: string) => boolean;
let service: FolderService;

/** The worker, whose own tests are beside it: here only what it is asked matters. */
const runJob = ((job: string, args: unknown) => {
  if (job !== 'audio:describe') return Promise.resolve(success({ picture: null }));
  const { files } = args as { files: string[] };
  if (files.some((file) => dies(file)))
    return Promise.resolve({ ok: false, error: { code: 'worker-failed' } });
  described.push(...files.map((file) => path.relative(folder, file)));
  return Promise.resolve(success({ described: files.map(describeFile) }));
}) as RunWorkerJob;

function describeFile(file: string): AudioDescription {
  const bytes = readFileSync(file);
  const { size, mtimeMs } = statSync(file);
  const kind = bytes[0] === 0xff ? 'mp3' : 'html';
  const fingerprint = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return {
    source: { size, modifiedAt: mtimeMs },
    kind,
    fingerprint,
    tags: { identifiers: [] },
    hasCover: false,
  };
}

beforeEach(async () => {
  place = realpathSync(mkdtempSync(path.join(tmpdir(), 'earmark-folders-')));
  folder = path.join(place, 'Show');
  mkdirSync(path.join(folder, 'Sub'), { recursive: true });
  described = [];
  dies = () => false;
  service = await open();
});
afterEach(() => {
  rmSync(place, { recursive: true });
});

const open = (): Promise<FolderService> =>
  FolderService.open({
    base: path.join(place, 'data'),
    runJob,
    now: () => 1_000_000,
    changed: () => undefined,
    progress: () => undefined,
  });

function write(name: string, frames: number): void {
  writeFileSync(path.join(folder, name), concat(mp3Frames(frames)));
}

async function added(): Promise<string> {
  const answer = await service.add(folder);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.podcastId;
}

async function look(podcastId: string, etag?: string) {
  const validators = etag === undefined ? {} : { etag };
  return service.fetch({ url: folderFeedUrl(podcastId), validators }, new AbortController().signal);
}

async function titles(podcastId: string): Promise<string[] | string> {
  const answer = await look(podcastId);
  if (!answer.ok) return answer.error.code;
  if (answer.value.kind !== 'fetched') return answer.value.kind;
  return answer.value.feed.episodeTexts
    .flatMap(unpackEpisodes)
    .map(({ title }) => title)
    .sort();
}

const states = (): Record<string, string> =>
  Object.fromEntries(
    service.list().map(({ fileName = '', state, error }) => [fileName, error?.code ?? state]),
  );

describe('a folder as a show', () => {
  it('has its audio files as episodes, found again in place', async () => {
    write('One.mp3', 10);
    write('Sub/Two.mp3', 11);
    writeFileSync(path.join(folder, 'Sub', 'page.mp3'), '<html>');
    const podcastId = await added();
    expect(await titles(podcastId)).toEqual(['One', 'Two']);
    const [first] = service.list();
    expect(first).toMatchObject({ state: 'done', inPlace: true });
    const found = service.findFile(first!.episodeId);
    expect(found).toMatchObject({ folder, name: first!.fileName });
    expect(found?.kept.folder).toBe(path.join(place, 'data', podcastId));
    expect(service.findFile(episodeId(podcastId, 'other'))).toBeNull();
    expect(readdirSync(folder).sort()).toEqual(['One.mp3', 'Sub']);
  });

  it('is read again only where it has changed, after a restart too', async () => {
    write('One.mp3', 10);
    write('Two.mp3', 11);
    const podcastId = await added();
    const first = await look(podcastId);
    const etag = first.ok && first.value.kind === 'fetched' ? first.value.validators.etag : undefined;
    service = await open();
    expect(await look(podcastId, etag)).toEqual(success({ kind: 'unchanged' }));
    write('Two.mp3', 12);
    write('Three.mp3', 13);
    described = [];
    expect(await titles(podcastId)).toEqual(['One', 'Three', 'Two']);
    expect(described.sort()).toEqual(['Three.mp3', 'Two.mp3']);
  });

  it('keeps who is who when files are renamed, moved, replaced, and come back', async () => {
    write('One.mp3', 10);
    write('Two.mp3', 11);
    const podcastId = await added();
    await look(podcastId);
    const before = new Map(service.list().map(({ fileName, episodeId: id }) => [fileName, id]));
    renameSync(path.join(folder, 'One.mp3'), path.join(folder, 'Sub', 'Other.mp3'));
    write('Two.mp3', 20);
    await look(podcastId);
    const after = new Map(service.list().map(({ fileName, episodeId: id }) => [fileName, id]));
    expect([after.get('Sub/Other.mp3'), after.get('Two.mp3')]).toEqual([
      before.get('One.mp3'),
      before.get('Two.mp3'),
    ]);
    rmSync(path.join(folder, 'Sub', 'Other.mp3'));
    expect(await titles(podcastId)).toEqual(['Two']);
    expect(states()).toEqual({ 'Two.mp3': 'done', 'Sub/Other.mp3': 'folder-file-missing' });
    expect(service.findFile(before.get('One.mp3')!)).toBeNull();
    write('Again.mp3', 10);
    await look(podcastId);
    expect(service.findFile(before.get('One.mp3')!)?.name).toBe('Again.mp3');
  });

  it('forgets nothing while its drive is away, and goes on where it lies then', async () => {
    write('One.mp3', 10);
    const podcastId = await added();
    await look(podcastId);
    const elsewhere = path.join(place, 'Elsewhere');
    renameSync(folder, elsewhere);
    expect(await titles(podcastId)).toBe('show-folder-gone');
    expect(states()).toEqual({ 'One.mp3': 'show-folder-gone' });
    // What stays behind where a drive was mounted.
    mkdirSync(folder);
    expect(await titles(podcastId)).toBe('show-folder-gone');
    expect(await service.add(elsewhere, podcastId)).toEqual(success({ podcastId }));
    expect(await titles(podcastId)).toEqual(['One']);
    expect(states()).toEqual({ 'One.mp3': 'done' });
  });

  it('has the files of a sub-folder that left and came back', async () => {
    write('One.mp3', 10);
    write('Sub/Two.mp3', 11);
    const podcastId = await added();
    await look(podcastId);
    renameSync(path.join(folder, 'Sub'), path.join(place, 'Sub'));
    await look(podcastId);
    expect(states()).toEqual({ 'One.mp3': 'done', 'Sub/Two.mp3': 'folder-file-missing' });
    renameSync(path.join(place, 'Sub'), path.join(folder, 'Sub'));
    await look(podcastId);
    expect(states()).toEqual({ 'One.mp3': 'done', 'Sub/Two.mp3': 'done' });
  });

  it('leaves out the file the worker dies on, and none of the others', async () => {
    write('Bad.mp3', 10);
    write('Good.mp3', 11);
    dies = (file) => file.endsWith('Bad.mp3');
    expect(await titles(await added())).toEqual(['Good']);
  });

  it('follows no links, neither out of the folder nor in circles', async () => {
    write('One.mp3', 10);
    writeFileSync(path.join(place, 'secret.mp3'), concat(mp3Frames(30)));
    symlinkSync(path.join(place, 'secret.mp3'), path.join(folder, 'link.mp3'));
    symlinkSync(folder, path.join(folder, 'Sub', 'circle'));
    expect(await titles(await added())).toEqual(['One']);
  });

  it('is forgotten without a trace, and the folder stays', async () => {
    write('One.mp3', 10);
    const podcastId = await added();
    await look(podcastId);
    await service.forget(podcastId);
    expect(readdirSync(path.join(place, 'data'))).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['One.mp3', 'Sub']);
    expect(service.list()).toEqual([]);
    // Chosen again, it has the same episodes: ids are made of what is in the files.
    const again = await added();
    await look(again);
    expect(service.list()).toHaveLength(1);
  });

  it('is one show however often it is chosen', async () => {
    const podcastId = await added();
    expect(await service.add(folder)).toEqual(success({ podcastId }));
  });
});

describe('what lies beside the audio', () => {
  const limits = { maximumBytes: 100, connectMs: 1, idleMs: 1 };
  const refusesWeb = () => Promise.reject(new Error('the network'));

  async function fetched(podcastId: string, name: string, from = podcastId): Promise<string> {
    const openUrl = withFolders(refusesWeb, { folders: Promise.resolve(service), runJob });
    const url = folderPartUrl(podcastId, { kind: 'file', name }, 'v');
    const request = {
      url,
      signal: new AbortController().signal,
      limits,
      allowPrivateFrom: folderFeedUrl(from),
    };
    return fetchBytes(openUrl, request).then(
      ({ bytes }) => Buffer.from(bytes).toString(),
      (cause: unknown) => (cause as { error: { code: string } }).error.code,
    );
  }

  it('is given to its own show alone, and nothing else of the computer', async () => {
    const podcastId = await added();
    writeFileSync(path.join(folder, 'One.vtt'), 'WEBVTT');
    writeFileSync(path.join(folder, 'long.txt'), 'x'.repeat(101));
    writeFileSync(path.join(folder, 'key.pem'), 'secret');
    writeFileSync(path.join(place, 'other.txt'), 'secret');
    symlinkSync(path.join(place, 'other.txt'), path.join(folder, 'link.txt'));
    expect(await fetched(podcastId, 'One.vtt')).toBe('WEBVTT');
    expect(await fetched(podcastId, 'One.vtt', 'ffffffffffffffff')).toBe('address-scheme');
    expect(await fetched(podcastId, 'long.txt')).toBe('too-large');
    for (const name of ['key.pem', 'link.txt', '../other.txt', 'missing.txt'])
      expect(await fetched(podcastId, name)).toBe('folder-file-missing');
  });
});
