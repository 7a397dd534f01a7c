import { success } from '../../../core/result.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import type { Handlers } from './answer-request.ts';

export interface CredentialsNeeds {
  readonly credentials: Promise<CredentialStore>;
}

type CredentialsHandlers = Pick<Handlers, 'credentials:keep' | 'credentials:forget' | 'credentials:about'>;

export function credentialsHandlers({ credentials }: CredentialsNeeds): CredentialsHandlers {
  return {
    'credentials:keep': async (asked) => (await credentials).keep(asked),
    'credentials:forget': async (asked) => (await credentials).forget(asked),
    'credentials:about': async (asked) => success((await credentials).about(asked)),
  };
}
