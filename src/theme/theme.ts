/** A layout profile: what a document looks like on paper. Lengths in mm, font sizes and spacing in pt. */
import type { DeepReadonly } from '../content/content.js';
import type * as Generated from './theme.generated.js';

export type { FontFamily } from './theme.generated.js';

export type Theme = DeepReadonly<Generated.Theme>;
export type TextStyle = DeepReadonly<Generated.TextStyle>;
