/** Positions of RFC 7946 §3.1.1, and what is made of them. */
const POSITION = list({ type: 'number' }, 2);
const LINE = list(POSITION, 2);
/** A ring is closed: its last position is its first (§3.1.6). */
const RING = list(POSITION, 4);

const GEOMETRIES = [
  geometry('Point', POSITION),
  geometry('MultiPoint', list(POSITION)),
  geometry('LineString', LINE),
  geometry('MultiLineString', list(LINE)),
  geometry('Polygon', list(RING)),
  geometry('MultiPolygon', list(list(RING))),
];

const COLLECTION = shape('GeometryCollection', { geometries: list({ oneOf: GEOMETRIES }) });
const ANY_GEOMETRY = { oneOf: [{ type: 'null' }, ...GEOMETRIES, COLLECTION] };
const FEATURE = shape('Feature', {
  properties: { oneOf: [{ type: 'null' }, { type: 'object' }] },
  geometry: ANY_GEOMETRY,
});

/**
 * GeoJSON as RFC 7946 has it, in words that every draft of JSON Schema knows: ninjs 2 and 3 refer to such a schema by
 * its address, and nothing is fetched.
 */
export const GEOJSON_SCHEMA = {
  oneOf: [...GEOMETRIES, COLLECTION, FEATURE, shape('FeatureCollection', { features: list(FEATURE) })],
};

/** The address under which ninjs refers to it. */
export const GEOJSON_ADDRESS = 'https://geojson.org/schema/GeoJSON.json';

function list(items: object, minItems = 0) {
  return { type: 'array', minItems, items };
}

function geometry(type: string, coordinates: object) {
  return shape(type, { coordinates });
}

function shape(type: string, members: Readonly<Record<string, object>>) {
  return {
    type: 'object',
    required: ['type', ...Object.keys(members)],
    properties: { type: { enum: [type] }, bbox: list({ type: 'number' }, 4), ...members },
  };
}
