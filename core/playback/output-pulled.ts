/** An output for sound, as `enumerateDevices` names it. The one called `default` stands for whichever is used. */
export interface SoundOutput {
  readonly deviceId: string;
  /** Shared by `default` and the output it stands for, where the system tells. */
  readonly groupId: string;
  readonly label: string;
}

/** Outputs of screens go away when the screen sleeps: nobody has pulled them. */
const screens = /hdmi|displayport/i;

/**
 * Whether the output that was heard is gone, as when headphones are pulled. Where the system does not tell which one is
 * heard, any that is gone counts, but for those of screens.
 */
export function isOutputPulled(before: readonly SoundOutput[], after: readonly SoundOutput[]): boolean {
  const remaining = new Set(after.map(({ deviceId }) => deviceId));
  const gone = before.filter(({ deviceId }) => !remaining.has(deviceId));
  const used = before.find(({ deviceId }) => deviceId === 'default')?.groupId;
  const isTold = before.some(({ deviceId, groupId }) => deviceId !== 'default' && groupId === used);
  return gone.some(({ groupId, label }) => (isTold ? groupId === used : !screens.test(label)));
}
