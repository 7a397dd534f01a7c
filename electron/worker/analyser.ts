import os from 'node:os';
import type { MessageEvent } from 'electron';
import { appError } from '../../core/app-error.ts';
import type { AnalyserMessage, AnalyserRequest } from '../../core/ipc/analyser-contract.ts';
import { failure } from '../../core/result.ts';
import { analyseAudio } from './analyse-audio.ts';

/** Often enough for a progress bar (ms). */
const tellEveryMs = 250;

/**
 * The utility process that decodes sound: a process of its own, because this takes seconds of the processor, which the quick jobs
 * must not wait for, and because ending it is the one way to stop a decoder at once. Lowest priority: playing comes first.
 */
os.setPriority(os.constants.priority.PRIORITY_LOW);

const tell = (message: AnalyserMessage): void => process.parentPort.postMessage(message);

async function answer(request: AnalyserRequest): Promise<void> {
  let toldAt = 0;
  const outcome = await analyseAudio(request, (share) => {
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    tell({ kind: 'progress', share });
  }).catch((cause: unknown) =>
    failure(appError('audio-not-analysed', cause instanceof Error ? cause.message : String(cause))),
  );
  tell({ kind: 'done', outcome });
}

process.parentPort.on('message', ({ data }: MessageEvent) => void answer(data as AnalyserRequest));
