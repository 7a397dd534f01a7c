import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { LinuxSink } from '../../../core/playback/linux-sinks.ts';
import { isSinkPulled, readSinks } from '../../../core/playback/linux-sinks.ts';

/** An output itself changes with every stream of an app that begins or ends; plugs are told of their card. */
const isTold = / 'change' on card #| '(?:new|remove)' on (?:sink|card) #/;
/** A plug that leaves is told several times over (ms). */
const settleMs = 100;

const runFile = promisify(execFile);
/** What `readSinks` knows are the words of this locale. */
const environment = { ...process.env, LC_ALL: 'C' };

/**
 * Hears of headphones that are pulled while something plays, on Linux, where Chromium sees neither Bluetooth outputs go nor a plug
 * leave its socket. PulseAudio's tool tells it, and speaks to PipeWire alike; on a system without it nothing is told.
 */
export class SinkWatch {
  private subscription: ChildProcess | null = null;
  private known: readonly LinuxSink[] = [];
  private settling: NodeJS.Timeout | undefined;

  /** @param pulled Told once for each that is pulled. */
  constructor(private readonly pulled: () => void) {}

  /** Begins to watch, or goes on. */
  start(): void {
    if (this.subscription !== null) return;
    const child = spawn('pactl', ['subscribe'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.subscription = child;
    this.known = [];
    // The tool is missing, or its server is gone: playing again tries again.
    child.once('error', () => this.forget(child));
    child.once('exit', () => this.forget(child));
    if (child.pid === undefined) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (isTold.test(line)) this.lookSoon();
    });
    void this.look();
  }

  stop(): void {
    clearTimeout(this.settling);
    this.subscription?.kill();
    this.subscription = null;
  }

  private forget(child: ChildProcess): void {
    if (this.subscription === child) this.stop();
  }

  private lookSoon(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => void this.look(), settleMs);
  }

  private async look(): Promise<void> {
    const watching = this.subscription;
    const listing = await runFile('pactl', ['list', 'sinks'], { env: environment, timeout: 3000 }).catch(
      () => null,
    );
    if (listing === null || watching === null || this.subscription !== watching) return;
    const sinks = readSinks(listing.stdout);
    const isPulled = isSinkPulled(this.known, sinks);
    this.known = sinks;
    if (isPulled) this.pulled();
  }
}
