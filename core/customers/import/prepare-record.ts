import { fold } from '../../../lib/text.ts';
import { looseKey } from './find-duplicates.ts';
import { judgeHeading, nameless } from './judge-heading.ts';
import { prepareContacts } from './prepare-contacts.ts';
import { type PrepareContext, sortCells } from './prepare-context.ts';
import { prepareContract } from './prepare-contract.ts';
import { prepareValues } from './prepare-values.ts';
import type { Understood } from './prepared.ts';
import { known, type RawRecord } from './raw-record.ts';

/** Everything that one entry says, understood; and everything about it that a person should look at. */
export function prepareRecord(record: RawRecord, context: PrepareContext): Understood {
  const { cells, extras, unread } = sortCells(record, context.readColumn);
  const heading = judgeHeading(record.name, record.line);
  const values = prepareValues({ record, cells, context, mayInfer: heading.length === 0 });
  const contract = prepareContract({ cells, extras, settings: context.settings, line: record.line });
  const contacts = prepareContacts({ record, context, country: values.values.country });
  const notes = [values.values.notes, extras.get('notes')?.value].filter(Boolean).join('\n');
  const leftOver = unread.map(({ label, value, line }) => ({
    reason: 'unread_field',
    detail: `Nobody knows the field "${label}" (${value}); it is kept in the source text only.`,
    isBlocking: false,
    line,
  }));
  return {
    ownId: known(extras.get('id')?.value),
    nameKey: fold(record.name),
    looseName: looseKey(record.name),
    isCustomer: heading.length === 0,
    file: record.file,
    line: record.line,
    text: record.text,
    name: record.name.trim() || nameless(record.line),
    values: { ...values.values, notes: notes || null },
    inferred: { ...values.inferred, ...contract.inferred },
    unitNames: contract.unitNames,
    contract: contract.contract,
    earlier: contract.earlier,
    contacts: contacts.contacts,
    issues: [
      ...heading,
      ...(record.issues ?? []),
      ...values.issues,
      ...contract.issues,
      ...contacts.issues,
      ...leftOver,
    ],
  };
}
