/** Something on the screen that takes files dropped anywhere in the window. */
export interface FileTaker {
  /** What is said while files are held over the window. */
  readonly invitation: string;
  /** Takes what it can use and answers with the rest. */
  readonly take: (files: readonly File[]) => readonly File[];
}

const takers: FileTaker[] = [];

/** Takes dropped files from now on, before those that asked earlier; the answer ends it. */
export function takeFileDrops(taker: FileTaker): () => void {
  takers.push(taker);
  return () => {
    takers.splice(takers.indexOf(taker), 1);
  };
}

/** The one that is asked first; undefined when nothing on the screen takes files. */
export function nearestTaker(): FileTaker | undefined {
  return takers.at(-1);
}

/** Offers files to whatever takes them, the nearest first, and answers with those that nobody took. */
export function offerFiles(files: readonly File[]): readonly File[] {
  return takers.reduceRight<readonly File[]>(
    (rest, taker) => (rest.length > 0 ? taker.take(rest) : rest),
    files,
  );
}
