import { expect, it } from 'vitest';
import { busSockets } from './bus-address.ts';

it.each([
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }, ['/run/user/1000/bus']],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/dbus-A%2c,guid=00' }, ['\0/tmp/dbus-A,']],
  [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=x,port=1;unix:guid=1,path=/b' }, ['/b']],
  [{ DBUS_SESSION_BUS_ADDRESS: 'autolaunch:', XDG_RUNTIME_DIR: '/run/user/7' }, []],
  [{ XDG_RUNTIME_DIR: '/run/user/7' }, ['/run/user/7/bus']],
  [{}, []],
])('%j: %j', (environment, sockets) => {
  expect(busSockets(environment)).toEqual(sockets);
});
