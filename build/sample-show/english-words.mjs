import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const model = '/usr/share/pocketsphinx/model/en-us';

/** @typedef {{ text: string, startMs: number, endMs: number }} TimedWord */

/**
 * Times each word of a clip whose wording is known: the recogniser may only follow a grammar of exactly these words.
 * A word said twice ("a, a") is one displayed word: `said` groups the spoken words by displayed word.
 * @param {{ wav: string, shown: string[], said: string[][], folder: string }} clip
 * @returns {TimedWord[]} times in ms from the start of the clip
 */
export function timeEnglishWords({ wav, shown, said, folder }) {
  const grammar = path.join(folder, 'clip.gram');
  writeFileSync(grammar, `#JSGF V1.0;\ngrammar clip;\npublic <clip> = ${said.flat().join(' ')} ;\n`);
  const output = execFileSync(
    'pocketsphinx_continuous',
    [
      '-hmm',
      `${model}/en-us`,
      '-dict',
      `${model}/cmudict-en-us.dict`,
      '-jsgf',
      grammar,
      '-infile',
      wav,
    ].concat(['-time', 'yes', '-remove_silence', 'no', '-logfn', '/dev/null']),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const spans = output
    .split('\n')
    .map((line) => /^([a-z']+)(?:\(\d+\))? ([\d.]+) ([\d.]+) /.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({
      word: match[1],
      startMs: Number(match[2]) * 1000,
      endMs: Number(match[3]) * 1000 + 10,
    }));
  if (spans.map((span) => span.word).join(' ') !== said.flat().join(' ')) {
    throw new Error(`The recogniser heard something else in ${wav}:\n${output}`);
  }
  let next = 0;
  return shown.map((text, index) => {
    const first = spans[next];
    next += said[index]?.length ?? 0;
    return { text, startMs: Math.round(first?.startMs ?? 0), endMs: Math.round(spans[next - 1]?.endMs ?? 0) };
  });
}

/** @param {string} file reads a `<s> … </s> (name)` list into name → spoken words */
export function readTranscription(file) {
  const entries = readFileSync(file, 'utf8').matchAll(/<s> (.*) <\/s> \((.*)\)/g);
  return new Map([...entries].map((entry) => [String(entry[2]), String(entry[1]).split(' ')]));
}
