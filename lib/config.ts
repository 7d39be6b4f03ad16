// The only reader of process.env, and all that is known of each setting.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './errors.ts';

const optionalText = z
  .string()
  .trim()
  .transform((s) => s || undefined)
  .optional();

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''));

/** Every setting with what it does, by what it is about: docs/configuration.md and .env.example are made of it. */
export const SETTINGS = {
  'The server': {
    PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Where the server listens.'),
    HOST: z.string().default('127.0.0.1').describe('On which address; 0.0.0.0 is all of them.'),
    REFRAIN_URL: optionalText
      .pipe(z.url().optional())
      .describe('The address people reach it under, for links in messages; http://localhost:PORT otherwise.')
      .meta({ example: 'https://refrain.example.com' }),
    REQUESTS_PER_MINUTE: z.coerce
      .number()
      .int()
      .positive()
      .default(1200)
      .describe(
        'How many requests a minute one person, or one API token, may make, of all processes together.',
      ),
    REQUEST_SECONDS: z.coerce
      .number()
      .positive()
      .default(300)
      .describe('How long a request may take to arrive before its connection is closed.'),
    DRAIN_SECONDS: z.coerce
      .number()
      .positive()
      .default(30)
      .describe('How long a process that is told to stop may take to finish what it has begun.'),
  },
  'Signing in': {
    OIDC_ISSUER: optionalText
      .pipe(z.url({ protocol: /^https?$/ }).optional())
      .describe(
        'The company’s own sign-in (OpenID Connect), which sends people back to REFRAIN_URL/sign-in/sso/callback.',
      )
      .meta({ example: 'https://login.example.com' }),
    OIDC_CLIENT_ID: optionalText.describe('What we are called there.').meta({ example: 'refrain' }),
    OIDC_CLIENT_SECRET: optionalText.describe('How we prove it there.').meta({ example: '…' }),
    OIDC_NAME: z.string().default('Company sign-in').describe('What its button says.'),
    OIDC_GROUPS_CLAIM: z.string().default('groups').describe('The claim that lists a person’s groups.'),
    OIDC_ROLES: optionalText
      .describe('Which group has which role, each time they sign in; nobody in none of them comes in.')
      .meta({ example: 'campaign-admins=admin, leads=approver, sales=manager' }),
    OIDC_WORKSPACE: optionalText
      .describe('The workspace that it is for, where there are several.')
      .meta({ example: 'demo' }),
    INVITE_DOMAINS: list
      .describe('Where admins may invite people by e-mail: domains whose mailboxes are the company’s.')
      .meta({ example: 'example.com, example.org' }),
    TRUSTED_PROXIES: list
      .describe('Proxies whose word about who asks is taken: addresses or networks.')
      .meta({ example: '10.0.0.0/8' }),
  },
  'Watching it': {
    LOG_LEVEL: z
      .enum(['silent', 'error', 'warn', 'info', 'debug'])
      .default('warn')
      .describe('What the log tells: from nothing to everything.'),
    METRICS_PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65535)
      .optional()
      .describe('Where Prometheus reads what the process counts (/metrics); without it nobody can.')
      .meta({ example: '9464' }),
    METRICS_HOST: z.string().default('127.0.0.1').describe('On which address.'),
    OTEL_EXPORTER_OTLP_ENDPOINT: optionalText
      .pipe(z.url().optional())
      .describe(
        'A collector of traces that speaks OTLP over HTTP; without it nothing is traced. Other OTEL_EXPORTER_OTLP_… variables (headers, time-out) are heeded, too.',
      )
      .meta({ example: 'http://localhost:4318' }),
  },
  'Where data lives': {
    REFRAIN_DATA: z
      .string()
      .default('.refrain')
      .describe('The folder of the embedded database and of the generated secret.'),
    REFRAIN_SEAL_SECRETS: list
      .describe(
        'Further secrets of 32 characters or more, the newest first, that secrets and addresses in the database are sealed under.',
      )
      .meta({ example: '…' }),
    REFRAIN_SECRET: optionalText
      .pipe(z.string().min(32, 'needs at least 32 characters').optional())
      .describe(
        'The secret that all keys derive from, 32 characters or more; made and kept in REFRAIN_DATA otherwise. Never change it: suppressions are stored under a key derived from it.',
      ),
    DATABASE_URL: optionalText
      .pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional())
      .describe('Postgres 15 or newer instead of the embedded database.')
      .meta({ example: 'postgres://refrain@localhost:5432/refrain' }),
    REDIS_URL: optionalText
      .pipe(z.url({ protocol: /^rediss?$/ }).optional())
      .describe('Redis instead of the database for waking the workers.')
      .meta({ example: 'redis://localhost:6379' }),
    REFRAIN_DEMONSTRATION: z
      .stringbool()
      .default(true)
      .describe(
        'With false, a first start makes an empty workspace for your own customers instead of the demonstration.',
      ),
    REFRAIN_NOW: optionalText
      .pipe(z.iso.datetime({ offset: true }).optional())
      .describe('Freezes the product’s idea of "now", for rehearsals and tests.')
      .meta({ example: '2026-11-21T03:00:00Z' }),
  },
  'A model instead of the embedded planner': {
    OPENAI_API_KEY: optionalText.describe('The key of a server that speaks the OpenAI protocol.'),
    OPENAI_BASE_URL: optionalText.pipe(z.url().optional()).describe('Its address; OpenAI’s own otherwise.'),
    OPENAI_MODEL: z.string().default('gpt-5-mini').describe('The model.'),
    OPENAI_API: z
      .enum(['chat', 'responses'])
      .default('chat')
      .describe('Which of its two protocols: chat completions or responses.'),
    AZURE_OPENAI_ENDPOINT: optionalText
      .pipe(z.url().optional())
      .describe(
        'A resource of Azure instead of OPENAI_BASE_URL; OPENAI_MODEL is then the name of the deployment.',
      )
      .meta({ example: 'https://my-resource.openai.azure.com' }),
    AZURE_OPENAI_API_VERSION: z.string().default('2025-04-01-preview').describe('Of Azure’s protocol.'),
    OPENAI_INPUT_PRICE: z.coerce
      .number()
      .nonnegative()
      .default(0)
      .describe('US dollars for a million tokens read, so that each conversation says what it cost.'),
    OPENAI_OUTPUT_PRICE: z.coerce
      .number()
      .nonnegative()
      .default(0)
      .describe('US dollars for a million tokens written.'),
    OPENAI_TIMEOUT_MS: z.coerce
      .number()
      .int()
      .positive()
      .default(60_000)
      .describe('How long one answer may take before the planner goes on.'),
  },
  'Judging e-mail': {
    SPAMD_URL: optionalText
      .pipe(z.url({ protocol: /^spamd$/ }).optional())
      .describe(
        'SpamAssassin’s daemon, which scores e-mail in previews and dry runs; without it our own few signs of spam judge it alone.',
      )
      .meta({ example: 'spamd://localhost:783' }),
  },
  'E-mail of a new workspace': {
    SMTP_URL: optionalText
      .pipe(z.url({ protocol: /^smtps?$/ }).optional())
      .describe('Its first e-mail account; without it e-mail lands in the visible outbox.')
      .meta({ example: 'smtp://user:password@localhost:587' }),
    SMTP_FROM: optionalText
      .pipe(z.email().optional())
      .describe('Who sends it.')
      .meta({ example: 'team@example.com' }),
  },
};

export const configSchema = z.object({
  ...SETTINGS['The server'],
  ...SETTINGS['Signing in'],
  ...SETTINGS['Watching it'],
  ...SETTINGS['Where data lives'],
  ...SETTINGS['A model instead of the embedded planner'],
  ...SETTINGS['Judging e-mail'],
  ...SETTINGS['E-mail of a new workspace'],
});

export type Config = z.infer<typeof configSchema>;

/** Reads the settings; a wrong one throws `config:invalid` with a sentence that names it. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    const first = parsed.error.issues[0]!;
    throw new AppError('config:invalid', `The setting ${first.path.join('.')} is wrong: ${first.message}.`, {
      nextStep: `Correct ${first.path.join('.')} in the environment or in .env, then start again.`,
    });
  }
  return { ...parsed.data, REFRAIN_DATA: resolve(parsed.data.REFRAIN_DATA) };
}

/** The settings of the environment and of a `.env` file beside the program; the environment wins. */
export function readSettings(): Config {
  const file = resolve(import.meta.dirname, '../.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return readConfig();
}
