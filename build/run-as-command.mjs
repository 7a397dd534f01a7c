import { say } from './say.mjs';

/**
 * Runs a command's work; a failure becomes its message and exit code 1, without a stack that helps nobody at a terminal.
 * @param {() => Promise<number | void>} work Its number, if any, is the exit code.
 */
export async function runAsCommand(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    say(
      process.env.DEBUG || !(error instanceof Error)
        ? String(/** @type {Error} */ (error)?.stack ?? error)
        : error.message,
    );
    process.exitCode = 1;
  }
}
