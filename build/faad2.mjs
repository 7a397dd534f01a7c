import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot } from './places.mjs';
import { runAsCommand } from './run-as-command.mjs';
import { runCommand } from './run-command.mjs';
import { say } from './say.mjs';

/** FAAD2's own source, as Debian keeps it: faad2_2.11.2.orig.tar.gz. */
const version = '2.11.2';
const sourceHash = '3fcbd305e4abd34768c62050e18ca0986f7d9c5eca343fb98275418013065c0e';
const folder = inRoot('electron', 'worker', 'decode', 'faad2');

const flags = [
  '--target=wasm32-wasi',
  '--sysroot=/usr',
  '-mexec-model=reactor',
  '-Os',
  '-Wno-everything',
  '-DNDEBUG',
  '-DHAVE_STDINT_H',
  '-DHAVE_STRING_H',
  '-DHAVE_INTTYPES_H',
  '-DHAVE_LRINTF',
  '-DSTDC_HEADERS',
  `-DPACKAGE_VERSION="${version}"`,
  '-Wl,--strip-all',
  '-Wl,--gc-sections',
  // Parametric stereo keeps its bands on the stack, of which there are 64 KiB otherwise.
  '-Wl,-z,stack-size=1048576',
];

/** @param {string} program @param {string[]} args */
async function run(program, args) {
  const { code, output } = await runCommand(program, args);
  if (code !== 0) throw new Error(`${program} failed:\n${output}`);
}

/**
 * Builds the AAC decoder anew from its source: `node build/faad2.mjs faad2_2.11.2.orig.tar.gz`. Needs clang 14, lld, wasi-libc and
 * libclang-rt-14-dev-wasm32 (Debian 12), with which it gives the committed file byte for byte.
 */
await runAsCommand(async () => {
  const [tarball] = process.argv.slice(2);
  if (!tarball) throw new Error(`Name the source: node build/faad2.mjs faad2_${version}.orig.tar.gz`);
  const hash = createHash('sha256')
    .update(await readFile(tarball))
    .digest('hex');
  if (hash !== sourceHash) throw new Error(`${tarball} is not the source of FAAD2 ${version}.`);
  const unpacked = await mkdtemp(path.join(tmpdir(), 'faad2-'));
  try {
    await run('tar', ['xzf', path.resolve(tarball), '-C', unpacked, '--strip-components=1']);
    const library = path.join(unpacked, 'libfaad');
    const sources = (await readdir(library)).filter((file) => file.endsWith('.c')).sort();
    await run('clang', [
      ...flags,
      `-ffile-prefix-map=${unpacked}=.`,
      `-I${path.join(unpacked, 'include')}`,
      `-I${library}`,
      '-o',
      path.join(folder, 'faad2.wasm'),
      path.join(folder, 'faad2.c'),
      ...sources.map((file) => path.join(library, file)),
      '-lm',
    ]);
    say('Built electron/worker/decode/faad2/faad2.wasm.');
  } finally {
    await rm(unpacked, { recursive: true });
  }
});
