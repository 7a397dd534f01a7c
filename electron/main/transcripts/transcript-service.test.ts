import { describe, expect, it } from 'vitest';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { parseTranscript } from '../../../core/transcript/parse-transcript.ts';
import type { OpenRequest, OpenUrl } from '../network/open-url.ts';
import { TranscriptService } from './transcript-service.ts';

const vtt = 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n';
const feedUrl = 'https://feed.example/feed.xml';
const signal = new AbortController().signal;

/** Stands in for the worker: the same reader, here. */
const runJob = ((job: string, args: { content: Uint8Array<ArrayBuffer> | string; origin: never }) => {
  if (job === 'chapters:parse') return Promise.resolve({ ok: true, value: [] });
  const { content } = args;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return Promise.resolve(parseTranscript(bytes, args.origin));
}) as unknown as RunWorkerJob;

function serviceFor(bodies: Record<string, string>) {
  const asked: OpenRequest[] = [];
  let open = 0;
  const most = { atOnce: 0 };
  const openUrl: OpenUrl = async (request) => {
    asked.push(request);
    open += 1;
    most.atOnce = Math.max(most.atOnce, open);
    await new Promise((resolve) => setImmediate(resolve));
    const text = bodies[request.url];
    return {
      status: text === undefined ? 404 : 200,
      headers: { 'content-type': 'text/vtt' },
      finalUrl: request.url,
      permanentUrl: request.url,
      body: (async function* () {
        yield await Promise.resolve(new TextEncoder().encode(text));
        open -= 1;
      })(),
      close: () => void (open -= 1),
    };
  };
  return { service: new TranscriptService({ openUrl, runJob }), asked, most };
}
const link = (url: string) => ({ url, type: 'text/vtt' });

describe('TranscriptService', () => {
  it('brings what can be read and names what cannot', async () => {
    const { service, asked } = serviceFor({ 'https://a.example/1': vtt, 'https://a.example/3': '' });
    const variants = ['1', '2', '3'].map((name) => link(`https://a.example/${name}`));
    const loaded = await service.load({ variants, feedLanguage: 'en', feedUrl }, signal);
    expect(loaded).toMatchObject({
      ok: true,
      value: {
        transcripts: [{ source: { url: 'https://a.example/1' } }],
        failed: [
          { url: 'https://a.example/2', error: { code: 'http-not-found', status: 404 } },
          { url: 'https://a.example/3', error: { code: 'transcript-empty' } },
        ],
      },
    });
    expect(asked.every(({ allowPrivateFrom }) => allowPrivateFrom === feedUrl)).toBe(true);
    expect(asked.every(({ limits }) => limits.maximumBytes === 20 * 1024 * 1024)).toBe(true);
  });

  it('takes a few at a time, however many a feed names', async () => {
    const urls = Array.from({ length: 50 }, (_, at) => `https://a.example/${at}`);
    const { service, most } = serviceFor(Object.fromEntries(urls.map((url) => [url, vtt])));
    const loaded = await service.load({ variants: urls.map(link), feedLanguage: 'en', feedUrl }, signal);
    expect(loaded.ok && loaded.value.transcripts).toHaveLength(50);
    expect(most.atOnce).toBeLessThanOrEqual(4);
  });

  it('tells the reader who is heard, so that one name before a colon is a speaker', async () => {
    const prose = 'Суд начался в полдень.\n\n'.repeat(5);
    const { service } = serviceFor({ 'https://a.example/t': `${prose}Вронский: Да.\n\n${prose}` });
    const asked = { variants: [link('https://a.example/t')], feedLanguage: 'ru', feedUrl };
    const speakers = async (persons?: string[]) => {
      const loaded = await service.load({ ...asked, persons }, signal);
      return loaded.ok ? loaded.value.transcripts[0]?.paragraphs.map(({ speaker }) => speaker) : [];
    };
    expect(await speakers()).not.toContain('Вронский');
    expect(await speakers(['Алексей Вронский'])).toContain('Вронский');
  });

  it('asks for chapters of five megabytes at most, under the rules of the feed', async () => {
    const { service, asked } = serviceFor({ 'https://a.example/c': '{}' });
    await service.loadChapters({ url: 'https://a.example/c', feedUrl }, signal);
    expect(asked).toMatchObject([{ allowPrivateFrom: feedUrl, limits: { maximumBytes: 5 * 1024 * 1024 } }]);
  });
});
