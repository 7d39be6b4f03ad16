import { de } from './de.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { Language } from './language.ts';
import { pt } from './pt.ts';
import { th } from './th.ts';
import { zh } from './zh.ts';

/** Every language beside English; a new one is a file of phrases and a line here. */
export const LANGUAGES: readonly Language[] = [de, es, fr, ja, pt, th, zh];
