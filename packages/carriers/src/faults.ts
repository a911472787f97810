/** An address that we may not go to: private, reserved, or at a port where no copy is. */
export const ADDRESS_REFUSED = 'address-refused';
/** A name that leads to no address. */
export const ADDRESS_UNKNOWN = 'address-unknown';
/** Nothing answers at an address. */
export const UNREACHABLE = 'unreachable';
/** The other side took too long. */
export const TIMED_OUT = 'timed-out';
/** The connection ended in the middle. */
export const CUT_OFF = 'cut-off';
/** The other side's certificate is not good for its name. */
export const CERTIFICATE_REFUSED = 'certificate-refused';
/** User, password, key or token were not accepted. */
export const LOGIN_REFUSED = 'login-refused';
/** An SSH server whose key was never confirmed. */
export const HOST_KEY_UNKNOWN = 'host-key-unknown';
/** An SSH server whose key is another than the one confirmed. */
export const HOST_KEY_CHANGED = 'host-key-changed';
/** The other side says that what we want is gone for good. The channel closes at once. */
export const GONE = 'gone';
/** What we want is not there. */
export const NOT_THERE = 'not-there';
/** The other side refuses, for another reason than the login. */
export const REFUSED = 'refused';
/** The other side has a fault of its own. */
export const SERVER_FAILED = 'server-failed';
/** The other side does not keep to its protocol. */
export const PROTOCOL_BROKEN = 'protocol-broken';
/** More bytes than allowed. */
export const TOO_LARGE = 'too-large';
/** More files than can be remembered. */
export const TOO_MANY = 'too-many';
/** One redirect too many. */
export const TOO_MANY_REDIRECTS = 'too-many-redirects';
/** A secret that is named in settings and put away nowhere. */
export const SECRET_MISSING = 'secret-missing';
/** A folder of this machine that we cannot use. */
export const FOLDER_UNFIT = 'folder-unfit';
/** A parcel could not be kept; the original is where it was. */
export const NOT_KEPT = 'not-kept';
/** The visit was ended from outside. */
export const STOPPED = 'stopped';
/** A channel of a kind that nobody visits. */
export const NOT_VISITED = 'not-visited';
