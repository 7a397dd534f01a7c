import { utilityProcess } from 'electron';
import type { AlignerRequest, AnalyserRequest } from '../../../core/ipc/sound-process-contract.ts';
import type { ForkedProcess } from '../media/sound-process.ts';
import type { WorkerProcess } from '../worker/worker-host.ts';

/** Starts the process that parses. V8 flags in `execArgv` have no effect on it; its memory is bounded by the caps on what it is given. */
export function forkWorker(file: string): WorkerProcess {
  return forkProcess(file, 'Earmark worker');
}

/** Starts the process that decodes sound, for one file. */
export function forkAnalyser(file: string): ForkedProcess<AnalyserRequest> {
  return forkProcess(file, 'Earmark analyser');
}

/** Starts the process that compares a text with the sound of one file. */
export function forkAligner(file: string): ForkedProcess<AlignerRequest> {
  return forkProcess(file, 'Earmark aligner');
}

/** It gets nothing of our surroundings, and nothing it prints is read: what it parses is not to be trusted. */
function forkProcess(file: string, serviceName: string): WorkerProcess & ForkedProcess<unknown> {
  const child = utilityProcess.fork(file, [], { serviceName, env: {}, stdio: 'ignore' });
  return {
    postMessage: (message: unknown) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener: (code: number) => void) => child.on('exit', listener),
    kill: () => void child.kill(),
  };
}
