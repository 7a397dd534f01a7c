import i18next from 'i18next';
import type { Result } from '../../core/result.ts';
import type { AudioOffer } from '../library/import-files.ts';
import { chooseAudioFiles, offerDroppedAudio } from '../library/import-files.ts';
import { notify } from '../ui/notices.tsx';
import { errorWords } from '../words/error-words.ts';
import { showImportAudio } from './window-state.ts';

/** What is called like audio; folders have no type and no ending. */
const audioFile = /\.(?:mp3|m4a|m4b|mp4|m4v|aac|ogg|oga|opus|flac|wav|webm)$/i;

/** Asks for audio files; our own dialog opens when there are some. */
export async function openImportAudio(): Promise<void> {
  const offer = await chooseAudioFiles();
  if (offer.ok && offer.value.files.length + offer.value.refused === 0) return;
  show(offer);
}

/** The same with what was dropped on the window. Answers whether there is audio among it. */
export function openDroppedAudio(files: readonly File[]): boolean {
  const audio = files.filter(({ name, type }) => audioFile.test(name) || type.startsWith('audio/'));
  if (audio.length === 0) return false;
  void offerDroppedAudio(audio).then(show);
  return true;
}

function show(offer: Result<AudioOffer>): void {
  if (!offer.ok) notify({ tone: 'failure', ...errorWords(i18next.t, offer.error) });
  else showImportAudio(offer.value);
}
