export const optionSpec = {
  json: { type: 'boolean', default: false },
  each: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
  thread: { type: 'string' },
  workspace: { type: 'string' },
  key: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  resume: { type: 'string' },
  format: { type: 'string' },
  kept: { type: 'string' },
  confirm: { type: 'string' },
  admin: { type: 'string' },
  kit: { type: 'string' },
  model: { type: 'string' },
  repeat: { type: 'string' },
  html: { type: 'string' },
  split: { type: 'string' },
  author: { type: 'string' },
  show: { type: 'boolean', default: false },
  kinds: { type: 'boolean', default: false },
  variants: { type: 'boolean', default: false },
  save: { type: 'boolean', default: false },
  lock: { type: 'boolean', default: false },
} as const;

export type Options = {
  json: boolean;
  each: boolean;
  thread?: string | undefined;
  workspace?: string | undefined;
  key?: string | undefined;
  'dry-run': boolean;
  resume?: string | undefined;
  format?: string | undefined;
  kept?: string | undefined;
  confirm?: string | undefined;
  admin?: string | undefined;
  kit?: string | undefined;
  model?: string | undefined;
  repeat?: string | undefined;
  html?: string | undefined;
  split?: string | undefined;
  author?: string | undefined;
  show: boolean;
  kinds: boolean;
  variants: boolean;
  save: boolean;
  lock: boolean;
  /** What stands after the command's name. */
  words: string[];
};
