import { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'react';

const readBefore = new Map<string, unknown>();

/**
 * Reads what a screen is going to ask for under this name, so that it is drawn once, whole, instead of in steps that each
 * wait for the database. Kept until the screen has an answer of its own.
 */
export async function readAhead<Answer>(name: string, read: () => Promise<Answer>): Promise<Answer> {
  const answer = await read();
  readBefore.set(name, answer);
  return answer;
}

/**
 * What `read` finds in the database, again after each change of what it read; `undefined` until it is read. Another name means
 * another question; its answer replaces the one before when it is there. A failure is thrown to the error boundary.
 * Unlike the hook of dexie-react-hooks it reads once, not twice, before the first answer.
 */
export function useLiveQuery<Answer>(name: string, read: () => Answer | Promise<Answer>): Answer | undefined {
  const [answer, setAnswer] = useState(() => readBefore.get(name) as Answer | undefined);
  const [failure, setFailure] = useState<{ readonly cause: unknown } | null>(null);
  // A new function at each drawing; the name says when it asks for something else.
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    // Async by its own word: of other functions Dexie hears only what they read before their first await.
    const reading = liveQuery(async () => latest.current()).subscribe({
      next: (found) => {
        readBefore.delete(name);
        setAnswer(() => found);
      },
      error: (cause: unknown) => setFailure({ cause }),
    });
    return () => reading.unsubscribe();
  }, [name]);
  if (failure !== null) throw failure.cause;
  return answer;
}
