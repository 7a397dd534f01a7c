import { readFileSync } from 'node:fs';
import { appError } from '../../core/app-error.ts';
import { inspectBytes } from './inspect-bytes.ts';
import type { Inspection } from './inspection.ts';

/** Program `inspect FILE…`: one JSON line per file, `{file, kind, model, warnings}`; exit code 1 when any was unreadable. */
function inspectFile(file: string): Inspection {
  try {
    return inspectBytes(readFileSync(file));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { kind: 'error', model: null, warnings: [], error: appError('file-missing', detail) };
  }
}

const files = process.argv.slice(2);
for (const file of files) {
  const inspection = inspectFile(file);
  console.log(JSON.stringify({ file, ...inspection }));
  if (inspection.kind === 'error') process.exitCode = 1;
}
if (files.length === 0) {
  console.error(
    'inspect FILE…: prints what Earmark makes of feeds, lists, transcripts, chapters and audio files',
  );
  process.exitCode = 1;
}
