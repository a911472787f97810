// Loaded before the script where a launcher accompanies it: when the launcher dies, the script is told to stop.
import { Socket } from 'node:net';

const LEASH = 3;

const leash = new Socket({ fd: LEASH });
const stop = () => process.kill(process.pid, 'SIGTERM');
leash.on('error', stop);
leash.on('end', stop);
leash.resume();
// A script that has done its work ends all the same.
leash.unref();
