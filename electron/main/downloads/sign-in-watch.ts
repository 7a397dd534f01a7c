import { appError } from '../../../core/app-error.ts';
import { followTrail, isSignIn, noTrail } from '../../../core/download/sign-in-page.ts';
import type { SignInTrail } from '../../../core/download/sign-in-page.ts';
import { AppFailure } from '../app-failure.ts';

/** How long a download waits that was led to a page of another host: it may be a sign-in that is done in a minute (ms). */
const foreignPageMs = 60_000;

/** Tells a network that asks for a sign-in from an episode that is not there, over all transfers. */
export class SignInWatch {
  private trail: SignInTrail = noTrail;

  sawAudio(): void {
    this.trail = noTrail;
  }

  /** Why a page in the place of audio ends the transfer. */
  failureOf(page: { url: string; finalUrl: string; kind: string }): AppFailure {
    const before = this.trail;
    this.trail = followTrail(before, page);
    if (isSignIn(this.trail)) return new AppFailure(appError('network-sign-in', 'one page for every host'));
    const notAudio = appError('audio-not-audio', `the server sent ${page.kind}`);
    return new AppFailure(this.trail === before ? notAudio : { ...notAudio, retryAfterMs: foreignPageMs });
  }
}
