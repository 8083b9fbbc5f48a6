/** The head of a page that needs nothing but itself, and runs nothing. */
import { element, embedded, lines } from './markup.js';
import type { Markup } from './markup.js';
import { policy } from './policy.js';

export const pageHead = (title: string, style: string): Markup =>
  element(
    'head',
    {},
    lines([
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy(style, null) }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', {}, title),
      element('link', { rel: 'icon', href: 'data:,' }),
      embedded('style', style),
    ]),
  );
