import { openInterpreter } from '../interpret.ts';
import { thOfData } from './th-of-data.ts';
import { thOfPhrases } from './th-of-phrases.ts';
import { thOfRefusals } from './th-of-refusals.ts';
import { thOfServer } from './th-of-server.ts';

export { th } from './th.ts';
export { thOfData, thOfPhrases, thOfRefusals, thOfServer };

/** What the server says, in Thai. */
export const interpret = (locale: string) =>
  openInterpreter({ ...thOfData, ...thOfPhrases, ...thOfRefusals, ...thOfServer }, locale);
