import type { PhotoLine, PhotoList } from './photo-words.ts';

/** Vocabularies by the prefix that everybody gives them. */
export const VOCABULARIES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  core: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  ext: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  rights: 'http://ns.adobe.com/xap/1.0/rights/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  cipa: 'http://cipa.jp/exif/1.0/',
  aux: 'http://ns.adobe.com/exif/1.0/aux/',
  tiff: 'http://ns.adobe.com/tiff/1.0/',
} as const;

const { dc, photoshop, core, ext, plus, rights } = VOCABULARIES;

/** Properties that say one line (IPTC Photo Metadata Standard 2025.1). */
export const XMP_LINES: Readonly<Record<string, PhotoLine>> = {
  [`${dc}title`]: 'title',
  [`${dc}description`]: 'caption',
  [`${dc}rights`]: 'copyright',
  [`${dc}language`]: 'language',
  [`${photoshop}Headline`]: 'headline',
  [`${photoshop}CaptionWriter`]: 'captionWriter',
  [`${photoshop}AuthorsPosition`]: 'creatorTitle',
  [`${photoshop}Credit`]: 'credit',
  [`${photoshop}Source`]: 'source',
  [`${photoshop}Instructions`]: 'instructions',
  [`${photoshop}TransmissionReference`]: 'jobId',
  [`${photoshop}City`]: 'city',
  [`${photoshop}State`]: 'region',
  [`${photoshop}Country`]: 'country',
  [`${photoshop}Category`]: 'category',
  [`${core}Location`]: 'sublocation',
  [`${core}CountryCode`]: 'countryCode',
  [`${core}AltTextAccessibility`]: 'alt',
  [`${core}ExtDescrAccessibility`]: 'extendedDescription',
  [`${ext}Event`]: 'event',
  [`${ext}DigImageGUID`]: 'imageGuid',
  [`${ext}DigitalSourceType`]: 'digitalSourceType',
  [`${ext}AISystemUsed`]: 'aiSystem',
  [`${ext}AISystemVersionUsed`]: 'aiSystemVersion',
  [`${ext}AIPromptInformation`]: 'aiPrompt',
  [`${ext}AIPromptWriterName`]: 'aiPromptWriter',
  [`${plus}ImageSupplierImageID`]: 'supplierImageId',
  [`${plus}OtherConstraints`]: 'otherConstraints',
  [`${plus}DataMining`]: 'dataMining',
  [`${plus}ModelReleaseStatus`]: 'modelRelease',
  [`${plus}PropertyReleaseStatus`]: 'propertyRelease',
  [`${rights}UsageTerms`]: 'usageTerms',
  [`${rights}WebStatement`]: 'webStatement',
};

/** Properties that are lists of lines. */
export const XMP_LISTS: Readonly<Record<string, PhotoList>> = {
  [`${dc}creator`]: 'creators',
  [`${dc}subject`]: 'keywords',
  [`${photoshop}SupplementalCategories`]: 'supplementalCategories',
  [`${core}SubjectCode`]: 'subjectCodes',
  [`${core}Scene`]: 'scenes',
  [`${core}IntellectualGenre`]: 'genres',
  [`${ext}PersonInImage`]: 'personsShown',
  [`${ext}OrganisationInImageName`]: 'organisationsShown',
};
