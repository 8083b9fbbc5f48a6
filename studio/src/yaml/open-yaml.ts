/** The editor of texts. It is fetched for the tab that shows it, and for nothing else. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, WidgetType } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** What stands against the text, at a line and a column of it from 1 on. */
export interface Wrong {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface YamlOptions {
  readonly text: string;
  readonly readOnly: boolean;
  readonly label: string;
  /** The words of the search, by those that the library has in English. */
  readonly phrases: Readonly<Record<string, string>>;
  onText(text: string): void;
}

export interface YamlEditor {
  /** Puts another text in the place of what is there; the cursor stays where it can. */
  show(text: string): void;
  tell(wrong: readonly Wrong[]): void;
  goTo(place: Pick<Wrong, 'line' | 'column'>): void;
  close(): void;
}

const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.definition(tags.propertyName), tags.propertyName, tags.labelName], color: 'var(--news)' },
  { tag: [tags.string, tags.content], color: 'var(--text)' },
  { tag: [tags.punctuation, tags.separator, tags.meta, tags.keyword], color: 'var(--quiet)' },
]);

const look = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--paper)', height: '100%', fontSize: 'var(--t-small)' },
  '&.cm-focused': { outline: 'var(--ring)', outlineOffset: '-.1875rem' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: 'var(--line)' },
  '.cm-content': { caretColor: 'var(--text)', paddingBlock: 'var(--s2)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { color: 'var(--quiet)', backgroundColor: 'var(--shade)', border: 'none', borderRight: '1px solid var(--rule)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { boxShadow: 'inset 0 0 0 1px var(--rule)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--tint)' },
  '.cm-wrong': { backgroundColor: 'var(--bad-tint)' },
  '.cm-told': {
    display: 'block',
    padding: 'var(--s1) var(--s3)',
    whiteSpace: 'normal',
    fontFamily: 'var(--font)',
    color: 'var(--bad)',
    backgroundColor: 'var(--bad-tint)',
  },
  '.cm-panels': { color: 'var(--text)', backgroundColor: 'var(--shade)', borderColor: 'var(--rule)' },
  '.cm-panel.cm-search': { padding: 'var(--s2)', fontFamily: 'var(--font)', fontSize: 'var(--t-small)' },
  '.cm-panel.cm-search label': { fontSize: 'var(--t-small)' },
  '.cm-panel.cm-search [name=close]': { color: 'var(--text)', minWidth: 'var(--s5)', minHeight: 'var(--s5)' },
  '.cm-textfield': { color: 'var(--text)', backgroundColor: 'var(--paper)', border: '1px solid var(--edge)', borderRadius: 'var(--r1)' },
  '.cm-button': {
    color: 'var(--text)',
    backgroundColor: 'var(--paper)',
    backgroundImage: 'none',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--r1)',
  },
  '.cm-panel.cm-search :is(.cm-textfield, .cm-button)': { font: 'inherit' },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-tint)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--tint)' },
});

class Told extends WidgetType {
  constructor(readonly message: string) {
    super();
  }
  override eq(other: Told): boolean {
    return other.message === this.message;
  }
  toDOM(): HTMLElement {
    const line = document.createElement('div');
    line.className = 'cm-told';
    line.textContent = this.message;
    return line;
  }
}

const told = StateEffect.define<readonly Wrong[]>();

/** Lines with what stands against them below. What is typed moves them until the text has been read anew. */
const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    let next = now.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(told)) continue;
      const { doc } = transaction.state;
      next = Decoration.set(
        effect.value.flatMap(({ line, message }) => {
          const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
          return [
            Decoration.line({ class: 'cm-wrong' }).range(at.from),
            Decoration.widget({ widget: new Told(message), block: true, side: 1 }).range(at.to),
          ];
        }),
        true,
      );
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Opens it in a tree of its own: there its look is made by script, which a strict content policy allows. */
export function openYaml(host: HTMLElement, { text, readOnly, label, phrases, onText }: YamlOptions): YamlEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.replaceChildren();
  // Lines end as they ended in the file.
  let lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  let isOurs = false;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        ...[lineNumbers(), history(), drawSelection(), highlightActiveLine(), highlightSelectionMatches()],
        ...[yaml(), syntaxHighlighting(colours), indentUnit.of('  '), look, marks, search({ top: true })],
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        EditorState.phrases.of(phrases),
        EditorState.readOnly.of(readOnly),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged && !isOurs) onText(state.doc.toString().replaceAll('\n', lineEnd));
        }),
      ],
    }),
  });
  return {
    show(next) {
      lineEnd = next.includes('\r\n') ? '\r\n' : '\n';
      const [before, after] = [view.state.doc.toString(), next.replaceAll('\r\n', '\n')];
      let start = 0;
      while (start < before.length && before[start] === after[start]) start += 1;
      let end = 0;
      while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
      if (start === before.length && before.length === after.length) return;
      isOurs = true;
      view.dispatch({ changes: { from: start, to: before.length - end, insert: after.slice(start, after.length - end) } });
      isOurs = false;
    },
    tell: (wrong) => view.dispatch({ effects: told.of(wrong) }),
    goTo({ line, column }) {
      const at = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
      view.dispatch({
        selection: { anchor: Math.min(at.to, at.from + column - 1) },
        effects: EditorView.scrollIntoView(at.from, { y: 'center' }),
      });
      view.focus();
    },
    close: () => view.destroy(),
  };
}
