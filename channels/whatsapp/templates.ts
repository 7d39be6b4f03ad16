// Meta's templates: what is listed there, and what is handed in to be judged.
import { z } from 'zod';
import type {
  HandedIn,
  ListedTemplate,
  Submitted,
  TemplateAnswer,
  TemplateDesk,
} from '../template-contract.ts';
import { askGraph, type Place } from './ask-graph.ts';
import type { CloudSettings } from './cloud.ts';
import { uploadSample } from './upload-sample.ts';

/** The stand-in has nobody who judges: what is well-formed is approved, and an offer that is handed in as no marketing is not. */
export const standinTemplates: TemplateDesk = {
  isRequired: false,
  list: async () => ({ ok: true, value: [] }),
  async submit(_settings, template) {
    const detail = malformed(template);
    if (detail) return { ok: false, detail };
    const { name, language, category, header, body, footer } = template;
    const externalId = `standin-${name}-${language}`;
    const isOffer = OFFERS.test([header, body, footer].join(' '));
    return category === 'utility' && isOffer
      ? { ok: true, value: { externalId, status: 'rejected', reason: WRONG_CATEGORY } }
      : { ok: true, value: { externalId, status: 'approved' } };
  },
};

const WRONG_CATEGORY = 'What offers something is marketing, whatever else it says.';
const OFFERS =
  /\d\s?%|\b(?:discount|voucher|promo\s*code|coupon|special offer|our offer|free (?:month|trial|gift|hour)|gutschein|rabatt|descuento|remise|desconto)\b|ส่วนลด|โปรโมชั่น|割引|クーポン|优惠|折扣/iu;

/** What Meta says to without judging. */
function malformed({ name, header, body, samples, picture }: HandedIn): string | null {
  if (!/^[a-z0-9_]{1,512}$/.test(name)) return 'The name has other signs than a–z, 0–9 and _.';
  if (header !== null && picture !== null) return 'There is one header: words or a picture.';
  if (picture && picture.content.length === 0) return 'The picture is empty.';
  const parameters = new Set(body.match(/\{\{\s*\d+\s*\}\}/g)).size;
  return parameters === samples.length
    ? null
    : `There are ${parameters} parameters and ${samples.length} examples.`;
}

export const cloudTemplates = (baseUrl: string): TemplateDesk<CloudSettings> => ({
  isRequired: true,
  list: (settings) => listTemplates({ baseUrl, settings }),
  async submit(settings, template) {
    const place = { baseUrl, settings };
    const { name, language, category, picture } = template;
    if (!settings.businessAccountId) return NO_ACCOUNT;
    const handle = picture ? await uploadSample(place, picture) : null;
    if (handle && !handle.ok) return handle;
    const components = componentsOf(template, handle?.value ?? null);
    const judged = { category: category.toUpperCase(), components };
    const { externalId } = template;
    if (externalId) return editTemplate(place, { externalId, ...judged });
    const answer = await ask(place, { query: '', body: { name, language, ...judged } });
    if (!answer.ok) return answer;
    const made = created.safeParse(answer.value).data;
    if (!made) return { ok: false, detail: 'Meta took it and named no id.' };
    return { ok: true, value: { externalId: made.id, status: statusOf(made.status ?? 'PENDING') } };
  },
});

type Edited = { externalId: string; category: string; components: object[] };

/** One that Meta has refused keeps its name and its id, and is judged anew. */
async function editTemplate(
  place: Place,
  { externalId, ...body }: Edited,
): Promise<TemplateAnswer<Submitted>> {
  const headers = { 'content-type': 'application/json' };
  const path = encodeURIComponent(externalId);
  const answer = await askGraph(place, { path, headers, body: JSON.stringify(body) });
  return answer.ok ? { ok: true, value: { externalId, status: 'submitted' } } : answer;
}

const componentsOf = ({ header, body, footer, buttons, samples }: HandedIn, handle: string | null) => [
  ...(handle ? [{ type: 'HEADER', format: 'IMAGE', example: { header_handle: [handle] } }] : []),
  ...(header ? [{ type: 'HEADER', format: 'TEXT', text: header }] : []),
  { type: 'BODY', text: body, ...(samples.length > 0 ? { example: { body_text: [samples] } } : {}) },
  ...(footer ? [{ type: 'FOOTER', text: footer }] : []),
  ...(buttons.length > 0
    ? [{ type: 'BUTTONS', buttons: buttons.map((text) => ({ type: 'QUICK_REPLY', text })) }]
    : []),
];

