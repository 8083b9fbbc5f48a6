/**
 * A Word file as a person sees it: plain values, deeply readonly, in reading order. Nothing in here knows what a job
 * description is; whoever does builds on these facts.
 *
 * Tracked changes stand as if they had been accepted, fields as the results that the file keeps. Names of authors and the
 * properties of the file are not among the facts.
 */

export interface WordText {
  /**
   * Headers first, then the body with its tables, footnotes, endnotes, footers, and comments last. Text boxes and pictures
   * follow the paragraph in which they are anchored. An index into this list is what other facts mean by a piece.
   */
  readonly pieces: readonly WordPiece[];
  /** By their numbers, of which the first is 1. */
  readonly tables: readonly WordTable[];
  /** What happened on the way; nothing of it was done silently. */
  readonly notes: readonly WordNote[];
}

export type WordPiece = WordParagraph | WordPicture | WordUnread;

/** A paragraph, also an empty one and one in a cell. */
export interface WordParagraph {
  readonly kind: 'paragraph';
  readonly place: WordPlace;
  /** The number that Word puts before it by itself. */
  readonly number: WordNumber | null;
  /** The number that somebody typed before it, which is not in `text`. */
  readonly typed: TypedNumber | null;
  /** What is seen behind the number: tabs as `\t`, line breaks as `\n`, check boxes as ☐ and ☒, no hidden text, no soft hyphens. */
  readonly text: string;
  /** `text` in its parts, and hidden text, breaks of pages and marks of notes between them. */
  readonly spans: readonly WordSpan[];
  readonly look: ParagraphLook;
  /** As most of its letters are declared: `ru-RU`; null where nothing is. */
  readonly language: string | null;
  /** Nothing of it is shown: hidden text, a header that no page has, a cell that another covers. */
  readonly hidden: boolean;
  /** It stands at the top of a page, because the file says so. */
  readonly startsPage: boolean;
}

/** A picture, a drawing, a chart or an embedded object; words in it are not read. */
export interface WordPicture {
  readonly kind: 'picture';
  readonly place: WordPlace;
  readonly sort: 'picture' | 'chart' | 'diagram' | 'object' | 'drawing';
  /** What its author wrote for those who do not see it; often empty or a name that a program gave. */
  readonly description: string;
  /** The part of the file that holds it, such as `word/media/image1.png`; null where it lies outside or has none. */
  readonly part: string | null;
}

/** Something of the file that is not read, told by name. */
export interface WordUnread {
  readonly kind: 'unread';
  readonly place: WordPlace;
  /** A file within the file, a part of the document in a file of its own, or a formula that Word computes without keeping a result. */
  readonly what: 'embedded-file' | 'other-document' | 'computed-field';
  /** The name of the part, file or field. */
  readonly name: string;
}

export type WordArea = 'body' | 'header' | 'footer' | 'footnote' | 'endnote' | 'comment';

export interface WordPlace {
  readonly area: WordArea;
  /**
   * As a person counts with a finger: paragraphs that show something, from 1, in the body or in this header, note or
   * comment, those in cells and boxes too. One that shows nothing has the number of the one before it, 0 at the beginning.
   */
  readonly paragraph: number;
  /** The cells around it, from the outermost table in; empty outside tables. */
  readonly cells: readonly WordCell[];
  /** The number of the text box in the file, from 1; null outside of boxes. */
  readonly box: number | null;
  /** Which pages have this header or footer; null elsewhere. */
  readonly pages: 'default' | 'first' | 'even' | null;
  /** The mark of this footnote or endnote, or the number of the comment; null elsewhere. */
  readonly mark: string | null;
  /** The piece on which a box, picture, note or comment hangs; null for what stands by itself. */
  readonly hangsOn: number | null;
}

/** All from 1. */
export interface WordCell {
  readonly table: number;
  readonly row: number;
  /** Of the grid, so that cells below each other have the same one. */
  readonly column: number;
  /** How many rows and columns of the grid it covers. */
  readonly rows: number;
  readonly columns: number;
}

export interface WordTable {
  readonly number: number;
  /** The table in whose cell it stands; null for one that stands by itself. */
  readonly within: number | null;
  readonly rows: number;
  readonly columns: number;
  /** Rows at its top that are repeated on every page. */
  readonly headingRows: number;
}

export interface WordNumber {
  /** As Word shows it, without what parts it from the text: `2.1.`, `а)`, `•`. */
  readonly shown: string;
  readonly isBullet: boolean;
  /** From 0. */
  readonly level: number;
  /** Where each level down to its own stands: 2 and 1 for `2.1.`. */
  readonly values: readonly number[];
  /** Paragraphs with the same one count on together. */
  readonly list: string;
}

