import { expect, test as base } from '../fixtures/app.ts';
import { soundServerInstalled, startNullSink, type NullSink } from '../fixtures/null-sink.ts';
import { addSampleShow, openEpisode, player, position } from '../fixtures/screens.ts';

const test = base.extend<{ sound: NullSink }>({
  sound: async ({}, use) => {
    expect(soundServerInstalled(), 'pulseaudio is needed: npm run e2e installs it').toBe(true);
    const sound = await startNullSink();
    await (await sound.record()).stop();
    await use(sound);
    await sound.stop();
  },
  environment: async ({ sound }, use) => use(sound.environment),
});

test('pulled headphones pause, plugged in ones do not', async ({ page, sound }) => {
  const pull = sound.plugIn('headphones');
  await addSampleShow(page);
  await openEpisode(page, 'Аэлита: объявление на стене');
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();
  const pause = player(page).getByRole('button', { name: 'Pause' });
  await expect(pause).toBeVisible();
  sound.plugIn('more');
  const heard = await position(page);
  await expect.poll(() => position(page)).toBeGreaterThan(heard + 1);
  await expect(pause).toBeVisible();
  pull();
  await expect(player(page).getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});
