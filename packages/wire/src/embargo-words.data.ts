/** Names of the days of the week, Sunday first, folded as `fold` folds them, in the languages agencies write in. */
export const WEEKDAY_NAMES: readonly string[] = [
  'sunday sun sonntag dimanche domingo zondag sondag sunnuntai sunnuntaina domenica',
  'monday mon montag lundi lunes maandag mandag maanantai maanantaina lunedi',
  'tuesday tue tues dienstag mardi martes dinsdag tirsdag tisdag tiistai tiistaina martedi',
  'wednesday wed mittwoch mercredi miercoles woensdag onsdag keskiviikko keskiviikkona mercoledi',
  'thursday thu thur thurs donnerstag jeudi jueves donderdag torsdag torstai torstaina giovedi',
  'friday fri freitag vendredi viernes vrijdag fredag perjantai perjantaina venerdi',
  'saturday sat samstag sonnabend samedi sabado zaterdag lordag lauantai lauantaina sabato',
];

/** Zones whose clocks change, by the names agencies write beside a time. */
export const ZONES_THAT_CHANGE: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  eastern: 'America/New_York',
  pacific: 'America/Los_Angeles',
};
