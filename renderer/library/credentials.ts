import type { RequestResult } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { library } from './database.ts';

export type CredentialsKept = RequestResult<'credentials:keep'>['kept'];

export interface SignIn {
  /** Of a feed; the password holds for its server. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** Signs in at the server of a feed from now on. The main process keeps the password; the library never has it. */
export async function signIn(given: SignIn): Promise<Result<CredentialsKept>> {
  const kept = await request('credentials:keep', given);
  return kept.ok ? { ok: true, value: kept.value.kept } : kept;
}

export function signOut(url: string): Promise<Result<object>> {
  return request('credentials:forget', { url });
}

/** Who is signed in at the server of a feed. */
export function readSignIn(url: string): Promise<Result<RequestResult<'credentials:about'>>> {
  return request('credentials:about', { url });
}

/** The address without the user name and password in it, and those. */
export function splitSignIn(address: string): { url: string; signIn: SignIn | null } {
  const parsed = new URL(address);
  const { username, password } = parsed;
  if (username === '' && password === '') return { url: address, signIn: null };
  parsed.username = '';
  parsed.password = '';
  const url = parsed.href;
  return { url, signIn: { url, user: decode(username), password: decode(password) } };
}

/** After the last show of a server is gone its password has no use. */
export async function forgetUnusedSignIn(feedUrl: string): Promise<void> {
  if (!/^https?:/.test(feedUrl)) return;
  const { origin } = new URL(feedUrl);
  const isUsed = await library.podcasts.filter((other) => originOf(other.feedUrl) === origin).count();
  if (isUsed === 0) await signOut(feedUrl);
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

/** A stray per cent sign is meant as one. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
