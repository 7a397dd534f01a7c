import { EarmarkApp } from '../fixtures/earmark-app.ts';

/** The built app, in English, over a data folder of the measurement's own; not started yet. */
export function benchApp(dataFolder: string, environment: Record<string, string> = {}): EarmarkApp {
  return new EarmarkApp({ form: 'built', dataFolder, language: 'en', launchArguments: [], environment });
}
