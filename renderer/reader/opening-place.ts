/** Reading and listening in step end within this of each other: then the page is where it was read (ms). */
const togetherMs = 60_000;

interface Left {
  /** When the page was last read, and the sound last heard; ms since the epoch, null for never. */
  readonly readAt: number | null;
  readonly listenedAt: number | null;
  readonly isPlaying: boolean;
}

/**
 * Where an episode opens: at the voice while it plays, else where the listener or the reader was last. The other place is offered,
 * never gone to unasked.
 */
export function openingPlace({ readAt, listenedAt, isPlaying }: Left): 'voice' | 'page' {
  if (isPlaying || readAt === null) return 'voice';
  return listenedAt === null || readAt >= listenedAt - togetherMs ? 'page' : 'voice';
}
