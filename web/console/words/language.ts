/** The languages the interface speaks. */
export const LANGUAGES = { en: 'English', th: 'ไทย' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT = 'refrain:language';
export const isLanguage = (code: string | null | undefined): code is Language => !!code && code in LANGUAGES;

/** As chosen here before, else as the address asks (`?lang=th`), else as the browser prefers. */
function chooseLanguage(): Language {
  if (typeof document === 'undefined') return 'en';
  const asked = [new URLSearchParams(location.search).get('lang'), kept(), ...navigator.languages];
  const codes = asked.map((code) => code?.slice(0, 2).toLowerCase());
  return codes.find(isLanguage) ?? 'en';
}

/** A frame in another site may be refused its storage: then nothing is remembered. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export const language: Language = chooseLanguage();

/** How dates and numbers are written: as the browser does where it speaks the same language. */
export const locale: string =
  typeof navigator === 'undefined'
    ? 'en'
    : (navigator.languages.find((code) => code.startsWith(language)) ??
      (language === 'th' ? 'th-TH' : language));

/** From now on in this language: the page is loaded anew with it, a sentence that is being typed excepted. */
export function speak(next: Language): void {
  if (next === language) return;
  localStorage.setItem(KEPT, next);
  location.reload();
}
