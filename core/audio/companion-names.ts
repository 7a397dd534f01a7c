import { alignmentsName, checkpointName } from '../alignment/kept-alignments.ts';
import { audioAnalysisName } from './audio-analysis.ts';
import { frameIndexName } from './frame-index.ts';

/** Names of the hidden files that are kept beside the audio file `fileName`, always in one order: they go where it goes. */
export function companionNames(fileName: string): string[] {
  return [
    frameIndexName(fileName),
    audioAnalysisName(fileName),
    alignmentsName(fileName),
    checkpointName(fileName),
  ];
}
