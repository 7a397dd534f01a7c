export type RunInTurn = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;

/** Work under one key runs one after the other, in the order asked for; under different keys side by side. */
export function createRunInTurn(): RunInTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const done = (last.get(key) ?? Promise.resolve()).then(work);
    const settled = done
      .catch(() => undefined)
      .then(() => {
        if (last.get(key) === settled) last.delete(key);
      });
    last.set(key, settled);
    return done;
  };
}
