import type { PhotoLayers } from './photo-metadata.ts';
import type { PhotoWords } from './photo-words.ts';

/** How a value of the judge is compared with one of ours. */
export type Comparison = 'line' | 'list' | 'date' | 'number' | 'subjects' | 'genres' | 'last-step';

/** A field of a layer and the tags by which the judge (exiftool -G1) calls it; of several tags, those there are. */
export interface JudgedField {
  readonly layer: Exclude<keyof PhotoLayers, 'own'>;
  readonly field: keyof PhotoWords;
  readonly tags: readonly string[];
  readonly as: Comparison;
}

function judged(
  layer: JudgedField['layer'],
  as: Comparison,
  fields: { readonly [K in keyof PhotoWords]?: string },
): readonly JudgedField[] {
  return Object.entries(fields).map(([field, tags]) => {
    // Its keys are those of the parameter's type.
    return { layer, as, field: field as keyof PhotoWords, tags: tags.split(' ') };
  });
}

/** Every field that is read from each layer. */
export const JUDGED: readonly JudgedField[] = [
  ...judged('exif', 'line', {
    title: 'ExifIFD:ImageTitle',
    caption: 'IFD0:ImageDescription',
    copyright: 'IFD0:Copyright',
  }),
  ...judged('exif', 'list', { creators: 'IFD0:Artist' }),
  ...judged('exif', 'date', {
    dateCreated: 'ExifIFD:DateTimeOriginal ExifIFD:SubSecTimeOriginal ExifIFD:OffsetTimeOriginal',
    modified: 'IFD0:ModifyDate ExifIFD:SubSecTime ExifIFD:OffsetTime',
  }),
  ...judged('iim', 'line', {
    ...{ title: 'IPTC:ObjectName', headline: 'IPTC:Headline', caption: 'IPTC:Caption-Abstract' },
    ...{ captionWriter: 'IPTC:Writer-Editor', creatorTitle: 'IPTC:By-lineTitle', credit: 'IPTC:Credit' },
    ...{ source: 'IPTC:Source', copyright: 'IPTC:CopyrightNotice', instructions: 'IPTC:SpecialInstructions' },
    ...{ jobId: 'IPTC:OriginalTransmissionReference', city: 'IPTC:City', region: 'IPTC:Province-State' },
    ...{ sublocation: 'IPTC:Sub-location', country: 'IPTC:Country-PrimaryLocationName' },
    ...{ countryCode: 'IPTC:Country-PrimaryLocationCode', category: 'IPTC:Category' },
    ...{
      editStatus: 'IPTC:EditStatus',
      fixtureId: 'IPTC:FixtureIdentifier',
      serviceId: 'IPTC:ServiceIdentifier',
    },
    ...{ language: 'IPTC:LanguageIdentifier', actionAdvised: 'IPTC:ActionAdvised' },
  }),
  ...judged('iim', 'list', {
    keywords: 'IPTC:Keywords',
    creators: 'IPTC:By-line',
    supplementalCategories: 'IPTC:SupplementalCategories',
  }),
  ...judged('iim', 'subjects', { subjectCodes: 'IPTC:SubjectReference' }),
  ...judged('iim', 'genres', { genres: 'IPTC:ObjectAttributeReference' }),
  ...judged('iim', 'number', { urgency: 'IPTC:Urgency' }),
  ...judged('iim', 'date', {
    dateCreated: 'IPTC:DateCreated IPTC:TimeCreated',
    sent: 'IPTC:DateSent IPTC:TimeSent',
    released: 'IPTC:ReleaseDate IPTC:ReleaseTime',
    expires: 'IPTC:ExpirationDate IPTC:ExpirationTime',
  }),
  ...judged('xmp', 'line', {
    ...{ title: 'XMP-dc:Title', caption: 'XMP-dc:Description', copyright: 'XMP-dc:Rights' },
    ...{ headline: 'XMP-photoshop:Headline', captionWriter: 'XMP-photoshop:CaptionWriter' },
    ...{ creatorTitle: 'XMP-photoshop:AuthorsPosition', credit: 'XMP-photoshop:Credit' },
    ...{ source: 'XMP-photoshop:Source', instructions: 'XMP-photoshop:Instructions' },
    ...{ jobId: 'XMP-photoshop:TransmissionReference', category: 'XMP-photoshop:Category' },
    ...{ city: 'XMP-photoshop:City', region: 'XMP-photoshop:State', country: 'XMP-photoshop:Country' },
    ...{ sublocation: 'XMP-iptcCore:Location', countryCode: 'XMP-iptcCore:CountryCode' },
    ...{
      alt: 'XMP-iptcCore:AltTextAccessibility',
      extendedDescription: 'XMP-iptcCore:ExtDescrAccessibility',
    },
    ...{ event: 'XMP-iptcExt:Event', imageGuid: 'XMP-iptcExt:DigitalImageGUID' },
    ...{ digitalSourceType: 'XMP-iptcExt:DigitalSourceType', otherConstraints: 'XMP-plus:OtherConstraints' },
    ...{ supplierImageId: 'XMP-plus:ImageSupplierImageID XMP-plus:ImageSupplierImageId' },
    ...{ usageTerms: 'XMP-xmpRights:UsageTerms', webStatement: 'XMP-xmpRights:WebStatement' },
    ...{ imageSupplier: 'XMP-plus:ImageSupplier.ImageSupplierName', language: 'XMP-dc:Language' },
  }),
  ...judged('xmp', 'last-step', {
    ...{ modelRelease: 'XMP-plus:ModelReleaseStatus', propertyRelease: 'XMP-plus:PropertyReleaseStatus' },
    ...{ dataMining: 'XMP-plus:DataMining' },
  }),
  ...judged('xmp', 'list', {
    ...{ creators: 'XMP-dc:Creator', keywords: 'XMP-dc:Subject', scenes: 'XMP-iptcCore:Scene' },
    ...{
      supplementalCategories: 'XMP-photoshop:SupplementalCategories',
      genres: 'XMP-iptcCore:IntellectualGenre',
    },
    ...{ subjectCodes: 'XMP-iptcCore:SubjectCode', personsShown: 'XMP-iptcExt:PersonInImage' },
    ...{ organisationsShown: 'XMP-iptcExt:OrganisationInImageName' },
    ...{
      copyrightOwners: 'XMP-plus:CopyrightOwner.CopyrightOwnerName',
      licensors: 'XMP-plus:Licensor.LicensorName',
    },
  }),
  ...judged('xmp', 'number', { urgency: 'XMP-photoshop:Urgency' }),
  ...judged('xmp', 'date', { dateCreated: 'XMP-photoshop:DateCreated' }),
];

