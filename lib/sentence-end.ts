// The end of a sentence, in every language that there are letters in; Thai parts its sentences by a space. "31. Oktober", "St.
// Sample" and "Ltd." end none.
export const SENTENCE_END =
  /(?<=(?:[!?…]|(?<!(?<!\d)\d{1,2}|(?<!\p{L})\p{Lu}\p{L}{0,3})\.)(?=\s)|[。！？])\s*/u;
