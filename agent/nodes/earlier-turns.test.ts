import { AIMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { describe, expect, it } from 'vitest';
import { earlierTurns } from './earlier-turns.ts';

const calling = (id: string, name: string, args: object = {}) =>
  new AIMessage({ content: '', tool_calls: [{ id, name, args: args as Record<string, unknown> }] });
const answered = (id: string, answer: object) =>
  new ToolMessage({ tool_call_id: id, content: JSON.stringify(answer) });

describe('what was said and done before', () => {
  it('is each turn with the calls that went through, without the turn that runs', () => {
    const turns = earlierTurns([
      new HumanMessage('renewals for the Hiltons'),
      calling('a', 'draft_campaign', { type: 'renewal' }),
      answered('a', { campaignId: 'C1', version: 1 }),
      new HumanMessage('how many gyms?'),
      calling('b', 'find_customers', { filter: { all: [] } }),
      answered('b', { total: 3 }),
      new HumanMessage('and in Krabi?'),
    ]);
    expect(turns).toEqual([
      {
        said: 'renewals for the Hiltons',
        calls: [{ name: 'draft_campaign', args: { type: 'renewal' }, campaignId: 'C1' }],
      },
      {
        said: 'how many gyms?',
        calls: [{ name: 'find_customers', args: { filter: { all: [] } }, campaignId: null }],
      },
    ]);
  });

  it('leaves out a call that failed, and one that was never answered', () => {
    const turns = earlierTurns([
      new HumanMessage('drop Phuket'),
      calling('a', 'edit_campaign'),
      answered('a', { error: 'refused', code: 'campaign:running' }),
      calling('b', 'request_approval'),
      new HumanMessage('hello?'),
    ]);
    expect(turns).toEqual([{ said: 'drop Phuket', calls: [] }]);
  });

  it('goes back forty turns and no further', () => {
    const said = Array.from({ length: 60 }, (_, at) => new HumanMessage(`turn ${at}`));
    const turns = earlierTurns(said);
    expect(turns).toHaveLength(40);
    expect([turns[0]!.said, turns.at(-1)!.said]).toEqual(['turn 19', 'turn 58']);
  });
});
