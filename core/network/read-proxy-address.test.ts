import { describe, expect, it } from 'vitest';
import { readProxyAddress } from './read-proxy-address.ts';

describe('readProxyAddress', () => {
  it.each([
    ['proxy.example:8080', 'http', 'proxy.example', 8080],
    [' http://Proxy.Example/ ', 'http', 'proxy.example', 80],
    ['https://proxy.example', 'https', 'proxy.example', 443],
    ['socks5://10.0.0.1', 'socks5', '10.0.0.1', 1080],
    ['socks5h://proxy.example:80', 'socks5', 'proxy.example', 80],
    ['SOCKS5://[::1]:9050', 'socks5', '::1', 9050],
    ['прокси.рф:3128', 'http', 'xn--h1adldfi.xn--p1ai', 3128],
  ])('reads %j', (text, ...read) => {
    const [kind, host, port] = read;
    expect(readProxyAddress(text)).toEqual({ ok: true, value: { kind, host, port } });
  });

  it.each([
    ['', 'address'],
    ['http://', 'address'],
    ['proxy.example:99999', 'address'],
    ['proxy.example:0', 'address'],
    ['proxy.example/wpad.dat', 'address'],
    ['two words', 'address'],
    ['ftp://proxy.example', 'scheme'],
    ['socks4://proxy.example', 'scheme'],
    ['http://me:secret@proxy.example', 'password'],
    ['me@proxy.example:8080', 'password'],
  ])('refuses %j: %s', (text, fault) => {
    expect(readProxyAddress(text)).toEqual({ ok: false, error: fault });
  });
});
