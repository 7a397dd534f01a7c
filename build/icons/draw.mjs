// Draws the icon files from earmark.svg, and those of tray and taskbar from drawings/, with the runtime's own Chromium: `node build/icons/draw.mjs` after a change of the
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

/** What stands in the tray and on the taskbar: a drawing, the file it becomes, and its side in pixels; `@2x` is found by Electron. */
const panel = [
  { drawing: 'earmark.svg', name: 'tray', side: 24 },
  { drawing: 'drawings/tray.svg', name: 'trayTemplate', side: 18 },
  ...['play', 'pause', 'back', 'forward', 'next'].map((name) => ({
    drawing: `drawings/${name}.svg`,
    name,
    side: 16,
  })),
].flatMap(({ drawing, name, side }) => [
  { drawing, file: `${name}.png`, size: side },
  { drawing, file: `${name}@2x.png`, size: side * 2 },
]);

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
  const scale = size / Math.max(image.width, image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  canvas.getContext('2d')?.drawImage(image, (size - width) / 2, (size - height) / 2, width, height);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

/**
 * @template Result
 * @param {string} executable @param {NodeJS.ProcessEnv} env
 * @param {(draw: (drawing: string, size: number) => Promise<Buffer>) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function withDrawer(executable, env, work) {
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
    return await work(async (drawing, size) => {
      // Comments may hold any letter; btoa takes Latin ones only.
      const svg = (await readFile(path.join(icons, drawing), 'utf8')).replace(/<!--.*?-->/gs, '');
      return Buffer.from(await page.evaluate(drawInPage, { svg, size }), 'base64');
    });
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

await runAsCommand(async () => {
  const { executable } = await setUp();
  const display = await openDisplay();
  await mkdir(path.join(icons, 'png'), { recursive: true });
  await mkdir(path.join(icons, 'panel'), { recursive: true });
  const pictures = await withDrawer(executable, display.env, async (draw) => {
    for (const { drawing, file, size } of panel)
      await writeFile(path.join(icons, 'panel', file), await draw(drawing, size));
    const drawn = [];
    for (const size of sizes) drawn.push({ size, png: await draw('earmark.svg', size) });
    return drawn;
  }).finally(() => display.close());
  await writeFile(path.join(icons, 'earmark.ico'), toIco(pictures));
  await writeFile(path.join(icons, 'earmark.icns'), toIcns(pictures));
  // The icon theme of Linux desktops ends at 512.
  for (const { size, png } of pictures) {
    if (size <= 512) await writeFile(path.join(icons, 'png', `${size}x${size}.png`), png);
  }
});
