/** Code in ASCII alone: the launcher can then read it without decoding, and V8 keeps it in half the room. */
export const inAscii = (code) => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
