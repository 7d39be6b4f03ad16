import { plural } from '../../../lib/text.ts';
import type { CallResult } from '../types.ts';

/** What became of a request for approval. */
export function sayApproval({ forModel, args }: CallResult, _results: readonly CallResult[]): string {
  const many = Number(forModel.targeted ?? forModel.recipients ?? 0);
  const what = args.test || forModel.isTest ? 'The test' : 'It';
  const comment =
    typeof forModel.comment === 'string' && forModel.comment ? ` The comment: “${forModel.comment}”.` : '';
  switch (forModel.status) {
    case 'approved':
      return `${what} is approved and on its way to ${plural(many, 'recipient')}. Say “how is it going” to follow it.${comment}`;
    case 'rejected':
      return `${what} was rejected, so nothing goes out.${comment} Change the campaign and say “send it” to ask again.`;
    case 'voided':
    case 'superseded':
      return 'The request for approval no longer holds, because the campaign changed. Say “send it” to ask again.';
    case 'expired':
      return 'Nobody decided in time, so the request for approval has expired and nothing went out. Say “send it” to ask again.';
    default:
      return `${what} waits for approval: ${plural(many, 'recipient')}. Nothing goes out before that.`;
  }
}
