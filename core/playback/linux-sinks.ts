/** An output for sound as PulseAudio, or PipeWire in its place, lists it. */
export interface LinuxSink {
  readonly name: string;
  /** The socket or device that sound leaves by, such as `analog-output-headphones`; null where it has but one way out. */
  readonly port: string | null;
  /** Ports whose plug, as the system has seen, is out. */
  readonly unplugged: readonly string[];
}

/** Outputs of screens go away when the screen sleeps: nobody has pulled them. */
const screens = /hdmi|displayport/i;
const headphones = /head(?:phone|set)/i;

/** Reads what `pactl list sinks` prints in the C locale. What it does not know is passed over. */
export function readSinks(listing: string): LinuxSink[] {
  return listing.split(/^Sink #\d+$/m).flatMap((block) => {
    const name = /^\tName: (.+)$/m.exec(block)?.[1];
    if (name === undefined) return [];
    const port = /^\tActive Port: (.+)$/m.exec(block)?.[1] ?? null;
    const unplugged = [...block.matchAll(/^\t\t(\S.*?): .*\bnot available\)$/gm)].map((match) => match[1]!);
    return [{ name, port, unplugged }];
  });
}

/**
 * Whether an output is gone, or the plug of headphones that share one with loudspeakers has left its socket. Which output is
 * heard is not asked: a listener who has to press play again has lost less than one whom the room has heard.
 */
export function isSinkPulled(before: readonly LinuxSink[], after: readonly LinuxSink[]): boolean {
  return before.some(({ name, port, unplugged }) => {
    if (screens.test(name) || screens.test(port ?? '')) return false;
    const is = after.find((sink) => sink.name === name);
    if (is === undefined) return true;
    if (port === null || !headphones.test(port) || unplugged.includes(port)) return false;
    return is.unplugged.includes(port);
  });
}
