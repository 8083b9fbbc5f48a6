/** Typst again, writing a tagged PDF/UA-1 file: nearer to what Rolewright writes. */
import { typesetter } from './typst.mjs';

export { format, packages } from './typst.mjs';
export const title = 'Typst, cache kept, PDF/UA-1';

export const prepare = () => typesetter({ pdfStandard: 'ua-1' });
