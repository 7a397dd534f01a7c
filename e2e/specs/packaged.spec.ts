import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses';
import { expect, test } from '../fixtures/app.ts';
import { launchCommand } from '../fixtures/launch-command.ts';

/** How the wire writes a fuse that is on: the digit one. */
const on = 0x31;

test('the packaged app opens its first screen @packaged-only', async ({ page }) => {
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await expect(page.getByRole('main')).toBeVisible();
});

test('the packaged app carries its licence and those of everything in it @packaged-only', async () => {
  // On a Mac the resources are beside the folder of the executable, else below it.
  const program = path.dirname(launchCommand('packaged').executable);
  const resources =
    process.platform === 'darwin' ? path.join(program, '..', 'Resources') : path.join(program, 'resources');
  const [licence, notices, manifest] = await Promise.all(
    [path.join(resources, 'LICENSE'), path.join(resources, 'THIRD-PARTY-NOTICES.txt'), 'package.json'].map(
      (file) => readFile(file, 'utf8'),
    ),
  );
  expect(licence).toContain('GNU GENERAL PUBLIC LICENSE');
  const { dependencies } = JSON.parse(manifest!) as { dependencies: Record<string, string> };
  for (const [name, version] of Object.entries(dependencies))
    expect(notices).toContain(`${name} ${version} (`);
  expect(notices).toContain('SIL OPEN FONT LICENSE');
});

test('the packaged app carries the release fuses @packaged-only', async () => {
  const wire = await getCurrentFuseWire(launchCommand('packaged').executable);
  const isOn = (fuse: FuseV1Options): boolean => (wire[fuse] as number) === on;
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    fileProtocolPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    onlyLoadAppFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    nodeInspect: false,
    fileProtocolPrivileges: false,
    cookieEncryption: true,
    onlyLoadAppFromAsar: true,
    asarIntegrity: true,
  });
});
