let turn: Promise<unknown> = Promise.resolve();

/**
 * Changes of download rows one after another: an old message of the main process never overwrites a newer one, and nothing is
 * taken for lost while it is being withdrawn.
 */
export function inDownloadTurn<Answer>(step: () => Promise<Answer>): Promise<Answer> {
  const done = turn.then(step, step);
  turn = done.catch(() => undefined);
  return done;
}
