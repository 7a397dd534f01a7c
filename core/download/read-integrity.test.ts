import { expect, it } from 'vitest';
import { readIntegrity } from './read-integrity.ts';

const sha256 = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU';
const sha384 = 'OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb';

it('takes the digests of the strongest algorithm', () => {
  expect(readIntegrity(`sha256-${sha256}= sha384-${sha384} md5-x`)).toEqual({
    algorithm: 'sha384',
    digests: [sha384],
  });
  expect(readIntegrity(`sha256-${sha256}=?ct=x`)).toEqual({ algorithm: 'sha256', digests: [sha256] });
});

it('reads the alphabet of addresses too', () => {
  const inAddress = sha256.replaceAll('+', '-').replaceAll('/', '_');
  expect(readIntegrity(`sha256-${inAddress}`)?.digests).toEqual([sha256]);
});

it.each(['', 'sha384-x', 'sha1-abc', `sha512-${sha256}`, 'iQIzBAABCgAdFiEE'])(
  'makes nothing of %j',
  (text) => {
    expect(readIntegrity(text)).toBeNull();
  },
);
