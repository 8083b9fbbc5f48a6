/** Icons: drawn here, so that no font and no file has to be fetched. They say nothing to voices; the words beside them do. */
import type { VNode } from 'preact';

const shapes = {
  back: 'M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4',
  again: 'm16 5 4 4-4 4M20 9H10a5 5 0 0 0 0 10h4',
  check: 'm5 12.5 4.5 4.5L19 7',
  current: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8 12.3l2.8 2.7L16 9.5',
  down: 'm6 10 6 6 6-6',
  up: 'm6 14 6-6 6 6',
  error: 'M8 3.5h8L20.5 8v8L16 20.5H8L3.5 16V8zM12 8v5m0 3v.1',
  warn: 'M12 4 2.8 19.5h18.4zM12 10v4.5m0 2.5v.1',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.5v.1',
  file: 'M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5',
  issue: 'M4 12 20 4.5l-4.5 15-4-6zM11.5 13.5l8.5-9',
  mark: 'M6 3.5h8.5L18.5 7.5v13H6zM9 8.5h4M9 12h6.5M8.5 17.2c1.6-2.6 2.6-2.6 2.6-.9 0 1.5 1.6-1.3 2.3-.6.6.6 1 .8 2.3.3',
  me: 'M12 4.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c0-4.5 3.2-6.5 7.5-6.5s7.5 2 7.5 6.5',
  keys: 'M4 6.5h16v11H4zM7.5 10h.1M11 10h.1M14.5 10h.1M17 10h.1M8 14h8',
  key: 'M15.500 4a4.750 4.750 0 1 0 0 9.500 4.750 4.750 0 0 0 0-9.500zM12 12.200 4.500 19.700M7 17.200l2.300 2.300M15.500 8.200v.1',
  people: 'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20c0-4 2.8-6 6.5-6s6.5 2 6.5 6M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.5c2.5.7 4 2.6 4 5.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  more: 'M5 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1zM12 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1zM19 11.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1z',
  moved: 'M8 4v16M4.5 7.5 8 4l3.5 3.5M16 20V4M12.5 16.5 16 20l3.5-3.5',
  pen: 'M4.5 19.5 6 14 16 4l4 4-10 10zM13.5 6.5l4 4',
  proposals: 'M5 4.5h14v11H11l-4.5 4v-4H5zM8.5 9h7M8.5 12h4',
  department: 'M12 4v5M6 15v-3h12v3M9.5 4h5v5h-5zM3.5 15h5v5h-5zM15.5 15h5v5h-5z',
  register: 'M5 4h14v16H5zM5 9h14M5 14.5h14M10 4v16',
  roles: 'M6 3.5h9l4 4v13H6zM14.5 3.5v4.5H19M9 12h7M9 15h7M9 18h4',
  search: 'M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5',
  todo: 'M9.2 4a8.5 8.5 0 0 1 5.6 0M18.6 6.7a8.5 8.5 0 0 1 1.9 5.3M19.4 16a8.5 8.5 0 0 1-3.6 3.6M11 20.4a8.5 8.5 0 0 1-5-2.4M3.6 13a8.5 8.5 0 0 1 1.6-6',
  asked: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 3.5v17M12 7h6M12 10.3h8M12 13.7h8M12 17h6',
  outdated: 'M8 3.5h11v13H8zM8 7.5H5v13h11v-4',
  expired: 'M6.5 3.5h11M6.5 20.5h11M7.5 3.5c0 5 4.5 6 4.5 8.5s-4.5 3.5-4.5 8.5M16.5 3.5c0 5-4.5 6-4.5 8.5s4.5 3.5 4.5 8.5',
  late: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3.2 2.4',
  no: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9 9l6 6M15 9l-6 6',
  fresh: 'M10 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3.5 20c0-4 2.8-6 6.5-6 1.7 0 3.2.4 4.3 1.2M18 14.5v6M15 17.5h6',
  download: 'M12 4v11M7.5 11l4.5 4.5L16.5 11M5 19.5h14',
  upload: 'M12 15.5V4.5M7.5 9L12 4.5 16.5 9M5 19.5h14',
  print: 'M7 9V4h10v5M7 17H4.5V9h15v8H17M7 14h10v6.5H7z',
  scan: 'M4 8V4.5h4M16 4.5h4V8M20 16v3.5h-4M8 19.5H4V16M4 12h16',
  firm: 'M4.5 20.5v-16h9v16M13.5 9.5h6v11M3 20.5h18M7.5 8h3M7.5 11.5h3M7.5 15h3M16.5 13h.1M16.5 16.5h.1',
  shield: 'M12 3.5l7.5 2.700v5.300c0 4.5-3 7.5-7.5 9-4.5-1.5-7.5-4.5-7.5-9V6.200zM8.5 12l2.5 2.5 4.5-4.5',
  today: 'M4 5.5h16V20H4zM4 10h16M8.5 3.5v4M15.5 3.5v4M9 15l2.2 2 4-4',
} as const;

export type IconName = keyof typeof shapes;

export const Icon = ({ name, large }: { readonly name: IconName; readonly large?: boolean }): VNode => (
  <svg class={large ? '' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[name]} />
  </svg>
);
