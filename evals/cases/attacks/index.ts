import type { Attack } from './attack.ts';
import { INBOUND_ATTACKS } from './inbound.ts';
import { MIND_ATTACKS } from './minds.ts';
import { SENTENCE_ATTACKS } from './sentences.ts';

export const ATTACKS: readonly Attack[] = [...SENTENCE_ATTACKS, ...INBOUND_ATTACKS, ...MIND_ATTACKS];
