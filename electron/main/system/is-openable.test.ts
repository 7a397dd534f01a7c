import { expect, it } from 'vitest';
import { isOpenable } from './is-openable.ts';

it.each(['https://host.example/a?b=c', 'http://host.example/', 'mailto:someone@host.example'])(
  'opens %s',
  (address) => {
    expect(isOpenable(address)).toBe(true);
  },
);

it.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/share',
  'ms-msdt:/id',
  'https://user:word@host.example/',
  '/relative',
  '',
  `https://host.example/${'x'.repeat(2048)}`,
])('refuses %s', (address) => {
  expect(isOpenable(address)).toBe(false);
});
