/** Names that templates of version 1 could print and that are no longer there. */

/** The old name → what there is in its place. None so far: `role.flsaStatus` still holds the words for it. */
export const vanishedNames: Readonly<Record<string, string>> = {};

export interface VanishedUse {
  readonly name: string;
  readonly instead: string;
  /** The offset in the template. */
  readonly start: number;
}

/** Where a template uses such names: whole names between braces, `role.flsaStatus` also as the start of a longer path. */
export const vanishedIn = (template: string, vanished: Readonly<Record<string, string>> = vanishedNames): VanishedUse[] =>
  [...template.matchAll(/\{\{[^{}]*\}\}/g)].flatMap((braces) =>
    Object.entries(vanished).flatMap(([name, instead]) =>
      [...braces[0].matchAll(new RegExp(`(?<![\\p{L}\\d_.@"'/-])${name.replaceAll('.', '\\.')}(?![\\p{L}\\d_"'-])`, 'gu'))].map(
        ({ index }) => ({
          name,
          instead,
          start: braces.index + index,
        }),
      ),
    ),
  );
