import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

/** The Nu Html Checker, a JAR. */
export const VNU = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', ROOT));

/** axe-core, a script to be run in a page. */
export const AXE = fileURLToPath(new URL('node_modules/axe-core/axe.min.js', ROOT));
