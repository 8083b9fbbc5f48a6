/** Routes as data: the app, the checks, the OpenAPI document and the walk of the tests are made of the same table. */
import type { Locale } from 'rolewright';
import type { Reach, Right } from '../access/rights.js';
import type { Visitor } from '../access/visitor.js';
import type { Setting } from '../register/setting.js';
import type { Service, Shown } from './service.js';

/** `people#Person`: the file below `schemas/` and the definition in it. */
export type SchemaId = `${string}#${string}`;

/** Who may come: whoever has a right, whoever is signed in, or anyone. */
export type Need = Right | 'signed-in' | 'anyone';

export interface Route {
  /** What the route is called in the OpenAPI document; its words are in `locales/http.*.yaml`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base path, with names in braces: `/api/v1/people/{person}`. */
  readonly path: `/${string}`;
  readonly right: Need;
  /** Programs may come with a key of whatever scope, where being signed in is enough. */
  readonly anyKey?: true;
  /** The shape of the JSON body; nothing but it is taken. */
  readonly body?: SchemaId;
  /** A file is sent instead of JSON, or as a form of both where there is a body too: the media types that are taken, and how many bytes. */
  readonly upload?: { readonly types: readonly string[]; readonly limit: number };
  /** The shapes of query parameters by name; others are refused. */
  readonly query?: Readonly<Record<string, object>>;
  readonly answers: SchemaId | 'file' | 'nothing';
  /** The answer has data of people: that it was read is noted. */
  readonly audited?: true;
  /** Only for whoever has given their password a short while ago. */
  readonly fresh?: true;
  /** A change that, asked for twice with one Idempotency-Key, happens once. */
  readonly once?: true;
  /** The id of the route by which what is changed is read: with an If-Match, the change is made only while that answers the same. */
  readonly readBy?: string;
  run(asked: Asked): Promise<Reply>;
}

/** What a route is asked, after all that the shell looks at: the shapes of body, query and path are as the route says. */
export interface Asked {
  readonly service: Service;
  /** Null where anyone may come and nobody is signed in. */
  readonly visitor: Visitor | null;
  /** How far the right of the route goes. */
  readonly reach: Reach;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** The checked JSON body. */
  readonly body: unknown;
  /** The bytes of the file that was sent, where the route takes an upload. */
  readonly bytes: Uint8Array;
  readonly headers: Headers;
  /** What was shown at the door. */
  readonly shown: Shown;
  /** In which problems are told. */
  readonly language: Locale;
  /** Of whoever asks, as far as trusted proxies tell. */
  readonly from: string;
  /** Scheme and host under which the service is seen: `https://hr.example.com`. */
  readonly origin: string;
  /** The register with the visitor as who acts. */
  setting(): Setting;
}

export interface Reply {
  readonly status?: number;
  /** Sent as JSON. */
  readonly data?: object;
  readonly file?: { readonly bytes: Uint8Array; readonly type: string; readonly name: string };
  readonly headers?: Readonly<Record<string, string>>;
  /** The people whose data is in the answer, by id. */
  readonly about?: readonly string[];
  /** The secret of a session that begins; null for one that ends. */
  readonly session?: { readonly secret: string; readonly seconds: number } | null;
}

/** A body that the shell has checked against the schema of its route. */
export const bodyOf = <T>({ body }: Asked): T => body as T;

/** Whoever is signed in; only for routes that let nobody else come. */
export function visitorOf({ visitor }: Asked): Visitor {
  if (!visitor) throw new TypeError('this route is not for strangers');
  return visitor;
}
