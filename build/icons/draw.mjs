// Draws the icon files from earmark.svg with the runtime's own Chromium: `node build/icons/draw.mjs` after a change of the
// drawing. The results are committed, so that packaging needs no drawing tools.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot } from '../places.mjs';
import { runAsCommand } from '../run-as-command.mjs';
import { openDisplay } from '../setup/display.mjs';
import { sandboxArguments } from '../setup/sandbox.mjs';
import { setUp } from '../setup/set-up.mjs';
import { toIcns, toIco } from './containers.mjs';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const icons = inRoot('build', 'icons');

const emptyApp = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ show: false }).loadURL('about:blank'));`;

/**
 * Runs in the page.
 * @param {{ svg: string, size: number }} drawing
 * @returns {Promise<string>} PNG in base64.
 */
async function drawInPage({ svg, size }) {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${btoa(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  canvas.getContext('2d')?.drawImage(image, 0, 0, size, size);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

/** @param {string} executable @param {NodeJS.ProcessEnv} env @returns {Promise<import('./containers.mjs').Picture[]>} */
async function draw(executable, env) {
  const { _electron } = await import('@playwright/test');
  const folder = await mkdtemp(path.join(tmpdir(), 'earmark-icons-'));
  await writeFile(path.join(folder, 'package.json'), '{ "name": "icons", "main": "index.js" }');
  await writeFile(path.join(folder, 'index.js'), emptyApp);
  const args = [...(await sandboxArguments(executable)), folder, `--user-data-dir=${folder}`];
  const app = await _electron.launch({
    executablePath: executable,
    args,
    env: /** @type {Record<string, string>} */ (env),
  });
  try {
    const page = await app.firstWindow();
    // Comments may hold any letter; btoa takes Latin ones only.
    const svg = (await readFile(path.join(icons, 'earmark.svg'), 'utf8')).replace(/<!--.*?-->/gs, '');
    const pictures = [];
    for (const size of sizes) {
      pictures.push({ size, png: Buffer.from(await page.evaluate(drawInPage, { svg, size }), 'base64') });
    }
    return pictures;
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

await runAsCommand(async () => {
  const { executable } = await setUp();
  const display = await openDisplay();
  const pictures = await draw(executable, display.env).finally(() => display.close());
  await mkdir(path.join(icons, 'png'), { recursive: true });
  await writeFile(path.join(icons, 'earmark.ico'), toIco(pictures));
  await writeFile(path.join(icons, 'earmark.icns'), toIcns(pictures));
  // The icon theme of Linux desktops ends at 512.
  for (const { size, png } of pictures) {
    if (size <= 512) await writeFile(path.join(icons, 'png', `${size}x${size}.png`), png);
  }
});
