import { z } from 'zod';
import { appErrorCodes } from '../app-error.ts';
import {
  downloadMoveSchema,
  downloadQueueStateSchema,
  downloadSnapshotSchema,
} from '../download/download.ts';
import type { Result } from '../result.ts';
import { settingsSchema } from '../settings/settings.ts';
import { steerSchema } from '../system/now-playing.ts';
import { aligningSchema, alignmentContract } from './alignment-contract.ts';
import type { EventChannel, RequestChannel } from './channels.ts';
import { credentialsContract } from './credentials-contract.ts';
import { desktopContract, openSchema } from './desktop-contract.ts';
import { downloadContract } from './download-contract.ts';
import { importContract } from './import-contract.ts';
import { folderChangedSchema, folderContract, folderProgressSchema } from './folder-contract.ts';
import { exportContract } from './export-contract.ts';
import { feedContract, opmlListSchema } from './feed-contract.ts';
import { highlightsContract } from './highlights-contract.ts';
import { analysingSchema, mediaContract } from './media-contract.ts';
import { pageContract } from './page-contract.ts';
import { settingsContract, systemContract } from './settings-contract.ts';
import { transcriptContract } from './transcript-contract.ts';

/** Every request between the window and the main process: one schema for what goes, one for what comes back. */
export const contract = {
  ...feedContract,
  ...folderContract,
  ...importContract,
  ...highlightsContract,
  ...credentialsContract,
  ...downloadContract,
  ...mediaContract,
  ...transcriptContract,
  ...alignmentContract,
  ...pageContract,
  ...exportContract,
  ...settingsContract,
  ...systemContract,
  ...desktopContract,
} as const satisfies Record<RequestChannel, { args: z.ZodType; result: z.ZodType }>;

/** What the main process tells the window unasked. Events announce and never steer. */
export const eventContract = {
  'download:changed': downloadSnapshotSchema,
  'download:queue': downloadQueueStateSchema,
  'download:moved': downloadMoveSchema,
  'media:analysing': analysingSchema,
  'alignment:progress': aligningSchema,
  /** Something in the folder of a show has changed. */
  'folder:changed': folderChangedSchema,
  'folder:progress': folderProgressSchema,
  'settings:changed': settingsSchema,
  /** An item of the application's menu. */
  'system:command': z.enum([
    'play-pause',
    'back',
    'forward',
    'slower',
    'faster',
    'sentence-back',
    'sentence-forward',
    'loop-sentence',
    'print-text',
    'find',
    'search',
    'add-show',
    'settings',
    'shortcuts',
    'refresh',
    'import-opml',
    'export-opml',
  ]),
  /** A feed address or a list of shows the system handed over: the dialog shows it, and nothing is added before the user says so. */
  'system:add-show': z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('address'), address: z.string().max(8192) }),
    z.object({ kind: z.literal('list'), list: opmlListSchema }),
    /** The list could not be read. */
    z.object({ kind: z.literal('failed'), code: z.enum(appErrorCodes) }),
  ]),
  /** A media key, a panel, the tray or the taskbar. */
  'system:steer': steerSchema,
  /** A notification was clicked. */
  'system:open': openSchema,
  'system:notice': z.object({ code: z.enum(appErrorCodes) }),
} as const satisfies Record<EventChannel, z.ZodType>;

export type RequestArgs<Channel extends RequestChannel> = z.infer<(typeof contract)[Channel]['args']>;
export type RequestResult<Channel extends RequestChannel> = z.infer<(typeof contract)[Channel]['result']>;
export type EventPayload<Channel extends EventChannel> = z.infer<(typeof eventContract)[Channel]>;

/** How an answer crosses: failures are values with a code, never exceptions (Electron keeps only an error's message). */
export type Envelope<Channel extends RequestChannel> = Result<RequestResult<Channel>>;
