import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { longWords, makeLongVoice } from '../bench/long-voice.ts';
