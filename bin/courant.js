#!/usr/bin/env node
import { launch } from './launch.js';

launch('apps/courant/src/courant.ts', process.argv.slice(2));
