// The parts of reading that are decided by code, handed to the triagers by wiring.
import { findOptOut, leftToStop } from './find-opt-out.ts';
import { readMailKind } from './mail-kind.ts';
import { mayBeOptOut } from './may-be-opt-out.ts';
import { ownWords } from './own-words.ts';

export const reading = { findOptOut, leftToStop, mayBeOptOut, readMailKind, ownWords };
export type Reading = typeof reading;
