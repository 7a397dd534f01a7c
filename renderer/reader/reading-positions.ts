/** Where the page of each episode was left, for as long as the app runs. */
interface ReadingPosition {
  readonly paragraph: number;
  /** Px from the top of the window to the paragraph's first line. */
  readonly fromTop: number;
}

const positions = new Map<string, ReadingPosition>();

export function keepReadingPosition(episodeId: string, position: ReadingPosition): void {
  positions.set(episodeId, position);
}

export function readingPosition(episodeId: string): ReadingPosition | null {
  return positions.get(episodeId) ?? null;
}
