import { languageWords } from '../words.ts';

/** "Chinese (China)" for zh_CN, as platforms write it. */
export const templateLanguage = (code: string): string => languageWords(code.replace('_', '-'));
