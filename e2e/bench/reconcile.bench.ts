import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchApp } from './bench-app.ts';

/**
 * How long the app takes to compare ten thousand downloaded files with its ledger: one look at each show's folder and the
 * size of each file, all of it in the main process, the answer checked and handed to the window.
 */
const shows = 100;
const filesPerShow = 100;
const limitMs = 2000;
const rounds = 5;
type Desktop = {
  desktop: { invoke(channel: string, args: unknown): Promise<{ value?: { state: string }[] }> };
};

const folder = await mkdtemp(path.join(tmpdir(), 'earmark-reconcile-'));
const downloads = path.join(folder, 'data', 'Downloads');
const lines: string[] = [];
for (let show = 0; show < shows; show += 1) {
  const name = `Show ${show}`;
  await mkdir(path.join(downloads, name), { recursive: true });
  const podcastId = createHash('sha256').update(name).digest('hex').slice(0, 16);
  await Promise.all(
    Array.from({ length: filesPerShow }, (_, at) => {
      const fileName = `${name}/2026-11-22 Episode ${at}.mp3`;
      lines.push(JSON.stringify({ episodeId: `${podcastId}-${at}`, fileName, bytes: 3 }));
      return writeFile(path.join(downloads, fileName), 'ID3');
    }),
  );
}
await mkdir(path.join(downloads, '.earmark'), { recursive: true });
await writeFile(path.join(downloads, '.earmark', 'ledger.jsonl'), lines.map((line) => `\n${line}`).join(''));

const app = benchApp(path.join(folder, 'data'));
try {
  await app.start();
  const times: number[] = [];
  let present = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { ms, done } = await app.page.evaluate(async () => {
      const began = performance.now();
      const list = await (globalThis as unknown as Desktop).desktop.invoke('download:list', {});
      return {
        ms: performance.now() - began,
        done: list.value?.filter(({ state }) => state === 'done').length ?? 0,
      };
    });
    times.push(Math.round(ms));
    present = done;
  }
  const report = { files: lines.length, present, firstMs: times[0], slowestMs: Math.max(...times), limitMs };
  console.table([report]);
  await mkdir('bench-output', { recursive: true });
  await writeFile('bench-output/reconcile.json', `${JSON.stringify(report, null, 2)}\n`);
  if (present !== lines.length || report.slowestMs > limitMs) process.exitCode = 1;
} finally {
  await app.dispose();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
