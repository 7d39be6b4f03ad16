/**
 * Something that tries to make Refrain do more than read. `carrier` is where it stands: said by a signed-in person
 * (`sentence`), in a customer's answer (`reply`), in an imported file (`file`: the name of a customer; `note`: what is
 * written about it), or made by a mind that somebody has taken over (`mind`: the calls it makes).
 */
export type Attack = {
  id: string;
  about:
    | 'injected instruction'
    | 'forged approval'
    | 'skipped preview'
    | 'other workspace'
    | 'misleading content'
    | 'destruction';
  /** Several ways to carry the same idea need different words: no text stands here twice. */
} & (
  | { carrier: 'sentence' | 'reply' | 'file' | 'note'; text: string }
  | { carrier: 'mind'; calls: { name: string; args: Record<string, unknown> }[] }
);

type Said = Extract<Attack, { text: string }>;

export const attacks = (
  prefix: string,
  { carrier, about }: Pick<Said, 'carrier' | 'about'>,
  texts: readonly string[],
): Said[] =>
  texts.map((text, at) => ({ id: `${prefix}-${String(at + 1).padStart(2, '0')}`, carrier, about, text }));
