import type { InputBlock, ModalView, PlainTextElement } from '@slack/types';
import { clip } from '../part-text.ts';
import type { Form, FormField, FormRefusal } from '../surface-contract.ts';
import { sections } from './blocks/elements.ts';

/** https://docs.slack.dev/reference/views/modal-views and /block-kit/blocks/input-block */
const LIMITS = { title: 24, submit: 24, label: 2000, hint: 2000, text: 3000, option: 75 } as const;

const plain = (text: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  text: clip(text, most) || '–',
  emoji: false,
});

/** A form as a modal: each field is a block of its own, by whose id an error stands at it. */
export const formView = ({ name, about, title, submit, intro, fields }: Form): ModalView => ({
  type: 'modal',
  callback_id: name,
  private_metadata: about,
  title: plain(title, LIMITS.title),
  submit: plain(submit, LIMITS.submit),
  close: plain('Not now', LIMITS.submit),
  blocks: [...sections(intro, 2), ...fields.map(inputOf)],
});

const inputOf = (field: FormField): InputBlock => ({
  type: 'input',
  block_id: field.key,
  label: plain(field.label, LIMITS.label),
  optional: field.isOptional ?? false,
  ...(field.hint ? { hint: plain(field.hint, LIMITS.hint) } : {}),
  element: field.choices ? choiceOf(field, field.choices) : textOf(field),
});

const textOf = ({ value, most, isLong = false }: FormField): InputBlock['element'] => ({
  type: 'plain_text_input',
  action_id: 'value',
  multiline: isLong,
  max_length: Math.min(most, LIMITS.text),
  ...(value ? { initial_value: clip(value, Math.min(most, LIMITS.text)) } : {}),
});

function choiceOf({ value }: FormField, choices: NonNullable<FormField['choices']>): InputBlock['element'] {
  const options = choices.map((one) => ({ text: plain(one.label, LIMITS.option), value: one.value }));
  const chosen = options.find((one) => one.value === value);
  return {
    type: 'static_select',
    action_id: 'value',
    options,
    ...(chosen ? { initial_option: chosen } : {}),
  };
}

/** https://docs.slack.dev/surfaces/modals#displaying_errors */
export const refuseView = ({ field, message }: FormRefusal) => ({
  response_action: 'errors',
  errors: { [field]: clip(message, 150) },
});
