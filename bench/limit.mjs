/**
 * The limit: no writer of these documents can be faster than compressing their bytes. Takes a document that Rolewright
 * has written apart, then deflates its parts or streams again at the level they had, and joins them to one file.
 */
import { constants, crc32, deflateRawSync, deflateSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { jobs, print } from './job.mjs';

export const docx = { title: 'limit: the parts deflated', format: 'docx', packages: [], prepare: () => limit('docx', zipParts, zip) };
export const pdf = { title: 'limit: the streams deflated', format: 'pdf', packages: [], prepare: () => limit('pdf', pdfPieces, joinPdf) };

async function limit(format, takeApart, write) {
  const bytes = Buffer.from(await print(jobs.same(0), format));
  const pieces = takeApart(bytes);
  const level = levelOf(bytes.length, (one) => write(pieces, one).length);
  return () => write(pieces, level);
}

/** The level that gives the nearest size: libraries differ by a few bytes at the same level. */
function levelOf(size, sizeAt) {
  const levels = [...Array(constants.Z_BEST_COMPRESSION).keys()].map((at) => at + 1);
  const distance = (level) => Math.abs(sizeAt(level) - size);
  return levels.reduce((best, level) => (distance(level) < distance(best) ? level : best), constants.Z_BEST_COMPRESSION);
}

const zipParts = (bytes) => Object.entries(unzipSync(bytes)).map(([path, data]) => ({ path: Buffer.from(path), data }));

/** Local header, data and central entry of each part; the headers are of the right size and hold what costs time. */
function zip(parts, level) {
  const local = [];
  const central = [];
  for (const { path, data } of parts) {
    const deflated = deflateRawSync(data, { level });
    const header = Buffer.alloc(30);
    header.writeUInt32LE(crc32(data), 14);
    header.writeUInt32LE(deflated.length, 18);
    header.writeUInt32LE(data.length, 22);
    local.push(header, path, deflated);
    central.push(Buffer.alloc(46), path);
  }
  return Buffer.concat([...local, ...central, Buffer.alloc(22)]);
}

/** What stands between the streams as it is, each deflated stream inflated. */
function pdfPieces(bytes) {
  const pieces = [];
  let from = 0;
  for (const {
    index,
    0: { length },
  } of bytes.toString('latin1').matchAll(/(?<!end)stream\r?\n/g)) {
    const start = index + length;
    const end = bytes.indexOf('endstream', start);
    if (start < from || !bytes.subarray(bytes.lastIndexOf('obj', index), index).includes('/FlateDecode')) continue;
    pieces.push({ plain: bytes.subarray(from, start) }, { stream: inflateSync(bytes.subarray(start, end)) });
    from = end;
  }
  return [...pieces, { plain: bytes.subarray(from) }];
}

const joinPdf = (pieces, level) => Buffer.concat(pieces.map(({ plain, stream }) => plain ?? deflateSync(stream, { level })));
