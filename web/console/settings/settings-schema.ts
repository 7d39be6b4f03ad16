// A provider's settings, as its JSON Schema describes them, as the fields of a form.

export type SettingField = {
  /** Where it stands in the settings: ["imap", "host"]. */
  path: readonly string[];
  kind: 'text' | 'secret' | 'long' | 'number' | 'switch' | 'choice';
  choices: readonly string[];
  isRequired: boolean;
  /** What counts where nothing is given. */
  usual: string;
};

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  enum?: string[];
  default?: unknown;
};

/** Of several forms of settings the one that asks in the smallest pieces; groups are entered field by field. */
export function fieldsOf(schema: Schema, above: readonly string[] = []): SettingField[] {
  const forms = schema.anyOf ?? [schema];
  const size = (form: Schema) => Object.keys(form.properties ?? {}).length;
  const { properties = {}, required = [] } = forms.toSorted((a, b) => size(b) - size(a))[0]!;
  return Object.entries(properties).flatMap(([key, one]): SettingField[] => {
    const path = [...above, key];
    if (one.type === 'object') return fieldsOf(one, path);
    // What is not understood here can be given by the API.
    if (one.type === 'array') return [];
    return [
      {
        path,
        kind: kindOf(key, one),
        choices: one.enum ?? [],
        isRequired: above.length === 0 && required.includes(key),
        usual: one.default === undefined ? '' : String(one.default),
      },
    ];
  });
}

function kindOf(key: string, { type, enum: choices }: Schema): SettingField['kind'] {
  if (choices) return 'choice';
  if (type === 'boolean') return 'switch';
  if (type === 'integer' || type === 'number') return 'number';
  if (/privateKey$/.test(key)) return 'long';
  return /(secret|token|pass|api ?key|signingkey)/i.test(key) ? 'secret' : 'text';
}

type Entered = Readonly<Record<string, string>>;

/** What was entered, as the provider wants it: what is empty is left away, and a group of which nothing is given. */
export function settingsOf(fields: readonly SettingField[], entered: Entered): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const { path, kind } of fields) {
    const text = entered[path.join('.')] ?? '';
    if (text.trim() === '') continue;
    const value = kind === 'number' ? Number(text) : kind === 'switch' ? text === 'true' : text.trim();
    const [first = '', second] = path;
    if (second === undefined) settings[first] = value;
    else settings[first] = { ...(settings[first] as object | undefined), [second]: value };
  }
  return settings;
}

/** What is written in capitals wherever it is read. */
const CAPITALS = /\b(api|arn|dkim|id|imap|sid|url)\b/gi;
const PLAIN: Readonly<Record<string, string>> = {
  pass: 'password',
  user: 'user name',
  secure: 'encrypted from the first byte',
  apiKeySecret: 'API key’s secret',
};

/** "imap.accessKeyId" → "IMAP: access key ID"; the names are those that the provider's own pages use. */
export const fieldWords = (path: readonly string[]): string =>
  path
    .map(
      (part) =>
        PLAIN[part] ??
        part.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`),
    )
    .join(': ')
    .replace(CAPITALS, (word) => word.toUpperCase())
    .replace(/ ms$/, ' in milliseconds')
    .replace(/^./, (first) => first.toUpperCase());
