/** How often a disk that is full or away is looked at again, ms. */
const usualEveryMs = 10_000;

/** Asks now and then until there is room, then does what waited for it. The answer stops asking. */
export function watchRoom(given: {
  hasRoom: () => Promise<boolean>;
  goOn: () => void;
  everyMs?: number | undefined;
}): () => void {
  let timer: NodeJS.Timeout;
  let isStopped = false;
  const ask = async (): Promise<void> => {
    const hasRoom = await given.hasRoom().catch(() => false);
    if (isStopped) return;
    if (hasRoom) given.goOn();
    else askLater();
  };
  // Only after the answer: a disk that hangs would gather questions.
  const askLater = (): void => {
    timer = setTimeout(() => void ask(), given.everyMs ?? usualEveryMs);
  };
  askLater();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
