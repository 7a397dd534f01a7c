import { utilityProcess } from 'electron';
import type { ForkedAnalyser } from '../media/analyser-process.ts';
import type { WorkerProcess } from '../worker/worker-host.ts';

/** Starts the utility process. V8 flags in `execArgv` have no effect on it; its memory is bounded by the caps on what it is given. */
export function forkWorker(file: string): WorkerProcess {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Earmark worker',
    env: {},
    stdio: 'ignore',
  });
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: () => void child.kill(),
  };
}

/** Starts the process that decodes sound, for one file. */
export function forkAnalyser(file: string): ForkedAnalyser {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Earmark analyser',
    env: {},
    stdio: 'ignore',
  });
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: () => void child.kill(),
  };
}
