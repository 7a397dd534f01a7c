/**
 * Which single-byte encoding a text in no other is likely to be in. Russian letters come in runs of bytes from 0xC0 up,
 * the accented letters and quotes of western languages come alone; KOI8-R has its small letters where windows-1251 has
 * the capitals.
 */
export function guessCyrillicOrWestern(bytes: Uint8Array): 'windows-1251' | 'windows-1252' | 'koi8-r' {
  let inRuns = 0;
  let alone = 0;
  let lowHalf = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index]! < 0xc0) continue;
    const isInRun = (bytes[index - 1] ?? 0) >= 0xc0 || (bytes[index + 1] ?? 0) >= 0xc0;
    if (isInRun) inRuns += 1;
    else alone += 1;
    if (isInRun && bytes[index]! < 0xe0) lowHalf += 1;
  }
  if (inRuns <= alone) return 'windows-1252';
  return lowHalf > inRuns - lowHalf ? 'koi8-r' : 'windows-1251';
}
