import { analyseAudio } from './analyse-audio.ts';
import { serveSound } from './serve-sound.ts';

serveSound(analyseAudio, 'audio-not-analysed');
