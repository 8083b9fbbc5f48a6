/**
 * A department’s variant of a role in the editor. What is edited is the whole role; the file is an overlay, which says only what differs.
 * Beside the role stand reasons for its changes, and which news of the role have been looked at: `$variant` in the data.
 */
import { hasErrors, openVariant, Refusal } from 'rolewright';
import type { Desk, Diagnostic, News, Variant, Workspace } from 'rolewright';
import { isList, isMap, valueAt, withEdits } from './edits.js';
import type { Edit, Value } from './edits.js';
import { overlayEdits } from './overlay-edits.js';
import type { OverlayEdits } from './overlay-edits.js';
import { subjectOf } from './overlay-pen.js';
import { dataOf, editedText } from './role-text.js';

/** The key beside those of the role. */
export const aside = '$variant';

type Fields = Readonly<Record<string, Value>>;

export interface LostChange {
  readonly verb: string;
  /** The entry that it is about. */
  readonly subject: string;
}

/** An overlay as it was read. */
export interface VariantFile {
  readonly variant: Variant;
  /** The role with none of the changes. */
  readonly inherited: Value;
  /** The overlay without the changes that cannot be carried out. */
  readonly overlay: Value;
  readonly merged: Value;
  readonly news: News;
  /** What the role has no place for any more; it goes when the file is saved. */
  readonly lost: readonly LostChange[];
  /** The edits of the file that take it out. */
  readonly mending: readonly Edit[];
}

/** Changes that fail can make others fail. */
const mostRounds = 20;

/** Reads an overlay. Throws a Refusal where it is none, or the role that it extends cannot be read. */
export function openVariantFile(text: string, place: { readonly workspace: Workspace; readonly path: string }, desk: Desk): VariantFile {
  const problems: Diagnostic[] = [];
  const variant = openVariant(place, desk, problems);
  if (!variant) throw new Refusal(problems);
  const written = dataOf(text);
  const mending: Edit[] = [];
  const lost: LostChange[] = [];
  let overlay = written;
  for (let round = 0; ; round += 1) {
    const { data, diagnostics } = variant.apply(overlay);
    const wrong = diagnostics.filter(({ severity }) => severity === 'error');
    if (wrong.length === 0)
      return { variant, overlay, mending, lost, inherited: variant.inherited as Value, merged: data as Value, news: variant.news(written) };
    const numbers = new Set(wrong.map(({ path = '' }) => Number(/^\/changes\/(\d+)/.exec(path)?.[1] ?? -1)));
    if (round === mostRounds || numbers.has(-1) || data === null) throw new Refusal(wrong);
    for (const at of [...numbers].sort((one, other) => other - one)) {
      const changes = valueAt(overlay, ['changes']);
      const change = isList(changes) ? changes[at] : undefined;
      if (isMap(change)) lost.push({ verb: Object.keys(change).find((key) => key !== 'why') ?? '', subject: subjectOf(change) ?? '' });
      const edit: Edit =
        isList(changes) && changes.length === 1 ? { do: 'set', at: ['changes'], value: [] } : { do: 'remove', at: ['changes', `@${at}`] };
      mending.push(edit);
      overlay = withEdits(overlay, [edit]).data;
    }
  }
}

/** The reasons that an overlay gives, by the entries that they are about. */
function reasonsIn(overlay: Value): Fields {
  const changes = valueAt(overlay, ['changes']);
  return Object.fromEntries(
    (isList(changes) ? changes : []).flatMap((one): [string, Value][] => {
      const subject = isMap(one) ? subjectOf(one) : null;
      return isMap(one) && subject !== null && typeof one.why === 'string' ? [[subject, one.why]] : [];
    }),
  );
}

/** What the editor has of an overlay: the role that it makes, and what stands beside it. */
export const dataOfVariant = ({ merged, overlay }: Pick<VariantFile, 'merged' | 'overlay'>): Value => ({
  ...(merged as Fields),
  [aside]: { why: reasonsIn(overlay), seen: {} },
});

export interface VariantDraft extends OverlayEdits {
  readonly data: Value;
  /** Errors. */
  readonly diagnostics: readonly Diagnostic[];
  /** What stands against the overlay, though a role comes of it. */
  readonly warnings: readonly Diagnostic[];
  readonly seen: ReadonlySet<string>;
}

/** The overlay after edits of the role that it makes. */
export function editedVariant(file: VariantFile, edits: readonly Edit[]): VariantDraft {
  const before = dataOfVariant(file);
  const { [aside]: beside, ...wanted } = withEdits(before, edits).data as Fields;
  const reasons = fieldsOf(valueAt(beside, ['why']));
  const was = reasonsIn(file.overlay);
  const why = Object.fromEntries(
    [...new Set([...Object.keys(was), ...Object.keys(reasons)])].flatMap((id): [string, Value][] =>
      was[id] === reasons[id] ? [] : [[id, reasons[id] ?? '']],
    ),
  );
  const { inherited, overlay, merged, variant } = file;
  const made = overlayEdits({ inherited, overlay, merged, wanted, why, apply: (one) => (variant.apply(one).data ?? merged) as Value });
  const { diagnostics } = variant.apply(made.overlay);
  const seen = new Set(Object.keys(fieldsOf(valueAt(beside, ['seen']))));
  const severe = (severity: Diagnostic['severity']) => diagnostics.filter((one) => one.severity === severity);
  return { ...made, diagnostics: severe('error'), warnings: severe('warning'), seen, data: made.role };
}

const fieldsOf = (value: Value | undefined): Fields => (isMap(value) ? value : {});

/** The text of the overlay’s file with the edits; comments, order and all that was not touched stay as they are. */
export function editedVariantText(
  text: string,
  file: VariantFile,
  edits: readonly Edit[],
): { readonly text: string; readonly draft: VariantDraft } {
  const draft = editedVariant(file, edits);
  const now = editedText(text, [...file.mending, ...draft.edits]).text;
  return { draft, text: draft.seen.size === 0 || hasErrors(draft.diagnostics) ? now : file.variant.recorded(now, dataOf(now), draft.seen) };
}
