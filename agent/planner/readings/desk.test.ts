import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { CAMPAIGN_ID, situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string, given: object = {}) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false, ...given })).calls;

describe('sentences about the reply desk', () => {
  it.each([
    ['answer Rudolf that the invoice comes tomorrow', { who: 'Rudolf', text: 'The invoice comes tomorrow.' }],
    [
      'Please reply to Rudolf Sample: See you on Monday!',
      { who: 'Rudolf Sample', text: 'See you on Monday!' },
    ],
    [
      'write back to Khun Ploy that we will call her at 3',
      { who: 'Khun Ploy', text: 'We will call her at 3.' },
    ],
    ['respond to Anna with “Thank you, noted.”', { who: 'Anna', text: 'Thank you, noted.' }],
    ['tell Rudolf the invoice comes tomorrow', { who: 'Rudolf', text: 'The invoice comes tomorrow.' }],
    [
      'let Rudolf know that the invoice comes tomorrow',
      { who: 'Rudolf', text: 'The invoice comes tomorrow.' },
    ],
    ['respond to Rudolf saying we are sorry', { who: 'Rudolf', text: 'We are sorry.' }],
    [
      'send Rudolf Sample an answer that it is on its way',
      { who: 'Rudolf Sample', text: 'It is on its way.' },
    ],
    ['can you answer Rudolf: it comes tomorrow?', { who: 'Rudolf', text: 'it comes tomorrow' }],
    ['Reply Rudolf "It comes tomorrow."', { who: 'Rudolf', text: 'It comes tomorrow.' }],
    [
      'Answer Nora Lind at Hotel Sample by email: It comes: today.',
      { who: 'Nora Lind at Hotel Sample', by: 'email', text: 'It comes: today.' },
    ],
    ['say to Rudolf that we call back', { who: 'Rudolf', text: 'We call back.' }],
    ...[
      'drop Rudolf a line that the invoice comes tomorrow',
      'Rudolf should know that the invoice comes tomorrow',
      'message Rudolf back that the invoice comes tomorrow',
      'can you let Rudolf know the invoice comes tomorrow?',
      'please inform Rudolf that the invoice comes tomorrow',
      'send Rudolf a reply: The invoice comes tomorrow.',
    ].map((say): [string, object] => [say, { who: 'Rudolf', text: 'The invoice comes tomorrow.' }]),
    ['tell Rudolf his invoice comes tomorrow', { who: 'Rudolf', text: 'Your invoice comes tomorrow.' }],
    ['réponds à Rudolf que la facture arrive demain', { who: 'Rudolf', text: 'La facture arrive demain.' }],
    ['responde a Rudolf que la factura llega mañana', { who: 'Rudolf', text: 'La factura llega mañana.' }],
  ])('%s', (say, args) => {
    expect(planned(say)).toEqual([{ name: 'answer_reply', args }]);
  });

  it.each<[string, object]>([
    ['summarise what they answered', { campaignId: CAMPAIGN_ID }],
    ['Summarize the replies', { campaignId: CAMPAIGN_ID }],
    [
      'summarise what the hotels in Phuket answered',
      { filter: { all: [is('type', 'Hotel'), is('city', 'Phuket')] } },
    ],
    ['what did the hotels in Phuket say?', { filter: { all: [is('type', 'Hotel'), is('city', 'Phuket')] } }],
    ['my daily digest', { days: 1 }],
    ["what's new since yesterday?", { days: 1 }],
    ['morning report please', { days: 1 }],
    ["good morning, what's up?", { days: 1 }],
    ['what should I do today?', { days: 1 }],
    ['give me a summary of the answers', { campaignId: CAMPAIGN_ID }],
    ...[
      'how did the hotels in Phuket react?',
      'what do the hotels in Phuket think?',
      "what's the gist of the hotels in Phuket's replies",
      'In short, what came back from the hotels in Phuket?',
      'tell me what the hotels in Phuket wrote back',
      'what are the hotels in Phuket saying?',
      'any word from the hotels in Phuket?',
      'sum up the feedback from the hotels in Phuket',
      'what have we heard from the hotels in Phuket so far?',
      'what was the reaction of the hotels in Phuket?',
      'was haben die Hotels in Phuket geantwortet?',
      'resume lo que respondieron los hoteles en Phuket',
    ].map((say): [string, object] => [say, { filter: { all: [is('type', 'Hotel'), is('city', 'Phuket')] } }]),
  ])('%s', (say, args) => {
    const [call] = planned(say, withDraft({ filter: is('city', 'Phuket') }));
    expect(call).toEqual({ name: 'summarise_replies', args });
  });

  it.each([
    ...[
      'what needs my attention right now?',
      'any emergencies?',
      'anything burning?',
      'what is most pressing?',
    ],
    ...['did anything critical come in?', 'who needs me first?', "what can't wait?"],
    ...['what should I look at first?', 'do I need to jump on something right now?'],
    ...['do I have to react to anything immediately?', 'Gibt es etwas Dringendes?', '¿Hay algo urgente?'],
  ])('asks what is urgent: %s', (say) => {
    expect(planned(say)).toEqual([{ name: 'list_replies', args: { urgency: 'high' } }]);
  });

  it.each([
    ...['which customers want to renew', 'did anybody accept?', 'any yes yet?', 'list the positive answers'],
    ...[
      'who is on board?',
      'any takers yet?',
      'has anyone bitten?',
      'did the campaign get any positive answers?',
    ],
    ...['wer hat zugesagt?', 'qui a accepté ?', 'ใครตอบตกลงบ้าง'],
  ])('asks who agreed: %s', (say) => {
    expect(planned(say)).toEqual([{ name: 'list_replies', args: { intent: 'accept' } }]);
  });

  it.each([
    ['sag Rudolf, dass die Rechnung morgen kommt', 'Die Rechnung kommt morgen.'],
    ['Sag bitte Rudolf Bescheid, dass wir ihn am Montag anrufen', 'Wir rufen ihn am Montag an.'],
    ['teile Rudolf mit, dass der neue Vertrag unterwegs ist.', 'Der neue Vertrag ist unterwegs.'],
    ['antworte Rudolf, dass ich die Frage morgen beantworte', 'Ich beantworte die Frage morgen.'],
    ['schreib Rudolf, dass unser Techniker morgen kommen wird', 'Unser Techniker wird morgen kommen.'],
    ['dile a Rudolf que la factura llega mañana', 'La factura llega mañana.'],
    ['avísale a Rudolf que la factura llega mañana', 'La factura llega mañana.'],
    ['บอก Rudolf ว่าใบแจ้งหนี้จะมาพรุ่งนี้', 'ใบแจ้งหนี้จะมาพรุ่งนี้'],
    ['ช่วยตอบคุณ Rudolf ว่า ใบแจ้งหนี้จะมาพรุ่งนี้', 'ใบแจ้งหนี้จะมาพรุ่งนี้'],
  ])('in other languages: %s', (say, text) => {
    expect(planned(say)).toEqual([{ name: 'answer_reply', args: { who: 'Rudolf', text } }]);
  });

  it.each([
    'sag Rudolf, dass morgen die Rechnung kommt',
    'sag Rudolf, dass die Rechnung kommt, sobald sie fertig ist',
    'sag Rudolf, dass die Rechnung für November morgen kommt',
  ])('asks for the words of a German clause whose order is not plain: %s', (say) => {
    expect(planned(say)).toEqual([]);
  });

  it('leaves no word of theirs unread', () => {
    const { unused } = plan(
      'summarise what the hotels in Phuket answered',
      situation({ campaign: null, lastFilter: null, pendingApproval: false }),
    );
    expect(unused).toEqual([]);
  });

  it.each([
    'tell Phuket that we are closed tomorrow',
    'let the hotels in Phuket know that we are closed tomorrow',
    'tell me how many hotels there are',
    'answer them that we are closed',
    'บอกลูกค้าว่าเราปิดพรุ่งนี้',
    'sag den Hotels in Phuket, dass wir morgen schließen',
    'who said yes?',
    'send it',
  ])('are not meant by: %s', (say) => {
    expect(planned(say).map(({ name }) => name)).not.toContain('answer_reply');
  });
});

describe('what is said to colleagues beside a campaign in hand', () => {
  const inHand = (say: string) => planned(say, withDraft({ filter: is('city', 'Phuket') }));

  it.each([
    'I am out for lunch, back at two',
    'I’m away on Friday',
    'we are in a meeting until noon',
    'Let us talk about the email to accounting tomorrow',
    'shall we discuss the Hiltons at 3?',
  ])('changes nothing: %s', (say) => {
    expect(inHand(say)).toEqual([]);
  });

  it.each(['we should only write to gyms', 'let us send it on Monday at 9'])(
    'is still heard when it asks for something: %s',
    (say) => {
      expect(inHand(say)).not.toEqual([]);
    },
  );
});
