import react from '@vitejs/plugin-react';
import { builtinModules } from 'node:module';
import { inRoot } from '../places.mjs';

/** The oldest engines that one build has to run on: the registry runtime's. */
const nodeTarget = 'node20';
const chromeTarget = 'chrome130';

/** Everything else is bundled: the shipped app carries no node_modules. */
const givenByElectron = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/**
 * A room that runs on Node: one file, read at every start, so small and without a folder of chunks.
 * @param {{ entry: string, out: string, format?: 'es' | 'cjs', fileName?: string }} room
 * @returns {import('vite').InlineConfig}
 */
function onNode({ entry, out, format = 'es', fileName = 'index.js' }) {
  return {
    configFile: false,
    root: inRoot(),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: [], target: 'node' },
    resolve: { conditions: ['node', 'import', 'module', 'default'] },
    build: {
      ssr: inRoot(entry),
      outDir: inRoot('out', out),
      emptyOutDir: true,
      target: nodeTarget,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        external: givenByElectron,
        output: { format, entryFileNames: fileName, codeSplitting: false },
      },
    },
  };
}

/** @returns {import('vite').InlineConfig} */
function renderer() {
  return {
    configFile: false,
    root: inRoot('renderer'),
    base: '/',
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    build: {
      outDir: inRoot('out', 'renderer'),
      emptyOutDir: true,
      target: chromeTarget,
      sourcemap: true,
      // The content security policy allows no inline script and no data: address.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: inRoot('renderer', 'index.html') },
    },
    worker: { format: 'es' },
  };
}

/**
 * What is built: each room, the file that it starts from, and how.
 * @type {Record<string, { entry: string, config: () => import('vite').InlineConfig }>}
 */
export const rooms = {
  main: { entry: 'electron/main/index.ts', config: () => onNode({ entry: 'electron/main/index.ts', out: 'main' }) },
  preload: {
    entry: 'electron/preload/index.ts',
    // Sandboxed preload scripts must be one CommonJS file.
    config: () => onNode({ entry: 'electron/preload/index.ts', out: 'preload', format: 'cjs', fileName: 'index.cjs' }),
  },
  worker: { entry: 'electron/worker/index.ts', config: () => onNode({ entry: 'electron/worker/index.ts', out: 'worker' }) },
  inspect: { entry: 'electron/inspect/index.ts', config: () => onNode({ entry: 'electron/inspect/index.ts', out: 'inspect' }) },
  renderer: { entry: 'renderer/index.html', config: renderer },
};

/**
 * A script of ours outside the app (a measurement, the demo), made runnable by plain Node.
 * @param {string} entry Path inside the checkout.
 * @param {string} fileName Under out/scripts.
 * @returns {import('vite').InlineConfig}
 */
export function script(entry, fileName) {
  const config = onNode({ entry, out: 'scripts', fileName });
  return { ...config, ssr: { noExternal: [/^\.{1,2}\//] }, build: { ...config.build, emptyOutDir: false } };
}
