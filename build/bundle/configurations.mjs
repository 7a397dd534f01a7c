import react from '@vitejs/plugin-react';
import { builtinModules } from 'node:module';
import { inRoot } from '../places.mjs';

/** @typedef {import('vite').InlineConfig} Configuration */

/** The oldest engines that one build has to run on: the registry runtime's. */
const nodeTarget = 'node20';
const chromeTarget = 'chrome130';

/** Everything else is bundled: the shipped app carries no node_modules. */
const givenByElectron = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/**
 * A room that runs on Node: one file, since it is read at every start, unless it is `split` where it imports late.
 * @param {{ entry: string, out: string, format?: 'es' | 'cjs', fileName?: string, split?: boolean }} room
 * @returns {Configuration}
 */
function onNode({ entry, out, format = 'es', fileName = 'index.js', split = false }) {
  return {
    configFile: false,
    root: inRoot(),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: inRoot(entry),
      outDir: inRoot('out', out),
      emptyOutDir: true,
      target: nodeTarget,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        external: givenByElectron,
        output: { format, entryFileNames: fileName, chunkFileNames: '[name].js', codeSplitting: split },
      },
    },
  };
}

/**
 * The main process checks what crosses to the page. In the page zod would be a tenth of the script read at every start, and it
 * tries `new Function`, which the content security policy reports as an error.
 * @type {import('vite').Plugin}
 */
const pageWithoutZod = {
  name: 'earmark:page-without-zod',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === 'zod') this.error(`${importer} brings zod into the page; import only its types there.`);
  },
};

/** @returns {Configuration} */
function renderer() {
  return {
    configFile: false,
    root: inRoot('renderer'),
    logLevel: 'warn',
    publicDir: false,
    plugins: [react(), pageWithoutZod],
    build: {
      outDir: inRoot('out', 'renderer'),
      emptyOutDir: true,
      target: chromeTarget,
      sourcemap: true,
      // The content security policy allows neither inline scripts nor data: addresses.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
    worker: { format: 'es' },
  };
}

/** How each room is built from its entry. */
export const configurations = {
  main: (/** @type {string} */ entry) => onNode({ entry, out: 'main', split: true }),
  // A sandboxed preload script must be one CommonJS file.
  preload: (/** @type {string} */ entry) =>
    onNode({ entry, out: 'preload', format: 'cjs', fileName: 'index.cjs' }),
  worker: (/** @type {string} */ entry) => onNode({ entry, out: 'worker' }),
  transfers: (/** @type {string} */ entry) => onNode({ entry, out: 'transfers' }),
  books: (/** @type {string} */ entry) => onNode({ entry, out: 'books' }),
  analyser: (/** @type {string} */ entry) => onNode({ entry, out: 'analyser' }),
  aligner: (/** @type {string} */ entry) => onNode({ entry, out: 'aligner' }),
  inspect: (/** @type {string} */ entry) => onNode({ entry, out: 'inspect' }),
  renderer,
};

/**
 * A script of ours beside the app (a measurement, the demo), made runnable by plain Node; packages stay where they are.
 * @param {string} entry Path inside the checkout.
 * @param {string} fileName Under out/scripts.
 * @returns {Configuration}
 */
export function script(entry, fileName) {
  const { build, ...rest } = onNode({ entry, out: 'scripts', fileName });
  return { ...rest, ssr: {}, build: { ...build, emptyOutDir: false } };
}
