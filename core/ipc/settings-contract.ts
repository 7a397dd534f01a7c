import { z } from 'zod';
import { settingsPatchSchema, settingsSchema } from '../settings/settings.ts';
import { requestIdSchema } from './feed-contract.ts';

const done = z.object({});

export const settingsContract = {
  'settings:read': { args: z.object({}), result: settingsSchema },
  'settings:change': { args: settingsPatchSchema, result: settingsSchema },
  'settings:choose-download-folder': { args: z.object({}), result: settingsSchema },
} as const;

export const systemContract = {
  'system:info': {
    args: z.object({}),
    result: z.object({
      version: z.string(),
      platform: z.enum(['windows', 'mac', 'linux']),
      /** The interface language in force: `--lang`, else the setting, else the system's. */
      language: z.enum(['en', 'ru']),
      /** Where downloads go now, for display. */
      downloadFolder: z.string(),
      /** Things that went wrong before the window could show them (damaged settings file …). */
      notices: z.array(z.enum(['settings-damaged', 'settings-newer'])),
    }),
  },
  /** What Earmark and everything in it may be used under. `notices` is empty where Earmark runs from its sources. */
  'system:licences': { args: z.object({}), result: z.object({ licence: z.string(), notices: z.string() }) },
  /** http, https and mailto only; anything else is refused. */
  'system:open-external': { args: z.object({ url: z.string().max(2048) }), result: done },
  'system:report-error': { args: z.object({ message: z.string().max(8000) }), result: done },
  'request:cancel': { args: z.object({ requestId: requestIdSchema }), result: done },
} as const;
