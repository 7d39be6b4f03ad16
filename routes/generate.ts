import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { filterSchema } from '../core/audience/filter.ts';
import { whyNobody } from '../core/audience/why-nobody.ts';
import { draftSchema, toneSchema } from '../core/campaigns/draft.ts';
import { draftFigures } from '../core/campaigns/draft-figures.ts';
import { planPart as workOut } from '../core/campaigns/plan-part.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { generateContent } from '../core/content/generate-content.ts';
import { planPart } from '../core/parts.ts';
import { readingOnce } from '../core/reading-once.ts';
import { optimiseSegment } from '../core/segments/optimise-segment.ts';
import { suggestSegments } from '../core/segments/suggest-segments.ts';
import { answers } from './answers.ts';
import { askByBrief, briefBody, made } from './campaigns.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId } from './query.ts';

const count = z.int().nonnegative();
const suggestion = z.object({ text: z.string(), wording: z.string() });
const findings = z.array(
  z.object({
    severity: z.enum(['error', 'warning']),
    message: z.string(),
    place: z.enum(['subject', 'body', 'footer']),
    repair: z.string(),
  }),
);
const content = z.object({
  /** Why there is none. */
  notes: z.array(z.string()),
  content: z.array(
    z.object({
      channel: z.string(),
      customer: z.string(),
      /** BCP 47, of all that follows. */
      language: z.string(),
      subject: z.string().nullable(),
      body: z.string(),
      html: z.string().nullable(),
      findings,
      subjects: z.array(suggestion),
      callsToAction: z.array(suggestion),
      notes: z.array(z.string()),
      variants: z.array(
        z.object({
          patch: z.object({
            ...{ tone: toneSchema.nullable(), length: z.enum(['short', 'full']) },
            wording: draftSchema.shape.wording.unwrap().optional(),
          }),
          subject: z.string().nullable(),
          body: z.string(),
          findings,
        }),
      ),
    }),
  ),
});

const segments = z.object({
  segments: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      because: z.string(),
      filter: filterSchema,
      words: z.string(),
      customers: count,
      reachableCustomers: count,
      isExact: z.boolean(),
      advice: z.array(z.string()),
    }),
  ),
});
const wanted = z
  .strictObject({
    type: z.string().max(40).optional(),
    goal: z.string().trim().min(1).max(1000).optional(),
    among: filterSchema.optional(),
  })
  .refine(({ type, goal }) => type !== undefined || goal !== undefined, 'needs a type or a goal');

const between = z.object({ low: count, high: count });
const money = z.object({ minor: z.number(), currency: z.string() });
const moneyRange = z.object({ low: money, high: money });
const worth = {
  reachableCustomers: count,
  messages: count,
  isExact: z.boolean(),
  costWords: z.string(),
  answers: between.nullable(),
  conversions: between.nullable(),
  value: moneyRange.nullable(),
  yearly: z.object({ sums: z.array(money), ranges: z.array(moneyRange), known: count, unknown: count }),
  notKnown: z.array(z.string()),
};
const optimised = z.object({
  words: z.string(),
  customers: count,
  ...worth,
  /** Why there are none, where there are none. */
  notes: z.array(z.string()),
  options: z.array(
    z.object({
      ...{ change: z.string(), because: z.string(), say: z.string().nullable(), filter: filterSchema },
      ...{ words: z.string(), customers: count, ...worth },
    }),
  ),
});

/** What is proposed and not kept: content, segments; and a whole campaign from a brief. */
export const generateRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['content'];
    const asked = <B extends z.ZodType, A extends z.ZodType>(summary: string, body: B, answer: A) => ({
      schema: { tags, summary, body, response: answers(answer) },
      config: { isQuestion: true, isLong: true },
    });

    const generating = asked(
      'What a draft would say on each channel, to one of its recipients, with subjects and requests to choose from.',
      draftSchema.omit({ name: true }),
      content,
    );
    app.post('/content/generate', generating, (request) =>
      inSession(deps, request, async (ctx) => {
        const generated = await generateContent(ctx, request.body);
        const { filter } = request.body;
        return { content: generated, notes: generated.length > 0 ? [] : await whyNobody(ctx, filter) };
      }),
    );

    const suggesting = asked(
      'Segments for a kind of campaign or a goal, each counted, with advice on its size.',
      wanted,
      segments,
    );
    app.post('/ai/suggest-segment', suggesting, (request) =>
      inSession(deps, request, async (ctx) => ({ segments: await suggestSegments(ctx, request.body) })),
    );

    const optimising = asked(
      'What would make an audience larger or smaller, one change at a time, each counted, with why, whom it would reach, what that costs and may bring by the last year’s messages, and the sentence that does it.',
      z.strictObject({
        filter: filterSchema,
        aim: z.enum(['larger', 'smaller']),
        type: z.string().max(40).optional(),
      }),
      optimised,
    );
    app.post('/ai/optimize-segment', optimising, (request) =>
      inSession(deps, request, (ctx) => optimiseSegment(ctx, request.body)),
    );

    const drafting = {
      tags,
      summary: 'A complete draft from a brief, as `POST /campaigns { brief }` makes it.',
      body: briefBody,
      response: { ...answers(made), 201: made },
    };
    app.post('/ai/generate-campaign', { schema: drafting }, async (request, reply) => {
      const answer = await askByBrief(deps, request, request.body);
      return reply.status(answer.id ? 201 : 200).send(answer);
    });

    const planning = {
      tags: ['campaigns'],
      summary:
        'What is proposed for a draft as it now stands: segment, content, time, expected results, questions.',
      params: byId,
      response: answers(planPart),
    };
    app.get('/campaigns/:id/plan', { schema: planning, config: { isLong: true } }, (request) =>
      inSession(deps, request, async (given) => {
        const ctx = readingOnce(given);
        const campaign = await readCampaign(ctx, request.params.id);
        return workOut(ctx, campaign, await draftFigures(ctx, campaign));
      }),
    );
  };
