/** How one language says that it wants no more messages. Patterns meet text as lib/text.ts `plainText` leaves it. */
export type OptOutWording = {
  /** The whole message, once courtesies, punctuation and emoji are off its edges. */
  words: readonly string[];
  /** Unmistakable enough to count as one sentence, or one part between commas, of a longer message. */
  sentences: readonly string[];
  /** Free wording, looked for in each sentence. */
  asks: readonly RegExp[];
  /** What sounds like an ask and is none; taken out of the sentence first. */
  notAsks: readonly RegExp[];
  /** Wants to be written to, or that something goes on: beside it only outright words are a stop. */
  goesOn?: RegExp;
  /** Objects that narrow a wish to marketing. */
  marketing: RegExp;
  /** Words that undo the narrowing. */
  everything?: RegExp;
  /** What a person still wants, which narrows a general wish to marketing. */
  keeps?: RegExp;
  /** Whole messages that lift one's own opt-out. */
  starts: readonly string[];
  /** Free wording of the same. */
  startAsks?: readonly RegExp[];
  /** Words to take off the edges of a message before it is compared. */
  courtesies: RegExp;
};
