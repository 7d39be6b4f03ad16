import type { Config } from '../lib/config.ts';
import { AppError } from '../lib/errors.ts';
import type { Client } from './client.ts';
import type { Options } from './options.ts';

type Setting = { config: Config; options: Options };

export type Command = { name: string; usage: string; does: string } & (
  | { needsApi: true; run(setting: Setting & { client: Client }): Promise<void> }
  | { needsApi: false; run(setting: Setting): Promise<void> }
);

export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

/** The words after the command as one text; without any, a sentence that says what is missing. */
export function textOf({ words }: Options, what: string): string {
  const text = words.join(' ').trim();
  if (text) return text;
  throw new AppError('input:invalid', `${what} is missing.`, { nextStep: 'See refrain --help.' });
}
