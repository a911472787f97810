/** A span names a face that was not handed in. */
export const FACE_MISSING = 'face-missing';

/** A face holds no TrueType outlines, or its tables cannot be read. */
export const FACE_UNFIT = 'face-unfit';

/** A picture that a page shows was not handed in. */
export const PICTURE_MISSING = 'picture-missing';

/** What came as a JPEG is none, or is of a kind that a PDF for readers may not hold. */
export const PICTURE_UNFIT = 'picture-unfit';

/** A page's model is of another form than this code draws, or has no page at all. */
export const ISSUE_UNFIT = 'issue-unfit';

/** A story that a page shows was not handed in. */
export const STORY_MISSING = 'story-missing';

/** A locked page holds one part of a story of which another is to be laid out anew. */
export const LOCK_UNFIT = 'lock-unfit';
