/** How a reference to the law is written where people have to look it up. */

/** With the day on which somebody last compared it with its source; without one where nobody has. */
export const cited = (citation: string, checked: string | null): string => (checked === null ? citation : `${citation} [${checked}]`);
