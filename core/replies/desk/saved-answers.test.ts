// A saved answer goes out with what is known of whoever wrote, or it does not go at all.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createChannels } from '../../../channels/index.ts';
import { addContact, addCustomer } from '../../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../../test/approved-campaign.ts';
import { memoryStandinStore } from '../../../test/memory-standin-store.ts';
import { addAccount } from '../../../test/recording-channels.ts';
import { answerForm } from '../../surfaces/forms/answer-form.ts';
import { takeForm } from '../../surfaces/forms/take-form.ts';
import type { Actor } from '../../tenants/roles.ts';
import { receiveReply } from '../receive-reply.ts';
import { fitSavedAnswers, namedSavedAnswer } from './fit-saved-answers.ts';
import { saveAnswer } from './saved-answers.ts';

const channels = createChannels({ store: memoryStandinStore().store });
let d: Delivery;
let manager: Actor;
const keep = (name: string, language: string, text: string) =>
  d.as(manager, (ctx) => saveAnswer(ctx, { name, language, text }));
const wrote = (identifier: string) =>
  d.system((ctx) =>
    receiveReply(ctx, { channel: 'email', identifier, message: 'And?', normalise: (_, address) => address }),
  );
const fitted = async (replyId: string) =>
  (await d.as(manager, (ctx) => fitSavedAnswers(ctx, { replyId }))).map(({ name, language, text }) => [
    name,
    language,
    text,
  ]);

beforeAll(async () => {
  d = await openDelivery();
  await d.system(async (ctx) => {
    await addAccount(ctx);
    const customerId = await addCustomer(ctx, { name: 'Haus {{ sender.email }}' });
    const own = { customerId, name: 'Rosa Muster', language: 'de-AT' };
    await addContact(ctx, { ...own, at: { email: 'rosa@example.com' } });
  });
  manager = await d.person('manager');
  await keep('Invoice', 'en', 'Dear {{ contact.name }}, the invoice comes tomorrow.');
  await keep('Invoice', 'de', 'Guten Tag {{ contact.name }}, die Rechnung kommt morgen.');
  await keep('Price', 'en', 'You pay {{ contract.total }}.');
  await keep('Thanks', 'fr', 'Merci.');
});
afterAll(() => d.close());

it('names of a field that there is none are refused when it is kept, and so is what cannot be read', async () => {
  for (const text of ['Dear {{ contact.nick }}', 'Dear {{ contact.name', '{% raw_sql %}'])
    await expect(keep('Wrong', 'en', text)).rejects.toMatchObject({ code: 'template:invalid' });
});

it('is filled for who wrote, in their language first; one with a hole says what is not known', async () => {
  const { replyId } = await wrote('rosa@example.com');
  expect(await fitted(replyId)).toEqual([
    ['Invoice', 'de', 'Guten Tag Rosa Muster, die Rechnung kommt morgen.'],
    ['Invoice', 'en', 'Dear Rosa Muster, the invoice comes tomorrow.'],
    ['Price', 'en', null],
    ['Thanks', 'fr', 'Merci.'],
  ]);
  const named = (name: string) => d.as(manager, (ctx) => namedSavedAnswer(ctx, { replyId, name }));
  expect(await named('  INVOICE ')).toMatchObject({ language: 'de' });
  expect(await named('Price')).toMatchObject({
    text: null,
    problem: expect.stringContaining('contract.total'),
  });
  expect(await named('the invoice comes tomorrow')).toBeNull();
});

it('of somebody unknown only what says nothing of them fits; a name in braces stays a name', async () => {
  const { replyId } = await wrote('nobody@example.com');
  expect((await fitted(replyId)).filter(([, , text]) => text !== null)).toEqual([['Thanks', 'fr', 'Merci.']]);
  await keep('Greeting', 'de', 'Willkommen, {{ customer.name }}.');
  const rosa = await wrote('rosa@example.com');
  const greeting = (await fitted(rosa.replyId)).find(([name]) => name === 'Greeting');
  expect(greeting).toContain('Willkommen, Haus {{ sender.email }}.');
});

it('is chosen in a form where all of it can be read, and goes only as it was read', async () => {
  const { replyId } = await wrote('rosa@example.com');
  const formOf = () => d.as(manager, (ctx) => answerForm(ctx, { replyId, channels }));
  const { form } = await formOf();
  const saved = form.fields.find(({ key }) => key === 'saved')!;
  expect(saved.hint).toContain('Guten Tag Rosa Muster, die Rechnung kommt morgen.');
  expect(saved.choices?.map(({ label }) => label)).not.toContain('Price (en)');
  const send = (chosen: string) =>
    d.as(manager, (ctx) =>
      takeForm(
        ctx,
        { name: 'submit', form: 'answer', about: form.about, values: { text: '', saved: chosen } },
        { channels },
      ),
    );
  const { value } = saved.choices!.find(({ label }) => label === 'Invoice (de)')!;
  await keep('Invoice', 'de', 'Wir zahlen nichts.');
  await expect(send(value)).rejects.toMatchObject({ code: 'input:invalid', where: { field: 'saved' } });
  await expect(send('')).rejects.toMatchObject({ code: 'input:invalid' });
  await keep('Invoice', 'de', 'Guten Tag {{ contact.name }}, die Rechnung kommt morgen.');
  await send(value);
  await d.tick();
  expect(d.sent.map(({ content }) => content.text)).toEqual([
    'Guten Tag Rosa Muster, die Rechnung kommt morgen.',
  ]);
});
