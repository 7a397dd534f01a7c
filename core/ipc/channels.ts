/** Names only: the preload checks against these and imports nothing else. */
export const requestChannels = [
  'feed:fetch',
  'feed:choose-opml',
  'feed:read-opml',
  'feed:save-opml',
  'download:start',
  'download:cancel',
  'download:remove',
  'download:list',
  'download:show-in-folder',
  'download:change-queue',
  'download:queue-state',
  'download:conditions',
  'download:find-file',
  'download:storage',
  'download:move',
  'download:stop-moving',
  'media:prepare',
  'media:segment',
  'media:what-failed',
  'media:analyse',
  'transcript:load',
  'chapters:load',
  'artwork:load',
  'artwork:clear',
  'settings:read',
  'settings:change',
  'settings:choose-download-folder',
  'system:info',
  'system:licences',
  'system:open-external',
  'system:report-error',
  'request:cancel',
] as const;

export const eventChannels = [
  'download:changed',
  'download:queue',
  'download:moved',
  'media:analysing',
  'settings:changed',
  'system:command',
  'system:add-show',
  'system:notice',
] as const;

export type RequestChannel = (typeof requestChannels)[number];
export type EventChannel = (typeof eventChannels)[number];
