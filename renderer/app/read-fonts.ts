/**
 * Reads the fonts of the first screen, so that it is laid out once and in them: see fonts.css. One that cannot be read holds
 * nothing up: its substitute is shown.
 */
export async function readFonts(): Promise<void> {
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
}
