import type { SoundMessage } from '../../../../core/ipc/sound-process-contract.ts';
import type { ForkedProcess } from '../sound-process.ts';

/** A process that a test speaks for. */
export class SpokenForProcess<Request, Value> implements ForkedProcess<Request> {
  request: Request | null = null;
  killed = false;
  say: (message: SoundMessage<Value> | string) => void = () => undefined;
  exit: () => void = () => undefined;
  postMessage = (request: Request) => (this.request = request);
  onMessage = (listener: (message: unknown) => void) => (this.say = listener);
  onExit = (listener: () => void) => (this.exit = listener);
  kill = () => (this.killed = true);
}
