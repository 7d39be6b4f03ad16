// How a greeting names its feast where the language has an article and a preposition for each: “zum Ramadan”, “du Nouvel An”.

type Phrases = Readonly<Record<'de' | 'fr' | 'es' | 'pt', string>>;

const phrases = (de: string, fr: string, es: string, pt: string): Phrases => ({ de, fr, es, pt });

/** In German as it begins a sentence, in the others as it follows “à l’occasion”, “con motivo” and “por ocasião”. */
export const OCCASION_PHRASES: Readonly<Record<string, Phrases>> = {
  'Lunar New Year': phrases(
    'Zum Mondneujahr',
    'du Nouvel An lunaire',
    'del Año Nuevo Lunar',
    'do Ano-Novo Lunar',
  ),
  'Chinese New Year': phrases(
    'Zum Chinesischen Neujahr',
    'du Nouvel An chinois',
    'del Año Nuevo Chino',
    'do Ano-Novo Chinês',
  ),
  Songkran: phrases('Zu Songkran', 'de Songkran', 'de Songkran', 'do Songkran'),
  'Loy Krathong': phrases('Zu Loy Krathong', 'de Loy Krathong', 'de Loy Krathong', 'do Loy Krathong'),
  'the New Year': phrases('Zu Neujahr', 'du Nouvel An', 'del Año Nuevo', 'do Ano-Novo'),
  Diwali: phrases('Zu Diwali', 'de Diwali', 'de Diwali', 'do Diwali'),
  Ramadan: phrases('Zum Ramadan', 'du Ramadan', 'del Ramadán', 'do Ramadã'),
  'Eid al-Fitr': phrases('Zu Eid al-Fitr', 'de l’Aïd el-Fitr', 'del Eid al-Fitr', 'do Eid al-Fitr'),
  'Eid al-Adha': phrases('Zu Eid al-Adha', 'de l’Aïd el-Adha', 'del Eid al-Adha', 'do Eid al-Adha'),
  Christmas: phrases('Zu Weihnachten', 'de Noël', 'de la Navidad', 'do Natal'),
  Easter: phrases('Zu Ostern', 'de Pâques', 'de la Pascua', 'da Páscoa'),
  "Valentine's Day": phrases(
    'Zum Valentinstag',
    'de la Saint-Valentin',
    'de San Valentín',
    'do Dia de São Valentim',
  ),
  Thanksgiving: phrases(
    'Zu Thanksgiving',
    'de Thanksgiving',
    'de Acción de Gracias',
    'do Dia de Ação de Graças',
  ),
  'the Mid-Autumn Festival': phrases(
    'Zum Mondfest',
    'de la Fête de la mi-automne',
    'del Festival del Medio Otoño',
    'do Festival do Meio do Outono',
  ),
  'Golden Week': phrases('Zur Goldenen Woche', 'de la Golden Week', 'de la Semana Dorada', 'da Golden Week'),
  Carnival: phrases('Zum Karneval', 'du Carnaval', 'del Carnaval', 'do Carnaval'),
  'the festive season': phrases('Zur Festzeit', 'des fêtes', 'de las fiestas', 'das festas'),
  'the summer season': phrases('Zum Sommer', 'de l’été', 'del verano', 'do verão'),
  'the winter season': phrases('Zum Winter', 'de l’hiver', 'del invierno', 'do inverno'),
  'the high season': phrases(
    'Zur Hochsaison',
    'de la haute saison',
    'de la temporada alta',
    'da alta temporada',
  ),
};

/** Null in the other languages, whose letters have the bare name. */
export const occasionPhrase = (name: string, language: string): string | null =>
  OCCASION_PHRASES[name]?.[language as keyof Phrases] ?? null;
