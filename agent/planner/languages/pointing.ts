// How other languages point at those who were spoken of and set one thing against another: the English words that they
// stand for, as in the lists of their own.
type Phrases = Readonly<Record<string, string>>;

const POINTING: Readonly<Record<string, Phrases>> = {
  de: {
    'both of them': 'beide|beiden|die beiden|den beiden|alle beide|allen beiden|beide gruppen|beide listen',
    'both cities': 'beide stadte|beiden stadten|beiden stadte|beide orte|beiden orten',
    'both countries': 'beide lander|beiden landern|beiden lander',
    but: 'sondern',
    'instead of': 'statt|anstatt|anstelle von',
    keep: 'behalte|behalten',
    'make it': 'nimm|nehmen wir|nehmen sie|nehmt',
  },
  fr: {
    'both of them': 'les 2|tous les 2|toutes les 2|aux 2|les 2 groupes',
    'both cities': 'les 2 villes|aux 2 villes|des 2 villes',
    'both countries': 'les 2 pays|aux 2 pays|des 2 pays',
    but: 'mais|mais plutot|mais a',
    'instead of': 'au lieu de|au lieu des|au lieu du|a la place de|a la place des|plutot que',
  },
  es: {
    'both of them': 'los 2|las 2|ambos|ambas|los 2 grupos',
    'both cities': 'las 2 ciudades|ambas ciudades',
    'both countries': 'los 2 paises|ambos paises',
    but: 'sino|sino en|sino los de',
    'instead of': 'en lugar de|en vez de',
  },
  pt: {
    'both of them': 'os 2|as 2|ambos|ambas|os 2 grupos',
    'both cities': 'as 2 cidades|ambas as cidades',
    'both countries': 'os 2 paises|ambos os paises',
    but: 'mas|mas sim|e sim',
    'instead of': 'em vez de|em lugar de',
  },
  th: {
    'both of them': 'ทั้งสอง|ทั้งคู่|ทั้งสองที่|ทั้งสองแห่ง|ทั้งสองกลุ่ม|ทั้ง 2',
    'both cities': 'ทั้งสองเมือง|ทั้งสองจังหวัด',
    'both countries': 'ทั้งสองประเทศ',
    'instead of': 'แทนที่',
  },
  ja: {
    'both of them': '両方|両者|どちらも|両グループ',
    'both cities': '両都市|両市',
    'both countries': '両国',
  },
  zh: {
    'both of them': '两个都|两者|两边|这两个|两组|这两组',
    'both cities': '两地|两个城市|两座城市|这两个城市',
    'both countries': '两国|两个国家|这两个国家',
    'instead of': '而不是',
  },
};

export const pointingPhrases = (code: string): Phrases => POINTING[code] ?? {};
