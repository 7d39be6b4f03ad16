// Requests as a provider makes them to us, and the bodies that vendors publish.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inbound } from '../channels/contract.ts';
import { VENDOR } from './vendors/specs.ts';

export const receivedAt = new Date('2026-11-21T03:00:00Z');
export const inbound = (body: string, headers: Record<string, string> = {}): Inbound => ({
  method: 'POST',
  url: 'https://refrain.example/webhooks/t/a',
  headers,
  body: Buffer.from(body),
  receivedAt,
});

/** The body with one byte of it changed, at several places. */
export const spoiled = (body: string): string[] =>
  Array.from({ length: 20 }, (_, n) => Math.floor((n * body.length) / 20)).map(
    (at) => `${body.slice(0, at)}${body[at] === 'x' ? 'y' : 'x'}${body.slice(at + 1)}`,
  );

/** What each of the sample reports of a mail service says, by its number. */
export function mailReports(
  service: string,
  parse: (body: string) => { kind: string }[],
): Record<string, string[]> {
  const folder = join(VENDOR, 'email/bounce-corpus/esp-webhook-json');
  const numbered = readdirSync(folder).flatMap((name) => {
    const number = new RegExp(`^json-${service}-(\\d+)`).exec(name)?.[1];
    return number ? [{ number, body: readFileSync(join(folder, name), 'utf8') }] : [];
  });
  return Object.fromEntries(
    numbered.map(({ number, body }) => [
      number,
      parse(body).map((event) => ('status' in event ? String(event.status) : event.kind)),
    ]),
  );
}
