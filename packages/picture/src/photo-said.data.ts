/** What is written where nothing is to be said. */
export const PLACEHOLDERS =
  /^(?:no[- ]data[- ]available.*|none|n\/?a|null|undefined|not available|unknown|unspecified|\[(?:none|žádný|keine|aucun)\]|[-–—*.?_ ]+)$/i;

/** What cameras write as the description of every picture they take, unless told otherwise. */
export const CAMERA_WORDS =
  /^(?:olympus digital camera|minolta digital camera|konica minolta digital camera|sony dsc|dcf1\.0|dsc|dscn?\d+|samsung(?: digital camera| camera pictures)?|digital camera|camera|exif[_ ]jpeg[_ ]?(?:picture|\d+)?|jpeg|untitled|default|created with gimp|maker:.{0,80}|<?kenox .{0,80}>?|charset=.{0,40})$/i;
