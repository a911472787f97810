/**
 * Clauses of XML Schema Part 1 (§3) and Part 2 (§4) by what the validator says. The first that matches counts.
 */
export const XSD_CLAUSES: readonly { readonly says: RegExp; readonly clause: string }[] = [
  { says: /No matching global (?:element )?declaration/, clause: 'cvc-elt.1' },
  { says: /element is not expected|Missing child element/, clause: 'cvc-complex-type.2.4' },
  { says: /Character content .*not allowed|element-only/, clause: 'cvc-complex-type.2.3' },
  { says: /Element content is not allowed/, clause: 'cvc-complex-type.2.2' },
  { says: /content is not allowed, because the content type is empty/, clause: 'cvc-complex-type.2.1' },
  { says: /attribute .* is not allowed/, clause: 'cvc-complex-type.3.2.2' },
  { says: /attribute .* is required but missing/, clause: 'cvc-complex-type.4' },
  { says: /facet 'enumeration'/, clause: 'cvc-enumeration-valid' },
  { says: /facet 'pattern'/, clause: 'cvc-pattern-valid' },
  { says: /facet 'min(?:In|Ex)clusive'/, clause: 'cvc-minInclusive-valid' },
  { says: /facet 'max(?:In|Ex)clusive'/, clause: 'cvc-maxInclusive-valid' },
  { says: /facet '(?:min|max)?[lL]ength'/, clause: 'cvc-length-valid' },
  { says: /atomic type 'xs:ID'|atomic type 'xs:IDREF/, clause: 'cvc-id' },
  { says: /is not a valid value of/, clause: 'cvc-datatype-valid.1' },
  { says: /type definition is abstract/, clause: 'cvc-type.2' },
  { says: /not nillable|'true' for xsi:nil/, clause: 'cvc-elt.3' },
  { says: /key-sequence|Duplicate/, clause: 'cvc-identity-constraint.4' },
];
