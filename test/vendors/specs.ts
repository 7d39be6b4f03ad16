// The vendors' own descriptions of their APIs as strict validators, where they lie beside this project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

export const VENDOR = join(import.meta.dirname, '../../../shared/vendor');
/** Ends the title of what is skipped without them. */
export const withoutVendor = existsSync(VENDOR)
  ? ''
  : ' (the vendors’ specifications are not beside this folder)';

/** A shape of Slack's, with every key that its own libraries know. */
export const slackShape = (file: string) =>
  JSON.parse(readFileSync(join(VENDOR, 'slack', file), 'utf8')) as Record<string, object>;

type Json = { [key: string]: unknown };
type Spec = { paths: Record<string, Json>; components: { schemas: Record<string, Json> } };
/** What is wrong with a body; nothing where it is as the vendor describes it. */
export type Validate = (body: unknown) => string[];

const read = (path: string): Spec => parse(readFileSync(join(VENDOR, path), 'utf8')) as Spec;

function validator(spec: Spec, schema: Json): Validate {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // Or an address of another channel, as the descriptions say: "whatsapp:+15552229999".
  ajv.addFormat('phone-number', /^(rcs:)?\+[1-9]\d{6,14}$/);
  const { components } = spec;
  const check = ajv.compile({ ...schema, components });
  return (body) =>
    check(body) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** A message to LINE's push. Its bases name their kinds without listing them: as it stands any object would pass. */
export function lineSpec(): Validate {
  const spec = read('line/messaging-api.yml');
  const { schemas } = spec.components;
  for (const [name, base] of Object.entries(schemas)) dispatchByKind(schemas, { name, base });
  return validator(spec, { $ref: '#/components/schemas/PushMessageRequest', ...CLOSED });
}
const CLOSED = { unevaluatedProperties: false };

type Base = { name: string; base: Json };

function dispatchByKind(schemas: Record<string, Json>, { name, base }: Base): void {
  const kinds = base.discriminator as { propertyName: string; mapping?: Record<string, string> } | undefined;
  if (!kinds?.mapping || base.oneOf) return;
  const { propertyName, mapping } = kinds;
  const [own, alone] = [`#/components/schemas/${name}`, `${name}__alone`];
  schemas[alone] = base;
  for (const kind of Object.values(mapping)) {
    const schema = schemas[kind.split('/').at(-1)!];
    if (schema) repoint(schema, { from: own, to: `#/components/schemas/${alone}` });
  }
  schemas[name] = {
    properties: { [propertyName]: { enum: Object.keys(mapping) } },
    required: [propertyName],
    allOf: Object.entries(mapping).map(([value, $ref]) => ({
      if: { properties: { [propertyName]: { const: value } } },
      // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
      then: { $ref, ...CLOSED },
    })),
  };
}

function repoint(schema: Json, { from, to }: { from: string; to: string }): void {
  const halves = (schema.allOf ?? []) as Json[];
  for (const half of halves) if (half.$ref === from) half.$ref = to;
}

/** A message to Meta. Its spec closes the halves of a message, so that no whole fits, and asks for words nobody sends. */
export function metaSpec(): Validate {
  const spec = read('meta/business-messaging-api_v23.0.yaml');
  const { schemas } = spec.components;
  const whole = schemas.Message as { discriminator: { mapping: Record<string, string> } };
  (schemas.LanguageObject as { required: string[] }).required = ['code'];
  // Described beside the specification only: comes back with every status of the message.
  const common = schemas.BaseMessageProperties!.properties as Record<string, Json>;
  common.biz_opaque_callback_data = { type: 'string', maxLength: 512 };
  const { index } = schemas.TemplateComponent!.properties as Record<string, Json>;
  index!.pattern = '^[0-9]$';
  for (const schema of Object.values(schemas)) openHalves(schema);
  const kinds = Object.entries(whole.discriminator.mapping).map(
    ([kind, $ref]) => [kind, validator(spec, { $ref, ...CLOSED })] as const,
  );
  const byKind = new Map(kinds);
  return (body) => {
    const { type } = body as { type?: string };
    return byKind.get(type ?? '')?.(body) ?? [`the type ${type} is none`];
  };
}

function openHalves(schema: Json): void {
  for (const half of (schema.allOf ?? []) as Json[]) delete half.additionalProperties;
  const required = schema.required as string[] | undefined;
  if (required) schema.required = required.filter((name) => name !== 'recipient_type');
}

/** The form of a message to Twilio, as an object of its values. */
export function twilioSpec(): Validate {
  const spec = read('twilio/twilio_api_v2010.messages.json');
  const list = spec.paths['/2010-04-01/Accounts/{AccountSid}/Messages.json']!.post as {
    requestBody: { content: Record<string, { schema: Json }> };
  };
  const { schema } = list.requestBody.content['application/x-www-form-urlencoded']!;
  const check = validator(spec, { ...schema, additionalProperties: false });
  const kinds = schema.properties as Record<string, { type?: string }>;
  return (form) => check(typed(form as Record<string, string>, kinds));
}

// A form has text only.
const typed = (form: Record<string, string>, kinds: Record<string, { type?: string }>) =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      ['boolean', 'integer', 'number'].includes(kinds[name]?.type ?? '') ? JSON.parse(value) : value,
    ]),
  );
