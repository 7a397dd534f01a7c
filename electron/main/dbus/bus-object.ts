import type { DbusMessage } from '../../../core/dbus/message.ts';
import type { Variant, WireValue } from '../../../core/dbus/wire-value.ts';
import { variant } from '../../../core/dbus/wire-value.ts';
import type { BusConnection, CallAnswer } from './bus-connection.ts';

export interface BusInterface {
  /** Read anew each time somebody asks. */
  readonly properties: () => Readonly<Record<string, Variant>>;
  /** Properties others may set. */
  readonly setters?: Readonly<Record<string, (value: WireValue) => void>>;
  /** What others may call. None of ours answers with anything. */
  readonly methods: Readonly<Record<string, (body: readonly WireValue[]) => void>>;
}

export interface BusObjectAbout {
  readonly interfaces: Readonly<Record<string, BusInterface>>;
  /** The interfaces in the XML of the D-Bus specification ("Introspection Data Format"). */
  readonly introspection: string;
}

const propertiesInterface = 'org.freedesktop.DBus.Properties';

/** An object of ours on the bus: answers calls and tells changes of its properties. */
export class BusObject {
  constructor(
    private readonly bus: BusConnection,
    private readonly path: string,
    private readonly about: BusObjectAbout,
  ) {
    bus.serve((call) => (call.path === path ? this.answer(call) : null));
  }

  /** Tells whoever listens that these properties have changed. */
  tellChanged(name: string, changed: Readonly<Record<string, Variant>>): void {
    this.bus.emit({
      path: this.path,
      interface: propertiesInterface,
      member: 'PropertiesChanged',
      signature: 'sa{sv}as',
      body: [name, Object.entries(changed), []],
    });
  }

  emit(name: string, member: string, { signature, value }: Variant): void {
    this.bus.emit({ path: this.path, interface: name, member, signature, body: [value] });
  }

  private answer(call: DbusMessage): CallAnswer | null {
    const { interface: asked, member = '', body = [] } = call;
    if (asked === propertiesInterface) return this.answerProperties(member, body);
    if (asked === 'org.freedesktop.DBus.Peer' && member === 'Ping') return {};
    if (asked === 'org.freedesktop.DBus.Introspectable' && member === 'Introspect')
      return { signature: 's', body: [this.about.introspection] };
    const found = own(
      asked === undefined ? this.whoHas(member) : own(this.about.interfaces, asked)?.methods,
      member,
    );
    if (found === undefined) return null;
    found(body);
    return {};
  }

  /** A call may leave out whose method it means. */
  private whoHas(member: string): BusInterface['methods'] | undefined {
    return Object.values(this.about.interfaces).find(({ methods }) => Object.hasOwn(methods, member))
      ?.methods;
  }

  private answerProperties(member: string, [name, property, value]: readonly WireValue[]): CallAnswer | null {
    const face = own(this.about.interfaces, name);
    if (face === undefined) return null;
    if (member === 'GetAll') return { signature: 'a{sv}', body: [Object.entries(face.properties())] };
    if (member === 'Get') {
      const found = own(face.properties(), property);
      return found === undefined ? null : { signature: 'v', body: [variant(found.signature, found.value)] };
    }
    const set = member === 'Set' ? own(face.setters, property) : undefined;
    if (set === undefined) return null;
    set((value as Variant).value);
    return {};
  }
}

/** Names come from others: what every object inherits is not ours to give. */
function own<Value>(
  of: Readonly<Record<string, Value>> | undefined,
  name: WireValue | undefined,
): Value | undefined {
  return of !== undefined && typeof name === 'string' && Object.hasOwn(of, name) ? of[name] : undefined;
}
