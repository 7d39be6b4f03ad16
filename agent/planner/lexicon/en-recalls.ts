import type { WordList } from './lexicon.ts';

/** A whole sentence that points back at whom a conversation was about before; courtesies around it do not count. */
export const enRecalls: WordList = {
  widest:
    '{all/everyone/everybody/all of them/all of those/all of these/the lot/the whole lot/the whole group/the full list/the whole list/the complete list/everything} {/again/after all/as before/back/back in}|{back to/go back to/put back/bring back/return to} {all/all of them/everyone/everybody/all of those/the lot/the whole lot/the full list/the whole list/the whole group}|{the original/the first/the old} {list/audience/group/selection/lot/ones}|{to/for} {everyone/everybody/all of them} {again/after all}|not only {those/them/these}|not just {those/them/these}',
  several:
    '{back to/go back to} {both/both of them}|{/for/take/show me/include/use} {both/both of them/both of those/both together/the two/the two together/both lists/both groups/all three}|{/for/take/use/in/on/of} both {countries/cities/places/regions/brands/chains/types/kinds/months/tags/tiers/platforms/languages/categories/groups/lists/segments/of them/of those}',
  rest: '{/and/only/just/now/now only/now just/for/show me/show/list/who are} {the others/the rest/the rest of them/the other ones/everyone else/everybody else/all the others/all others/the remaining ones}',
  redo: 'redo|redo {it/that}|undo the undo|{put/bring} the change back|{put/bring} that change back|{apply/do} {it/that} again after all|no keep {it/that/the change}|keep {the change/that change} after all|reapply {it/that}',
};

/** Passed over at the beginning and the end of such a sentence. */
export const RECALL_MANNERS: ReadonlySet<string> = new Set(
  'no nope ok okay yes yeah yep actually hm hmm hmmm well please pls sorry wait then so oh thanks thank you great fine right good but and now make it make change let us use take go with i want meant mean in fact again instead after all'.split(
    ' ',
  ),
);
