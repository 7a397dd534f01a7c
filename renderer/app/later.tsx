import type { ComponentType } from 'react';
import { useEffect, useState } from 'react';
import { firstPaint } from './first-paint.ts';
import type * as restModule from './rest.ts';

type Rest = typeof restModule;

let rest: Rest | null = null;

/** Reads the code of what the window does not start with. */
export async function readTheRest(): Promise<Rest> {
  rest ??= await import('./rest.ts');
  return rest;
}

/**
 * A component that is not read at the start but once the first screen stands. Not React.lazy:
 * what follows a Suspense fallback is held back for 300 ms, and here the code is a few milliseconds away.
 */
export function later<Props extends object>(
  choose: (rest: Rest) => ComponentType<Props>,
): ComponentType<Props> {
  return function Later(props: Props) {
    const [ready, setReady] = useState(rest);
    useEffect(() => {
      if (ready === null) void firstPaint().then(readTheRest).then(setReady);
    }, [ready]);
    if (ready === null) return null;
    const Ready = choose(ready);
    return <Ready {...props} />;
  };
}
