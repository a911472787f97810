/** What a face is for in a design. */
export type FaceUse =
  | 'roman'
  | 'italic'
  | 'bold'
  | 'bold-italic'
  | 'headline'
  | 'headlineItalic'
  | 'label'
  | 'labelBold';

/** The scripts that papers are printed in (ISO 15924). */
export type PrintScript = 'Latn' | 'Arab';

/**
 * Addresses (`file:`) of the faces that papers of each script are set in. Arabic has no italics: what would stand in
 * them stands in another weight.
 */
export const PRINT_FACES: Readonly<Record<PrintScript, Readonly<Record<FaceUse, string>>>> = {
  Latn: {
    roman: import.meta.resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf'),
    italic: import.meta.resolve(
      '@expo-google-fonts/pt-serif/400Regular_Italic/PTSerif_400Regular_Italic.ttf',
    ),
    bold: import.meta.resolve('@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf'),
    'bold-italic': import.meta.resolve(
      '@expo-google-fonts/pt-serif/700Bold_Italic/PTSerif_700Bold_Italic.ttf',
    ),
    headline: import.meta.resolve('@expo-google-fonts/playfair-display/700Bold/PlayfairDisplay_700Bold.ttf'),
    headlineItalic: import.meta.resolve(
      '@expo-google-fonts/playfair-display/500Medium_Italic/PlayfairDisplay_500Medium_Italic.ttf',
    ),
    label: import.meta.resolve('@expo-google-fonts/libre-franklin/400Regular/LibreFranklin_400Regular.ttf'),
    labelBold: import.meta.resolve('@expo-google-fonts/libre-franklin/700Bold/LibreFranklin_700Bold.ttf'),
  },
  Arab: {
    roman: import.meta.resolve(
      '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
    ),
    italic: import.meta.resolve(
      '@expo-google-fonts/noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf',
    ),
    bold: import.meta.resolve('@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'),
    'bold-italic': import.meta.resolve(
      '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
    ),
    headline: import.meta.resolve('@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'),
    headlineItalic: import.meta.resolve(
      '@expo-google-fonts/noto-naskh-arabic/500Medium/NotoNaskhArabic_500Medium.ttf',
    ),
    label: import.meta.resolve(
      '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
    ),
    labelBold: import.meta.resolve(
      '@expo-google-fonts/ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf',
    ),
  },
};

/** The name of a face: the end of its address, which is the same wherever the paper is installed. */
export function faceName(address: string): string {
  return address.split('/').slice(-3).join('/');
}
