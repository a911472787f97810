import { textIn } from './byte-order.ts';
import { xmpDate } from './photo-date.ts';
import { fieldsBy, orientationIn, said, saidAll, saidFields, urgencyIn } from './photo-said.ts';
import type { PhotoLayer, PhotoPlace, PhotoTerm, PhotoWarning, PhotoWords } from './photo-words.ts';
import type { XmpFields } from './xmp.ts';
import { lineOf, linesOf, property, structuresOf, xmpFields } from './xmp.ts';
import { VOCABULARIES, XMP_LINES, XMP_LISTS } from './xmp-fields.data.ts';
import { personalOf } from './xmp-personal.ts';

const { core, ext, photoshop, plus, tiff, xmp } = VOCABULARIES;

const DAMAGED: PhotoWarning = {
  code: 'xmp-damaged',
  say: 'The XMP of the file is damaged: what could be read of it was taken.',
};

/**
 * Reads packets of XMP (ISO 16684-1). There ought to be one; of several the last counts, since who delivers a picture
 * adds a packet behind the photographer's.
 */
export function xmpLayer(packets: readonly Uint8Array[]): PhotoLayer {
  const read = packets.map((packet) => xmpFields(textOf(packet)));
  const fields = new Map(read.flatMap((one) => [...one.fields]));
  const orientation = orientationIn(Number(lineOf(property(fields, `${tiff}Orientation`))));
  return {
    words: wordsOf(fields),
    ...(orientation === undefined ? {} : { orientation }),
    personal: personalOf(fields),
    warnings: read.every(({ isWhole }) => isWhole) ? [] : [DAMAGED],
  };
}

function textOf(packet: Uint8Array): string {
  const [first, second] = packet;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(packet);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(packet);
  if (first === 0 && second === 0x3c) return new TextDecoder('utf-16be').decode(packet);
  if (first === 0x3c && second === 0) return new TextDecoder('utf-16le').decode(packet);
  return textIn(packet).text;
}

function wordsOf(fields: XmpFields): PhotoWords {
  const line = (name: string) => said(lineOf(property(fields, name)));
  const list = (name: string) => saidAll(linesOf(property(fields, name)));
  const named = (name: string, field: string) =>
    saidAll(structuresOf(property(fields, name)).map((one) => lineOf(property(one, field))));
  const [supplier] = named(`${plus}ImageSupplier`, `${plus}ImageSupplierName`);
  const detailed = named(`${ext}PersonInImageWDetails`, `${ext}PersonName`);
  const shown = list(`${ext}PersonInImage`);
  const genres = list(`${core}IntellectualGenre`);
  return {
    ...fieldsBy(XMP_LINES, line),
    ...fieldsBy(XMP_LISTS, list),
    ...saidFields({
      personsShown: shown.length > 0 ? shown : detailed,
      genres: genres.length > 0 ? genres : named(`${ext}Genre`, `${ext}CvTermName`),
      copyrightOwners: named(`${plus}CopyrightOwner`, `${plus}CopyrightOwnerName`),
      licensors: named(`${plus}Licensor`, `${plus}LicensorName`),
      imageSupplier: supplier,
      dataMining: codeOf(line(`${plus}DataMining`)),
      urgency: urgencyIn(line(`${photoshop}Urgency`)),
      dateCreated: xmpDate(line(`${photoshop}DateCreated`)),
      modified: xmpDate(line(`${xmp}MetadataDate`) ?? line(`${xmp}ModifyDate`)),
      placesShown: structuresOf(property(fields, `${ext}LocationShown`))
        .map(placeOf)
        .filter(isTold),
      aboutTerms: structuresOf(property(fields, `${ext}AboutCvTerm`))
        .map(termOf)
        .filter(isTold),
    }),
    ...createdPlace(fields),
  };
}

/** The place a picture was taken at as the Extension has it, where the Core's four lines say nothing. */
function createdPlace(fields: XmpFields): PhotoPlace {
  const core4 = ['City', 'State', 'Country'].map((name) => lineOf(property(fields, `${photoshop}${name}`)));
  const isTaken = saidAll([...core4, lineOf(property(fields, `${core}Location`))]).length > 0;
  const [created] = structuresOf(property(fields, `${ext}LocationCreated`));
  return isTaken || !created ? {} : placeOf(created);
}

function placeOf(fields: XmpFields): PhotoPlace {
  const line = (name: string) => said(lineOf(property(fields, `${ext}${name}`)));
  return saidFields({
    sublocation: line('Sublocation') ?? line('LocationName'),
    city: line('City'),
    region: line('ProvinceState'),
    country: line('CountryName'),
    countryCode: line('CountryCode'),
  });
}

function termOf(fields: XmpFields): PhotoTerm {
  const line = (name: string) => said(lineOf(property(fields, `${ext}${name}`)));
  return saidFields({ code: line('CvTermId'), name: line('CvTermName') });
}

function isTold(fields: object): boolean {
  return Object.keys(fields).length > 0;
}

/** The last step of a term's address; PLUS writes its codes with and without the address before them. */
function codeOf(address: string | undefined): string | undefined {
  return address?.slice(address.lastIndexOf('/') + 1);
}
