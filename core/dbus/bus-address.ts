/**
 * Sockets where the user's bus may listen, the likeliest first (D-Bus specification, "Server Addresses"). An abstract socket
 * begins with a zero byte, as Node wants it.
 */
export function busSockets(environment: Readonly<Record<string, string | undefined>>): string[] {
  const runtime = environment.XDG_RUNTIME_DIR;
  const usual = runtime === undefined || runtime === '' ? '' : `unix:path=${runtime}/bus`;
  const addresses = environment.DBUS_SESSION_BUS_ADDRESS || usual;
  return addresses.split(';').flatMap((address) => {
    if (!address.startsWith('unix:')) return [];
    const options = new Map(address.slice('unix:'.length).split(',').map(splitOption));
    const path = options.get('path');
    const abstract = options.get('abstract');
    if (path !== undefined) return [path];
    return abstract === undefined ? [] : [`\0${abstract}`];
  });
}

function splitOption(option: string): [string, string] {
  const equals = option.indexOf('=');
  return [option.slice(0, equals), unescape(option.slice(equals + 1))];
}

/** `%20` and the like stand for bytes. */
function unescape(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