export interface TypedNumber {
  /** `2.1.`, `а)`, `-`. */
  readonly shown: string;
  /** The spaces and tabs before it and behind it, so that the line can be put together again. */
  readonly before: string;
  readonly gap: string;
  readonly isBullet: boolean;
  /** 2 and 1 for `2.1.`, 3 for `в)`, `c)` and `III.`; empty for a bullet. */
  readonly values: readonly number[];
}

/** What a heading may be told by. */
export interface ParagraphLook {
  /** The id of its style, in any language: `1`, `Kop1`, `Heading1`; empty where there is none. */
  readonly styleId: string;
  /** Its name; those of Word itself are English in every language, in small letters: `heading 1`, `title`, `list paragraph`. */
  readonly style: string;
  /** Names of the styles that it is based on, nearest first. */
  readonly basedOn: readonly string[];
  /** From 0 for the highest; null for text. */
  readonly outline: number | null;
  readonly align: 'left' | 'centre' | 'right' | 'justify';
  /** Whether all letters are so, some, or none; a paragraph without letters has none. */
  readonly bold: Share;
  readonly italic: Share;
  readonly underlined: Share;
  readonly capitals: Share;
  /** Of most letters, in points. */
  readonly size: number;
  /** From the margin to the first letter of the first line and of the others, in points. */
  readonly firstIndent: number;
  readonly indent: number;
  readonly keepWithNext: boolean;
  /** It stands in a frame of its own, apart from the text around. */
  readonly framed: boolean;
}

export type Share = 'all' | 'some' | 'none';

/** What all spans say of themselves. */
export interface SpanFacts {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
  /** Shown in capitals, however it is written. */
  readonly capitals: boolean;
  readonly raised: 'superscript' | 'subscript' | null;
  /** Not seen, and not in the text of the paragraph. */
  readonly hidden: boolean;
  /** In points. */
  readonly size: number;
  readonly language: string | null;
  /** The address, or `#` and the name of a bookmark; null for what is no link. */
  readonly link: string | null;
  /** The innermost field whose result this is, by the first word of its instruction: `PAGE`, `REF`, `TOC`, `FORMTEXT`. */
  readonly field: string | null;
  /** The innermost content control around it. */
  readonly control: WordControl | null;
}

export type WordSpan = SpanFacts &
  (
    | { readonly kind: 'words'; readonly text: string }
    | { readonly kind: 'tab'; readonly text: '\t' }
    | { readonly kind: 'line'; readonly text: '\n' }
    /** A new page or column: a new line within a paragraph, and nothing at its ends. */
    | { readonly kind: 'page' | 'column'; readonly text: '\n' | '' }
    /** ☐ or ☒, whether it is a control, a field of a form or a sign of some font. */
    | { readonly kind: 'box'; readonly text: '☐' | '☒'; readonly checked: boolean; readonly name: string }
    /** What is chosen in the list of an old form. */
    | { readonly kind: 'choice'; readonly text: string; readonly choices: readonly string[]; readonly name: string }
    /** Where a note or a comment hangs; `shown` is what Word prints there. */
    | { readonly kind: 'mark'; readonly text: ''; readonly of: 'footnote' | 'endnote' | 'comment'; readonly shown: string }
  );

/** A content control: a field of a newer form. */
export interface WordControl {
  readonly sort: 'text' | 'date' | 'list' | 'box' | 'picture' | 'contents' | 'other';
  readonly title: string;
  readonly tag: string;
  /** It shows what to enter, and nobody has. */
  readonly isPrompt: boolean;
  /** The entries of a list. */
  readonly choices: readonly string[];
}

export interface WordNote {
  readonly what: WordNoteKind;
  /** How many times; characters for text, rows for tables. */
  readonly count: number;
}

export type WordNoteKind =
  /** Tracked changes, as accepted. */
  | 'insertions-accepted'
  | 'deletions-left-out'
  | 'moves-accepted'
  | 'joined-paragraphs'
  | 'deleted-rows'
  /** Characters that nobody sees. */
  | 'hidden-text'
  | 'soft-hyphens'
  /** Signs of fonts for signs that have no counterpart among letters: they stay as the file has them. */
  | 'unknown-signs'
  /** Lists whose numbers the file does not describe. */
  | 'unknown-lists'
  /** Numbers that are written in words of a language which is not known here: they stand in figures. */
  | 'numbers-in-figures'
  /** Headers and footers that no page has. */
  | 'unused-headers'
  /** Notes that nothing refers to. */
  | 'unused-notes';
