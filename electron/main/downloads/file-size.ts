import { stat } from 'node:fs/promises';

/** Bytes of a file; null where there is none that can be looked at. */
export function fileSize(file: string): Promise<number | null> {
  return stat(file).then(
    ({ size }) => size,
    () => null,
  );
}
