import type { BusConnection } from '../dbus/bus-connection.ts';
import { busName, busPath } from '../dbus/open-bus.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

/**
 * Whether somebody on this Linux desktop shows tray icons, told now and at each change (StatusNotifierItem specification,
 * "StatusNotifierWatcher"). GNOME without an extension has nobody.
 */
export async function followTrayHost(bus: BusConnection, tell: (hasTray: boolean) => void): Promise<void> {
  const look = async (): Promise<void> => tell(await hasHost(bus));
  bus.hear(({ interface: from, member, body }) => {
    const isOwner = from === busName && member === 'NameOwnerChanged' && body?.[0] === watcher;
    const isHost = from === watcher && String(member).startsWith('StatusNotifierHost');
    if (isOwner || isHost) void look();
  });
  await Promise.all([
    match(bus, `type='signal',sender='${busName}',member='NameOwnerChanged',arg0='${watcher}'`),
    match(bus, `type='signal',interface='${watcher}'`),
  ]);
  await look();
}

async function hasHost(bus: BusConnection): Promise<boolean> {
  const asked = { destination: watcher, path: '/StatusNotifierWatcher', signature: 'ss' };
  try {
    const [answer] = await bus.call({
      ...asked,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      body: [watcher, 'IsStatusNotifierHostRegistered'],
    });
    return typeof answer === 'object' && 'value' in answer && answer.value === true;
  } catch {
    return false;
  }
}

async function match(bus: BusConnection, rule: string): Promise<void> {
  const to = { destination: busName, path: busPath, interface: busName };
  await bus.call({ ...to, member: 'AddMatch', signature: 's', body: [rule] });
}
