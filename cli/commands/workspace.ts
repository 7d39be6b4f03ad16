import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../../lib/config.ts';
import { AppError } from '../../lib/errors.ts';
import {
  deleteTenant,
  exportTenant,
  keyringOf,
  listTenants,
  setTier,
  tierChange,
  withWorkspaces,
} from '../../offline.ts';
import { type Command, printJson } from '../command.ts';
import type { Options } from '../options.ts';

type Given = { config: Config; words: readonly string[]; options: Options };

const named = (word: string | undefined, what: string): string => {
  if (word) return word;
  throw new AppError('input:invalid', `${what} is missing.`, { nextStep: 'See refrain --help.' });
};

const MOST: Record<string, null | 'usual' | undefined> = { none: null, usual: 'usual', '': undefined };

async function retier(config: Config, slug: string | undefined, change: unknown) {
  const parsed = tierChange.safeParse(change);
  if (!parsed.success)
    throw new AppError('input:invalid', 'There is no such limit or feature, or not this way.', {
      nextStep:
        'limit <slug> seats|channels|sendsPerMonth|audience|variants <number>|none|usual; feature <slug> webhooks|widget|offers|standing on|off|usual.',
    });
  const given = { slug: named(slug, 'The workspace'), change: parsed.data };
  await withWorkspaces(config, (database) => setTier(database, { config, ...given }));
  return { slug: given.slug, ...given.change };
}

/** Ready for an import, with somebody who may come in. */
async function create(config: Config, given: { slug: string; name: string; admin: string }) {
  const { openRefrain } = await import('../../wire.ts');
  const refrain = await openRefrain(config);
  try {
    const { slug, name } = await refrain.addWorkspace(given);
    return { slug, name, admin: given.admin, signIn: `refrain sign-in --workspace ${slug}` };
  } finally {
    await refrain.close();
  }
}

const ACTS: Record<string, (given: Given) => Promise<unknown>> = {
  list: ({ config }) =>
    withWorkspaces(config, async (database) =>
      (await listTenants(database)).map(({ slug, name, tier }) => ({ slug, name, tier: tier.name })),
    ),
  create: ({ config, words: [slug, ...name], options }) =>
    create(config, {
      slug: named(slug, 'Its short name'),
      name: named(name.join(' '), 'Its name'),
      admin: named(options.admin, 'The e-mail address of its first admin (--admin)'),
    }),
  tier: ({ config, words: [slug, tier] }) => retier(config, slug, { tier: named(tier, 'The tier') }),
  limit: ({ config, words: [slug, limit, most = ''] }) =>
    retier(config, slug, { limit, most: most in MOST ? MOST[most] : Number(most) }),
  feature: ({ config, words: [slug, feature, is] }) => retier(config, slug, { feature, is }),
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
  usage:
    'workspace list | create <slug> <name> --admin <e-mail> | tier <slug> <tier> | limit <slug> <limit> <most> | feature <slug> <feature> on|off | export <slug> <file> | delete <slug>',
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
