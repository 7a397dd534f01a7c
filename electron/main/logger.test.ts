import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const now = (): Date => new Date('2026-11-22T10:00:00Z');

describe('createLogger', () => {
  it('writes lines with time and level and no secrets', () => {
    const log = createLogger(folder, now);
    log.warn('refused https://user:word@host.example/feed?key=7');
    expect(readFileSync(path.join(folder, 'earmark.log'), 'utf8')).toBe(
      '2026-11-22T10:00:00.000Z warn refused https://host.example/feed?…\n',
    );
  });

  it('begins a new file at a megabyte and keeps the one before', () => {
    writeFileSync(path.join(folder, 'earmark.log'), 'x'.repeat(1_000_001));
    createLogger(folder, now).info('fresh');
    expect(readFileSync(path.join(folder, 'earmark.log'), 'utf8')).toBe(
      '2026-11-22T10:00:00.000Z info fresh\n',
    );
    expect(readFileSync(path.join(folder, 'earmark.1.log'), 'utf8')).toHaveLength(1_000_001);
  });

  it('does not throw when the folder cannot be made', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => createLogger(path.join(folder, 'file'), now).error('lost', new Error('why'))).not.toThrow();
  });
});
