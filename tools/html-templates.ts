import type { Expression, Node } from 'oxc-parser';
import type { Place } from './html-scan.ts';
import { placesIn } from './html-scan.ts';
import { ADDRESS_ATTRIBUTES, ADDRESS_MAKERS, STYLE_MAKERS, TRUSTED_IN } from './html-templates.data.ts';
import type { Module } from './syntax.ts';
import { nameOf, walk } from './syntax.ts';
import type { Problem, Tree } from './tree.ts';
import { codePaths, isForTests, lineAt, roomOf } from './tree.ts';

const LISTS = 'tools/html-templates.data.ts';

/** Every `html` template is read: holes stand only where escaping `& < > "` is enough. */
export function htmlTemplates(tree: Tree): readonly Problem[] {
  const paths = codePaths(tree).filter((path) => roomOf(path) !== undefined && !isForTests(path));
  return paths.flatMap((path) => {
    const module = tree.module(path);
    const problems: Problem[] = [];
    walk(module.program, (node) => {
      const faults = isTemplate(node) ? templateFaults(node) : trustFaults(node, path);
      for (const { at, say } of faults) problems.push({ file: path, line: lineOf(module, at), say });
    });
    return problems;
  });
}

interface Found {
  readonly at: Node;
  readonly say: string;
}

type Template = Extract<Node, { type: 'TaggedTemplateExpression' }>;

function isTemplate(node: Node): node is Template {
  return node.type === 'TaggedTemplateExpression' && nameOf(node.tag) === 'html';
}

function lineOf(module: Module, node: Node): number {
  return lineAt(module.text, node.start);
}

function templateFaults({ quasi }: Template): readonly Found[] {
  const places = placesIn(quasi.quasis.map((part) => part.value.cooked ?? ''));
  const found: Found[] = [];
  for (const [i, hole] of quasi.expressions.entries()) {
    const place = places[i];
    const say = place && holeFault(place, hole);
    if (say) found.push({ at: hole, say });
  }
  const end = places.at(-1);
  if (end && end.mode !== 'content') {
    const say = `The template ends inside <${end.element}>: a template holds whole tags, its end is content.`;
    found.push({ at: quasi, say });
  }
  return found;
}

function holeFault(place: Place, hole: Expression): string | undefined {
  switch (place.mode) {
    case 'content':
      return undefined;
    case 'double':
      return attributeFault(place, hole);
    case 'raw':
      return `No hole may stand in <${place.element}>: give data by jsonLd() or a data- attribute.`;
    case 'markup':
      return 'No hole may stand in a comment or a doctype: take the comment out.';
    case 'single':
    case 'unquoted':
    case 'before-value':
      return `The hole in ${place.attribute} is not in double quotes: write ${place.attribute}="\${…}".`;
    case 'opening':
    case 'tag-name':
    case 'tag':
    case 'attribute-name':
      return 'A hole may not make a tag or an attribute: write two templates and choose between them.';
    default:
      return place.mode satisfies never;
  }
}

function attributeFault({ element, attribute, value }: Place, hole: Expression): string | undefined {
  if (attribute.startsWith('on') || attribute === 'srcdoc') {
    return `No hole may stand in ${attribute}, which is read as a program: use a data- attribute.`;
  }
  if (holdsTemplate(hole)) return `Markup may not fill ${attribute}: give text, which is escaped there.`;
  if (attribute === 'style' && !isMadeBy(hole, STYLE_MAKERS)) {
    return `A hole in style may hold only what a function of STYLE_MAKERS in ${LISTS} gives: use a class.`;
  }
  const isAddress = ADDRESS_ATTRIBUTES.has(attribute) && !(attribute === 'data' && element !== 'object');
  // After `#` nothing of an address can lead elsewhere.
  if (!isAddress || value.includes('#') || isMadeBy(hole, ADDRESS_MAKERS)) return undefined;
  return `The address in ${attribute} is unchecked: write ${attribute}="\${href(…)}" (makers of addresses: ${LISTS}).`;
}

/** Whether every value the hole can take is nothing, a text written in the code, or made by a listed function. */
function isMadeBy(hole: Expression, makers: Readonly<Record<string, string>>): boolean {
  switch (hole.type) {
    case 'Literal':
      return true;
    case 'ParenthesizedExpression':
      return isMadeBy(hole.expression, makers);
    case 'ConditionalExpression':
      return isMadeBy(hole.consequent, makers) && isMadeBy(hole.alternate, makers);
    case 'LogicalExpression':
      return (hole.operator === '&&' || isMadeBy(hole.left, makers)) && isMadeBy(hole.right, makers);
    default: {
      const name = nameOf(hole);
      return name === 'undefined' || (name !== undefined && Object.hasOwn(makers, name));
    }
  }
}

function holdsTemplate(hole: Expression): boolean {
  let holds = false;
  walk(hole, (node) => {
    if (isTemplate(node)) holds = true;
  });
  return holds;
}

function trustFaults(node: Node, path: string): readonly Found[] {
  if (TRUSTED_IN.has(path) || node.type !== 'Identifier' || node.name !== 'trustedHtml') return [];
  const say = 'trustedHtml belongs to story/html alone: make markup by html`…` and let it escape your text.';
  return [{ at: node, say }];
}
