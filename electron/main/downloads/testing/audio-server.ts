import type { OpenedUrl, OpenUrl } from '../../network/open-url.ts';

export interface AudioServer {
  /** What every episode is. */
  readonly audio: Buffer;
  readonly openUrl: OpenUrl;
  readonly asked: { url: string; range: string | undefined }[];
}

/**
 * A server in a function: ranges and a strong tag. An address with `slow` stops half-way until it is given up, one with `bad` has a
 * certificate that is over.
 */
export function createAudioServer(): AudioServer {
  const audio = Buffer.alloc(300_000, 3);
  audio.write('ID3\x03\x00\x00\x00\x00\x00\x0a', 0, 'latin1');
  const asked: AudioServer['asked'] = [];
  const openUrl: OpenUrl = (asking) => {
    const { url, headers = {} } = asking;
    asked.push({ url, range: headers.range });
    if (url.includes('bad'))
      return Promise.reject(Object.assign(new Error('gone'), { code: 'CERT_EXPIRED' }));
    return Promise.resolve(answerWith(audio, asking, url.includes('slow') ? 100_000 : audio.length));
  };
  return { audio, openUrl, asked };
}

/** The part of `audio` that is asked for. What lies from `stopAt` on is held back until the transfer is given up. */
export function answerWith(
  audio: Buffer,
  { headers = {}, signal, url }: Parameters<OpenUrl>[0],
  stopAt: number = audio.length,
): OpenedUrl {
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  async function* body(): AsyncGenerator<Uint8Array, void, void> {
    yield audio.subarray(from, Math.min(stopAt, audio.length));
    if (stopAt < audio.length)
      await new Promise((_resolve, reject) => {
        const giveUp = (): void => reject(signal.reason as Error);
        if (signal.aborted) giveUp();
        else signal.addEventListener('abort', giveUp);
      });
  }
  const range = { 'content-range': `bytes ${from}-${audio.length - 1}/${audio.length}` };
  return {
    status: from > 0 ? 206 : 200,
    headers: { etag: '"1"', 'content-length': String(audio.length - from), ...(from > 0 ? range : {}) },
    finalUrl: url,
    permanentUrl: url,
    body: body(),
    close: () => undefined,
  };
}
