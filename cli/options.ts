export const optionSpec = {
  json: { type: 'boolean', default: false },
  each: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
  thread: { type: 'string' },
  workspace: { type: 'string' },
  key: { type: 'string' },
} as const;

export type Options = {
  json: boolean;
  each: boolean;
  thread?: string | undefined;
  workspace?: string | undefined;
  key?: string | undefined;
  /** What stands after the command's name. */
  words: string[];
};
