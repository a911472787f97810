export type { Card } from './card.ts';
export type { Container, Layout, Rank, RankedCard } from './front.ts';
export type { DateStyle, Edition, Publication, Section, StoryPackage } from './paper.ts';
export { frontPath, issuePath, packagePath } from './paper.ts';
