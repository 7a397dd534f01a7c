import type { NowPlaying, Steer } from '../../../core/system/now-playing.ts';
import {
  changedProperties,
  mprisPlayer,
  mprisPosition,
  mprisRoot,
  mprisTrackId,
  msOfMpris,
} from '../../../core/system/mpris.ts';
import { hasJumped, positionAfter } from '../../../core/system/position-after.ts';
import type { BusConnection } from '../dbus/bus-connection.ts';
import { BusObject } from '../dbus/bus-object.ts';
import type { BusInterface } from '../dbus/bus-object.ts';
import { busName, busPath } from '../dbus/open-bus.ts';
import { mprisIntrospection } from './mpris-introspection.ts';

export interface MprisNeeds {
  readonly bus: BusConnection;
  readonly steer: (wish: Steer) => void;
  readonly raise: () => void;
  readonly quit: () => void;
  /** Where the file of a kept picture is, as an address. */
  readonly pictureUrl: (artwork: string) => string;
  /** A clock that nobody sets, ms. */
  readonly now: () => number;
}

const path = '/org/mpris/MediaPlayer2';
const rootInterface = 'org.mpris.MediaPlayer2';
const playerInterface = 'org.mpris.MediaPlayer2.Player';
/** `DBUS_NAME_FLAG_DO_NOT_QUEUE`, and the answer when the name is ours. */
const doNotQueue = 4;
const isOurs = 1;

/** Media keys and panels of Linux desktops. Chromium has this too, but without speed, Raise and Quit, and only after the first sound. */
export class MprisService {
  private playing: NowPlaying | null = null;
  private toldAt = 0;
  private readonly object: BusObject;

  constructor(private readonly needs: MprisNeeds) {
    const interfaces = { [rootInterface]: this.root(), [playerInterface]: this.player() };
    this.object = new BusObject(needs.bus, path, { interfaces, introspection: mprisIntrospection });
  }

  /** Takes the name panels look for; a second Earmark, over other data, has one of its own. */
  async start(): Promise<void> {
    const name = 'org.mpris.MediaPlayer2.earmark';
    if (!(await this.takeName(name))) await this.takeName(`${name}.instance${process.pid}`);
  }

  show(playing: NowPlaying | null): void {
    const now = this.needs.now();
    const before = this.properties();
    const jumped = hasJumped(this.playing, playing, now - this.toldAt);
    this.playing = playing;
    this.toldAt = now;
    const changed = changedProperties(before, this.properties());
    if (Object.keys(changed).length > 0) this.object.tellChanged(playerInterface, changed);
    if (jumped) this.object.emit(playerInterface, 'Seeked', this.position());
  }

  private async takeName(name: string): Promise<boolean> {
    const [answer] = await this.needs.bus.call({
      destination: busName,
      path: busPath,
      interface: busName,
      member: 'RequestName',
      signature: 'su',
      body: [name, doNotQueue],
    });
    return answer === isOurs;
  }

  private root(): BusInterface {
    const { raise, quit } = this.needs;
    return { properties: () => mprisRoot, methods: { Raise: raise, Quit: quit } };
  }

  private player(): BusInterface {
    const { steer } = this.needs;
    const wish = (kind: Exclude<Steer['kind'], `se${string}`>) => () => steer({ kind });
    return {
      properties: () => ({ ...this.properties(), Position: this.position() }),
      setters: {
        // Zero means pause (MPRIS specification, property Rate).
        Rate: (speed) => steer(speed === 0 ? { kind: 'pause' } : { kind: 'set-speed', speed: Number(speed) }),
        Volume: (volume) => steer({ kind: 'set-volume', volume: Number(volume) }),
      },
      methods: {
        Play: wish('play'),
        Pause: wish('pause'),
        PlayPause: wish('play-pause'),
        Stop: wish('pause'),
        Next: wish('next'),
        Previous: wish('previous'),
        Seek: ([offset]) => steer({ kind: 'seek-by', deltaMs: msOfMpris(offset) }),
        SetPosition: ([track, position]) => this.setPosition(track, msOfMpris(position)),
      },
    };
  }

  /** What is meant for another episode, or for a place outside this one, is ignored, as the specification has it. */
  private setPosition(track: unknown, positionMs: number): void {
    const { playing } = this;
    if (playing === null || track !== mprisTrackId(playing)) return;
    if (positionMs < 0 || positionMs > (playing.durationMs ?? Number.POSITIVE_INFINITY)) return;
    this.needs.steer({ kind: 'seek-to', positionMs });
  }

  private position() {
    const elapsedMs = this.needs.now() - this.toldAt;
    return mprisPosition(this.playing === null ? 0 : positionAfter(this.playing, elapsedMs));
  }

  private properties() {
    const artwork = this.playing?.artwork ?? null;
    return mprisPlayer(this.playing, artwork === null ? null : this.needs.pictureUrl(artwork));
  }
}
