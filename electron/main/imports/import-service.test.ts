import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appError } from '../../../core/app-error.ts';
import type { DownloadRequest } from '../../../core/download/download.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { failure, success } from '../../../core/result.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import { ImportService } from './import-service.ts';

let folder: string;
let taken: string[];
let service: ImportService;

/** The worker: what is called a page is one, what is called locked cannot be read. */
const runJob = ((_job: string, { files }: { files: string[] }) =>
  Promise.resolve(
    success({
      described: files.map((file) =>
        file.endsWith('locked.mp3')
          ? null
          : {
              source: { size: 5, modifiedAt: 1 },
              kind: file.endsWith('page.mp3') ? 'html' : 'mp3',
              fingerprint: '0'.repeat(16),
              tags: { identifiers: [] },
              hasCover: false,
            },
      ),
    }),
  )) as unknown as RunWorkerJob;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-offered-'));
  mkdirSync(path.join(folder, 'Sub'));
  for (const name of ['page.mp3', 'locked.mp3', 'a.mp3', 'Sub/b.mp3', 'Sub/notes.txt'])
    writeFileSync(path.join(folder, name), 'sound');
  taken = [];
  const takeFile = (_request: DownloadRequest, file: string, signal?: AbortSignal) => {
    if (signal?.aborted === true) return Promise.resolve(failure(appError('disk-failed')));
    taken.push(path.relative(folder, file));
    return Promise.resolve(success({}));
  };
  const besideOriginal = (file: string) => {
    const name = `${path.basename(file, '.mp3')}.txt`;
    return Promise.resolve({ texts: [{ name, transcript: { paragraphs: [] } as unknown as Transcript }] });
  };
  service = new ImportService({
    downloads: Promise.resolve({ takeFile }),
    runJob,
    texts: { besideOriginal },
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const offer = (...names: string[]) =>
  service.offer(
    names.map((name) => path.join(folder, name)),
    new AbortController().signal,
  );

it('offers what is audio, in folders too, by number and name alone', async () => {
  const offered = await offer('page.mp3', 'locked.mp3', 'a.mp3', 'Sub', 'missing.mp3');
  expect(offered).toEqual(
    success({
      files: [
        { file: 2, name: 'a.mp3', bytes: 5, tags: { identifiers: [] } },
        { file: 3, name: 'b.mp3', bytes: 5, tags: { identifiers: [] } },
      ],
      refused: 2,
    }),
  );
  expect(JSON.stringify(offered)).not.toContain(folder);
});

it('takes files of the latest offer with the texts beside them, and no others', async () => {
  await offer('a.mp3', 'Sub');
  const taking = { file: 1, download: { episodeId: 'a' } as DownloadRequest, feedLanguage: 'en' };
  const { signal } = new AbortController();
  expect(await service.take(taking, signal)).toMatchObject({
    ok: true,
    value: { texts: [{ name: 'b.txt' }] },
  });
  await offer('a.mp3');
  expect(await service.take(taking, signal)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(taken).toEqual(['Sub/b.mp3']);
});

it('says that nothing was taken where it was called off', async () => {
  await offer('a.mp3');
  const taking = { file: 0, download: { episodeId: 'off' } as DownloadRequest, feedLanguage: 'en' };
  expect(await service.take(taking, AbortSignal.abort())).toEqual(success(null));
});

it('ends when nobody wants to know any more', async () => {
  const signal = AbortSignal.abort();
  expect(await service.offer([path.join(folder, 'a.mp3')], signal)).toMatchObject({ value: { files: [] } });
});
