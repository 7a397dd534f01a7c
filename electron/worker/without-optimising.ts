import { setFlagsFromString } from 'node:v8';

/**
 * Does `work` without letting V8 begin to optimise: TurboFan's threads take more time for code that runs once than that code
 * wins back. What is optimised already stays so, and afterwards V8 goes on as always; interpreter, Sparkplug and Maglev
 * are never stopped. Flags of the process would not do: Electron hands `execArgv` of a utility process not on to V8.
 */
export function withoutOptimising<T>(work: () => T): T {
  setFlagsFromString('--no-opt');
  try {
    return work();
  } finally {
    setFlagsFromString('--opt');
  }
}
