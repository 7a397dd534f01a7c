import { describe, expect, it } from 'vitest';
import { isOwnName, mayConnect, reachOf } from './private-host.ts';

describe('reachOf', () => {
  it.each([
    ['93.184.216.34', 'public'],
    ['2606:4700::6810:84e5', 'public'],
    ['127.0.0.1', 'own-computer'],
    ['127.9.9.9', 'own-computer'],
    ['0.0.0.0', 'own-computer'],
    ['169.254.169.254', 'own-computer'],
    ['::1', 'own-computer'],
    ['::', 'own-computer'],
    ['fe80::1%eth0', 'own-computer'],
    ['10.1.2.3', 'private'],
    ['100.64.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.1', 'public'],
    ['192.168.1.1', 'private'],
    ['224.0.0.1', 'private'],
    ['fd00::1', 'private'],
    ['::ffff:127.0.0.1', 'own-computer'],
    ['::ffff:7f00:1', 'own-computer'],
    ['64:ff9b::a00:1', 'private'],
    ['2002:7f00:1::', 'own-computer'],
    ['::ffff:93.184.216.34', 'public'],
  ])('%s is %s', (address, reach) => {
    expect(reachOf(address)).toBe(reach);
  });
});

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['192.168.1.1', false],
  ['audio.example', false],
  ['', false],
])('%s is this computer: %s', (host, isOwn) => {
  expect(isOwnName(host)).toBe(isOwn);
});

describe('mayConnect', () => {
  it.each([
    ['any public place', 'host.example', '93.184.216.34', null, true],
    ['a private place without a feed there', 'host.example', '10.0.0.1', null, false],
    ['the home server the feed lives on', '192.168.1.5', '192.168.1.5', '192.168.1.5', true],
    ['another machine of the home network', '192.168.1.6', '192.168.1.6', '192.168.1.5', false],
    ['an office name that resolves inside', 'pod.office.example', '10.0.0.1', 'pod.office.example', true],
    ['this computer, for its own feed', '127.0.0.1', '127.0.0.1', 'localhost', true],
    ['this computer, for a public feed', 'localhost', '127.0.0.1', 'host.example', false],
    ['a name rebound to this computer', 'host.example', '127.0.0.1', 'host.example', false],
    ['cloud metadata, for a feed on this computer', '169.254.169.254', '169.254.169.254', '127.0.0.1', false],
    ['a name rebound to cloud metadata', 'host.example', '169.254.169.254', 'host.example', false],
  ])('%s', (...[, host, address, home, expected]) => {
    expect(mayConnect({ host, address, home })).toBe(expected);
  });
});
