// How every product of Meta's asks whether an address is ours, and signs what it tells.
import { equalInConstantTime } from '../../lib/crypto.ts';
import type { Webhook } from '../contract.ts';
import { isSignedWith } from '../signature.ts';

type Secrets = { verifyToken: string; appSecret: string };

export const signedByMeta: Pick<Webhook<Secrets>, 'challenge' | 'isSigned'> = {
  challenge({ verifyToken }, { method, url }) {
    const query = new URL(url).searchParams;
    if (method !== 'GET' || query.get('hub.mode') !== 'subscribe') return null;
    return equalInConstantTime(query.get('hub.verify_token') ?? '', verifyToken)
      ? query.get('hub.challenge')
      : null;
  },
  isSigned({ appSecret }, { headers, body }) {
    const carried = /^sha256=([0-9a-f]{64})$/i.exec(headers['x-hub-signature-256'] ?? '')?.[1];
    const signed = { algorithm: 'sha256', secret: appSecret, bytes: body } as const;
    return isSignedWith(signed, carried ? Buffer.from(carried, 'hex') : undefined);
  },
};
