import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWritingRoom, type WritingRoom } from '../../test/write-letter.ts';
import { fieldNames } from './wording.ts';

let room: WritingRoom;
beforeAll(async () => {
  room = await openWritingRoom();
});
afterAll(() => room.close());

describe('docs/wording.md', () => {
  it('lists the fields that a wording can print, all of them and no other', async () => {
    const text = readFileSync(join(import.meta.dirname, '../../docs/wording.md'), 'utf8');
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    const listed = rows.flatMap((row) =>
      [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
    );
    const [message] = await room.write();
    const names = fieldNames(message!.made.view).filter(
      (name) => name !== 'zones' && !name.startsWith('attributes.'),
    );
    expect(listed.filter((name) => !name.startsWith('attributes.')).sort()).toEqual(names.sort());
  });
});
