// The few shapes that everything is made of. Texts of people and files go as plain text, which Slack does not read.
import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  PlainTextElement,
  SectionBlock,
} from '@slack/types';
import { clip } from '../../part-text.ts';

/** Slack's limits: https://docs.slack.dev/reference/block-kit/blocks */
const LIMITS = { section: 3000, header: 150, context: 2000, button: 75, value: 2000 } as const;

const plain = (text: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  // An empty text is refused.
  text: clip(text, most) || '–',
  emoji: false,
});

export const section = (text: string): SectionBlock => ({
  type: 'section',
  text: plain(text, LIMITS.section),
});

/** A text of any length, in as many sections as it takes: what is approved is shown whole. */
export function sections(text: string, most = 5): SectionBlock[] {
  const parts: string[] = [];
  for (let rest = text; rest && parts.length < most; ) {
    const cut = rest.length <= LIMITS.section ? rest.length : cutAt(rest, LIMITS.section);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return parts.map(section);
}

const cutAt = (text: string, most: number): number => {
  const at = text.lastIndexOf('\n', most);
  return at > most / 2 ? at : most;
};

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, LIMITS.header) });

export const context = (...texts: string[]): ContextBlock => ({
  type: 'context',
  elements: texts.slice(0, 10).map((text) => plain(text, LIMITS.context)),
});

type Labelled = { id: string; label: string; value: string } & Pick<Button, 'style' | 'confirm'>;

export const button = ({ id, label, value, ...rest }: Labelled): Button => ({
  type: 'button',
  action_id: id,
  text: plain(label, LIMITS.button),
  value: clip(value, LIMITS.value),
  ...rest,
});

export const actions = (...elements: Button[]): ActionsBlock => ({ type: 'actions', elements });

export const confirming = (title: string, text: string, confirm: string): NonNullable<Button['confirm']> => ({
  title: plain(title, 100),
  text: plain(text, 300),
  confirm: plain(confirm, 30),
  deny: plain('Not yet', 30),
});
