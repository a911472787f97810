/** A Debian package that tests need. */
export interface DebianPackage {
  readonly name: string;
  /** The programs, or files beside programs, by which one sees that it, or another that does as well, is installed. */
  readonly programs: readonly string[];
  /** The package that does as well, if slower, where Debian has none of that name. */
  readonly otherwise?: string;
  /** Installed, it runs from then on and answers the network: it is brought where that does no harm, in CI. */
  readonly isService?: boolean;
  /** The tests that do not run without it. */
  readonly tests: string;
}

/** Where packages put what is on nobody's search path. */
export const PLACES = ['/usr/sbin', '/usr/lib/dovecot', '/usr/lib/python3/dist-packages'];

/** What tests need from Debian; tools/apt.txt lists the same names for whoever installs by hand. */
export const PACKAGES: readonly DebianPackage[] = [
  {
    // The same browser without its windows: a page takes it a third of the time.
    name: 'chromium-headless-shell',
    programs: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'],
    otherwise: 'chromium',
    tests: 'the tests in a browser, and of what axe-core finds there',
  },
  { name: 'libxml2-utils', programs: ['xmllint'], tests: 'the tests of XML against its schemas' },
  {
    name: 'libimage-exiftool-perl',
    programs: ['exiftool'],
    tests: 'the tests of what is read in photographs against ExifTool',
  },
  { name: 'qpdf', programs: ['qpdf'], tests: 'the tests of how a PDF is built' },
  { name: 'poppler-utils', programs: ['pdfinfo'], tests: 'the tests of how a PDF is read and drawn' },
  { name: 'default-jre-headless', programs: ['java'], tests: 'the tests of pages by the Nu Html Checker' },
  {
    name: 'python3-pyftpdlib',
    programs: ['pyftpdlib/__init__.py'],
    tests: 'the tests of an FTP server’s files',
  },
  {
    name: 'openssh-server',
    programs: ['sshd'],
    isService: true,
    tests: 'the tests of an SFTP server’s files',
  },
  {
    name: 'dovecot-imapd',
    programs: ['imap'],
    isService: true,
    tests: 'the tests of a mailbox’s mails',
  },
  { name: 'epubcheck', programs: ['epubcheck'], tests: 'the test of issues as EPUB by EPUBCheck' },
];
