import { utilityProcess } from 'electron';
import type { WorkerProcess } from '../worker/worker-host.ts';

/** Starts the utility process with a cap on its memory: a feed made to fill the computer fills half a gigabyte and ends. */
export function forkWorker(file: string): WorkerProcess {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Earmark worker',
    execArgv: ['--max-old-space-size=512'],
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
