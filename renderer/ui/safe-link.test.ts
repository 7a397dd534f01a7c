import { describe, expect, it } from 'vitest';
import { safeLink } from './safe-link.ts';

describe('safeLink', () => {
  it('lets web and mail addresses through', () => {
    expect(safeLink('https://example.org/a?b=1#c')).toBe('https://example.org/a?b=1#c');
    expect(safeLink('mailto:host@example.org')).toBe('mailto:host@example.org');
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'app://earmark/',
    '/relative',
    'https://user:secret@example.org/',
    `https://example.org/${'a'.repeat(2100)}`,
  ])('refuses %s', (address) => {
    expect(safeLink(address)).toBeNull();
  });
});
