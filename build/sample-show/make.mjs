import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { english, englishSaid, russian } from './clips.mjs';
import { readTranscription, timeEnglishWords } from './english-words.mjs';
import { feed, vtt } from './documents.mjs';
import { timeRussianWords } from './russian-words.mjs';

const librivox = '/usr/share/pocketsphinx/test/data/librivox';
const festvox = '/usr/share/festival/voices/russian/msu_ru_nsh_clunits';
const here = path.dirname(fileURLToPath(import.meta.url));
const sample = path.resolve(here, '../../sample');

/** @typedef {import('./english-words.mjs').TimedWord} TimedWord */
/** @typedef {{ wav: string, words: TimedWord[] }} Clip one sentence or clause: its sound and its words, ms from its start */

const folder = mkdtempSync(path.join(tmpdir(), 'sample-show-'));
try {
  const lengths = {
    english: makeEpisode('sense-and-sensibility', englishClips()),
    russian: makeEpisode('aelita', russianClips()),
  };
  writeFileSync(path.join(sample, 'feed.xml'), feed(lengths));
  execFileSync('convert', [
    '-background',
    'none',
    path.join(here, 'cover.svg'),
    '-resize',
    '600x600',
    '-depth',
    '8',
    path.join(sample, 'cover.png'),
  ]);
} finally {
  rmSync(folder, { recursive: true });
}

/** @returns {Clip[]} */
function englishClips() {
  const spoken = readTranscription(path.join(librivox, 'transcription'));
  return english.map(({ clip, text }) => {
    const name = `sense_and_sensibility_01_austen_64kb-${clip}`;
    const shown = text.split(' ');
    const said = shown.map((word) => englishSaid[word] ?? [word.toLowerCase().replaceAll(/[^a-z']/g, '')]);
    // The reader starts one word twice ("a more a amiable"); the false start belongs to the word that follows.
    const repeated = (spoken.get(name) ?? []).join(' ').includes('more a amiable');
    if (repeated) said[shown.indexOf('amiable')]?.unshift('a');
    const wav = path.join(librivox, `${name}.wav`);
    return { wav, words: timeEnglishWords({ wav, shown, said, folder }) };
  });
}

/** @returns {Clip[]} */
function russianClips() {
  return russian.map(({ clip, text }) => {
    const shown = text.split(' ').reduce(joinDash, /** @type {string[]} */ ([]));
    return {
      wav: path.join(festvox, `wav/ru_${clip}.wav`),
      words: timeRussianWords({ label: path.join(festvox, `lab/ru_${clip}.lab`), shown }),
    };
  });
}

/** A dash standing alone has no sound: it stays with the word before it. @param {string[]} words @param {string} word */
function joinDash(words, word) {
  if (word === '—') words.push(`${words.pop() ?? ''} —`);
  else words.push(word);
  return words;
}

/**
 * Joins the clips into one MP3 and one transcript.
 * @param {string} name @param {Clip[]} clips @returns {{ seconds: number, bytes: number }}
 */
function makeEpisode(name, clips) {
  const mp3 = path.join(sample, `${name}.mp3`);
  const inputs = clips.flatMap((clip) => ['-i', clip.wav]);
  const joined = `concat=n=${clips.length}:v=0:a=1`;
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    ...inputs,
    '-filter_complex',
    joined,
    '-ac',
    '1',
    '-ar',
    '16000',
    '-c:a',
    'libmp3lame',
    '-q:a',
    '5',
    '-map_metadata',
    '-1',
    mp3,
  ]);
  let offsetMs = 0;
  const cues = clips.map((clip) => {
    const words = clip.words.map((word) => ({
      ...word,
      startMs: word.startMs + offsetMs,
      endMs: word.endMs + offsetMs,
    }));
    offsetMs += Number(execFileSync('soxi', ['-D', clip.wav], { encoding: 'utf8' })) * 1000;
    return words;
  });
  writeFileSync(path.join(sample, `${name}.vtt`), vtt(cues));
  return { seconds: Math.round(offsetMs / 1000), bytes: statSync(mp3).size };
}
