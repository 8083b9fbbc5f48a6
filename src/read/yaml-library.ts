/** The library that knows all of YAML. Most runs do without it, so it is loaded when it is first needed. */
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

const require = createRequire(import.meta.url);
let loaded: typeof Yaml | undefined;

export const yamlLibrary = (): typeof Yaml => (loaded ??= require('yaml') as typeof Yaml);
