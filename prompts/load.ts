import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../lib/crypto.ts';

export type Prompt = {
  /** Recorded with every answer that the prompt led to. */
  hash: string;
  /** Throws when a variable of the text is missing, or one is given that the text does not have. */
  fill(variables: Record<string, string>): string;
};

const VARIABLE = /\{\{(\w+)\}\}/g;

/** Reads `prompts/<name>.md`, whose variables are written `{{name}}`. */
export const loadPrompt = (name: string): Prompt =>
  promptOf(name, readFileSync(join(import.meta.dirname, `${name}.md`), 'utf8'));

/** A prompt of this text. */
export function promptOf(name: string, text: string): Prompt {
  const wanted = new Set([...text.matchAll(VARIABLE)].map(([, variable]) => variable!));
  return {
    hash: sha256(text),
    fill(variables) {
      const missing = [...wanted].filter((variable) => !(variable in variables));
      const unused = Object.keys(variables).filter((variable) => !wanted.has(variable));
      if (missing.length + unused.length > 0) {
        throw new Error(
          `The prompt ${name} misses [${missing.join(', ')}] and does not use [${unused.join(', ')}].`,
        );
      }
      return text.replace(VARIABLE, (_, variable: string) => variables[variable]!);
    },
  };
}
