/** The two faces that all PDF peers set the document in, as files. */
import { fileURLToPath } from 'node:url';

const file = (name) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}`));

export const fontFiles = { regular: file('400Regular/Tinos_400Regular.ttf'), bold: file('700Bold/Tinos_700Bold.ttf') };
