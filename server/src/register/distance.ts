/** How the organisation wants answers at a distance, and whom it has told of them. */
import { fullName, spelt } from 'rolewright';
import type { Locale, Organisation } from 'rolewright';
import type { Someone } from './find.js';
import { employerOf } from './setting.js';
import type { Setting } from './setting.js';

/** What the environment says counts more than the organisation’s file. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Distance {
  /** Without a slash at its end; null where nobody has said it. */
  readonly address: string | null;
  /** IANA name. */
  readonly zone: string;
  readonly linkDays: number;
  /** Whether evidence keeps address and browser. */
  readonly device: boolean;
  readonly textMessages: string | null;
}

const usualLinkDays = 30;

export function distanceOf({ workplace }: Pick<Setting, 'workplace'>, environment: Environment, machineZone: string): Distance {
  const { distance } = employerOf({ workplace });
  const address = environment['ROLEWRIGHT_ADDRESS'] || distance?.address;
  return {
    address: address === undefined ? null : address.replace(/\/+$/, ''),
    zone: distance?.zone ?? machineZone,
    linkDays: distance?.linkDays ?? usualLinkDays,
    device: distance?.device ?? false,
    textMessages: distance?.textMessages ?? null,
  };
}

/** Somebody of the organisation who asks, or is told. */
export interface Contact {
  readonly name: string | null;
  readonly post: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

function contactAt(post: string | undefined, organisation: Organisation, locale: Locale): Contact {
  const found = post === undefined ? undefined : organisation.posts?.[post];
  const title = found?.title;
  const words = typeof title === 'string' ? title : title === undefined ? null : wordsIn(title, locale);
  return {
    name: found?.holder ? fullName(spelt(found.holder, locale), locale) : null,
    post: words,
    email: found?.email ?? null,
    phone: found?.phone ?? null,
  };
}

export const wordsIn = (words: Readonly<Partial<Record<string, unknown>>>, locale: Locale): string | null => {
  const found = words[locale] ?? Object.values(words)[0];
  return typeof found === 'string' ? found : null;
};

/** Whoever signs for personnel. */
export const personnelOf = (organisation: Organisation, locale: Locale): Contact =>
  contactAt(organisation.signatories?.hr, organisation, locale);

/** Whoever leads the department of somebody. */
export function headOf(department: string | null, organisation: Organisation, locale: Locale): Contact {
  const unit = organisation.departments?.find(({ id }) => id === department);
  return contactAt(unit?.head ?? organisation.signatories?.unitHead, organisation, locale);
}

/** In which language somebody is written to. */
export const localeOf = ({ known }: Someone, { languages }: Organisation): Locale => known?.locale ?? languages[0] ?? 'en';

/** The name of the organisation, short where it has a short one. */
export function nameOf({ shortName, name }: Organisation, locale: Locale): string {
  const words = shortName ?? name;
  return typeof words === 'string' ? words : (wordsIn(words, locale) ?? '');
}
