import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';

/** A zone that is a day ahead of most: what depends on local time comes out otherwise here. */
const farAway = 'Pacific/Kiritimati';

/** Printing the same tree again, later and in another time zone, gives the same bytes: no clock and no chance in the file. */
export const sameBytes = {
  name: 'same-bytes',
  formats: ['docx', 'pdf', 'html'],
  // A seal has a time and chance in it.
  about: ({ sealed }) => !sealed,
  programs: [],
  async find({ path, format, tree, options }, { press }) {
    const before = process.env.TZ;
    process.env.TZ = farAway;
    try {
      const { bytes } = await press.print(tree, format, options);
      const written = readFileSync(path);
      if (written.equals(bytes)) return [];
      return format === 'docx'
        ? differentParts(written, bytes)
        : [{ place: `byte ${firstDifference(written, bytes)}`, message: 'printed again, the file differs from here on' }];
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  },
};

function differentParts(written, again) {
  const [old, now] = [unzipSync(written), unzipSync(again)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const different = names.filter((name) => !Buffer.from(old[name] ?? []).equals(Buffer.from(now[name] ?? [])));
  return (different.length > 0 ? different : ['the archive itself']).map((place) => ({
    place,
    message: 'printed again, this part differs',
  }));
}

function firstDifference(one, other) {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at === -1 ? one.length : at;
}
