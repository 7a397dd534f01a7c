import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses';
import { expect, test } from '../fixtures/app.ts';
import { launchCommand } from '../fixtures/launch-command.ts';

/** How the wire writes a fuse that is on: the digit one. */
const on = 0x31;

test('the packaged app opens its first screen @packaged-only', async ({ page }) => {
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await expect(page.getByRole('main')).toBeVisible();
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
