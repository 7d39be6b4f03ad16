// The only reader of process.env. .env.example lists exactly these settings (a test compares them).
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './errors.ts';

const optionalText = z
  .string()
  .trim()
  .transform((s) => s || undefined)
  .optional();

export const configSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  REFRAIN_URL: optionalText.pipe(z.url().optional()),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalText.pipe(z.url().optional()),
  DRAIN_SECONDS: z.coerce.number().positive().default(30),
  REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(1200),
  REFRAIN_DATA: z.string().default('.refrain'),
  REFRAIN_SECRET: optionalText.pipe(z.string().min(32, 'needs at least 32 characters').optional()),
  REFRAIN_DEMONSTRATION: z.stringbool().default(true),
  REFRAIN_NOW: optionalText.pipe(z.iso.datetime({ offset: true }).optional()),
  DATABASE_URL: optionalText.pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  REDIS_URL: optionalText.pipe(z.url({ protocol: /^rediss?$/ }).optional()),
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: optionalText.pipe(z.url().optional()),
  OPENAI_MODEL: z.string().default('gpt-5-mini'),
  OPENAI_API: z.enum(['chat', 'responses']).default('chat'),
  AZURE_OPENAI_ENDPOINT: optionalText.pipe(z.url().optional()),
  AZURE_OPENAI_API_VERSION: z.string().default('2025-04-01-preview'),
  OPENAI_INPUT_PRICE: z.coerce.number().nonnegative().default(0),
  OPENAI_OUTPUT_PRICE: z.coerce.number().nonnegative().default(0),
  OPENAI_TIMEOUT_MS: z.coerce.number().int().positive().default(60_000),
  SMTP_URL: optionalText.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
  SMTP_FROM: optionalText.pipe(z.email().optional()),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
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
