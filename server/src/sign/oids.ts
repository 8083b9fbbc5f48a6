/** The numbers by which certificates and signatures call things, each with where it is given. */

/** RFC 5652, 11. */
export const contentType = '1.2.840.113549.1.9.3';
export const messageDigest = '1.2.840.113549.1.9.4';
export const signingTime = '1.2.840.113549.1.9.5';
export const data = '1.2.840.113549.1.7.1';
export const signedData = '1.2.840.113549.1.7.2';
/** RFC 5035. */
export const signingCertificate = '1.2.840.113549.1.9.16.2.12';
export const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';
/** RFC 3161. */
export const timeStampToken = '1.2.840.113549.1.9.16.2.14';
export const timeStampInfo = '1.2.840.113549.1.9.16.1.4';
/** RFC 5280, 4.2.1. */
export const keyUsage = '2.5.29.15';
export const basicConstraints = '2.5.29.19';
export const extendedKeyUsage = '2.5.29.37';
export const timeStamping = '1.3.6.1.5.5.7.3.8';

/** Extended usages that go with signing documents: e-mail, documents (RFC 9336), Microsoft’s and Adobe’s, and any. */
export const documentUsages: ReadonlySet<string> = new Set([
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
  '2.5.29.37.0',
]);

/** Digests as Node.js calls them. */
export const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
export const sha256 = '2.16.840.1.101.3.4.2.1';
/** Two texts with the same digest can be made. */
export const weakDigests: ReadonlySet<string> = new Set(['md5', 'sha1']);

export const rsa = '1.2.840.113549.1.1.1';
export const rsaPss = '1.2.840.113549.1.1.10';
export const sha256WithRsa = '1.2.840.113549.1.1.11';
export const sha256WithEcdsa = '1.2.840.10045.4.3.2';
/** Signature algorithms with the digest that each names; null leaves it to the digest that is told beside. */
export const signatureDigests: Readonly<Record<string, string | null>> = {
  [rsa]: null,
  [rsaPss]: null,
  '1.2.840.113549.1.1.4': 'md5',
  '1.2.840.113549.1.1.5': 'sha1',
  [sha256WithRsa]: 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.2.1': null,
  '1.2.840.10045.4.1': 'sha1',
  [sha256WithEcdsa]: 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
