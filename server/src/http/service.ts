/** What the service works with: the register, the project, who is let in, and how it is seen from outside. */
import type { Desk, Locale, Workspace } from 'rolewright';
import type { Visitor } from '../access/visitor.js';
import type { Setting } from '../register/setting.js';
import type { Edge } from '../storage/edge.js';
import type { Storage } from '../storage/storage.js';
import type { Placement } from './address.js';
import type { Log } from './log.js';
import type { Route } from './route.js';
import type { Texts } from './texts.js';

/** What a browser or a program shows at the door. */
export interface Shown {
  /** The secret of a session, from its cookie. */
  readonly session: string | null;
  /** An API key. */
  readonly key: string | null;
  /** The name that whoever sits at a desk has given in this browser; null where they have given none. */
  readonly name?: string | null;
}

/** How people come in: with accounts and rights, or alone at one’s own desk. */
export interface Door {
  recognise(shown: Shown): Promise<Visitor | null>;
  /** Signing in and out, and whatever else this door has. */
  readonly routes: readonly Route[];
  /** The only host names by which it is opened; empty where a proxy in front of it sees to that. */
  readonly hosts: readonly string[];
}

/** Work that takes a thread for itself: laying out, printing, packing. */
export interface Crew {
  /** Runs a task of `crew/tasks.ts` with the register, in the name of an actor. Refusals come back as they were thrown. */
  run<T>(task: string, input: unknown, by: { readonly actor: Setting['actor']; readonly language: Locale }): Promise<T>;
  close(): Promise<void>;
}

export interface Service {
  readonly storage: Storage;
  readonly edge: Edge;
  /** The folder of this package. */
  readonly own: Workspace;
  readonly texts: Texts;
  readonly placement: Placement;
  readonly door: Door;
  readonly crew: Crew;
  readonly log: Log;
  readonly version: string;
  /** The day where the register is kept: YYYY-MM-DD. */
  today(): string;
  /** The project as its files are now. */
  desk(): Desk;
  /** What use cases work with. Throws a Refusal where the project has no organisation that can be read. */
  setting(actor: Setting['actor'], language: Locale): Setting;
  /** Notes that data of people was read. */
  noteReading(reading: { readonly visitor: Visitor; readonly route: string; readonly people: readonly string[] }): Promise<void>;
  /** Whether it has been told to stop: what runs is finished, nothing new should come. */
  isLeaving(): boolean;
}