/** A difference that is meant. */
export interface JudgedException {
  /** The name of the file; absent: every file. */
  readonly file?: string;
  readonly layer: JudgedField['layer'];
  readonly field: keyof PhotoWords;
  readonly reason: string;
}

/** Where the judge says something else and we keep to ours; one that no file needs any more is an error. */
export const EXCEPTIONS: readonly JudgedException[] = [
  {
    file: 'Olympus2.jpg',
    layer: 'exif',
    field: 'caption',
    reason: 'what this camera writes of every picture',
  },
  {
    file: 'longXMP.jpg',
    layer: 'exif',
    field: 'caption',
    reason: 'what this program writes of every picture',
  },
  { file: 'DNG.dng', layer: 'exif', field: 'creators', reason: '"unknown" is nobody' },
  { file: 'DNG.dng', layer: 'xmp', field: 'creators', reason: '"unknown" is nobody' },
  { file: 'Nikon.nef', layer: 'iim', field: 'instructions', reason: '"none" is no instruction' },
  {
    file: 'cmyk.jpg',
    layer: 'iim',
    field: 'dateCreated',
    reason: 'a date cut after its month: the month is told',
  },
  {
    file: 'XMP4.xmp',
    layer: 'xmp',
    field: 'city',
    reason: 'taken from LocationCreated, where the Core has none',
  },
  { file: 'XMP4.xmp', layer: 'xmp', field: 'countryCode', reason: 'taken from LocationCreated, as its city' },
  { file: 'XMP2.xmp', layer: 'xmp', field: 'keywords', reason: 'rdf:nodeID, which XMP has no place for' },
];
