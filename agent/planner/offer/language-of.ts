const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Thai}/u, 'th'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\b(?:und|wir|die|der|für|bitte|deren|sollen|zur|zum|eine?n?|bis|auf|Rabatt|Gutschein)\b/iu, 'de'],
  [/\b(?:los|las|que|queremos|hasta|por|descuento)\b/iu, 'es'],
  [/\b(?:nous|les|des|avec|jusqu|une|pour|aux|réduction|remise|gratuite?)\b/iu, 'fr'],
  [/\b(?:nós|os|das|até|não|com|desconto|grátis)\b/iu, 'pt'],
];

/** By its script, else by the little words that nothing else shares. */
export const languageOf = (text: string): string => SIGNS.find(([form]) => form.test(text))?.[1] ?? 'en';
