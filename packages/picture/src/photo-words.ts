/** A place as a picture names it. */
export interface PhotoPlace {
  readonly sublocation?: string;
  readonly city?: string;
  readonly region?: string;
  readonly country?: string;
  /** ISO 3166, two or three letters. */
  readonly countryCode?: string;
}

/** A term of a vocabulary that a picture is about. */
export interface PhotoTerm {
  readonly code?: string;
  readonly name?: string;
}

/**
 * What is said of a picture, by whatever layer of its file says it (IPTC Photo Metadata Standard 2025.1, and what the
 * datasets of IPTC IIM 4.2 say beyond it). Absent is absent. Dates are ISO 8601 as far as they were told: a year, a
 * day, a moment with or without its zone.
 */
export interface PhotoWords extends PhotoPlace {
  readonly headline?: string;
  /** The short name by which agencies ask for a picture again; no line for readers. */
  readonly title?: string;
  readonly caption?: string;
  readonly captionWriter?: string;
  /** What it shows, for those who cannot see it: short, and at length. */
  readonly alt?: string;
  readonly extendedDescription?: string;
  readonly creators?: readonly string[];
  readonly creatorTitle?: string;
  readonly credit?: string;
  readonly source?: string;
  readonly copyright?: string;
  readonly copyrightOwners?: readonly string[];
  readonly usageTerms?: string;
  /** Where the rights are told on the web. */
  readonly webStatement?: string;
  readonly otherConstraints?: string;
  readonly licensors?: readonly string[];
  /** Whether machines may learn from it, as PLUS has it: the end of its code, such as `DMI-PROHIBITED`. */
  readonly dataMining?: string;
  readonly modelRelease?: string;
  readonly propertyRelease?: string;
  readonly instructions?: string;
  /** Reference of the transmission, or the job: many pictures may share one. */
  readonly jobId?: string;
  /** IIM 2:42: `01` kill, `02` replace, `03` append, `04` refer. */
  readonly actionAdvised?: string;
  readonly editStatus?: string;
  readonly event?: string;
  readonly placesShown?: readonly PhotoPlace[];
  readonly keywords?: readonly string[];
  /** IPTC subject codes of eight digits, where they are that. */
  readonly subjectCodes?: readonly string[];
  readonly aboutTerms?: readonly PhotoTerm[];
  readonly scenes?: readonly string[];
  readonly genres?: readonly string[];
  readonly personsShown?: readonly string[];
  readonly organisationsShown?: readonly string[];
  /** 1 (most urgent) to 8. */
  readonly urgency?: number;
  readonly category?: string;
  readonly supplementalCategories?: readonly string[];
  readonly language?: string;
  readonly dateCreated?: string;
  /** When the agency sent it. */
  readonly sent?: string;
  /** When words or pixels were last changed. */
  readonly modified?: string;
  /** Not to be used before. */
  readonly released?: string;
  readonly expires?: string;
  /** A code of the vocabulary `digitalsourcetype`, as its URI. */
  readonly digitalSourceType?: string;
  readonly aiSystem?: string;
  readonly aiSystemVersion?: string;
  readonly aiPrompt?: string;
  readonly aiPromptWriter?: string;
  /** A name of the picture that no other has. */
  readonly imageGuid?: string;
  readonly imageSupplier?: string;
  readonly supplierImageId?: string;
  /** IIM 2:22, by which some agencies name a picture and others a thing that comes back, as a weather map. */
  readonly fixtureId?: string;
  /** IIM 1:30, the service it came by. */
  readonly serviceId?: string;
}

/** The names of what is told in one line, and in several. */
export type PhotoLine = NamesOf<string>;
/** The names of what is told as a list of lines. */
export type PhotoList = NamesOf<readonly string[]>;

type NamesOf<T> = {
  [K in keyof PhotoWords]-?: Required<PhotoWords>[K] extends T
    ? T extends Required<PhotoWords>[K]
      ? K
      : never
    : never;
}[keyof PhotoWords];

/** What the file of a picture tells of where its camera was and whose it is: never for readers. */
export interface PhotoPrivacy {
  readonly gps?: PhotoPosition;
  /** Serial numbers of bodies and lenses, by what wrote them. */
  readonly serials?: Readonly<Record<string, string>>;
  readonly cameraOwner?: string;
}

/** A place on the earth: degrees, north and east positive; metres above the sea. */
export interface PhotoPosition {
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude?: number;
}

/** One layer of a file's metadata, read. */
export interface PhotoLayer {
  readonly words: PhotoWords;
  /** 1 to 8 as Exif counts. */
  readonly orientation?: number;
  readonly personal: PhotoPrivacy;
  readonly warnings: readonly PhotoWarning[];
}

/** What had to be guessed or was left out while reading: a code and a sentence. */
export interface PhotoWarning {
  readonly code: string;
  readonly say: string;
}
