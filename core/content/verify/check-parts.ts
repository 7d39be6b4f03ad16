// What a message has to name: its reader's units, and the code of what is offered; and to whom it may be told at all.
import { joinWords } from '../../../lib/text.ts';
import { spelled } from '../spoken/speak.ts';
import type { Finding } from './finding.ts';
import { hasWords } from './names.ts';
import type { VerifyInput } from './verify-message.ts';

/** What one customer is told of an agreement is nobody else's to read. */
export function checkPublic({ form, author }: VerifyInput): Finding[] {
  if (!form.isPublic || author === 'person') return [];
  return [
    {
      severity: 'error',
      place: 'body',
      message: 'Everybody reads this post, and its letter speaks to one customer.',
      repair: 'Give the channel a text of its own.',
    },
  ];
}

export function checkUnits({ letter, facts, author, view, form, listsUnits }: VerifyInput): Finding[] {
  if (!listsUnits || form.family === 'glance' || form.isPublic) return [];
  const missing = facts.units.filter((name) => !hasWords(letter.body, name));
  if (missing.length === 0) return [];
  const word = missing.length === 1 ? view.unit.one : view.unit.many;
  return [
    {
      severity: author === 'person' ? 'warning' : 'error',
      place: 'body',
      message: `The text does not name the ${word} ${joinWords(missing.slice(0, 5).map((name) => `"${name}"`))}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}.`,
      repair: 'Put {{ unit_list }} where they should stand.',
      fix: { do: 'add', text: '{{ unit_list }}' },
    },
  ];
}

export function checkCode({ rendered, view, author }: VerifyInput): Finding[] {
  const { offer_code: code } = view;
  if (!code || [code, spelled(code)].some((said) => rendered.text.includes(said))) return [];
  return [
    {
      severity: author === 'person' ? 'warning' : 'error',
      place: 'body',
      message: 'The text does not name the code of the offer.',
      repair: 'Put {{ offer_code }} where it should stand.',
      fix: { do: 'add', text: '{{ offer_code }}' },
    },
  ];
}
