/** What no ending tells about Russian words that occur in names of posts and departments. All in lower case. */

/** Never change. */
export const indeclinable = new Set([
  'бюро',
  'депо',
  'кафе',
  'ателье',
  'портье',
  'крупье',
  'атташе',
  'сомелье',
  'конферансье',
  'кутюрье',
  'маэстро',
  'рефери',
  'жюри',
  'шоу',
  'радио',
  'хостес',
  'такси',
  'гуру',
  'медиа',
  'промо',
  'врио',
  'врид',
  'досье',
  'резюме',
  'рантье',
  'шансонье',
  'варьете',
  'кабаре',
  'купе',
  'протеже',
  'ресепшн',
]);

/** Masculine although they end in -а or -я. */
export const masculineInA = new Set(['судья', 'глава', 'староста', 'старшина', 'воевода', 'тамада', 'коллега']);

/** Feminine in a soft sign; all others in -ь are masculine, as nearly all names of posts are. */
export const feminineInSoftSign =
  /(?:[аеоуяюиыё]сть|знь|вь|[жчшщ]ь|связь|сеть|модель|цель|площадь|отрасль|запись|роспись|прибыль|мебель|печать|мать|сталь)$/u;

/** Masculine units and things, whose accusative is their nominative; every other masculine noun is taken for a person. */
const inanimateWords = new Set([
  'участок',
  'филиал',
  'сектор',
  'секретариат',
  'архив',
  'гараж',
  'салон',
  'блок',
  'штаб',
  'штат',
  'комитет',
  'совет',
  'фонд',
  'банк',
  'институт',
  'университет',
  'факультет',
  'кабинет',
  'пункт',
  'пост',
  'комплекс',
  'дом',
  'клуб',
  'дивизион',
  'холдинг',
  'кластер',
  'хаб',
  'киоск',
  'павильон',
  'ресторан',
  'бар',
  'терминал',
  'узел',
  'двор',
  'корпус',
  'проект',
  'отряд',
  'маркетинг',
  'консалтинг',
  'инжиниринг',
  'аудит',
  'контроль',
  'трест',
  'концерн',
  'лагерь',
  'музей',
  'театр',
  'персонал',
  'санаторий',
  'профилакторий',
  'лекторий',
  'сервис',
  'транспорт',
  'приказ',
  'устав',
  'регламент',
  'договор',
  'лист',
  'документ',
  'план',
  'порядок',
  'стенд',
  'полигон',
  'карьер',
  'рудник',
  'питомник',
]);
const inanimateEndings = /(?:отдел|центр|цех|склад|офис|маркет|завод|парк|комбинат|департамент|магазин)$/u;
export const isInanimate = (word: string): boolean => inanimateWords.has(word) || inanimateEndings.test(word);

/** Names of departments in the plural, with the singular from which their cases come. */
export const plurals = new Map<string, { singular: string; gender: 'masculine' | 'feminine' }>([
  ['продажи', { singular: 'продажа', gender: 'feminine' }],
  ['закупки', { singular: 'закупка', gender: 'feminine' }],
  ['поставки', { singular: 'поставка', gender: 'feminine' }],
  ['перевозки', { singular: 'перевозка', gender: 'feminine' }],
  ['коммуникации', { singular: 'коммуникация', gender: 'feminine' }],
  ['операции', { singular: 'операция', gender: 'feminine' }],
  ['технологии', { singular: 'технология', gender: 'feminine' }],
  ['услуги', { singular: 'услуга', gender: 'feminine' }],
  ['кадры', { singular: 'кадр', gender: 'masculine' }],
  ['финансы', { singular: 'финанс', gender: 'masculine' }],
  ['склады', { singular: 'склад', gender: 'masculine' }],
  ['проекты', { singular: 'проект', gender: 'masculine' }],
]);

/** Nouns that look like adjectives. */
export const nounsLikeAdjectives = /(?:[аоу]рий|[её]ний|умий|герой|ковбой|строй|слой|покой)$/u;

/** First parts of compounds, and loose words before a noun, that keep their form: «бренд-менеджер», «шеф повар». */
export const frozenParts = new Set([
  'авиа',
  'аккаунт',
  'арт',
  'аудио',
  'банк',
  'бизнес',
  'бренд',
  'бэк',
  'веб',
  'видео',
  'вице',
  'генерал',
  'гейм',
  'дата',
  'диджитал',
  'ивент',
  'интернет',
  'инфо',
  'ит',
  'колл',
  'кол',
  'коммьюнити',
  'контакт',
  'контент',
  'крафт',
  'медиа',
  'мини',
  'обер',
  'онлайн',
  'офис',
  'пиар',
  'пресс',
  'премьер',
  'продакт',
  'проджект',
  'промо',
  'риск',
  'сервис',
  'скрам',
  'смм',
  'спец',
  'спорт',
  'стоп',
  'тест',
  'тайм',
  'тим',
  'топ',
  'трафик',
  'трейд',
  'унтер',
  'фитнес',
  'фото',
  'хаус',
  'хоум',
  'фронт',
  'хелп',
  'шеф',
  'штаб',
  'экс',
  'эйчар',
  'юнит',
]);

/** Endings of the words for people; a first part of a compound that has one changes with the second. */
export const wordsForPeople =
  /(?:ер|ёр|ор|ир|ар|яр|ист|ник|тель|ец|арь|ерь|ант|ент|лог|гог|ик|щик|чик|вед|вод|граф|мен|ман|мед|пед|член|врач|повар|мастер|сторож|юрист|завхоз|курьер|капитан|гид|лид|ак|як|ок|ач|евт|[ую]рг|иатр|истр|пилот|ном|лаз|коп|кат|дат|тат|матик|рал|сал|нал|ерт|арт|льт|матрос|ард|анин|ей)$/u;

/** The same for women: «мойщица», «машинистка». */
export const namesWoman = /(?:[щчн]ица|истка|сестра|хозяйка|няня|санитарка|сиделка|доярка|швея|горничная)$/u;

/** Adjectives in a stressed -ой that stand behind a noun; the genitives of котельная and столовая end alike. */
export const stressedAdjectives =
  /^(?:городской|областной|краевой|цеховой|групповой|выездной|разъездной|бортовой|путевой|портовой|полевой|рядовой|постовой|головной|второй|шестой|седьмой|восьмой)$/u;

/** Participles that take the instrumental, so that «заведующий складом» has no noun to agree with. */
export const governing = /^(?:заведующ|управляющ|командующ|руководящ|ведающ)/u;

/** Adverbs before a participle. */
export const adverbs = new Set(['временно', 'материально', 'особо', 'постоянно', 'специально']);

export const prepositions = new Set(['по', 'за', 'на', 'с', 'со', 'в', 'во', 'при', 'без', 'для', 'у', 'к', 'о', 'об', 'от', 'до', 'из']);

/** Words whose instrumental ends in a stressed ё, which russian-nouns-js writes with е. */
export const stressedInstrumental = new Map([
  ['секретарь', 'секретарём'],
  ['конь', 'конём'],
  ['король', 'королём'],
  ['журавль', 'журавлём'],
  ['соловей', 'соловьём'],
  ['воробей', 'воробьём'],
  ['муравей', 'муравьём'],
  ['пень', 'пнём'],
  ['судья', 'судьёй'],
  ['швея', 'швеёй'],
]);
