import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { redact } from './redact.ts';

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

const maximumBytes = 1_000_000;
const maximumLine = 8000;

/**
 * Writes `earmark.log` in `folder`; at a megabyte it becomes `earmark.1.log` and a new one is begun. Lines are written at
 * once, because the line before a crash is the one that matters. A log that cannot be written never stops the app.
 */
export function createLogger(folder: string, now: () => Date): Logger {
  const file = path.join(folder, 'earmark.log');
  const older = path.join(folder, 'earmark.1.log');

  function write(level: string, message: string): void {
    try {
      mkdirSync(folder, { recursive: true });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > maximumBytes) renameSync(file, older);
      const line = redact(message).slice(0, maximumLine).replaceAll('\n', '\n  ');
      appendFileSync(file, `${now().toISOString()} ${level} ${line}\n`);
    } catch {
      // Nowhere is left to say it.
    }
  }

  return {
    info: (message) => write('info', message),
    warn: (message) => write('warn', message),
    error: (message, cause) =>
      write('error', cause === undefined ? message : `${message}: ${describe(cause)}`),
  };
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