const created = z.object({ id: z.string(), status: z.string().optional() });

const PAGES = 20;
const FIELDS = 'name,language,status,category,components,rejected_reason';

async function listTemplates(place: Place): Promise<TemplateAnswer<ListedTemplate[]>> {
  const all: ListedTemplate[] = [];
  let after: string | undefined;
  for (let at = 0; at < PAGES; at += 1) {
    const query = new URLSearchParams({ fields: FIELDS, limit: '100', ...(after ? { after } : {}) });
    const answer = await ask(place, { query: `?${query}` });
    if (!answer.ok) return answer;
    const read = page.safeParse(answer.value).data;
    if (!read) return { ok: false, detail: 'Meta’s list of templates cannot be read.' };
    all.push(...read.data.flatMap((one) => toListed(listed.safeParse(one).data)));
    after = read.paging?.next ? read.paging.cursors?.after : undefined;
    if (!after) break;
  }
  return { ok: true, value: all };
}

type Asked = { query: string; body?: object };

const NO_ACCOUNT = { ok: false, detail: 'The sender’s settings name no businessAccountId.' } as const;

async function ask(place: Place, { query, body }: Asked): Promise<TemplateAnswer<unknown>> {
  const { businessAccountId } = place.settings;
  if (!businessAccountId) return NO_ACCOUNT;
  const path = `${businessAccountId}/message_templates${query}`;
  if (!body) return askGraph(place, { path, method: 'GET' });
  const headers = { 'content-type': 'application/json' };
  return askGraph(place, { path, headers, body: JSON.stringify(body) });
}

const page = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
    .optional(),
});
const listed = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: z.string(),
  rejected_reason: z.string().nullish(),
  components: z
    .array(
      z.looseObject({
        type: z.string(),
        format: z.string().optional(),
        text: z.string().optional(),
        buttons: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).optional(),
      }),
    )
    .default([]),
});

function toListed(one: z.infer<typeof listed> | undefined): ListedTemplate[] {
  if (!one) return [];
  const part = (type: string) => one.components.find((component) => component.type.toUpperCase() === type);
  const body = part('BODY')?.text;
  const buttons = part('BUTTONS')?.buttons ?? [];
  if (!body) return [];
  return [
    {
      externalId: one.id,
      name: one.name,
      language: one.language,
      category: categoryOf(one.category),
      status: statusOf(one.status),
      reason: one.rejected_reason && one.rejected_reason !== 'NONE' ? one.rejected_reason : null,
      header: part('HEADER')?.text ?? null,
      body,
      footer: part('FOOTER')?.text ?? null,
      buttons: buttons.flatMap(({ type, text }) => (type === 'QUICK_REPLY' && text ? [text] : [])),
      hasPicture: part('HEADER')?.format?.toUpperCase() === 'IMAGE',
      unusable: unusableWhy(one),
    },
  ];
}

const KNOWN_PARTS = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS']);

/** What ours cannot fill: such a template would be sent with a hole, and refused. */
function unusableWhy({ components }: z.infer<typeof listed>): string | null {
  for (const { type, format = 'TEXT', text = '', buttons = [] } of components) {
    const kind = type.toUpperCase();
    if (!KNOWN_PARTS.has(kind)) return `it has a part of the kind ${kind}`;
    if (kind === 'HEADER' && !['TEXT', 'IMAGE'].includes(format.toUpperCase()))
      return `its header is of the kind ${format}`;
    if (kind === 'HEADER' && text.includes('{{')) return 'its header has a parameter';
    if (kind === 'BODY' && /\{\{\s*[^\d\s}]/.test(text)) return 'its parameters have names';
    const other = buttons.find((button) => !['QUICK_REPLY', 'PHONE_NUMBER'].includes(button.type));
    if (other) return `it has a button of the kind ${other.type}`;
  }
  return null;
}

const categoryOf = (word: string): ListedTemplate['category'] =>
  word === 'MARKETING' ? 'marketing' : word === 'AUTHENTICATION' ? 'authentication' : 'utility';

function statusOf(word: string): ListedTemplate['status'] {
  if (word === 'APPROVED') return 'approved';
  if (word === 'REJECTED') return 'rejected';
  return word === 'PAUSED' || word === 'DISABLED' ? 'paused' : 'submitted';
}
