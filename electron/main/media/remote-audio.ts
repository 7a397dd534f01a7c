import type { Result } from '../../../core/result.ts';

export interface RemoteRequest {
  readonly url: string;
  /** The feed the address came from: it may reach private hosts only where the feed does. */
  readonly feedUrl: string;
  readonly method: 'GET' | 'HEAD';
  /** The Range header as the media element sent it. */
  readonly range: string | null;
  /** Ends the transfer when the listener seeks or stops. */
  readonly signal: AbortSignal;
}

export interface RemoteAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReadableStream<Uint8Array> | null;
}

/** Opens an address on the network under Earmark's rules (redirects, private hosts, identity encoding). */
export type OpenRemote = (request: RemoteRequest) => Promise<Result<RemoteAnswer>>;

/** What of a server's answer the window may see: nothing that sets cookies, policies or addresses. */
const passedOn = [
  'content-type',
  'content-length',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
];

/**
 * Hands the server's answer on, byte for byte. A page in the place of audio is refused, and so is a status that is
 * no answer to a Range request; the media element reports both as an error of its own.
 */
export function remoteResponse(answer: RemoteAnswer): Response {
  const { status, headers: received, body } = answer;
  const isAudio = !(received['content-type'] ?? '').toLowerCase().startsWith('text/');
  const isKnown = status === 200 || status === 206 || status === 416;
  if (!isKnown || !isAudio) {
    void body?.cancel();
    return new Response(null, { status: isKnown ? 415 : 502 });
  }
  const headers = new Headers({ 'X-Content-Type-Options': 'nosniff' });
  for (const name of passedOn) {
    const value = received[name];
    if (value !== undefined) headers.set(name, value);
  }
  return new Response(status === 416 ? null : body, { status, headers });
}
