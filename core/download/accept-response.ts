import { appError } from '../app-error.ts';
import type { AppError } from '../app-error.ts';

/** What is known of a file of which a part is here already. */
export interface PartValidators {
  /** Strong entity tag only. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Bytes of the whole file, where the server said so. */
  readonly expectedTotal?: number | undefined;
}

export interface ResponseFacts {
  readonly status: number;
  readonly contentRange?: string | undefined;
  readonly contentLength?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export type Acceptance =
  /** The bytes go behind those that are here; `total` is the size of the whole file. */
  | { readonly kind: 'append'; readonly total: number }
  /** The bytes are the file from its beginning. */
  | { readonly kind: 'restart'; readonly total: number | undefined }
  /** Everything is here already. */
  | { readonly kind: 'complete' }
  /** The part does not fit this file any more: ask again from the beginning. */
  | { readonly kind: 'ask-again' }
  | { readonly kind: 'refuse'; readonly error: AppError };

/**
 * Headers that ask for the rest of a file (RFC 9110 §13.1.5, §14.2), or null when it is not certain that the rest would
 * belong to what is here: stations insert other ads each time, and a blind resume would splice two files.
 */
export function resumeHeaders(offset: number, part: PartValidators): Record<string, string> | null {
  const condition = part.etag ?? part.lastModified;
  if (offset <= 0 || condition === undefined) return null;
  return { range: `bytes=${offset}-`, 'if-range': condition };
}

/** Validators worth keeping: an entity tag if strong, a date only if it is clearly older than the answer (RFC 9110 §8.8.2.2). */
export function resumableValidators(headers: {
  etag?: string | undefined;
  lastModified?: string | undefined;
  date?: string | undefined;
}): PartValidators {
  const { etag, lastModified, date } = headers;
  if (etag !== undefined && /^"[^"]*"$/.test(etag)) return { etag };
  const age = Date.parse(date ?? '') - Date.parse(lastModified ?? '');
  return lastModified !== undefined && age >= 60_000 ? { lastModified } : {};
}

/** What to do with the answer to a request for a file of which `offset` bytes are here (0: it was asked for from the start). */
export function acceptResponse(facts: ResponseFacts, offset: number, part: PartValidators): Acceptance {
  const { status } = facts;
  if (status === 206) return acceptPart(facts, offset, part);
  if (status === 200)
    return { kind: 'restart', total: isEncoded(facts) ? undefined : readLength(facts.contentLength) };
  if (status !== 416) return refuse('http-refused', `status ${status}`);
  const total = /^bytes \*\/(\d+)$/.exec(facts.contentRange?.trim() ?? '')?.[1];
  const isWhole = total !== undefined && offset > 0 && Number(total) === offset;
  if (isWhole && (part.expectedTotal ?? offset) === offset) return { kind: 'complete' };
  return offset > 0 ? { kind: 'ask-again' } : refuse('http-refused', 'status 416 to a whole request');
}

function acceptPart(facts: ResponseFacts, offset: number, part: PartValidators): Acceptance {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(facts.contentRange?.trim() ?? '') ?? [];
  const fits =
    offset > 0 &&
    Number(first) === offset &&
    Number(last) === Number(total) - 1 &&
    (part.expectedTotal ?? Number(total)) === Number(total) &&
    // A server that does not know If-Range sends a part of whatever it has now.
    (part.etag ?? facts.etag) === (facts.etag ?? part.etag) &&
    (part.lastModified ?? facts.lastModified) === (facts.lastModified ?? part.lastModified) &&
    !isEncoded(facts);
  if (fits) return { kind: 'append', total: Number(total) };
  return offset > 0 ? { kind: 'ask-again' } : refuse('http-refused', 'a part without being asked for one');
}

function isEncoded({ contentEncoding }: ResponseFacts): boolean {
  return !['', 'identity'].includes(contentEncoding?.trim().toLowerCase() ?? '');
}

function readLength(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}

function refuse(code: AppError['code'], detail: string): Acceptance {
  return { kind: 'refuse', error: appError(code, detail) };
}
