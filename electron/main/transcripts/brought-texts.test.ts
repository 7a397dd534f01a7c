import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { textBlocks } from '../../../core/pages/article-blocks.ts';
import { parseTranscript, parseTranscriptText } from '../../../core/transcript/parse-transcript.ts';
import { BroughtTextReader } from './brought-texts.ts';

let folder = '';

/** Stands in for the worker: the same reader, here; every page has the same article. */
const runJob = ((job: string, args: { content: Uint8Array<ArrayBuffer> | string; origin: never }) => {
  if (job === 'page:read') {
    const value = { blocks: textBlocks('Слова статьи.'), language: 'ru' };
    return Promise.resolve({ ok: true, value });
  }
  const { content, origin } = args;
  return Promise.resolve(
    typeof content === 'string' ? parseTranscriptText(content, origin) : parseTranscript(content, origin),
  );
}) as unknown as RunWorkerJob;

const reader = () =>
  new BroughtTextReader({ runJob, findAudio: () => Promise.resolve({ folder, name: 'Show/talk.mp3' }) });
const textOf = (text: { transcript: { paragraphs: { text: string }[] } }): string =>
  text.transcript.paragraphs.map((paragraph) => paragraph.text).join(' ');

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'earmark-texts-'));
  await mkdir(path.join(folder, 'Show'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('BroughtTextReader', () => {
  it('reads every kind of file for itself', async () => {
    const files = [
      { name: 'a.vtt', content: 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello' },
      { name: 'b.srt', content: new TextEncoder().encode('1\n00:00:01,000 --> 00:00:02,000\nПривет') },
      { name: 'c.md', content: '# Мост\n\n**Открыт** сегодня.' },
      { name: '', content: 'Вставлено из буфера.' },
      { name: 'd.docx', content: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 1) },
      { name: 'e.txt', content: ' \n ' },
    ];
    const { texts, failed } = await reader().read(files, 'en');
    expect(texts.map((text) => [text.name, textOf(text), text.transcript.language])).toEqual([
      ['a.vtt', 'Hello', 'en'],
      ['b.srt', 'Привет', 'ru'],
      ['c.md', 'Мост Открыт сегодня.', 'ru'],
      ['', 'Вставлено из буфера.', 'ru'],
    ]);
    expect(texts.every(({ transcript }) => transcript.source.kind === 'file')).toBe(true);
    expect(failed.map(({ name, error }) => [name, error.code])).toEqual([
      ['d.docx', 'transcript-document'],
      ['e.txt', 'text-empty'],
    ]);
  });

  it('takes the article out of a page saved from a browser, and leaves a transcript in HTML as it is', async () => {
    const files = [
      { name: 'saved.html', content: '<html><body><nav>Меню</nav><p>Слова статьи.</p></body></html>' },
      {
        name: 'talk.html',
        content: '<html><body><cite>Анна:</cite><time>0:01</time><p>Привет, как дела.</p></body></html>',
      },
    ];
    const { texts } = await reader().read(files, 'ru');
    expect(texts.map(textOf)).toEqual(['Слова статьи.', 'Привет, как дела.']);
    expect(texts[1]?.transcript.timing).toBe('cue');
  });

  it('refuses what is too large', async () => {
    const content = new Uint8Array(20 * 1024 * 1024 + 1);
    expect((await reader().read([{ name: 'big.txt', content }], 'en')).failed).toMatchObject([
      { name: 'big.txt', error: { code: 'too-large' } },
    ]);
  });

  it('finds what lies beside the audio, and nothing that a link leads out to', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'earmark-secret-'));
    await writeFile(path.join(elsewhere, 'secret.txt'), 'Secret.');
    await writeFile(path.join(folder, 'Show', 'talk.en.txt'), 'Hello there.');
    await writeFile(path.join(folder, 'Show', 'talk.mp3.txt'), 'Good morning.');
    await writeFile(path.join(folder, 'Show', 'talk.chapters.json'), '{"chapters": []}');
    await writeFile(path.join(folder, 'Show', 'other.txt'), 'Other.');
    await symlink(path.join(elsewhere, 'secret.txt'), path.join(folder, 'Show', 'talk.txt'));
    const { texts, failed } = await reader().findBeside('a-1', 'ru');
    await rm(elsewhere, { recursive: true });
    expect(texts.map(({ name }) => name)).toEqual(['talk.en.txt', 'talk.mp3.txt']);
    expect(texts[0]?.transcript.language).toBe('en');
    expect(failed).toEqual([]);
  });

  it('finds what lies beside the file of which the audio is a copy, and not twice where it is that file', async () => {
    const archive = path.join(folder, 'Archive');
    await mkdir(archive);
    for (const name of ['track 07.ru.txt', 'track 07.docx', 'track 08.txt'])
      await writeFile(path.join(archive, name), 'Слова записи.');
    const copied = await reader().besideOriginal(path.join(archive, 'track 07.mp3'), 'a-1', 'en');
    expect(copied.texts.map(({ name, transcript }) => [name, transcript.language])).toEqual([
      ['track 07.ru.txt', 'ru'],
    ]);
    await writeFile(path.join(folder, 'Show', 'talk.txt'), 'Hello.');
    const own = await reader().besideOriginal(path.join(folder, 'Show', 'talk.mp3'), 'a-1', 'en');
    expect(own.texts).toEqual([]);
  });
});
