// Three hotels: one runs and can be written to, one has ended in another city, one has nobody to write to.
import { addCase } from './content-cases.ts';
import { openWritingRoom, type WritingRoom } from './write-letter.ts';

export async function openThreeBays(): Promise<WritingRoom> {
  const room = await openWritingRoom();
  const person = { name: 'Arthit Sample', at: { email: 'gm@example.com' }, consent: ['email'] };
  await room.system(async (ctx) => {
    await addCase(ctx, 'complete', { name: 'Bay One', contacts: [person] });
    await addCase(ctx, 'ended', {
      name: 'Bay Two',
      city: 'Hua Hin',
      contacts: [{ ...person, at: { email: 'b@example.com' } }],
    });
    await addCase(ctx, 'noDate', { name: 'Bay Three', contacts: [] });
  });
  return room;
}
