/** A face that issues in Latin script are set in. */
export interface PrintFace {
  /** What it is for in a design. */
  readonly use:
    | 'roman'
    | 'italic'
    | 'bold'
    | 'bold-italic'
    | 'headline'
    | 'headlineItalic'
    | 'label'
    | 'labelBold';
  /** Where its file is, as a `file:` address. */
  readonly address: string;
}

/** The faces of the broadsheet. */
export const PRINT_FACES: readonly PrintFace[] = [
  {
    use: 'roman',
    address: import.meta.resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf'),
  },
  {
    use: 'italic',
    address: import.meta.resolve(
      '@expo-google-fonts/pt-serif/400Regular_Italic/PTSerif_400Regular_Italic.ttf',
    ),
  },
  { use: 'bold', address: import.meta.resolve('@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf') },
  {
    use: 'bold-italic',
    address: import.meta.resolve('@expo-google-fonts/pt-serif/700Bold_Italic/PTSerif_700Bold_Italic.ttf'),
  },
  {
    use: 'headline',
    address: import.meta.resolve('@expo-google-fonts/playfair-display/700Bold/PlayfairDisplay_700Bold.ttf'),
  },
  {
    use: 'headlineItalic',
    address: import.meta.resolve(
      '@expo-google-fonts/playfair-display/500Medium_Italic/PlayfairDisplay_500Medium_Italic.ttf',
    ),
  },
  {
    use: 'label',
    address: import.meta.resolve('@expo-google-fonts/libre-franklin/400Regular/LibreFranklin_400Regular.ttf'),
  },
  {
    use: 'labelBold',
    address: import.meta.resolve('@expo-google-fonts/libre-franklin/700Bold/LibreFranklin_700Bold.ttf'),
  },
];

/** The name of a face: the end of its address, which is the same wherever the paper is installed. */
export function faceName({ address }: PrintFace): string {
  return address.split('/').slice(-3).join('/');
}
