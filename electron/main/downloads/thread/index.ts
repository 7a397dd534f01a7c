import { parentPort, workerData } from 'node:worker_threads';
import { withSample } from '../../network/open-sample.ts';
import { createOpenUrl } from '../../network/open-url.ts';
import { RateLimit } from '../rate-limit.ts';
import { realTimer } from '../real-timer.ts';
import { SignInWatch } from '../sign-in-watch.ts';
import { transfer } from '../transfer.ts';
import { askForRoutes } from './route-questions.ts';
import { serveTransfers } from './serve-transfers.ts';
import type { TransferPort } from './serve-transfers.ts';
import type { TransferThreadData } from './start-transfer-thread.ts';

const { userAgent, sample } = workerData as TransferThreadData;
const now = (): number => Math.round(performance.timeOrigin + performance.now());
const rateLimit = new RateLimit({ now, after: realTimer });
const port = parentPort as unknown as TransferPort;
const openUrl = withSample(sample, createOpenUrl(userAgent, { findRoutes: askForRoutes(port) }));
const needs = { openUrl, now, rateLimit, signIn: new SignInWatch() };
serveTransfers(port, (task) => transfer(needs, task), rateLimit);
