import { alignAudio } from './align-audio.ts';
import { serveSound } from './serve-sound.ts';

serveSound(alignAudio, 'alignment-broken', ({ ahead }) => !ahead);
