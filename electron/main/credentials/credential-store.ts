import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { appError } from '../../../core/app-error.ts';
import type { RequestArgs, RequestResult } from '../../../core/ipc/contract.ts';
import type { Result } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { Logger } from '../logger.ts';
import { errorFromNode } from '../network/network-error.ts';

/** What is used of Electron's `safeStorage`. */
export interface SafePlace {
  /** Whether what it encrypts can be read by nobody but this user of this computer. */
  isSafe(): boolean;
  encrypt(text: string): Buffer;
  decrypt(bytes: Buffer): string;
}

export interface CredentialStoreNeeds {
  readonly file: string;
  readonly place: SafePlace;
  readonly log: Logger;
}

const signInSchema = z.object({ user: z.string(), password: z.string() });
type SignIn = z.infer<typeof signInSchema>;
/** What was encrypted, in base64, by origin. */
const fileSchema = z.object({ version: z.literal(1), origins: z.record(z.string(), z.string()) });

/** User names and passwords of private feeds by the origin of the feed. */
export class CredentialStore {
  private readonly signIns = new Map<string, SignIn>();
  /** As the file has them; one that this system cannot open stays for the one that can. */
  private encrypted: Record<string, string> = {};
  private saving: Promise<unknown> = Promise.resolve();

  private constructor(private readonly needs: CredentialStoreNeeds) {}

  /** Reads what earlier runs kept. What cannot be opened is asked for again. */
  static async open(needs: CredentialStoreNeeds): Promise<CredentialStore> {
    const store = new CredentialStore(needs);
    await store.read();
    return store;
  }

  /** The header for a request to `url`; undefined where nobody is signed in. */
  readonly authorizationFor = (url: string): string | undefined => {
    const signIn = this.signIns.get(originOf(url) ?? '');
    return signIn && `Basic ${Buffer.from(`${signIn.user}:${signIn.password}`).toString('base64')}`;
  };

  keep({
    url,
    user,
    password,
  }: RequestArgs<'credentials:keep'>): Promise<Result<RequestResult<'credentials:keep'>>> {
    return toResult(async () => {
      const origin = originOf(url);
      if (origin === null) throw new AppFailure(appError('address-invalid'));
      this.signIns.set(origin, { user, password });
      const { place } = this.needs;
      const isSafe = place.isSafe();
      const others = without(this.encrypted, origin);
      const sealed = (): string => place.encrypt(JSON.stringify({ user, password })).toString('base64');
      await this.save(isSafe ? { ...others, [origin]: sealed() } : others);
      return { kept: isSafe ? 'safely' : 'for-now' };
    });
  }

  forget({ url }: { url: string }): Promise<Result<Record<string, never>>> {
    return toResult(async () => {
      const origin = originOf(url) ?? '';
      this.signIns.delete(origin);
      await this.save(without(this.encrypted, origin));
      return {};
    });
  }

  about({ url }: { url: string }): RequestResult<'credentials:about'> {
    const origin = originOf(url) ?? '';
    const signIn = this.signIns.get(origin);
    if (signIn === undefined) return { user: null, kept: null };
    return { user: signIn.user, kept: origin in this.encrypted ? 'safely' : 'for-now' };
  }

  private async read(): Promise<void> {
    const { file, place, log } = this.needs;
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) return;
    try {
      this.encrypted = fileSchema.parse(JSON.parse(text)).origins;
    } catch {
      log.warn('The kept passwords could not be read');
      return;
    }
    if (!place.isSafe()) return;
    for (const [origin, sealed] of Object.entries(this.encrypted)) {
      try {
        const signIn: unknown = JSON.parse(place.decrypt(Buffer.from(sealed, 'base64')));
        this.signIns.set(origin, signInSchema.parse(signIn));
      } catch {
        // Its cause would quote what it could not read.
        log.warn('A kept password could not be opened');
      }
    }
  }

  /** Nothing is written where nothing changes: no file appears on a computer without a safe place. */
  private async save(origins: Record<string, string>): Promise<void> {
    const isSame = JSON.stringify(origins) === JSON.stringify(this.encrypted);
    this.encrypted = origins;
    if (isSame) return;
    const { file } = this.needs;
    this.saving = this.saving
      .catch(() => undefined)
      .then(async () => {
        await mkdir(path.dirname(file), { recursive: true });
        await replaceFile(file, JSON.stringify({ version: 1, origins }));
      });
    await this.saving.catch((cause: unknown) => {
      throw new AppFailure(errorFromNode(cause, 'disk-failed'));
    });
  }
}

/** Scheme, host and port: what is kept for https is never said over http. */
function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? origin : null;
}

function without(origins: Record<string, string>, origin: string): Record<string, string> {
  return Object.fromEntries(Object.entries(origins).filter(([one]) => one !== origin));
}
