import { expect, test } from '../fixtures/app.ts';
import { addSampleShow, openEpisode } from '../fixtures/screens.ts';

const title = 'Sense and Sensibility: Mr. Dashwood considers';

test('the system is told what plays, with its picture', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('MediaImage')) refused.push(message.text());
  });
  await addSampleShow(page);
  await openEpisode(page, title);
  await page.getByRole('main').getByRole('button', { name: 'Play' }).first().click();

  const told = () =>
    page.evaluate(() => {
      const { metadata, playbackState } = navigator.mediaSession;
      return [metadata?.title, metadata?.artwork[0]?.src.split(':')[0], playbackState];
    });
  await expect.poll(told).toEqual([title, 'blob', 'playing']);
  expect(refused).toEqual([]);
});
