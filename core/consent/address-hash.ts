import { hmac, type Keyring } from '../../lib/crypto.ts';

/**
 * The keyed hash under which suppressions and consents know an address; `normalised` is the form of the channel's own
 * `normalise`. The key is never rotated, so that an opt-out survives erasure and a new import.
 */
export const addressHash = (keys: Keyring, normalised: string): string => hmac(keys.address, normalised);
