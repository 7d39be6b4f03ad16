import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../../lib/config.ts';
import { AppError } from '../../lib/errors.ts';
import {
  createTenant,
  deleteTenant,
  exportTenant,
  keyringOf,
  listTenants,
  setTier,
  TIER_NAMES,
  withWorkspaces,
} from '../../offline.ts';
import { type Command, printJson } from '../command.ts';
import type { Options } from '../options.ts';

type Given = { config: Config; words: readonly string[]; options: Options };

const named = (word: string | undefined, what: string): string => {
  if (word) return word;
  throw new AppError('input:invalid', `${what} is missing.`, { nextStep: 'See refrain --help.' });
};

const ACTS: Record<string, (given: Given) => Promise<unknown>> = {
  list: ({ config }) =>
    withWorkspaces(config, async (database) =>
      (await listTenants(database)).map(({ slug, name, tier }) => ({ slug, name, tier: tier.name })),
    ),
  create: ({ config, words: [slug, ...name] }) =>
    withWorkspaces(config, async (database) => {
      const input = { slug: named(slug, 'Its short name'), name: named(name.join(' '), 'Its name') };
      const made = await createTenant(database, keyringOf(config), input);
      return { slug: made.slug, name: made.name };
    }),
  tier: ({ config, words: [slug, tier] }) =>
    withWorkspaces(config, async (database) => {
      const given = { slug: named(slug, 'The workspace'), tier: named(tier, 'The tier'), names: TIER_NAMES };
      await setTier(database, given);
      return given;
    }),
  export: ({ config, words: [slug, file] }) =>
    withWorkspaces(config, async (database) => {
      const lines = Readable.from(
        exportTenant(database, {
          ...{ slug: named(slug, 'The workspace'), keys: keyringOf(config) },
        }),
      );
      const path = named(file, 'The file to write');
      await pipeline(lines, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      return { file: path };
    }),
  delete: ({ config, words: [slug], options: { confirm } }) =>
    withWorkspaces(config, (database) =>
      deleteTenant(database, { slug: named(slug, 'The workspace'), confirm }),
    ),
};

export const workspace: Command = {
  name: 'workspace',
  usage: 'workspace list | create <slug> <name> | tier <slug> <tier> | export <slug> <file> | delete <slug>',
  does: 'the workspaces of this installation: what no admin of one may do',
  needsApi: false,
  async run({ config, options }) {
    const [act = 'list', ...words] = options.words;
    const does = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
    if (!does)
      throw new AppError('input:invalid', `There is no "workspace ${act}".`, {
        nextStep: `There is ${Object.keys(ACTS).join(', ')}.`,
      });
    printJson(await does({ config, words, options }));
  },
};
