// Hotels to write letters to.
import { addCase } from './content-cases.ts';
import { openWritingRoom, type WritingRoom } from './write-letter.ts';

type Given = NonNullable<Parameters<typeof addCase>[2]>;

/** One runs and can be written to, one has ended in another city, one has nobody to write to. */
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

/** One in Thailand and one in Japan, each with these people. */
export async function openTwoBays(peopleIn: (country: string) => Given['contacts']): Promise<WritingRoom> {
  const room = await openWritingRoom();
  await room.system(async (ctx) => {
    for (const country of ['TH', 'JP'])
      await addCase(ctx, 'complete', { name: `Bay ${country}`, country, contacts: peopleIn(country) });
  });
  return room;
}
