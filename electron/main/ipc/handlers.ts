import { alignmentHandlers } from './alignment-handlers.ts';
import type { AlignmentNeeds } from './alignment-handlers.ts';
import { analysisHandlers } from './analysis-handlers.ts';
import type { AnalysisNeeds } from './analysis-handlers.ts';
import type { Handlers } from './answer-request.ts';
import { credentialsHandlers } from './credentials-handlers.ts';
import type { CredentialsNeeds } from './credentials-handlers.ts';
import { desktopHandlers } from './desktop-handlers.ts';
import type { DesktopHandlerNeeds } from './desktop-handlers.ts';
import { downloadHandlers } from './download-handlers.ts';
import type { DownloadNeeds } from './download-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import type { ImportNeeds } from './import-handlers.ts';
import { folderHandlers } from './folder-handlers.ts';
import type { FolderNeeds } from './folder-handlers.ts';
import { highlightsHandlers } from './highlights-handlers.ts';
import { exportHandlers } from './export-handlers.ts';
import type { ExportNeeds } from './export-handlers.ts';
import { networkHandlers } from './network-handlers.ts';
import type { NetworkNeeds } from './network-handlers.ts';
import { opmlHandlers } from './opml-handlers.ts';
import type { OpmlNeeds } from './opml-handlers.ts';
import { systemHandlers } from './system-handlers.ts';
import type { SystemNeeds } from './system-handlers.ts';
import { transcriptHandlers } from './transcript-handlers.ts';
import type { TranscriptNeeds } from './transcript-handlers.ts';

/** Every request of the contract: a channel without a handler does not compile. */
export function createHandlers(
  needs: SystemNeeds &
    NetworkNeeds &
    OpmlNeeds &
    ExportNeeds &
    DownloadNeeds &
    TranscriptNeeds &
    CredentialsNeeds &
    AnalysisNeeds &
    AlignmentNeeds &
    DesktopHandlerNeeds &
    FolderNeeds &
    ImportNeeds,
): Handlers {
  return {
    ...systemHandlers(needs),
    ...networkHandlers(needs),
    ...credentialsHandlers(needs),
    ...opmlHandlers(needs),
    ...highlightsHandlers(needs),
    ...exportHandlers(needs),
    ...downloadHandlers(needs),
    ...transcriptHandlers(needs),
    ...analysisHandlers(needs),
    ...alignmentHandlers(needs),
    ...desktopHandlers(needs),
    ...folderHandlers(needs),
    ...importHandlers(needs),
  };
}
