import type { Result } from '../../core/result.ts';
import { request } from '../desktop/client.ts';

/** Enough for every picture a screen and its neighbours show; asking main again for the rest is cheap. */
const mostKept = 2_000;
/** A picture that failed is not asked for again by every row that shows it (ms). */
const failureKeptMs = 60_000;

const asked = new Map<string, Promise<Result<string>>>();

/** An `art:` address for <img>, from the picture cache or the network. Asked once for each picture while the app runs. */
export function artworkAddress(url: string, feedUrl: string): Promise<Result<string>> {
  const known = asked.get(url);
  if (known !== undefined) return known;
  const answer = load(url, feedUrl);
  asked.set(url, answer);
  const [oldest] = asked.keys();
  if (asked.size > mostKept && oldest !== undefined) asked.delete(oldest);
  return answer;
}

/** After the cache was emptied: what was asked for is no longer there. */
export function forgetArtwork(): void {
  asked.clear();
}

async function load(url: string, feedUrl: string): Promise<Result<string>> {
  const loaded = await request('artwork:load', { url, feedUrl });
  if (loaded.ok) return { ok: true, value: loaded.value.address };
  setTimeout(() => asked.delete(url), failureKeptMs);
  return loaded;
}
