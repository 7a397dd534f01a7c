import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Gives back at once what nothing holds any more. Left to itself V8 waits until much has piled up, above all of what lies outside of its
 * heap: the decoders, the voice, the tables of an attempt. Takes some hundredths of a second.
 */
export function collectGarbage(): void {
  if (collect === undefined) {
    // Flags of the process would not do: Electron hands `execArgv` of a utility process not on to V8.
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
