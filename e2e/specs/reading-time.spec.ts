import { expect, test } from '../fixtures/app.ts';
import { openLongText } from '../fixtures/long-text-show.ts';
import { startPodcastServer } from '../fixtures/podcast-server.ts';

test('the line over the text says how long it takes to read', async ({ page }) => {
  const server = await startPodcastServer();
  await openLongText(page, server);
  await expect(page.getByText('about 3 min to read')).toBeVisible();
  await server.stop();
});
