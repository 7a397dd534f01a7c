/** A digest the publisher states of a file. */
export interface Integrity {
  readonly algorithm: 'sha256' | 'sha384' | 'sha512';
  /** The digests any of which the file may have, in base64. */
  readonly digests: readonly string[];
}

const strongestFirst = ['sha512', 'sha384', 'sha256'] as const;
const digestBytes = { sha256: 32, sha384: 48, sha512: 64 } as const;
const statement = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(?:\?\S*)?$/;

/**
 * What a subresource integrity string says (W3C SRI §3.3.2): several may stand there, and those of the strongest algorithm count.
 * Null when none is readable: then nothing is stated.
 */
export function readIntegrity(text: string): Integrity | null {
  const stated = text.split(/\s+/).flatMap((one) => {
    const [, algorithm, digest = ''] = statement.exec(one) ?? [];
    if (algorithm === undefined) return [];
    const base64 = digest.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
    const isWhole = base64.length === Math.ceil((digestBytes[algorithm as keyof typeof digestBytes] * 8) / 6);
    return isWhole ? [{ algorithm, base64 }] : [];
  });
  const algorithm = strongestFirst.find((one) => stated.some((each) => each.algorithm === one));
  if (algorithm === undefined) return null;
  return {
    algorithm,
    digests: stated.filter((each) => each.algorithm === algorithm).map(({ base64 }) => base64),
  };
}
