import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { LETTER_LANGUAGES } from '../core/campaigns/draft.ts';
import { requestOptIn } from '../core/consent/double-opt-in.ts';
import { erasePerson } from '../core/consent/erase-person.ts';
import { listStops, stopList } from '../core/consent/list-stops.ts';
import { preferenceWords } from '../core/consent/preference-words.ts';
import { previewPreferences } from '../core/consent/preferences.ts';
import { readPerson } from '../core/consent/read-person.ts';
import { exportSuppressions, importSuppressions } from '../core/consent/suppression-list.ts';
import { demand } from '../core/tenants/roles.ts';
import { AppError } from '../lib/errors.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { demandChannel, normaliserOf } from './normaliser.ts';
import { inSession, personOf } from './person.ts';
import { preferencesPage } from './preferences-page.ts';
import { byId, limitOf } from './query.ts';

const whose = z.strictObject({ channel: z.string(), address: z.string().trim().min(3).max(320) });
const rows = z.array(z.record(z.string(), z.unknown()));
const count = z.int();

/** What people may ask about themselves, and the list of who is not to be written to. */
export const privacyRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['privacy'];
    const normalised = ({ channel, address }: z.infer<typeof whose>): string => {
      const known = demandChannel(deps.channels, channel).normalise(address);
      if (known !== null) return known;
      throw new AppError('input:invalid', 'This is no address of the channel.', {
        where: { field: 'address' },
      });
    };

    const file = z.object({
      ...{ contacts: rows, consents: rows, suppressions: rows, messages: rows, replies: rows, notes: rows },
      changes: rows,
    });
    const asking = {
      tags,
      summary: 'Everything that is held about the person behind an address, to be handed to them.',
      body: whose,
      response: answers(file),
    };
    app.post('/privacy/access', { schema: asking }, (request) =>
      inSession(deps, request, (ctx) => readPerson(ctx, normalised(request.body))),
    );

    const erased = z.object({
      contacts: count,
      addresses: count,
      messages: count,
      replies: count,
      halted: count,
    });
    const erasing = {
      tags,
      summary:
        'Erases the person behind an address; that they are not written to again is kept, as a keyed hash.',
      body: whose,
      response: answers(erased),
    };
    app.post('/privacy/erasure', { schema: erasing }, (request) =>
      inSession(deps, request, (ctx) => erasePerson(ctx, normalised(request.body))),
    );

    const linked = z.object({ url: z.url(), expiresAt: z.iso.datetime() });
    const opting = {
      tags,
      summary:
        'The link by which somebody confirms that they want news; send it to that address. Asking grants nothing.',
      body: whose.extend({
        wording: z.string().trim().min(10).max(1000).describe('What they agree to, as your form says it.'),
        language: z.string().min(2).max(10).default('en'),
      }),
      response: answers(linked),
    };
    app.post('/consents/requests', { schema: opting }, async (request) => {
      const { channel, wording, language } = request.body;
      const input = { channel, wording, language, address: normalised(request.body) };
      const { url, expiresAt } = await inSession(deps, request, (ctx) => requestOptIn(ctx, input));
      return { url, expiresAt: expiresAt.toISOString() };
    });

    const listing = {
      tags,
      summary: 'Who is not to be written to, as CSV that the import takes again.',
      response: answers(z.string()),
    };
    app.get('/suppressions.csv', { schema: listing }, async (request, reply) => {
      const { tenantId, actor } = personOf(request);
      demand(actor, 'export');
      return reply
        .header('content-disposition', 'attachment; filename="refrain-suppressions.csv"')
        .type('text/csv; charset=utf-8')
        .send(
          Readable.from(exportSuppressions({ within: deps.within, tenantId, actor })) as unknown as string,
        );
    });

    const listed = {
      tags,
      summary: 'Who is not to be written to, the newest first; all of them are in suppressions.csv.',
      querystring: z.object({ limit: limitOf(200) }),
      response: answers(stopList),
    };
    app.get('/suppressions', { schema: listed }, (request) =>
      inSession(deps, request, (ctx) => listStops(ctx, request.query)),
    );

    const page = z.object({ html: z.string(), language: z.string(), languages: z.array(z.string()) });
    const previewing = {
      tags,
      summary:
        'The page on which this contact chooses what they get, as they see it; its buttons do nothing.',
      params: byId,
      querystring: z.object({ language: z.enum(LETTER_LANGUAGES).optional() }),
      response: answers(page),
    };
    app.get('/contacts/:id/preferences-page', { schema: previewing }, (request) =>
      inSession(deps, request, async (ctx) => {
        const read = await previewPreferences(ctx, request.params.id);
        const preferences = { ...read, language: request.query.language ?? read.language };
        const { company } = ctx.tenant.settings.sender;
        const html = preferencesPage({ token: '', preferences, company, purpose: 'marketing' });
        const { language } = preferenceWords(preferences.language);
        return { html, language, languages: [...LETTER_LANGUAGES] };
      }),
    );

    const done = z.object({
      suppressed: count,
      halted: count,
      unread: z.array(z.object({ line: count, why: z.string() })),
    });
    const taking = {
      tags,
      summary:
        'Stops everybody of a CSV with a column "address", and "scope" (all, marketing) where it has one.',
      body: z.strictObject({ csv: z.string().min(1).max(10_000_000) }),
      response: answers(done),
    };
    app.post('/suppressions/import', { schema: taking, bodyLimit: 11_000_000 }, (request) => {
      const normalise = normaliserOf(deps.channels);
      return inSession(deps, request, (ctx) => importSuppressions(ctx, { ...request.body, normalise }));
    });
  };
