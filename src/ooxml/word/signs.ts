/** Fonts whose letters are signs, said in Unicode, and the signs that are check boxes. */

/** What stands at a place of the font, by the last two hexadecimal digits of its code. */
const fonts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: {
    ...{
      '6c': '●',
      '6d': '❍',
      '6e': '■',
      '6f': '☐',
      '70': '☐',
      '71': '❑',
      '72': '❒',
      '73': '⬧',
      '74': '⧫',
      '75': '◆',
      '76': '❖',
      '77': '⬥',
    },
    ...{
      '78': '☒',
      '9e': '·',
      '9f': '•',
      a1: '○',
      a4: '◉',
      a7: '▪',
      a8: '☐',
      ab: '★',
      d8: '➢',
      dc: '➲',
      df: '←',
      e0: '→',
      e1: '↑',
      e2: '↓',
    },
    ...{ e8: '➔', ef: '⇦', f0: '⇨', fb: '✗', fc: '✓', fd: '☒', fe: '☑', '28': '☎', '29': '✆', '2a': '✉', '46': '☞', '20': ' ' },
  },
  'wingdings 2': {
    ...{
      '4f': '✗',
      '50': '✓',
      '51': '☒',
      '52': '☑',
      '53': '☒',
      '54': '☒',
      '2a': '☐',
      '30': '☑',
      '96': '●',
      '97': '•',
      '98': '●',
      a2: '■',
      a3: '☐',
    },
    ...{ '20': ' ' },
  },
  'wingdings 3': { '20': ' ', '22': '↑', '7d': '▶', '84': '▶', '75': '▶', '5b': '↻' },
  webdings: { '20': ' ', '34': '▶', '61': '✓', '63': '☐', '67': '■', '6e': '●', '72': '✗', '3d': '■' },
  symbol: {
    ...{ '20': ' ', '2d': '−', b0: '°', b1: '±', b2: '″', b3: '≥', b4: '×', b7: '•', b8: '÷', b9: '≠', bb: '≈', bc: '…', be: '—', a2: '′' },
    ...{ a3: '≤', a5: '∞', a7: '♣', a8: '♦', a9: '♥', aa: '♠', ab: '↔', ac: '←', ad: '↑', ae: '→', af: '↓', d2: '®', d3: '©', d4: '™' },
    ...{ '61': 'α', '62': 'β', '67': 'γ', '64': 'δ', '44': 'Δ', '6d': 'μ', '70': 'π', '53': 'Σ', '57': 'Ω', de: '⇒' },
  },
};

/** What Word writes for bullets, where a program has lost their font. */
const bullets: Readonly<Record<string, string>> = { b7: '•', a7: '▪', d8: '➢', '6c': '●', '6e': '■', '76': '❖', fc: '✓', '2d': '-' };

/** Other names of the same signs. */
const likeness: Readonly<Record<string, string>> = {
  'wingdings-regular': 'wingdings',
  opensymbol: 'symbol',
  'standard symbols ps': 'symbol',
};

/** Codes of fonts for signs lie here, when they are not those of letters. */
const isPrivate = (code: number): boolean => code >= 0xf000 && code <= 0xf0ff;

/** The sign in Unicode; null where the font is one for signs, or the code belongs to none, and nobody knows what it shows. */
export function signOf(code: number, font: string): string | null {
  const name = font.trim().toLowerCase();
  const signs = fonts[likeness[name] ?? name];
  const place = (code & 0xff).toString(16).padStart(2, '0');
  if (signs && (isPrivate(code) || code <= 0xff)) {
    // Figures and marks of a font of mathematical signs are those of every font.
    const same = signs === fonts.symbol && place < '40' ? String.fromCharCode(code & 0xff) : null;
    return signs[place] ?? same;
  }
  if (isPrivate(code)) return bullets[place] ?? null;
  return String.fromCodePoint(code);
}

/** Whether letters in this font are signs. */
export const isSignFont = (font: string): boolean => {
  const name = font.trim().toLowerCase();
  return Object.hasOwn(fonts, likeness[name] ?? name);
};

const boxes = new Map<string, boolean>([
  ...[...'☐□❏❐❑❒▢◻⬜'].map((sign) => [sign, false] as const),
  ...[...'☑☒⊠⌧🗵🗷🗸🗹✅'].map((sign) => [sign, true] as const),
]);

/** Whether the box is ticked; null for what is no box. */
export const isTicked = (sign: string): boolean | null => boxes.get(sign) ?? null;
