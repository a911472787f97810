/** What mail programs and lists put before a subject. */
export const SUBJECT_MARKS =
  /^(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|vb|antw|doorst|enc|pd|odp|i|r|res|rif|转发|回复|إعادة توجيه)(?:\[\d+\])?\s*[:：]\s*|\[[^\]]{1,40}\]\s*)+/i;

/** Of these marks those that say a mail is passed on. */
export const FORWARD_SUBJECT =
  /^(?:[^:：]{1,20}[:：]\s*|\[[^\]]{1,40}\]\s*)*(?:fwd?|wg|tr|rv|vb|vs|doorst|enc|pd|i|转发|إعادة توجيه)(?:\[\d+\])?\s*[:：]/i;

/** The line that programs set above a mail that is passed on. */
export const FORWARD_LINE =
  /^[-_=*\s>]{0,40}(?:forwarded (?:message|by)|begin forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message (?:transféré|transmis|réexpédié)|début du message (?:transféré|réexpédié)|mensaje reenviado|inicio del mensaje reenviado|mensagem (?:encaminhada|reencaminhada)|messaggio (?:inoltrato|inoltrata)|inizio messaggio inoltrato|doorgestuurd bericht|vidarebefordrat (?:meddelande|mail)|videresendt (?:melding|besked)|välitetty viesti|转发的?邮件|رسالة معاد توجيهها)/i;

/** The line above an older mail that one answers or passes on, as one maker's programs set it. */
export const ORIGINAL_LINE =
  /^[-_\s>]{2,40}(?:original message|ursprüngliche nachricht|message d['’]origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|originalmeddelande|opprinnelig melding)[-_\s]{2,40}$/i;

/** Labels of the lines that stand above an older mail. */
export const OLDER_LABELS = {
  from: ['from', 'von', 'de', 'da', 'van', 'från', 'fra', 'lähettäjä', '发件人', 'من'],
  subject: [
    'subject',
    'betreff',
    'objet',
    'asunto',
    'assunto',
    'oggetto',
    'onderwerp',
    'ämne',
    'emne',
    'aihe',
    '主题',
    'الموضوع',
  ],
  other: [
    ...['date', 'sent', 'to', 'cc', 'bcc', 'reply-to', 'datum', 'gesendet', 'an', 'date', 'envoyé', 'à'],
    ...['fecha', 'enviado', 'enviado el', 'para', 'data', 'enviada em', 'inviato', 'a', 'verzonden', 'aan'],
    ...[
      'skickat',
      'till',
      'sendt',
      'til',
      'dato',
      'antwort an',
      'importance',
      'attachments',
      'anlagen',
      '发送时间',
      '收件人',
      '日期',
      'التاريخ',
      'إلى',
    ],
  ],
} as const;

/** The line above what an answer quotes. */
export const QUOTE_LINE =
  /^(?:on .{4,200} wrote:|am .{4,200} schrieb .{0,120}:|le .{4,200} a écrit\s*:|el .{4,200} escribió:|em .{4,200} escreveu:|il .{4,200} ha scritto:|op .{4,200} schreef .{0,120}:|den .{4,200} skrev .{0,120}:|.{4,200} skrev .{0,80}:)$/i;

/** The line above a signature, and what telephones write there. */
export const SIGNATURE_LINE =
  /^(?:-- ?|—|_{5,}|(?:sent|envoyé|gesendet|verzonden|inviato|enviado|skickat|sendt) (?:from|depuis|von|vanaf|da|desde|do|från|fra) (?:my|mon|meinem?|mijn|il mio|mi|meu|min|mail|outlook|yahoo|samsung|proton|dem).{0,60}|get outlook for .{1,30})$/i;

/** How what lawyers have set under every mail of a house begins, or what it is sure to say. */
export const DISCLAIMER =
  /\b(?:this|the (?:information|contents?)(?: contained)? (?:in|of) this) (?:e-?mail|message|communication|transmission)\b.{0,200}\b(?:confidential|privileged|intended (?:solely|only|for)|addressee)|\bif you (?:are not the (?:intended|named)|have received this (?:e-?mail|message) in error)|\b(?:please )?consider the environment before printing|\bdiese (?:e-?mail|nachricht)\b.{0,200}\b(?:vertraulich|irrtümlich|bestimmt)|\bsollten sie nicht der (?:richtige|vorgesehene) (?:adressat|empfänger)|\bce (?:message|courriel|mail|courrier)\b.{0,200}\b(?:confidentiel|destinataires?)|\bsi vous (?:avez reçu ce|n['’]êtes pas le destinataire)|\beste (?:mensaje|correo)\b.{0,200}\b(?:confidencial|destinatario)|\besta mensagem\b.{0,200}\b(?:confidencia|destinatário)|\b(?:questo messaggio|la presente e-?mail|il presente messaggio)\b.{0,200}\b(?:riservat|confidenzial|destinatari)|\bdit (?:bericht|e-?mailbericht)\b.{0,200}\b(?:vertrouwelijk|geadresseerde)|\b(?:registered (?:office|in england)|company (?:registration )?(?:number|no\.?))\b.{0,200}|\b(?:no|any) (?:responsibility|liability) (?:is accepted )?for (?:any )?(?:viruses|loss or damage)/is;
