import { appError } from '../../../core/app-error.ts';
import type { RequestChannel } from '../../../core/ipc/channels.ts';
import { contract } from '../../../core/ipc/contract.ts';
import type { Envelope, RequestArgs } from '../../../core/ipc/contract.ts';
import { failure } from '../../../core/result.ts';
import type { Logger } from '../logger.ts';
import { isLargerThan } from './payload-size.ts';

export type Handlers = {
  readonly [Channel in RequestChannel]: (args: RequestArgs<Channel>) => Promise<Envelope<Channel>>;
};

/** No request needs more: the largest is an OPML file or a text carried by a feed. */
const maximumPayload = 64 * 1024 * 1024;

/** One request from the window: size, schema, call. Never rejects: what goes wrong is in the envelope and in the log. */
export async function answerRequest<Channel extends RequestChannel>(
  request: { channel: Channel; args: unknown },
  handlers: Handlers,
  log: Logger,
): Promise<Envelope<Channel>> {
  const { channel } = request;
  if (isLargerThan(request.args, maximumPayload)) {
    log.warn(`${channel}: arguments too large`);
    return failure(appError('bad-request', 'arguments too large'));
  }
  const args = contract[channel].args.safeParse(request.args);
  if (!args.success) {
    log.warn(`${channel}: ${args.error.message}`);
    return failure(appError('bad-request', args.error.message));
  }
  try {
    const answer = await handlers[channel](args.data as RequestArgs<Channel>);
    if (!answer.ok) log.info(`${channel}: ${answer.error.code} ${answer.error.detail ?? ''}`);
    return answer;
  } catch (cause) {
    log.error(channel, cause);
    return failure(appError('unexpected', cause instanceof Error ? cause.message : String(cause)));
  }
}
