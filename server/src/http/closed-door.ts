/** A door that lets nobody in: what anyone may ask is answered, all else is not. */
import type { Door } from './service.js';

export const closedDoor: Door = { recognise: async () => null, routes: [], hosts: [] };
