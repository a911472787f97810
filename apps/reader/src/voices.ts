/** The voice for a language: its very own, else that of a sister (`en-GB` for `en-IE`); undefined where none is. */
export function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  // Android writes en_GB.
  const tag = (voice: SpeechSynthesisVoice) => voice.lang.replace('_', '-').toLowerCase();
  const primary = language.toLowerCase().split('-', 1)[0];
  const voices = speechSynthesis.getVoices();
  const sisters = voices.filter((voice) => tag(voice).split('-', 1)[0] === primary);
  return sisters.find((voice) => tag(voice) === language.toLowerCase()) ?? sisters[0];
}
