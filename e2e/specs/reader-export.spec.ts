import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { parseTranscript } from '../../core/transcript/parse-transcript.ts';
import type { Transcript } from '../../core/transcript/transcript.ts';
import { answerDialogs } from '../fixtures/answer-dialogs.ts';
import { expect, test } from '../fixtures/app.ts';
import type { EarmarkApp } from '../fixtures/earmark-app.ts';
import { addSampleShow, downloadOpenEpisode, openEpisode } from '../fixtures/screens.ts';

const title = 'Sense and Sensibility: Mr. Dashwood considers';
const sampleText = 'sample/sense-and-sensibility.vtt';
const sampleAudio = 'sample/sense-and-sensibility.mp3';

async function openSample(page: Page): Promise<void> {
  await addSampleShow(page);
  await openEpisode(page, title);
  await expect(
    page.getByRole('article', { name: 'Transcript' }).getByText('leisure', { exact: true }),
  ).toBeVisible();
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Saves under a name of the test's own in a folder where nothing else is, and gives the bytes. */
async function save(app: EarmarkApp, item: string, name: string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(app.dataFolder, 'saved-'));
  await answerDialogs(app, path.join(folder, name));
  await choose(app.page, item);
  await expect(app.page.getByRole('status').filter({ hasText: /is saved/ })).toBeVisible();
  await expect.poll(() => readdir(folder)).toEqual([name]);
  return readFile(path.join(folder, name));
}

function read(bytes: Uint8Array): Transcript {
  const result = parseTranscript(bytes, { kind: 'file' });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function wordsOf({ paragraphs }: Transcript): unknown[] {
  return paragraphs.flatMap(({ text, sentences }) =>
    sentences.flatMap(({ words }) =>
      words.map(({ start, end, startMs }) => [text.slice(start, end), startMs]),
    ),
  );
}

test('a text is saved in every format, and what has times has the same ones', async ({ app, page }) => {
  await openSample(page);
  const original = read(await readFile(sampleText));
  const words = wordsOf(original);
  expect(words.length).toBeGreaterThan(20);
  expect(wordsOf(read(await save(app, 'Captions (WebVTT)', 'a.vtt')))).toEqual(words);
  expect(wordsOf(read(await save(app, 'Data (JSON)', 'a.json')))).toEqual(words);
  const captions = read(await save(app, 'Captions (SubRip)', 'a.srt'));
  expect(captions.timing).toBe('cue');
  expect(wordsOf(captions)).toHaveLength(words.length);
  const said = original.paragraphs[0]!.text.slice(0, 60);
  for (const [item, name] of [
    ['Markdown', 'a.md'],
    ['Plain text', 'a.txt'],
    ['Web page (HTML)', 'a.html'],
  ] as const) {
    const saved = (await save(app, item, name)).toString();
    expect(saved, item).toContain(title);
    expect(saved, item).toContain(said);
  }
});

test('a downloaded episode is saved as a book that speaks', async ({ app, page }) => {
  await openSample(page);
  await downloadOpenEpisode(page);
  const bytes = await save(app, 'Book (EPUB)', 'a.epub');
  expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  const files = unzipSync(bytes);
  expect(Buffer.from(files['EPUB/audio.mp3']!).equals(await readFile(sampleAudio))).toBe(true);
  const smil = strFromU8(files['EPUB/text-1.smil']!);
  const [first] = wordsOf(read(await readFile(sampleText)));
  const [word, startMs] = first as [string, number];
  expect(smil).toContain(`clipBegin="${(startMs / 1000).toFixed(3)}s"`);
  const id = /text-1\.xhtml#([^"]+)"/.exec(smil)![1]!;
  expect(strFromU8(files['EPUB/text-1.xhtml']!)).toContain(`<span id="${id}">${word}</span>`);
});

test('a book of what is not downloaded is for reading only, and says so', async ({ app, page }) => {
  await openSample(page);
  const files = unzipSync(await save(app, 'Book (EPUB)', 'a.epub'));
  expect(Object.keys(files).filter((name) => /audio|smil/.test(name))).toEqual([]);
  await expect(page.getByRole('status').filter({ hasText: 'It has no sound' })).toBeVisible();
});

test('what cannot be written says why, and a closed dialog says nothing', async ({ app, page }) => {
  await openSample(page);
  await answerDialogs(app);
  await choose(page, 'Markdown');
  await answerDialogs(app, path.join(app.dataFolder, 'not there', 'a.md'));
  await choose(page, 'Markdown');
  await expect(page.getByRole('alert')).toHaveCount(1);
  await choose(page, 'Book (EPUB)');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /is saved/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export' })).toBeEnabled();
});

test('the text goes to the printer as an article, by menu and by key', async ({ app, page }) => {
  await openSample(page);
  // What would go to the printer goes into a document instead.
  await app.electron!.evaluate(({ app: main }) => {
    const printed: { title: string; pdf: string }[] = [];
    Object.assign(globalThis, { printed });
    main.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => {
        void contents.printToPDF({ generateTaggedPDF: true }).then((pdf) => {
          printed.push({ title: contents.getTitle(), pdf: pdf.toString('latin1') });
          done?.(true, '');
        });
      };
    });
  });
  const printed = () =>
    app.electron!.evaluate(
      () => (globalThis as unknown as { printed: { title: string; pdf: string }[] }).printed,
    );
  await choose(page, 'Print');
  await expect.poll(async () => (await printed()).length).toBe(1);
  await page.keyboard.press('Control+p');
  await expect.poll(async () => (await printed()).length).toBe(2);
  const [{ title: heading, pdf }] = (await printed()) as [{ title: string; pdf: string }];
  expect(heading).toBe(title);
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(1);
  const windows = () => app.electron!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(windows).toBe(1);
});

test('a printer that is not there is named', async ({ app, page }) => {
  await openSample(page);
  await app.electron!.evaluate(({ app: main }) => {
    main.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => done?.(false, 'No printers available on the network');
    });
  });
  await choose(page, 'Print');
  await expect(page.getByRole('alert')).toContainText('could not be printed');
});
