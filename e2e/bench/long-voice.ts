import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** How long the voice of the sample speaks before it begins again (s). */
const oneRound = 55;

/** The voice of the sample over and over, as an episode is: 44.1 kHz, stereo, 128 kbit/s unless `codec` says otherwise. */
export function makeLongVoice(
  file: string,
  seconds: number,
  codec: readonly string[] = ['-c:a', 'libmp3lame', '-b:a', '128k'],
): void {
  const voice = path.resolve('sample', 'aelita.mp3');
  const loop = `[0:a]atrim=0:${oneRound},asetpts=N/SR/TB,aloop=loop=-1:size=${oneRound * 16_000}`;
  const input = ['-i', voice, '-filter_complex', `${loop},aresample=44100[out]`, '-map', '[out]'];
  const sound = ['-t', String(seconds), '-ac', '2', ...codec];
  const made = spawnSync('ffmpeg', ['-v', 'error', '-y', ...input, ...sound, file], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`ffmpeg: ${made.stderr}`);
}

/** Its words, each with its time, as WebVTT. */
export function longWords(seconds: number): string {
  const cues = readFileSync(path.resolve('sample', 'aelita.vtt'), 'utf8').trim().split('\n\n').slice(1);
  const rounds = Array.from({ length: Math.ceil(seconds / oneRound) }, (_, round) =>
    cues.map((cue) =>
      cue.replace(/(\d\d):(\d\d\.\d\d\d)/g, (_all, minutes: string, rest: string) =>
        timeOf(Number(minutes) * 60 + Number(rest) + round * oneRound),
      ),
    ),
  );
  return ['WEBVTT', ...rounds.flat()].join('\n\n');
}

function timeOf(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}
