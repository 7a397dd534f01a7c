import { describe, expect, it } from 'vitest';
import { appError } from '../../../core/app-error.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { textBlocks } from '../../../core/pages/article-blocks.ts';
import { parseTranscriptText } from '../../../core/transcript/parse-transcript.ts';
import type { OpenRequest, OpenUrl } from '../network/open-url.ts';
import { PageService } from './page-service.ts';

const url = 'https://radio.example/story';
const asked = { url, feedUrl: 'https://radio.example/feed.xml', title: 'Мост', feedLanguage: 'ru' };
const signal = new AbortController().signal;

interface MadePage {
  readonly lines: readonly string[];
  readonly next?: string;
}

/** Stands in for network and worker: a page is the lines of its article and where it goes on. */
function serviceFor(pages: Record<string, MadePage>) {
  const requests: OpenRequest[] = [];
  const openUrl: OpenUrl = (request) => {
    requests.push(request);
    const page = pages[request.url];
    return Promise.resolve({
      status: page === undefined ? 404 : 200,
      headers: { 'content-type': 'text/html' },
      finalUrl: request.url,
      permanentUrl: request.url,
      body: (async function* () {
        yield await Promise.resolve(new TextEncoder().encode(JSON.stringify(page)));
      })(),
      close: () => undefined,
    });
  };
  const runJob = ((job: string, args: never) => {
    if (job === 'transcript:parse') {
      const { content, origin } = args as { content: string; origin: never };
      return Promise.resolve(parseTranscriptText(content, origin));
    }
    const { lines, next } = JSON.parse(
      new TextDecoder().decode((args as { bytes: Uint8Array }).bytes),
    ) as MadePage;
    if (lines.length === 0) return Promise.resolve({ ok: false, error: appError('page-consent') });
    const value = { blocks: textBlocks(lines.join('\n')), language: 'en', ...(next && { nextUrl: next }) };
    return Promise.resolve({ ok: true, value });
  }) as unknown as RunWorkerJob;
  return { service: new PageService({ openUrl, runJob }), requests };
}

describe('PageService', () => {
  it('makes one untimed text of the pages of an article', async () => {
    const { service, requests } = serviceFor({
      [url]: { lines: ['Раз — и готово.'], next: `${url}?page=2` },
      [`${url}?page=2`]: { lines: ['Два.'] },
    });
    const loaded = await service.load(asked, signal);
    expect(loaded).toMatchObject({
      ok: true,
      value: {
        kind: 'loaded',
        pages: 2,
        html: '<p>Раз — и готово.</p>\n<p>Два.</p>',
        transcript: {
          // The letters prove the page wrong, which calls itself English.
          language: 'ru',
          timing: 'none',
          source: { kind: 'page', url },
          paragraphs: [{ text: 'Раз — и готово.' }, { text: 'Два.' }],
        },
      },
    });
    expect(requests.every(({ allowPrivateFrom }) => allowPrivateFrom === asked.feedUrl)).toBe(true);
    expect(requests.every(({ limits }) => limits.maximumBytes === 20 * 1024 * 1024)).toBe(true);
  });

  it.each([
    [
      'leads back',
      {
        [url]: { lines: ['Раз.'], next: `${url}?page=2` },
        [`${url}?page=2`]: { lines: ['Два.'], next: url },
      },
      2,
    ],
    [
      'says the same again',
      {
        [url]: { lines: ['Раз.'], next: `${url}?page=2` },
        [`${url}?page=2`]: { lines: ['Раз.'], next: `${url}?page=3` },
      },
      1,
    ],
  ])('ends where a page %s', async (_name, pages, count) => {
    const loaded = await serviceFor(pages).service.load(asked, signal);
    expect(loaded).toMatchObject({ ok: true, value: { pages: count } });
  });

  it('ends after ten pages', async () => {
    const at = (number: number) => (number === 1 ? url : `${url}?page=${number}`);
    const pages = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [
        at(index + 1),
        { lines: [`Страница ${index}.`], next: at(index + 2) },
      ]),
    );
    const { service, requests } = serviceFor(pages);
    expect(await service.load(asked, signal)).toMatchObject({ ok: true, value: { pages: 10 } });
    expect(requests).toHaveLength(10);
  });

  it('keeps the first pages where a later one cannot be had, and says so', async () => {
    const { service } = serviceFor({ [url]: { lines: ['Раз.'], next: `${url}?page=2` } });
    expect(await service.load(asked, signal)).toMatchObject({
      ok: true,
      value: { pages: 1, brokenOff: { code: 'http-not-found' } },
    });
  });

  it('says why there is no article', async () => {
    expect(await serviceFor({}).service.load(asked, signal)).toMatchObject({
      error: { code: 'http-not-found' },
    });
    const wall = serviceFor({ [url]: { lines: [] } });
    expect(await wall.service.load(asked, signal)).toMatchObject({ error: { code: 'page-consent' } });
  });
});
