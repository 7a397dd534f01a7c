/** How often a disk that is full or away is looked at again, ms. */
const usualEveryMs = 10_000;

/** Asks now and then until there is room, then does what waited for it. The answer stops asking. */
export function watchRoom(given: {
  hasRoom: () => Promise<boolean>;
  goOn: () => void;
  everyMs?: number | undefined;
}): () => void {
  let isStopped = false;
  const timer = setInterval(() => {
    void given
      .hasRoom()
      .catch(() => false)
      .then((hasRoom) => {
        if (!hasRoom || isStopped) return;
        stop();
        given.goOn();
      });
  }, given.everyMs ?? usualEveryMs);
  const stop = (): void => {
    isStopped = true;
    clearInterval(timer);
  };
  return stop;
}
