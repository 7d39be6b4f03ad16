// Which letters a pattern has to know. All that there are take ten kilobytes of machine code wherever a pattern names
// them, fifty megabytes for the patterns of all languages: more than a processor keeps at hand. Few texts hold any but these.

/** Letters and numbers, as between the brackets of a pattern. */
const ALL = '\\p{L}\\p{N}';

/** Those of the scripts that most customers write: Latin, Cyrillic, Thai, Japanese, Chinese, Korean. */
export const EVERYDAY =
  '0-9A-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ɏЀ-ҁҊ-ԯก-ะาำเ-ๆ๐-๙Ḁ-ỿ々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿ㐀-䶿一-鿿가-힣';

const OTHER = new RegExp(`(?![${EVERYDAY}])[${ALL}]`, 'u');

/** What `make` makes of the letters that a text may hold: for most texts of the few, so that it is small and says the same. */
export function byLetters<Made extends object>(make: (letters: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>();
  return (text) => {
    const letters = OTHER.test(text) ? ALL : EVERYDAY;
    const known = made.get(letters) ?? make(letters);
    made.set(letters, known);
    return known;
  };
}
